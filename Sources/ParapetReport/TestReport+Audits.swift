import ParapetRule
import ParapetTesting

extension TestReport {
  /// What audits found, for people: a block for each.
  func auditLines(_ style: Style) -> [String] {
    var lines: [String] = []
    if let coverage { lines += TestReport.lines(coverage, style) }
    if let mutation { lines += TestReport.lines(mutation, style) }
    if let benign { lines += TestReport.lines(benign, style) }
    return lines
  }

  private static func lines(_ coverage: [RuleCoverage], _ style: Style) -> [String] {
    var lines: [String] = []
    for rule in coverage where !rule.uncovered.isEmpty {
      lines.append(
        "  \(style.bold(rule.rule)) \(rule.parts.count - rule.uncovered.count) of \(rule.parts.count) parts exercised; no example for")
      for part in rule.uncovered {
        lines.append("    \(part.name)" + style.dim("  \(rule.file):\(part.position?.line ?? 1)"))
      }
    }
    let parts = coverage.reduce(0) { $0 + $1.parts.count }
    return lines + [
      "coverage: \(percent(coverage.percent)) of \(parts) clauses, phrases, exceptions and assertions of \(coverage.count) rules"
    ]
  }

  private static func lines(_ outcomes: [MutationOutcome], _ style: Style) -> [String] {
    let mutants = outcomes.reduce(0) { $0 + $1.mutants }
    let survivors = outcomes.reduce(0) { $0 + $1.survivors.count }
    return [
      "mutation: \(mutants - survivors) of \(mutants) mutants noticed (\(percent(outcomes.score))), \(survivors) survived, \(outcomes.count) rules"
    ]
  }

  private static func lines(_ outcome: BenignOutcome, _ style: Style) -> [String] {
    var rows = [["RULE", "FLAGGED", "REACH", "RATE"]]
    for measure in outcome.measures where !measure.alarms.isEmpty {
      rows.append([measure.rule, String(measure.alarms.count), String(measure.reached), rate(measure)])
    }
    let widths = rows[0].indices.map { column in rows.map { DisplayWidth.columns(of: $0[column]) }.max() ?? 0 }
    let table =
      rows.count == 1
      ? []
      : rows.map { row in
        "  " + zip(row, widths).map { $0 + String(repeating: " ", count: $1 - DisplayWidth.columns(of: $0)) }.joined(separator: "  ")
      }
    let unmeasured = outcome.measures.count { !$0.isMeasured }
    let flagged = Set(outcome.measures.flatMap { $0.alarms.map(\.text.id) }).count
    return table + [
      "benign: \(flagged) of \(outcome.texts) texts flagged; \(unmeasured) of \(outcome.measures.count) rules not measured "
        + "(fewer than \(BenignOutcome.leastReach) texts hold one of their triggers)"
    ]
  }

  static func rate(_ measure: BenignOutcome.Measure) -> String {
    guard measure.isMeasured else { return "not measured" }
    let share = Double(measure.alarms.count) * 100 / Double(measure.reached)
    return share > 0 && share < 0.1 ? "under 0.1%" : percent(share)
  }

  /// A share with one decimal; 100 only when it is all.
  static func percent(_ value: Double) -> String {
    let tenths = Int(value * 10)
    return tenths % 10 == 0 ? "\(tenths / 10)%" : "\(tenths / 10).\(tenths % 10)%"
  }
}
