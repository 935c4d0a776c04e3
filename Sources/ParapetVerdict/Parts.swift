public import ParapetText

/// One change to a part of the event.
public struct Edit: Sendable, Equatable {
  /// The rule that asked for it.
  public var rule: String
  /// Which part of the event, as an RFC 6901 pointer.
  public var part: String
  /// What is replaced; empty for an insertion.
  public var span: TextSpan
  /// What stands there afterwards.
  public var with: String
  /// An edit from its parts.
  public init(rule: String, part: String, span: TextSpan, with: String) {
    self.rule = rule
    self.part = part
    self.span = span
    self.with = with
  }
}

/// Something that must be done besides delivering or not delivering.
public struct Obligation: Sendable, Equatable {
  /// `review`, `notify` or `retain`.
  public var kind: String
  /// Whose queue, or nil.
  public var queue: String?
  /// Within how many hours, or nil.
  public var withinHours: Int?
  /// The rule that asks for it.
  public var rule: String
  /// An obligation from its parts.
  public init(kind: String, queue: String?, withinHours: Int?, rule: String) {
    self.kind = kind
    self.queue = queue
    self.withinHours = withinHours
    self.rule = rule
  }
}

/// A candidate that an exception removed.
public struct Suppression: Sendable, Equatable {
  /// The rule.
  public var rule: String
  /// The clause that had found it.
  public var clause: String
  /// What removed it, such as `unless.negated`.
  public var by: String
  /// Which part of the event.
  public var part: String
  /// Where in that part.
  public var span: TextSpan
  /// A suppression from its parts.
  public init(rule: String, clause: String, by: String, part: String, span: TextSpan) {
    self.rule = rule
    self.clause = clause
    self.by = by
    self.part = part
    self.span = span
  }
}

/// A rule that could not look. This is not "found nothing".
public struct Unjudged: Sendable, Equatable {
  /// The rule.
  public var rule: String
  /// `missing_fact`, `match_limit`, `budget`, `validator_error`…; `cap_…` where it looked at a part only.
  public var why: String
  /// Which fact was missing, or nil.
  public var fact: String?
  /// What the rule says about that: `on_missing` or `on_error`, and its setting; `limit` and how many there may be, where a bound of the
  /// work was reached.
  public var policy: (name: String, value: String)
  /// A record from its parts.
  public init(rule: String, why: String, fact: String?, policy: (name: String, value: String)) {
    self.rule = rule
    self.why = why
    self.fact = fact
    self.policy = policy
  }
  /// By all parts.
  public static func == (a: Unjudged, b: Unjudged) -> Bool {
    a.rule == b.rule && a.why == b.why && a.fact == b.fact && a.policy == b.policy
  }
}

/// Why a rule did not look.
public enum SkipReason: String, Sendable, CaseIterable {
  /// The event is at another stage.
  case stage
  /// The event is in another channel.
  case channel
  /// The event has another purpose.
  case purpose
  /// The event belongs to another region, or says nothing of one.
  case region
  /// The event's answer has another format.
  case format
  /// The event calls another tool.
  case tool
  /// A fact has another value.
  case facts
  /// None of its triggers is in the text.
  case prefilter
  /// The rule is off.
  case off
  /// The register that it asks is not there.
  case register
}

/// How many rules looked. `rules` = `evaluated` + all of `skipped`.
public struct Trace: Sendable {
  /// A claim that the evidence carries.
  public struct Claim: Sendable {
    /// Which part of the event, as an RFC 6901 pointer.
    public var part: String
    /// Where in that part.
    public var span: TextSpan
    /// What kind of unit the claim has.
    public var unit: String
    /// What carries it; nil where a claim needs no evidence, or its name is evidence enough.
    public var derivation: Finding.Grounding.Derivation?
    /// A claim from its parts.
    public init(part: String, span: TextSpan, unit: String, derivation: Finding.Grounding.Derivation? = nil) {
      self.part = part
      self.span = span
      self.unit = unit
      self.derivation = derivation
    }
  }
  /// What one rule did.
  public struct Step: Sendable {
    /// The rule.
    public var rule: String
    /// Why it did not look, or nil when it did.
    public var skipped: SkipReason?
    /// Stretches that its clauses matched.
    public var candidates = 0
    /// Those whose context was right.
    public var confirmed = 0
    /// Those that passed their validator.
    public var validated = 0
    /// Those that an exception removed, by exception, in order of first use.
    public var removed: [(by: String, count: Int)] = []
    /// Those that became findings.
    public var findings = 0
    /// Of grounding rules: the claims that the evidence carries, with what carries them.
    public var claims: [Claim] = []
    /// A step that has done nothing yet.
    public init(rule: String) { self.rule = rule }
  }
  /// How many rules the program has.
  public var rules = 0
  /// How many looked.
  public var evaluated = 0
  /// How many did not, by reason.
  public var skipped: [SkipReason: Int] = [:]
  /// One step a rule, when the full trace was asked for.
  public var steps: [Step]?
  /// An empty trace.
  public init() {}
}
