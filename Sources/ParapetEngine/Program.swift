public import ParapetRule
public import ParapetVerdict

/// A compiled rule set: immutable, shared by any number of tasks.
public struct Program: Sendable {
  /// Knobs that change how the program works, never what it says.
  public struct Options: Sendable {
    /// Whether literals are looked for first.
    public var prefilter = true
    /// Whether patterns are compiled to machine code.
    public var jit = true
    /// The key for digests of equal values: an id and secret bytes.
    public var key: (id: String, secret: [UInt8])?
    /// Standard options.
    public init() {}
  }

  /// Which rules these are.
  public let ruleset: Verdict.RulesetReference

  /// Compiles `rules`.
  public static func compile(_ rules: EffectiveRules, options: Options = Options()) throws(RuleErrors) -> Program {
    Program(ruleset: .init(profile: rules.profile, version: rules.version, digest: rules.digest))
  }

  /// Judges `event`. Pure and total: it reads nothing else, keeps nothing and never fails.
  public func evaluate(_ event: Event, fullTrace: Bool = false) -> Verdict {
    Verdict(event: .init(), ruleset: ruleset, decision: .pass, text: "")
  }
}
