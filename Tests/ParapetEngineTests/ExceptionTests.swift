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

  /// Where an enclosing pattern can begin is told by its literals; what is excused is what a walk along the whole text excuses.
  @Test func landmarksChangeNothing() throws {
    let rule = Workshop.rule(
      "refusal.password",
      """
      when: {stage: output}
      fold: [width, invisible, case]
      find: {secret: {phrases: [password, 口令]}}
      unless:
        advice: {within: '[^.。\\n]{0,12}\\b(?:rotat\\w+|salts?)\\s+(?:\\w+\\s+){0,2}passwords?\\b'}
        law: {within: '[^。]{0,6}(?:存储|加密)[^。]{0,4}口令[^。]{0,3}'}
      then: {action: refuse, reply: no-promise}
      """)
    var plain = Program.Options()
    plain.readsPatterns = false
    let (fast, slow) = (try Workshop.program(rule), try Workshop.program(rule, options: plain))
    let fragments = [
      "password", "passwords", "Rotating", " ", "  ", "the", "salt", "SALTS", ".", "。", "口令", "存储", "加密", "用户", "é", "😀", "\n",
    ]
    var random = RandomEvents(seed: 20_261_129)
    var (excused, kept) = (0, 0)
    for round in 0..<1_500 {
      // Some texts have more landmarks than are taken one by one.
      let length = round % 100 == 0 ? 3_000 : Int.random(in: 1...40, using: &random)
      let text = (0..<length).map { _ in fragments.randomElement(using: &random)! }.joined()
      let (one, other) = (fast.judged(Event(stage: .output, text: text)), slow.judged(Event(stage: .output, text: text)))
      #expect(one.suppressed.map(\.span.scalar) == other.suppressed.map(\.span.scalar), "round \(round)")
      #expect(one.places == other.places, "round \(round)")
      excused += one.suppressed.count
      kept += one.findings.count
    }
    #expect(excused > 500 && kept > 500, "\(excused) excused, \(kept) kept")
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
