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
    /// A place in the evidence, the question or the answer.
    public struct Nearest: Sendable {
      /// The id of the passage; `/input` for the question, the pointer of a part for the answer itself.
      public var id: String
      /// The place in it.
      public var span: TextSpan
      /// A place from its parts.
      public init(id: String, span: TextSpan) {
        self.id = id
        self.span = span
      }
    }
    /// How a claim follows, or what other result the figures give.
    public struct Derivation: Sendable {
      /// `quoted`, `rounded`, `difference`, `growth`…
      public var operation: String
      /// The figures used, in the order of the calculation.
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
    /// The calculation that gives the figure, or another than it, where one was found.
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

  /// Where a JSON Schema is broken.
  ///
  /// - Source: JSON Schema core 2020-12, section 12.3.
  public struct SchemaLocation: Sendable, Equatable {
    /// The way through the schema, references included, as an RFC 6901 pointer.
    public let keyword: String
    /// The keyword by the URI of its schema and a pointer from its root.
    public let absoluteKeyword: String
    /// Where in the instance, as an RFC 6901 pointer with `*` for every name that the schema does not itself write.
    public let instance: String
    /// A place from its parts.
    public init(keyword: String, absoluteKeyword: String, instance: String) {
      self.keyword = keyword
      self.absoluteKeyword = absoluteKeyword
      self.instance = instance
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
  public var checks: [Check]
  /// What a grounding rule adds.
  public var grounding: Grounding?
  /// Where a JSON Schema is broken, when one is.
  public var schema: SchemaLocation?
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
    span: TextSpan?, evidence: Evidence, checks: [Check] = [], grounding: Grounding? = nil, schema: SchemaLocation? = nil, owner: String,
    legal: [String], reasonZh: String, reasonEn: String
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
    self.checks = checks
    self.grounding = grounding
    self.schema = schema
    self.owner = owner
    self.legal = legal
    self.reasonZh = reasonZh
    self.reasonEn = reasonEn
  }
}
