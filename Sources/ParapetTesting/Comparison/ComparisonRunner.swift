import Parapet
import ParapetEngine
public import ParapetRule
import ParapetText
import ParapetVerdict

/// Judges the same events by two rule sets.
public struct ComparisonRunner: Sendable {
  /// One of the two.
  private struct Side: Sendable {
    let rules: RuleSet
    var shelf: ProgramShelf
    let profile: String
    let channel: String?

    mutating func judge(_ event: Event) throws(RuleErrors) -> Verdict {
      try shelf.program(profile: profile, channel: channel ?? event.facts["channel"]?.string).evaluate(event)
    }

    func shows(_ rule: String) -> Bool { rules.rules.first { $0.id == rule }.map { $0.evidence == .show } ?? true }
  }

  private var old: Side
  private var new: Side
  private let showsText: Bool

  /// A runner for `profile` of both; without `channel` each event's own decides. Texts are shown as written only when `showsText`.
  public init(_ old: RuleSet, _ new: RuleSet, profile: String, channel: String? = nil, showsText: Bool = false) {
    self.old = Side(rules: old, shelf: ProgramShelf(old), profile: profile, channel: channel)
    self.new = Side(rules: new, shelf: ProgramShelf(new), profile: profile, channel: channel)
    self.showsText = showsText
  }

  /// What changes over `records`, one JSON event each.
  ///
  /// - Throws: `RuleErrors` when a rule set has no such profile or does not compile.
  public mutating func comparison(over records: [[UInt8]]) throws(RuleErrors) -> RulesetComparison {
    var changes: [DecisionChange] = []
    var unreadable = 0
    for (index, record) in records.enumerated() {
      guard let event = try? Event(parsing: record) else {
        unreadable += 1
        continue
      }
      if let change = try change(of: event, line: index + 1) { changes.append(change) }
    }
    return RulesetComparison(events: records.count - unreadable, unreadable: unreadable, changes: changes)
  }

  private mutating func change(of event: Event, line: Int) throws(RuleErrors) -> DecisionChange? {
    let before = try old.judge(event)
    let after = try new.judge(event)
    let rules = ComparisonRunner.changes(from: before, to: after)
    guard before.decision != after.decision || !rules.isEmpty else { return nil }
    func spans(_ verdict: Verdict) -> [TextSpan] { Set(verdict.findings.filter { $0.part == "/text" }.compactMap(\.span)).sorted() }
    let concerned = (before.findings + after.findings).map(\.rule)
    let thickness: Veil.Thickness = showsText ? .none : concerned.allSatisfy { old.shows($0) && new.shows($0) } ? .thin : .thick
    return DecisionChange(
      line: line, id: event.id, stage: event.stage, old: before.decision, new: after.decision, rules: rules,
      text: event.text.map { Veil.veil($0.string, spans: spans(before) + spans(after), thickness) }, oldSpans: spans(before),
      newSpans: spans(after))
  }

  /// The rules whose enforced findings, or whose inability to look, differ.
  private static func changes(from old: Verdict, to new: Verdict) -> [DecisionChange.RuleChange] {
    func marks(_ verdict: Verdict) -> Set<String> {
      Set(
        verdict.findings.filter(\.enforced).map { "\($0.rule)\t\($0.part)\t\($0.span.map { "\($0.utf8)" } ?? "")\t\($0.action)" }
          + verdict.unjudged.map { "\($0.rule)\t\($0.why)\t\($0.fact ?? "")" })
    }
    func rules(_ marks: Set<String>) -> [String] { Set(marks.map { String($0.prefix { $0 != "\t" }) }).sorted() }
    let (before, after) = (marks(old), marks(new))
    return rules(after.subtracting(before)).map { .init(rule: $0, isAdded: true) }
      + rules(before.subtracting(after)).map { .init(rule: $0, isAdded: false) }
  }
}
