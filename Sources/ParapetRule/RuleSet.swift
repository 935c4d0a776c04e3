/// A file of a rule directory: its path under that directory, with `/`, and its bytes.
public struct RuleFile: Sendable {
  /// The path, such as `masking/cn/resident-id.yaml`.
  public let path: String
  /// The bytes.
  public let bytes: [UInt8]
  /// A file from its parts.
  public init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }
}

/// Everything in a rule directory, decoded.
public struct RuleSet: Sendable {
  /// The rules as written, by id.
  public var rules: [Rule]
  /// The profiles, by id.
  public var profiles: [Profile]
  /// Refusal texts by key.
  public var replies: [String: LocalizedText]

  /// Decodes `files` and reports every problem, worst first within a file's order. Rules that have an error are left out of the set.
  ///
  /// `date` (`YYYY-MM-DD`) is the day on which overrides are judged to have run out.
  public static func decode(_ files: [RuleFile], date: String) -> (set: RuleSet, diagnostics: [Diagnostic]) {
    (RuleSet(rules: [], profiles: [], replies: [:]), [])
  }

  /// The rules of `profile` in `channel`, overrides applied; overrides that ran out before `date` are not.
  public func effective(profile: String, channel: String?) throws(RuleErrors) -> EffectiveRules {
    throw RuleErrors(diagnostics: [])
  }
}
