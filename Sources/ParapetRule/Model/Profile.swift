public import ParapetEntity

/// Which rules judge, and how they are tuned in each channel.
public struct Profile: Sendable {
  /// One change to one or more rules.
  public struct Override: Sendable {
    /// The rule's id, or a pattern with `*`.
    public var rule: String
    /// The channel in which it applies, or nil for all.
    public var channel: String?
    /// Why, for people.
    public var why: String
    /// The last day on which it applies, `YYYY-MM-DD`; a loosening must have an end.
    public var until: String?
    /// The file of the entry.
    public var file: String
    /// Its line, from 1.
    public var line: Int
    /// Its column, from 1.
    public var column: Int
    /// What it changes, by path.
    var changes: [RuleChange]
    /// Where it names the rule, and where its end.
    var rulePlace: Place
    var untilPlace: Place?

    /// Whether it has run out before `date`.
    public func isExpired(on date: String) -> Bool { until.map { $0 < date } ?? false }
  }
  /// One example: a text, and what each channel decides.
  public struct Example: Sendable {
    /// The text.
    public var text: String
    /// The stage.
    public var stage: Stage
    /// Decision by channel; `base` for an event in none of the channels.
    public var expect: [(channel: String, decision: String)]
    /// Why, for people.
    public var why: String?
    /// Where it stands.
    public var line: Int
  }
  /// Its id.
  public var id: String
  /// Semantic version.
  public var version: String
  /// What it is called.
  public var title: LocalizedText
  /// Who answers for it.
  public var owner: String
  /// Patterns of rule ids.
  public var select: [String]
  /// Where each of them is written.
  var selectPlaces: [String: Place]
  /// The channels it tunes, in order.
  public var channels: [String]
  /// Its overrides, those for all channels first, then channel by channel, as written.
  public var overrides: [Override]
  /// Its examples.
  public var examples: [Example]
  /// The file, relative to the rule directory.
  public var file: String

  /// Whether it selects the rule called `id`.
  public func selects(_ id: String) -> Bool { select.contains { NamePattern.matches($0, id) } }
}

/// The rules that one channel of one profile has in force, ready to compile.
public struct EffectiveRules: Sendable {
  /// The profile's id.
  public var profile: String
  /// The profile's version.
  public var version: String
  /// The channel whose overrides apply, or nil.
  public var channel: String?
  /// The rules in force, overrides applied, by id.
  public var rules: [Rule]
  /// Refusal texts by key.
  public var replies: [String: LocalizedText]
  /// What a model is told to do better, by key.
  public var hints: [String: LocalizedText]
  /// The registers that rules in force ask.
  public var registers: [Register]
  /// Schemas by path under `Rules/`.
  public var schemas: [String: [UInt8]]
  /// `sha256:` and the digest of all of the above.
  public var digest: String
}

extension EffectiveRules {
  /// The same from its parts, for whoever has them from elsewhere; `digest` is taken as it is.
  package init(
    profile: String, version: String, channel: String?, rules: [Rule],
    texts: (replies: [String: LocalizedText], hints: [String: LocalizedText]),
    registers: [Register], schemas: [String: [UInt8]], digest: String
  ) {
    self.init(
      profile: profile, version: version, channel: channel, rules: rules, replies: texts.replies, hints: texts.hints,
      registers: registers, schemas: schemas, digest: digest)
  }
}
