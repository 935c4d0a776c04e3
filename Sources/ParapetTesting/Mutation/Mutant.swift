public import ParapetRule

/// A rule with one part taken away or moved: examples that cannot tell it from the rule do not hold that part.
public struct Mutant: Sendable {
  /// What was done to the rule.
  public enum Operator: String, Sendable, CaseIterable {
    /// A find clause was deleted.
    case clause
    /// A phrase was deleted.
    case phrase
    /// An alternative of an outermost alternation was deleted.
    case alternative
    /// An exception was deleted.
    case exception
    /// A validator was deleted.
    case validator
    /// A context was deleted.
    case context
    /// A clause that no exception may touch was opened to exceptions.
    case firm
    /// A clause whose values are found again further on lost that.
    case again
    /// A count, or a bound of a length, was moved so that more is let in.
    case widen
    /// A count, or a bound of a length, was moved so that less is let in.
    case narrow
    /// The gaps between the words of an alternative were closed: nothing more may stand there than must.
    case close
    /// The gaps between the words of an alternative were opened: anything of their kind may stand there, however long, or nothing.
    case open
    /// An assertion was deleted.
    case assertion
    /// A value that an argument may have was deleted.
    case value
    /// The check digit of what examples mark was changed; here the rule is the same.
    case checkDigit = "check-digit"
  }

  /// What was done.
  public let `operator`: Operator
  /// How a baseline calls it. It stays the same when lines move, and names the part as written.
  public internal(set) var name: String
  /// What was done, in words that fit before "breaks no example".
  public let words: String
  /// The slot, such as `find.promise.phrases.2`.
  let path: String
  /// The byte of the slot's text that is meant, or nil for all of it.
  var utf8Offset: Int?
  /// The rule as changed.
  public let rule: Rule
}

/// How the examples of one rule stand up to its mutants.
public struct MutationOutcome: Sendable {
  /// A mutant that no example could tell from the rule.
  public struct Survivor: Sendable {
    /// Which.
    public let mutant: Mutant
    /// Where the part stands, or nil when it cannot be told.
    public let position: SourcePosition?
  }
  /// The rule.
  public let rule: String
  /// The rule's file.
  public let file: String
  /// How many mutants there were.
  public let mutants: Int
  /// Those that survived, in the order of the rule.
  public let survivors: [Survivor]
}

extension MutationOutcome.Survivor {
  /// A sentence for people.
  public var message: String { "\(mutant.words) breaks no example" }
}

extension [MutationOutcome] {
  /// The share of mutants that some example noticed, in percent.
  public var score: Double {
    let all = reduce(0) { $0 + $1.mutants }
    return all == 0 ? 100 : Double(all - reduce(0) { $0 + $1.survivors.count }) * 100 / Double(all)
  }
}
