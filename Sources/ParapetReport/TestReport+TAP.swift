import ParapetTesting

extension TestReport {
  /// The report in the Test Anything Protocol. A known gap that is still open is a `TODO`.
  ///
  /// - Source: TAP specification, version 14: plan, test points, directives, YAML diagnostics.
  public func tap() -> [UInt8] {
    var text = "TAP version 14\n1..\(results.count)\n"
    for (index, result) in results.enumerated() {
      let isGap = result.kind == .gap && result.passed
      let name = TestReport.escaped("\(result.suite) › \(result.name)")
      text += "\(result.passed && !isGap ? "ok" : "not ok") \(index + 1) - \(name)\(isGap ? " # TODO known gap" : "")\n"
      guard !result.passed else { continue }
      text += "  ---\n  at: \(result.file):\(result.line):\(result.column)\n  message: |\n"
      for line in result.lines(.plain).dropFirst(2) { text += "    \(line)\n" }
      text += "  ...\n"
    }
    return Array(text.utf8)
  }

  /// `#` and the backslash mean something in a description.
  private static func escaped(_ text: String) -> String { text.replacing("\\", with: "\\\\").replacing("#", with: "\\#") }
}
