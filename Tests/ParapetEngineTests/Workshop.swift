import Foundation
import ParapetFormat
import ParapetRule
import ParapetTesting
import ParapetText
import ParapetVerdict
import Testing

@testable import ParapetEngine

/// Makes programs from short rules: the identity slots are filled in.
enum Workshop {
  /// A rule file: `body` holds the slots from `when` on, indented as in a file.
  static func rule(_ id: String, head: String = "", _ body: String) -> RuleFile {
    let text = """
      rule: \(id)
      version: 1.0.0
      title: {zh: 测试规则, en: A rule under test}
      status: stable
      severity: high
      owner: tests
      reviewed: 2026-11-21
      legal: [{cite: TEST art.1, for: a reason}]
      \(head)
      \(body)
      \(body.contains("on_error") ? "" : "on_error: closed")
      examples:
        - hit: ⟦x⟧
        - miss: y
      """
    return RuleFile(path: id.split(separator: ".").joined(separator: "/") + ".yaml", bytes: Array(text.utf8))
  }

  static let shared = [
    (
      "legal.yaml",
      """
      TEST:
        title: {zh: 测试, en: Test}
        issuer: nobody
        in_force: {from: 2020-01-01}
        verified: true
        checked: made up
        articles:
          art.1: {demands: nothing}
      """
    ),
    (
      "replies.yaml",
      """
      refused: {zh: 不能, en: No.}
      held: {zh: 稍候, en: Wait.}
      no-promise: {zh: 投资有风险, en: Capital is at risk.}
      """
    ),
    (
      "profiles/default.yaml",
      """
      profile: default
      version: 1.0.0
      title: {zh: 默认, en: Default}
      owner: tests
      select: ['*']
      """
    ),
  ].map { RuleFile(path: $0.0, bytes: Array($0.1.utf8)) }

  static func program(
    _ rules: RuleFile..., and others: [RuleFile] = [], options: Program.Options = .init(), channel: String? = nil
  ) throws -> Program {
    let (set, diagnostics) = RuleSet.decode(rules + others + shared, date: "2026-11-21")
    let errors = diagnostics.filter { $0.severity == .error }
    #expect(errors.isEmpty, "\(errors.map { "\($0.code) \($0.file):\($0.line) \($0.message)" })")
    return try Program.compile(set, profile: "default", channel: channel, options: options)
  }

  static func event(_ line: String) throws -> Event { try Event(parsing: Array(line.utf8)) }
}

extension Program {
  /// Judges `event`, and holds the verdict against its schema and its invariants.
  func judged(_ event: Event, trace: TraceLevel = .counts) -> Verdict {
    let verdict = evaluate(event, trace: trace)
    let faults = Schema.shared.faults(in: verdict.json()) + verdict.contradictions(with: event)
    #expect(faults.isEmpty, "\(faults)")
    return verdict
  }
}

/// The schema of verdicts, read once.
private enum Schema {
  static let shared: VerdictSchema = {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("../../Fixtures/verdict.v1.schema.json")
    do { return try VerdictSchema(Array(Data(contentsOf: file))) } catch { preconditionFailure("no verdict schema: \(error)") }
  }()
}

extension Verdict {
  /// The spans of the findings, in scalars, as `rule-clause:from-to`.
  var places: [String] {
    findings.map { "\($0.clause):\($0.span.map { "\($0.scalar.lowerBound)-\($0.scalar.upperBound)" } ?? "none")" }
  }
}
