/// What Parapet says of one event: a pure value. The same rule set and event give the same bytes.
public struct Verdict: Sendable {
  /// What the caller should do.
  public enum Decision: String, Sendable, CaseIterable, Comparable {
    /// Deliver the text as it is.
    case pass
    /// Deliver the text with the edits applied.
    case modify
    /// Deliver nothing until it is regenerated or a person has looked.
    case hold
    /// Deliver the reply instead.
    case refuse
    /// The event could not be judged.
    case error

    /// From mild to strict, in the order of declaration.
    public static func < (a: Decision, b: Decision) -> Bool { a.rank < b.rank }
    private var rank: Int { Decision.allCases.firstIndex(of: self) ?? 0 }
  }

  /// Which event this is about.
  public struct EventReference: Sendable {
    /// The event's own id, or nil.
    public var id: String?
    /// `input`, `output`…; nil when the event could not be read.
    public var stage: String?
    /// The channel it said, or nil.
    public var channel: String?
    /// The trace id of its `traceparent`, or nil.
    public var traceID: String?
    /// A reference from its parts.
    public init(id: String? = nil, stage: String? = nil, channel: String? = nil, traceID: String? = nil) {
      self.id = id
      self.stage = stage
      self.channel = channel
      self.traceID = traceID
    }
  }

  /// Which rules judged.
  public struct RulesetReference: Sendable, Equatable {
    /// The profile, with the channel behind a slash when one applied.
    public var profile: String
    /// The profile's version.
    public var version: String
    /// `sha256:` and the digest of the rules in force.
    public var digest: String
    /// A reference from its parts.
    public init(profile: String, version: String, digest: String) {
      self.profile = profile
      self.version = version
      self.digest = digest
    }
  }

  /// What judged.
  public struct EngineReference: Sendable, Equatable {
    /// Parapet's version.
    public var version: String
    /// The version of libpcre2-8.
    public var pcre2: String
    /// The Unicode version that libpcre2-8 knows.
    public var unicode: String
    /// A reference from its parts.
    public init(version: String, pcre2: String, unicode: String) {
      self.version = version
      self.pcre2 = pcre2
      self.unicode = unicode
    }
  }

  /// What to say instead of the text.
  public struct Reply: Sendable, Equatable {
    /// Its key in `replies.yaml`.
    public let key: String
    /// Its text, in the language of the event.
    public let text: String
    /// A reply from its parts.
    public init(key: String, text: String) {
      self.key = key
      self.text = text
    }
  }

  /// Why an event could not be judged.
  public struct Failure: Sendable, Equatable {
    /// A stable code, such as `E0102`.
    public let code: String
    /// A sentence for people that quotes nothing of the event.
    public let message: String
    /// Where in the line, in bytes, when that is known.
    public let offset: Int?
    /// A failure from its parts.
    public init(code: String, message: String, offset: Int? = nil) {
      self.code = code
      self.message = message
      self.offset = offset
    }
  }

  /// Which event.
  public var event: EventReference
  /// What judged.
  public var engine: EngineReference
  /// Which rules.
  public var ruleset: RulesetReference
  /// What to do.
  public var decision: Decision
  /// Why it could not be judged; nil unless `decision` is `.error`.
  public var failure: Failure?
  /// The reply; nil when the text itself may go out.
  public var reply: Reply?
  /// What may be delivered.
  public var text: String
  /// What was found, in order of place, then of rule.
  public var findings: [Finding] = []
  /// What to change, sorted, never overlapping.
  public var edits: [Edit] = []
  /// What must be done besides.
  public var obligations: [Obligation] = []
  /// What would have been found but for an exception.
  public var suppressed: [Suppression] = []
  /// Which rules could not look, and why.
  public var unjudged: [Unjudged] = []
  /// What to tell the model that wrote the answer, when it is held until that model writes a better one; nil otherwise. It is no part
  /// of the verdict's JSON: whoever sends it on asks for it.
  public var retry: String?
  /// How many rules looked.
  public var trace = Trace()
  /// What a plugged-in judge said; nil where none was asked.
  public var review: Review?

  /// A verdict with nothing found.
  public init(event: EventReference, engine: EngineReference, ruleset: RulesetReference, decision: Decision, text: String) {
    self.event = event
    self.engine = engine
    self.ruleset = ruleset
    self.decision = decision
    self.text = text
  }

  /// A verdict on something that is not an event. Nothing of its text is let through.
  public init(failure: Failure, engine: EngineReference, ruleset: RulesetReference, id: String? = nil) {
    self.init(event: EventReference(id: id), engine: engine, ruleset: ruleset, decision: .error, text: "")
    self.failure = failure
  }
}
