import Parapet
import ParapetTesting
import Testing

@Suite struct ComparisonTests {
  private func set(_ phrases: String) throws -> RuleSet {
    let slots = "when: {stage: output}\nfind:\n  x: {phrases: \(phrases)}\nevidence: show\nthen: {action: refuse, reply: refused}"
    let masking = """
      when: {stage: output}
      find:
        digits: {pattern: '\\d{11}'}
      then: {action: mask, keep: [3, 4]}
      """
    return try Workbench.ruleSet([
      Workbench.rule("refusal.test", slots, examples: "  - hit: ⟦保本⟧\n  - miss: 您好"),
      Workbench.rule("masking.test", masking, examples: "  - hit: ⟦13800138000⟧\n  - miss: 您好"),
    ])
  }

  private let records = ["保本", "稳赚，电话13800138000", "您好", "not json"].enumerated().map { index, text in
    Array((text == "not json" ? text : #"{"id":"e\#(index)","stage":"output","text":"\#(text)"}"#).utf8)
  }

  @Test func changesAreCountedByRuleAndDirection() throws {
    var runner = ComparisonRunner(try set("[保本]"), try set("[保本, 稳赚]"), profile: "default")
    let comparison = try runner.comparison(over: records)
    #expect((comparison.events, comparison.unreadable, comparison.changes.count) == (3, 1, 1))
    let change = try #require(comparison.decisions.first)
    #expect((change.id, change.line, change.old, change.new) == ("e1", 2, .modify, .refuse))
    #expect(change.rules.map { "\($0.rule) \($0.isAdded)" } == ["refusal.test true"])
    #expect(change.newText?.contains("13800138000") == false, "values are veiled")
    #expect(comparison.counts.map { "\($0.rule) \($0.stricter) \($0.milder) \($0.findings)" } == ["refusal.test 1 0 0"])
    var back = ComparisonRunner(try set("[保本, 稳赚]"), try set("[保本]"), profile: "default")
    #expect(try back.comparison(over: records).counts.map(\.milder) == [1])
    var same = ComparisonRunner(try set("[保本]"), try set("[保本]"), profile: "default")
    #expect(try same.comparison(over: records).changes.isEmpty)
  }

  @Test func aReplayTellsWhatIsDifferent() throws {
    let rules = try set("[保本]")
    let program = try Program.compile(rules, profile: "default")
    let event = try Event(parsing: records[0])
    let stored = program.evaluate(event).json()
    func outcome(_ line: [UInt8], by program: Program) -> Replay.Outcome {
      Replay(line: 1, stored: line) { program.evaluate(event, trace: $0) }.outcome
    }
    #expect(outcome(stored, by: program) == .same)
    #expect(outcome(program.evaluate(event, trace: .full).json(), by: program) == .same)
    #expect(outcome(program.evaluate(event).json(timingMicroseconds: 17), by: program) == .same)
    let forged = Array(String(decoding: stored, as: UTF8.self).replacing(#""decision":"refuse""#, with: #""decision":"pass""#).utf8)
    #expect(outcome(forged, by: program) == .different(at: "/decision"))
    let other = try Program.compile(set("[保本, 稳赚]"), profile: "default")
    #expect(outcome(stored, by: other) == .otherRules(stored: program.ruleset.digest, now: other.ruleset.digest))
    #expect(outcome(Array("{}".utf8), by: program) == .unreadable)
  }
}
