import ParapetRule
import ParapetText
import ParapetVerdict
import Testing

@testable import ParapetEngine

@Suite("Exceptions")
struct ExceptionTests {
  private let body = """
    when: {stage: output}
    fold: [width, invisible, gaps, han]
    find:
      promise: {phrases: [保本保息, 稳赚]}
      firm: {pattern: '谁说不保本', needs: {any: [谁说]}, firm: true}
    unless:
      negated: {before: '(?:不|并非)$'}
      warned: {before: '(?:警惕|所谓)[“"]?$', after: '^[”"]?[^。]{0,12}骗局'}
      term: {within: '保本保息产品名录'}
      lawful: {facts: {product.type: [deposit]}}
    evidence: show
    then: {action: refuse, reply: no-promise}
    """

  private func verdict(_ text: String, facts: String = "{}") throws -> Verdict {
    let program = try Workshop.program(Workshop.rule("refusal.x", body))
    return program.judged(try Workshop.event(#"{"stage":"output","text":"\#(text)","facts":\#(facts)}"#))
  }

  @Test func aPromiseIsRefused() throws {
    let verdict = try verdict("本品保 本*保.息，放心")
    #expect(verdict.decision == .refuse)
    #expect(verdict.places == ["find.promise:2-9"])
    #expect(verdict.reply == Verdict.Reply(key: "no-promise", text: "投资有风险"))
    #expect(verdict.text == "投资有风险")
    #expect(verdict.findings.first?.evidence.masked == "保 本*保.息")
  }

  @Test func anExceptionIsRecordedWithWhatItRemoved() throws {
    let verdict = try verdict("本品不保本保息")
    #expect(verdict.decision == .pass)
    #expect(verdict.suppressed.map(\.by) == ["unless.negated"])
    #expect(verdict.suppressed.first?.span.scalar == 3..<7)
  }

  @Test func bothSidesOfAnExceptionMustHold() throws {
    #expect(try verdict("警惕“稳赚”的骗局").suppressed.map(\.by) == ["unless.warned"])
    #expect(try verdict("警惕“稳赚”的机会溜走").decision == .refuse)
  }

  @Test func anExceptionEndsWithItsClause() throws {
    #expect(try verdict("骗局不，稳赚的").decision == .refuse)
  }

  @Test func insideABenignPhrase() throws {
    #expect(try verdict("见保本保息产品名录").suppressed.map(\.by) == ["unless.term"])
  }

  @Test func factsExcuse() throws {
    #expect(try verdict("保本保息", facts: #"{"product":{"type":"deposit"}}"#).suppressed.map(\.by) == ["unless.lawful"])
    #expect(try verdict("保本保息", facts: #"{"product":{"type":"fund"}}"#).decision == .refuse)
  }

  @Test func nothingExcusesAFirmClause() throws {
    #expect(try verdict("谁说不保本", facts: #"{"product":{"type":"deposit"}}"#).places == ["find.firm:0-5"])
  }

  @Test func traditionalCharactersAreFolded() throws {
    #expect(try verdict("穩賺").places == ["find.promise:0-2"])
  }

  @Test func theTraceSaysWhatHappened() throws {
    let program = try Workshop.program(Workshop.rule("refusal.x", body))
    let verdict = program.judged(Event(stage: .output, text: "稳赚，不稳赚"), trace: .full)
    let step = try #require(verdict.trace.steps?.first)
    #expect(step.candidates == 2)
    #expect(step.removed.map(\.by) == ["unless.negated"])
    #expect(step.findings == 1)
    #expect(program.judged(Event(stage: .output, text: "你好"), trace: .full).trace.steps?.first?.skipped == .prefilter)
    #expect(program.judged(Event(stage: .input, text: "稳赚"), trace: .full).trace.steps?.first?.skipped == .stage)
  }
}
