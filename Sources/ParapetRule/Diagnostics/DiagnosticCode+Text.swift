extension DiagnosticCode {
  /// What it is called.
  public var title: LocalizedText { LocalizedText(zh: "", en: rawValue) }
}
