public import ParapetFormat

/// What must hold.
public indirect enum Requirement: Sendable {
  /// All of these.
  case all([Requirement])
  /// Any of these.
  case any([Requirement])
  /// One named assertion.
  case assertion(name: String, Assertion)
}

extension Requirement {
  /// The kinds of register that are asked.
  public var registers: [String] {
    switch self {
    case .all(let parts), .any(let parts): parts.flatMap(\.registers)
    case .assertion(_, .registered(let options)): [options.register]
    case .assertion: []
    }
  }
}

/// One assertion.
public enum Assertion: Sendable {
  /// Every candidate of `find` is carried by the evidence.
  case grounded(Grounded)
  /// Every candidate of `find` is listed by the registers, and as what it is said to be.
  case registered(Registered)
  /// The text is JSON that is valid by a schema.
  case json(JSONText)
  /// The text is a document of some form.
  case document(Document)
  /// The text, without white space around it, is one of these.
  case values([String])
  /// The text carries one of these phrases.
  case disclosed(Disclosed)
  /// The text matches this pattern, or with `not`, does not.
  case matches(pattern: String)
  /// Every candidate of `find` passes this validator.
  case valid(String)
  /// The JSON is a reasoned answer whose citations exist and whose formulas compute; `context` or `tool-result` is what it cites.
  case reasoned(sources: [String])
  /// The text is no longer, and no shorter, than this.
  case length(Length)
  /// An argument of the tool call satisfies this.
  case arg(Argument)
  /// Earlier calls in the session satisfy this.
  case calls(Calls)

  /// Options of `grounded`.
  public struct Grounded: Sendable, Equatable {
    /// What counts as evidence: `context`, `input`, `tool-result`.
    public var sources: [String]
    /// `value` or `value-and-unit`.
    public var equal: String
    /// Whether computed figures count.
    public var derive: Bool
    /// `as-printed`: a figure may be rounded to the digits it shows; `exact`: it may not.
    public var rounding: String
    /// The mildest tier that makes a finding: `certain`, `likely`, `warn`.
    public var tier: String
  }

  /// Options of `registered`.
  public struct Registered: Sendable, Equatable {
    /// What is asked: `laws`, `documents`, `products`, `contacts`, `rates`.
    public var register: String
    /// The mildest tier that makes a finding: `certain`, `likely`.
    public var tier: String
  }

  /// Options of `json`.
  public struct JSONText: Sendable, Equatable {
    /// The schema, a path under `Rules/`.
    public var schema: String
    /// Whether a JSON block inside Markdown or prose counts.
    public var extract: Bool
    /// Whether `format` judges.
    public var assertsFormats: Bool
    /// The deepest nesting; nil for the parser's own bound.
    public var depth: Int?
    /// The most bytes; nil for the parser's own bound.
    public var bytes: Int?
  }

  /// Options of `csv`, `table` and `xml`.
  public struct Document: Sendable, Equatable {
    /// What the text must be.
    public var form: DocumentForm
    /// Whether a code fence inside Markdown counts.
    public var extract: Bool
  }

  /// Options of `disclosed`.
  public struct Disclosed: Sendable, Equatable {
    /// Where the phrase must stand.
    public enum Place: Sendable, Equatable {
      case anywhere
      /// In the first so many Unicode scalars.
      case first(Int)
      /// In the last so many Unicode scalars.
      case last(Int)
      /// At most so many Unicode scalars before or after what was found, each time.
      case near(Int)
      /// In the paragraph of what was found, each time. A blank line ends a paragraph.
      case paragraph
      /// In the sentence of what was found, each time.
      case sentence
    }
    /// Phrases; one is enough.
    public var phrases: [String]
    /// A pattern that counts as well.
    public var pattern: String?
    /// Where.
    public var place: Place
  }

  /// Options of `length`.
  public struct Length: Sendable, Equatable {
    /// What is counted.
    public enum Unit: String, Sendable, CaseIterable { case scalars, graphemes, utf16, bytes, lines, segments = "sms-segments", sentence }
    /// The least that is allowed.
    public var min: Int?
    /// The most that is allowed.
    public var max: Int?
    /// What is counted.
    public var unit: Unit
  }

  /// Options of `arg`.
  public struct Argument: Sendable {
    /// What the argument is compared with.
    public enum Comparison: Sendable {
      /// It is there and not null.
      case present
      /// It is a string that matches this pattern.
      case matches(String)
      /// It is one of these.
      case oneOf([String])
      /// It equals this value, or what `session:/pointer`, `facts:/pointer` or `arg:/pointer` points at.
      case equals(String)
      /// It is a number of at most this, a number or a reference as above.
      case atMost(String)
      /// It is a number of at least this.
      case atLeast(String)
    }
    /// Which argument, as an RFC 6901 pointer.
    public var pointer: String
    /// What it is compared with; all must hold.
    public var comparisons: [Comparison]
  }

  /// Options of `calls`.
  public struct Calls: Sendable, Equatable {
    /// `same-tool`, or a tool name with `*`.
    public var tool: String
    /// The most calls allowed, the one being judged included.
    public var atMost: Int?
    /// The least earlier calls needed.
    public var atLeast: Int?
  }
}
