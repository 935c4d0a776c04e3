import ParapetFormat
public import ParapetTesting
import ParapetVerdict

/// What two rule sets say differently of a corpus, for people and machines.
public struct ComparisonReport: Sendable {
  let comparison: RulesetComparison
  /// The rule sets and the corpus, as a person named them.
  let old: String
  let new: String
  let over: String
  /// How many changes are shown.
  let limit: Int

  /// A report on `comparison`, with at most `limit` changes in full.
  public init(_ comparison: RulesetComparison, from old: String, to new: String, over: String, shown limit: Int) {
    self.comparison = comparison
    self.old = old
    self.new = new
    self.over = over
    self.limit = limit
  }

  /// The changes that are shown: changed decisions first.
  var shown: [DecisionChange] { Array((comparison.decisions + comparison.changes.filter { !$0.isDecision }).prefix(limit)) }
  /// How many are not.
  var hidden: Int { comparison.changes.count - shown.count }

  var summary: String {
    let stricter = comparison.decisions.count(where: \.isStricter)
    let milder = comparison.decisions.count - stricter
    let unreadable = comparison.unreadable > 0 ? "; \(comparison.unreadable) records were no events" : ""
    return "\(comparison.decisions.count) of \(comparison.events) decisions change (\(stricter) stricter, \(milder) milder); "
      + "\(comparison.changes.count - comparison.decisions.count) more events with other findings\(unreadable)"
  }

  /// For a terminal.
  public func pretty(_ style: Style = .plain) -> [UInt8] {
    var lines: [String] = []
    for change in shown {
      let arrow = "\(change.old.rawValue) → \(change.new.rawValue)"
      let decision = !change.isDecision ? style.dim(arrow) : change.isStricter ? style.red(arrow) : style.yellow(arrow)
      lines.append("\(style.blue("\(over):\(change.line)")) \(change.id ?? "") \(decision)")
      for rule in change.rules { lines.append("  \(rule.isAdded ? style.green("+") : style.red("-")) \(rule.rule)") }
      if let text = change.text {
        lines += SpanDrawing(text, before: change.oldSpans, after: change.newSpans).lines(style).map { "    " + $0 }
      }
      lines.append("")
    }
    if hidden > 0 { lines += ["… and \(hidden) more", ""] }
    for count in comparison.counts {
      lines.append("  \(count.rule): \(count.stricter) stricter, \(count.milder) milder, \(count.findings) other findings")
    }
    return Array((lines + [summary]).joined(separator: "\n").utf8) + [10]
  }

  /// One JSON object.
  public func json() -> [UInt8] {
    var writer = JSONWriter()
    func member(_ name: String, _ value: String) {
      writer.key(name)
      writer.value(value)
    }
    func member(_ name: String, _ value: Int) {
      writer.key(name)
      writer.value(value)
    }
    writer.beginObject()
    member("schema", "diff-report/1")
    member("old", old)
    member("new", new)
    member("events", comparison.events)
    member("unreadable", comparison.unreadable)
    member("decisions_changed", comparison.decisions.count)
    writer.key("rules")
    writer.beginArray()
    for count in comparison.counts {
      writer.beginObject()
      member("rule", count.rule)
      member("stricter", count.stricter)
      member("milder", count.milder)
      member("findings", count.findings)
      writer.endObject()
    }
    writer.endArray()
    writer.key("changes")
    writer.beginArray()
    for change in comparison.changes {
      writer.beginObject()
      member("line", change.line)
      if let id = change.id { member("id", id) }
      member("old", change.old.rawValue)
      member("new", change.new.rawValue)
      for (name, isAdded) in [("added", true), ("removed", false)] {
        writer.key(name)
        writer.beginArray()
        for rule in change.rules where rule.isAdded == isAdded { writer.value(rule.rule) }
        writer.endArray()
      }
      if let text = change.oldText { member("old_text", text) }
      if let text = change.newText { member("new_text", text) }
      writer.endObject()
    }
    writer.endArray()
    writer.endObject()
    return writer.bytes + [10]
  }
}
