/// One thing a rule looks for.
public struct FindClause: Sendable {
  /// How spans are produced.
  public enum Producer: Sendable {
    /// Any of these, literally. An end that is an ASCII letter or digit must stand at a word boundary.
    case phrases([String])
    /// Any line of a list file, matched like phrases.
    case terms(list: String, [String])
    /// A PCRE2 pattern.
    case pattern(String)
    /// A recogniser, by the name of its kind of mention.
    case entity(String)
  }

  /// What the prefilter must see before the clause is tried.
  public enum Needs: Sendable, Equatable {
    /// Any of these literals.
    case literals([String])
    /// A run of at least this many ASCII digits.
    case digits(Int)
  }

  /// Words that must stand near.
  public struct Context: Sendable, Equatable {
    /// On which side of the candidate.
    public enum Side: String, Sendable, CaseIterable { case before, after, either }
    /// The words; one is enough.
    public var any: [String]
    /// How far away at most, in Unicode scalars of the view.
    public var within: Int
    /// On which side.
    public var side: Side
  }

  /// Which capture is the span.
  public enum Group: Sendable, Equatable {
    case number(Int)
    case name(String)
  }

  /// Its name.
  public var name: String
  /// How spans are produced.
  public var producer: Producer
  /// What the prefilter must see.
  public var needs: Needs?
  /// The validator that a span must pass.
  public var validate: String?
  /// Words that must stand near.
  public var context: Context?
  /// Which capture is the span; nil for the whole match.
  public var group: Group?
  /// Whether no exception may remove what it finds.
  public var firm: Bool
  /// Whether what it finds is found again wherever it stands further on in the event.
  public var again: Bool
  /// Kinds of mention that a recogniser leaves out, such as `list-marker`.
  public var ignore: [String]
}

/// What excuses a candidate. All conditions of one exception must hold together.
public struct Exception: Sendable {
  /// A PCRE2 pattern, written out or through a cue.
  public struct Condition: Sendable {
    /// The pattern.
    public var pattern: String
    /// The cue it came from, such as `negation.zh`, or nil.
    public var cue: String?
    /// How far it looks.
    public var scope: String
  }
  /// Its name.
  public var name: String
  /// Any of these must match the text between the start of the scope and the candidate.
  public var before: [Condition]
  /// Any of these must match the text between the candidate and the end of the scope.
  public var after: [Condition]
  /// The candidate must lie inside a match of any of these.
  public var within: [Condition]
  /// These facts must hold.
  public var facts: [FactCondition]
  /// The find clauses it speaks of; empty for all that are not firm.
  public var clauses: [String]
}
