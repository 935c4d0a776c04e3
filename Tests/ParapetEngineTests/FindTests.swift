import ParapetRule
import ParapetVerdict
import Testing

@testable import ParapetEngine

@Suite("Finding")
struct FindTests {
  private func verdict(_ body: String, _ text: String, id: String = "masking.x") throws -> Verdict {
    try Workshop.program(Workshop.rule(id, body)).judged(Event(stage: .input, text: text))
  }

  private let phone = """
    when: {stage: input}
    fold: [width, invisible, gaps]
    find: {phone: {pattern: '(?<![0-9])1[3-9]\\d{9}(?![0-9])', needs: {digits: 11}}}
    then: {action: mask, keep: [3, 4], with: '*'}
    """

  @Test func aNumberThatTouchesHanCharacters() throws {
    let verdict = try verdict(phone, "手机13800138000谢谢")
    #expect(verdict.places == ["find.phone:2-13"])
    #expect(verdict.text == "手机138****8000谢谢")
    #expect(verdict.decision == .modify)
  }

  @Test func separatedAndNeighbouringNumbersAreBothFound() throws {
    #expect(try verdict(phone, "138-0013-8000").text == "138******8000")
    #expect(try verdict(phone, "２０２６ 13800138000 13900139000").places == ["find.phone:5-16", "find.phone:17-28"])
    #expect(try verdict(phone, "１３８\u{200B}００１３８０００").places == ["find.phone:0-12"])
  }

  @Test func aLongerRunIsNotTouched() throws {
    let verdict = try verdict(phone, "订单213800138000")
    #expect(verdict.findings.isEmpty)
    #expect(verdict.decision == .pass)
    #expect(verdict.text == "订单213800138000")
  }

  @Test func phrasesStandAtWordBoundaries() throws {
    let body = """
      when: {stage: input}
      fold: [width, invisible, case]
      find: {word: {phrases: [DAN, 越狱]}}
      then: {action: flag}
      """
    #expect(try verdict(body, "be dan now", id: "refusal.x").places == ["find.word:3-6"])
    #expect(try verdict(body, "dangerous", id: "refusal.x").places.isEmpty)
    #expect(try verdict(body, "请dan越狱", id: "refusal.x").places == ["find.word:1-4", "find.word:4-6"])
  }

  @Test func contextValidatorAndGroupNarrowDown() throws {
    let body = """
      when: {stage: input}
      find:
        code:
          pattern: '(?<![0-9])(?<digits>\\d{16,19})(?![0-9])'
          group: digits
          validate: luhn
          context: {any: [卡号, card], within: 8, side: before}
      then: {action: mask, keep: [0, 4], with: '*'}
      """
    #expect(try verdict(body, "卡号：4111111111111111").places == ["find.code:3-19"])
    #expect(try verdict(body, "卡号：4111111111111112").places.isEmpty)
    #expect(try verdict(body, "订单：4111111111111111").places.isEmpty)
    #expect(try verdict(body, "my CARD is 4111111111111111").places == ["find.code:11-27"])
    #expect(try verdict(body, "discarded 4111111111111111").places.isEmpty)
  }

  @Test func aFailedCandidateDoesNotHideTheNext() throws {
    let body = """
      when: {stage: input}
      find: {code: {pattern: '\\d{4}', validate: luhn}}
      then: {action: flag}
      """
    #expect(try verdict(body, "10018").places == ["find.code:1-5"])
  }

  @Test func aMatchLimitIsNeverAMiss() throws {
    let body = """
      when: {stage: input}
      find: {evil: {pattern: '(a+)+$'}}
      then: {action: flag}
      """
    let verdict = try verdict(body, String(repeating: "a", count: 40) + "b", id: "refusal.x")
    #expect(verdict.unjudged == [Unjudged(rule: "refusal.x", why: "match_limit", fact: nil, policy: ("on_error", "closed"))])
    #expect(verdict.decision == .hold)
    #expect(verdict.text == "Wait.")
  }

  @Test func anOpenRuleLetsPassWhatItCouldNotSee() throws {
    let body = """
      when: {stage: input}
      find: {evil: {pattern: '(a+)+$'}}
      then: {action: flag}
      on_error: open
      """
    let verdict = try verdict(body, String(repeating: "a", count: 40) + "b", id: "refusal.x")
    #expect(verdict.unjudged.count == 1)
    #expect(verdict.decision == .pass)
  }

  @Test func everyPartIsJudged() throws {
    let program = try Workshop.program(Workshop.rule("masking.x", phone.replacing("stage: input", with: "stage: [input, tool-call]")))
    let conversation = try Workshop.event(
      #"{"stage":"input","messages":[{"role":"user","content":"我是13800138000"},{"role":"user","content":"记住13900139000"}]}"#)
    let verdict = program.judged(conversation)
    #expect(verdict.findings.map(\.part) == ["/messages/0/content", "/messages/1/content"])
    #expect(verdict.text == "记住139****9000")
    let call = try Workshop.event(
      #"{"stage":"tool-call","tool":{"name":"web.search","arguments":{"a/b":["x",{"q":"13800138000"}],"n":13900139000}}}"#)
    #expect(program.judged(call).edits.map(\.part) == ["/tool/arguments/a~1b/1/q", "/tool/arguments/n"])
  }
}
