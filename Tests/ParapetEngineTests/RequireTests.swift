import ParapetRule
import ParapetText
import ParapetVerdict
import Testing

@testable import ParapetEngine

@Suite("Requirements")
struct RequireTests {
  private let advice = """
    when: {stage: output, purpose: advice}
    require:
      any:
        json: {schema: schemas/advice.json}
        disclosed: {phrases: [投资有风险], within: {last: 20}}
    then:
      json: {action: hold, for: regenerate, hint: schema-error}
      text: {action: append, text: "\\n投资有风险。"}
    """
  private let schema = RuleFile(
    path: "schemas/advice.json",
    bytes: Array(#"{"type":"object","required":["product","risk"],"properties":{"risk":{"enum":["R1","R2"]}}}"#.utf8))

  private func advise(_ text: String, format: String) throws -> Verdict {
    let program = try Workshop.program(Workshop.rule("format.x", advice), schema)
    var event = Event(stage: .output, text: text)
    event.facts = try Workshop.event(#"{"stage":"output","text":"","facts":{"purpose":"advice","format":"\#(format)"}}"#).facts
    return program.judged(event)
  }

  @Test func validJSONPasses() throws {
    #expect(try advise(#"{"product":"甲","risk":"R1"}"#, format: "json").decision == .pass)
  }

  @Test func aViolationIsHeldWithItsPlace() throws {
    let verdict = try advise(#"{"product":"甲","risk":"R9"}"#, format: "json")
    #expect(verdict.decision == .hold)
    #expect(verdict.findings.first?.clause == "require.json")
    #expect(verdict.findings.first?.span?.utf8 == 24..<28)
    #expect(verdict.findings.first?.reasonEn.contains("R9") == false)
  }

  @Test func proseGetsItsDisclosureOnce() throws {
    let once = try advise("建议分散配置。", format: "text")
    #expect(once.decision == .modify)
    #expect(once.text == "建议分散配置。\n投资有风险。")
    #expect(once.findings.map(\.clause) == ["require.disclosed"])
    #expect(try advise(once.text, format: "text").decision == .pass)
  }

  @Test func aDisclosureThatIsTooFarFromTheEndDoesNotCount() throws {
    #expect(try advise("投资有风险。" + String(repeating: "很长的话", count: 6), format: "text").decision == .modify)
  }

  @Test func anotherPurposeIsNotJudged() throws {
    let program = try Workshop.program(Workshop.rule("format.x", advice), schema)
    let verdict = program.judged(Event(stage: .output, text: "你好"))
    #expect(verdict.trace.skipped == [.purpose: 1])
    #expect(verdict.decision == .pass)
  }

  private let credit = """
    when: {stage: tool-call, tool: [credit_report.query, 'mcp:credit/*']}
    require:
      all:
        consent: {arg: /consent_ref, matches: '^CR-\\d{8}-\\d{6}$'}
        purpose: {arg: /purpose, one_of: [loan_origination]}
        subject: {arg: /id_no, equals: 'session:/customer/id_no'}
        amount: {arg: /amount, at_most: '50000'}
        once: {calls: same-tool, at_most: 1, per: session}
    then: {action: refuse}
    on_missing: hold
    """

  private func call(
    _ arguments: String, session: String = #"{"customer":{"id_no":"11010519491231002X"}}"#, tool: String = "credit_report.query"
  )
    throws -> Verdict
  {
    let masking = Workshop.rule(
      "masking.id",
      """
      when: {stage: tool-call}
      find: {id: {pattern: '\\d{17}[\\dX]'}}
      then: {action: mask, keep: [4, 4], with: '*'}
      """)
    let program = try Workshop.program(Workshop.rule("tool.credit", credit), masking)
    return program.judged(
      try Workshop.event(#"{"stage":"tool-call","tool":{"name":"\#(tool)","arguments":\#(arguments)},"session":\#(session)}"#))
  }

  private let good = #"{"consent_ref":"CR-20261101-000123","purpose":"loan_origination","id_no":"11010519491231002X","amount":50000}"#

  @Test func aGoodCallPassesWithItsIdentityNumber() throws {
    let verdict = try call(good)
    #expect(verdict.decision == .pass)
    #expect(verdict.suppressed.map(\.by) == ["tool.credit"])
  }

  @Test func theSameNumberToAnotherToolIsMasked() throws {
    let verdict = try call(good, tool: "web.search")
    #expect(verdict.decision == .modify)
    #expect(verdict.edits.map(\.with) == ["1101**********002X"])
  }

  @Test func everythingThatIsWrongIsNamed() throws {
    let verdict = try call(#"{"purpose":"marketing","id_no":"11010519491231002X","amount":50000.01}"#)
    #expect(verdict.decision == .refuse)
    #expect(verdict.findings.map(\.clause).sorted() == ["find.id", "require.amount", "require.consent", "require.purpose"])
    #expect(verdict.findings.first { $0.clause == "require.consent" }?.part == "/tool/arguments/consent_ref")
  }

  @Test func aSecondCallIsRefused() throws {
    let session = #"{"customer":{"id_no":"11010519491231002X"},"calls":[{"tool":"credit_report.query"}]}"#
    #expect(try call(good, session: session).findings.map(\.clause).contains("require.once"))
  }

  @Test func aMissingReferenceIsNotAPass() throws {
    let verdict = try call(good, session: "{}")
    #expect(verdict.decision == .hold)
    #expect(verdict.unjudged.first?.fact == "session:/customer/id_no")
  }

  @Test func whatIsBrokenIsBrokenWhateverElseCannotBeSeen() throws {
    let verdict = try call(#"{"purpose":"loan_origination","id_no":"11010519491231002X","amount":1}"#, session: "{}")
    #expect(verdict.decision == .refuse)
    #expect(verdict.findings.map(\.clause).contains("require.consent"))
  }

  @Test func lengthIsCounted() throws {
    let body = """
      when: {stage: output, channel: sms}
      require: {length: {max: 5, unit: utf16}}
      then: {action: hold}
      """
    let program = try Workshop.program(Workshop.rule("format.x", body))
    func decision(_ text: String) throws -> Verdict.Decision {
      program.judged(try Workshop.event(#"{"stage":"output","text":"\#(text)","facts":{"channel":"sms"}}"#)).decision
    }
    #expect(try decision("一二三四五") == .pass)
    #expect(try decision("一二三😀") == .pass)
    #expect(try decision("一二三四😀") == .hold)
  }

  @Test func aMissingFactIsRecordedAndChangesNothing() throws {
    let body = """
      when: {stage: output, facts: [context]}
      find: {figure: {entity: quantity}}
      require: {grounded: {in: [context, input], equal: value-and-unit, derive: true, rounding: as-printed}}
      then: {action: hold, for: regenerate}
      """
    let program = try Workshop.program(Workshop.rule("grounding.x", body))
    let verdict = program.judged(Event(stage: .output, text: "期限 90 天"))
    #expect(verdict.decision == .pass)
    #expect(verdict.unjudged == [Unjudged(rule: "grounding.x", why: "missing_fact", fact: "context", policy: ("on_missing", "record"))])
    #expect(verdict.trace.evaluated == 1)

    let judged = try Workshop.event(
      #"{"stage":"output","text":"期限 30 天，年化 3.2%","context":[{"id":"kb:1","text":"期限 90 天，年化 3.2%"}]}"#)
    let held = program.judged(judged)
    #expect(held.decision == .hold)
    #expect(held.findings.count == 1)
    #expect(held.findings.first?.checks.last == Finding.Check(check: "require.grounded", pass: false))
  }

  @Test("a rounded figure is grounded, unless the rule asks for the exact one", arguments: [("as-printed", 0), ("exact", 1)])
  func rounding(option: String, findings: Int) throws {
    let body = """
      when: {stage: output, facts: [context]}
      find: {figure: {entity: quantity, ignore: [list-marker]}}
      require: {grounded: {in: [context], equal: value-and-unit, derive: false, rounding: \(option), tier: likely}}
      then: {action: hold, for: regenerate}
      """
    let program = try Workshop.program(Workshop.rule("grounding.x", body))
    let event = try Workshop.event(#"{"stage":"output","text":"年化收益率2.14%","context":[{"id":"a","text":"年化收益率2.135%"}]}"#)
    #expect(program.judged(event).findings.count == findings)
  }
}
