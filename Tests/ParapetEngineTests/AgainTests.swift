import ParapetRule
import ParapetText
import ParapetVerdict
import Testing

@testable import ParapetEngine

@Suite("Values that stand again")
struct AgainTests {
  private let body = """
    when: {stage: [output, tool-call]}
    fold: [width, invisible]
    find:
      account: {pattern: '账号(?<number>[\\w ·!-]+)', group: number, again: true}
      payee: {pattern: '收款人(?<name>John Smith|王小明|欧阳|李)', group: name, again: true}
      holder: {pattern: '户名(?<name>[\\w·]+)', group: name}
    unless:
      sum: {after: '^元'}
    then: {action: mask, replace: '[X]'}
    """

  private func verdict(event json: String) throws -> Verdict {
    try Workshop.program(Workshop.rule("masking.x", body)).judged(try Workshop.event(json))
  }

  private func text(_ text: String) throws -> String? { try verdict(event: #"{"stage":"output","text":"\#(text)"}"#).text }

  @Test(arguments: [
    ("账号12345678，回拨12345678。", "账号[X]，回拨[X]。"),
    ("账号1234 5678，即12345678、1234-5678、12·34 56/78", "账号[X]，即[X]、[X]、[X]"),
    ("账号12345678，即１２３４\u{200B}５６７８", "账号[X]，即[X]"),
    ("账号Ab1!cd，输入Ab1!cd", "账号[X]，输入[X]"),
    ("账号12345678，账号123456789，即12345678和123456789", "账号[X]，账号[X]，即[X]和[X]"),
    ("账号123456，账号12345678，即12 34 56 78", "账号[X]，账号[X]，即[X]"),
    ("收款人王小明，王小明来电", "收款人[X]，[X]来电"), ("收款人欧阳，查欧阳的卡", "收款人[X]，查[X]的卡"),
    ("收款人John Smith, and John Smith's", "收款人[X], and [X]'s"),
  ])
  func aValueIsFoundAgain(_ written: String, _ masked: String) throws { #expect(try text(written) == masked) }

  @Test(arguments: [
    "批次12345678，账号[X]", "账号[X]，即123456789、012345678、a12345678、12345678b", "账号[X]，即1234 9 5678、1234    5678",
  ])
  func whatStandsInFrontOrIsOfAnotherNumberStays(_ masked: String) throws {
    #expect(try text(masked.replacing("[X]", with: "12345678")) == masked)
  }

  @Test(arguments: [
    ("账号12345，即12345", "账号[X]，即12345"), ("账号password，即password", "账号[X]，即password"), ("收款人李，李来电", "收款人[X]，李来电"),
  ])
  func whatIsShortOrOneWordIsNoValue(_ written: String, _ masked: String) throws { #expect(try text(written) == masked) }

  @Test(arguments: [(256, "[X]"), (257, String(repeating: "1", count: 257))])
  func aValueHasNoMoreThan256Bytes(_ count: Int, _ again: String) throws {
    let value = String(repeating: "1", count: count)
    #expect(try text("账号\(value)，即\(value)") == "账号[X]，即\(again)")
  }

  @Test func clausesDoNotFindAgainUnlessTheySaySo() throws {
    #expect(try text("户名abc12345，即abc12345") == "户名[X]，即abc12345")
  }

  @Test func exceptionsHoldThereToo() throws {
    let verdict = try verdict(event: #"{"stage":"output","text":"账号12345678，余额12345678元"}"#)
    #expect(verdict.text == "账号[X]，余额12345678元")
    #expect(verdict.suppressed.map(\.by) == ["unless.sum"])
  }

  @Test func theVerdictSaysWhy() throws {
    let verdict = try verdict(event: #"{"stage":"output","text":"账号12345678，即12345678"}"#)
    #expect(verdict.places == ["find.account:2-10", "find.account:12-20"])
    #expect(verdict.findings.map(\.checks) == [[], [Finding.Check(check: "context.again", pass: true)]])
  }

  @Test func theWholeEventIsLookedAt() throws {
    let verdict = try verdict(
      event: """
        {"stage":"output","messages":[{"role":"user","content":"查12345678"},{"role":"assistant","content":"账号12345678"},\
        {"role":"user","content":"12345678呢"}]}
        """)
    #expect(verdict.findings.map(\.part) == ["/messages/1/content", "/messages/2/content"])
    let call = try self.verdict(event: #"{"stage":"tool-call","tool":{"name":"t","arguments":{"a":"账号12345678","b":12345678}}}"#)
    #expect(call.findings.map(\.part) == ["/tool/arguments/a", "/tool/arguments/b"])
  }

  @Test func aLongerValueWinsOverAShorterFind() throws {
    let body = """
      when: {stage: output}
      find:
        account: {pattern: '账号(?<number>\\d+[a-z]?)', group: number, again: true}
        run: {pattern: '\\d{8}'}
      then: {action: mask, replace: '[X]'}
      """
    let program = try Workshop.program(Workshop.rule("masking.x", body))
    let verdict = program.judged(try Workshop.event(#"{"stage":"output","text":"账号12345678a，即12345678a"}"#))
    #expect(verdict.text == "账号[X]，即[X]")
  }
}
