public import ParapetText

/// One thing that a rule found.
public struct Finding: Sendable {
  /// A check that a candidate went through.
  public struct Check: Sendable, Equatable {
    /// Its name, such as `validate.luhn` or `require.grounded`.
    public let check: String
    /// Whether it passed.
    public let pass: Bool
    /// A check from its parts.
    public init(check: String, pass: Bool) {
      self.check = check
      self.pass = pass
    }
  }

  /// What a grounding rule adds.
  public struct Grounding: Sendable {
    /// The closest evidence.
    public struct Nearest: Sendable {
      /// The id of the passage.
      public var id: String
      /// The place in it.
      public var span: TextSpan
      /// A place from its parts.
      public init(id: String, span: TextSpan) {
        self.id = id
        self.span = span
      }
    }
    /// What a claim was computed from.
    public struct Derivation: Sendable {
      /// How: `difference`, `total`, `average`, `growth`, `share`, `ratio`, `product`, `interest`, `instalment`, `equation`…; of a supported
      /// claim also `quoted`, `rounded`, `truncated`, `hedged`, `fraction`, `unstated`, `repeat`.
      public var operation: String
      /// The figures used, in the order of the calculation: passages by their id, parts of the event by their pointer.
      public var operands: [Nearest]
      /// How many results luck alone would have given, in thousandths; nil where nothing was searched for.
      public var chance: Int?
      /// A derivation from its parts.
      public init(operation: String, operands: [Nearest], chance: Int? = nil) {
        self.operation = operation
        self.operands = operands
        self.chance = chance
      }
    }
    /// The kind of fault, such as `absent` or `unit`.
    public var fault: String
    /// How sure: `certain`, `likely`, `warn`.
    public var tier: String
    /// What kind of unit the claim has.
    public var unit: String
    /// The id of the closest passage, and the place in it.
    public var nearest: Nearest?
    /// What the figures used come to instead, or how only chance gives the claim; nil where no derivation was found.
    public var derivation: Derivation?
    /// Grounding details from their parts.
    public init(fault: String, tier: String, unit: String, nearest: Nearest? = nil, derivation: Derivation? = nil) {
      self.fault = fault
      self.tier = tier
      self.unit = unit
      self.nearest = nearest
      self.derivation = derivation
    }
  }

  /// The rule's id.
  public var rule: String
  /// The rule's version.
  public var version: String
  /// The rule's family.
  public var family: String
  /// The clause that found it, such as `find.promise` or `require.json`.
  public var clause: String
  /// How grave it is.
  public var severity: String
  /// What the rule does about it.
  public var action: String
  /// False in shadow mode.
  public var enforced: Bool
  /// Which part of the event, as an RFC 6901 pointer.
  public var part: String
  /// Where in that part; nil when the finding is about something that is not there.
  public var span: TextSpan?
  /// The matched text, as far as it may be shown.
  public var evidence: Evidence
  /// The checks that it went through.
  public var checks: [Check] = []
  /// What a grounding rule adds.
  public var grounding: Grounding?
  /// Who answers for the rule.
  public var owner: String
  /// The rule's legal basis; an unverified one is marked.
  public var legal: [String]
  /// What happened, in words, Chinese.
  public var reasonZh: String
  /// What happened, in words, English.
  public var reasonEn: String

  /// A finding from its parts.
  public init(
    rule: String, version: String, family: String, clause: String, severity: String, action: String, enforced: Bool, part: String,
    span: TextSpan?, evidence: Evidence, owner: String, legal: [String], reasonZh: String, reasonEn: String
  ) {
    self.rule = rule
    self.version = version
    self.family = family
    self.clause = clause
    self.severity = severity
    self.action = action
    self.enforced = enforced
    self.part = part
    self.span = span
    self.evidence = evidence
    self.owner = owner
    self.legal = legal
    self.reasonZh = reasonZh
    self.reasonEn = reasonEn
  }
}
