public import ParapetRule
public import ParapetText
public import ParapetVerdict

/// An event that two rule sets decide differently, or in which they find different things.
public struct DecisionChange: Sendable {
  /// What one rule does in one rule set and not in the other.
  public struct RuleChange: Sendable, Equatable {
    /// The rule.
    public let rule: String
    /// True when the new rule set finds something that the old one does not.
    public let isAdded: Bool
  }

  /// The number of the event in its file, from 1.
  public let line: Int
  /// The event's id, or nil.
  public let id: String?
  /// Where it stands in the life of a request.
  public let stage: Stage
  /// What the old rules decided.
  public let old: Verdict.Decision
  /// What the new rules decide.
  public let new: Verdict.Decision
  /// The rules whose findings differ, by id, what was added first.
  public let rules: [RuleChange]
  /// The text, veiled, or nil when the event has none.
  public let text: String?
  /// What the old rules found in the text.
  public let oldSpans: [TextSpan]
  /// What the new rules find in the text.
  public let newSpans: [TextSpan]

  /// Whether the decision is another one.
  public var isDecision: Bool { old != new }
  /// Whether the new decision is the stricter one.
  public var isStricter: Bool { new > old }
  /// The text with marks around what the old rules found.
  public var oldText: String? { text.map { MarkedText.mark($0, at: oldSpans.map(\.scalar)) } }
  /// The text with marks around what the new rules find.
  public var newText: String? { text.map { MarkedText.mark($0, at: newSpans.map(\.scalar)) } }
}

/// What two rule sets say differently of a corpus of events.
public struct RulesetComparison: Sendable {
  /// The changes that one rule takes part in.
  public struct Count: Sendable, Equatable {
    /// The rule.
    public let rule: String
    /// Events that are decided more strictly.
    public var stricter = 0
    /// Events that are decided more mildly.
    public var milder = 0
    /// Events that are decided alike, in which the rule finds something else.
    public var findings = 0
  }

  /// How many events were judged.
  public let events: Int
  /// Records that were no events, and so could not be compared.
  public let unreadable: Int
  /// The changes, in the order of the events.
  public let changes: [DecisionChange]

  /// Those of which the decision changes.
  public var decisions: [DecisionChange] { changes.filter(\.isDecision) }

  /// The changes by rule, the most decisions first.
  public var counts: [Count] {
    var counts: [String: Count] = [:]
    for change in changes {
      for rule in Set(change.rules.map(\.rule)) {
        var count = counts[rule] ?? Count(rule: rule)
        if !change.isDecision { count.findings += 1 } else if change.isStricter { count.stricter += 1 } else { count.milder += 1 }
        counts[rule] = count
      }
    }
    return counts.values.sorted { a, b in
      let (x, y) = (a.stricter + a.milder, b.stricter + b.milder)
      return x == y ? a.rule < b.rule : x > y
    }
  }
}
