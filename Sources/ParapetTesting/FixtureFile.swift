public import ParapetEngine
public import ParapetRule
public import ParapetVerdict

/// A file of cases, each one event and what the whole rule set must say of it.
public struct FixtureFile: Sendable {
  /// The path, as it was given.
  public var path: String
  /// What the cases belong to.
  public var suite: String
  /// The profile that judges, unless a case names another.
  public var profile: String
  /// The cases, in order.
  public var cases: [FixtureCase]
}

/// One case.
public struct FixtureCase: Sendable {
  /// Its id, unique in its file.
  public var id: String
  /// Where it comes from: a source, a defect, a person.
  public var origin: String?
  /// What it is there for.
  public var why: String?
  /// The profile that judges, or nil for the file's.
  public var profile: String?
  /// The channel, which becomes the fact `channel` and picks the profile's overrides.
  public var channel: String?
  /// The event, complete but for its text.
  public var event: Event
  /// The text with `⟦ ⟧` around expected spans, or nil.
  public var text: MarkedText?
  /// What must come out.
  public var expect: Expectation
  /// The line, from 1.
  public var line: Int
  /// The column, from 1.
  public var column: Int

  /// What must come out of a case. What is nil or empty is not asked.
  public struct Expectation: Sendable {
    /// A finding.
    public struct Find: Sendable {
      /// The rule.
      public var rule: String
      /// The clause, such as `find.promise` or `promise`; nil for any.
      public var clause: String?
      /// Where, in Unicode scalars of the text; nil for anywhere.
      public var span: Range<Int>?
    }
    /// A candidate that an exception removes.
    public struct Removal: Sendable {
      /// The rule.
      public var rule: String
      /// The exception, such as `unless.negated` or `negated`; nil for any.
      public var by: String?
    }
    /// A rule that cannot look.
    public struct Blind: Sendable {
      /// The rule.
      public var rule: String
      /// Why, such as `missing_fact`; nil for any reason.
      public var why: String?
    }
    /// The decision.
    public var decision: Verdict.Decision?
    /// Findings that must be there.
    public var findings: [Find] = []
    /// Candidates that must have been removed.
    public var suppressed: [Removal] = []
    /// Rules that must not have been able to look.
    public var unjudged: [Blind] = []
    /// Rules that must find nothing.
    public var absent: [String] = []
    /// What may be delivered.
    public var out: String?
    /// Whether there may be no findings but those listed.
    public var only = false
  }
}

extension FixtureFile {
  /// Reads a fixture file, and says everything that is wrong with it.
  ///
  /// A file with errors gives no cases: a suite that runs in part proves nothing.
  public static func decode(_ file: RuleFile) -> (file: FixtureFile?, diagnostics: [Diagnostic]) {
    let (root, diagnostics) = YAML.read(file.bytes, path: file.path)
    var decoder = FixtureDecoder(diagnostics: diagnostics)
    let decoded = root.flatMap { decoder.file($0, path: file.path) }
    let failed = decoder.diagnostics.contains { $0.severity == .error }
    return (failed ? nil : decoded, Diagnostic.sorted(decoder.diagnostics))
  }
}
