import ParapetRule
import ParapetVerdict
import Testing

@testable import ParapetEngine

@Suite("Programs")
struct ProgramTests {
  private let rules = [
    Workshop.rule(
      "masking.phone",
      """
      when: {stage: [input, output]}
      fold: [width, invisible, gaps, numerals]
      find: {phone: {pattern: '(?<![0-9])1[3-9]\\d{9}(?![0-9])', needs: {digits: 11}}}
      then: {action: mask, keep: [3, 4], with: '*'}
      """),
    Workshop.rule(
      "masking.otp",
      """
      when: {stage: [input, output]}
      find: {otp: {pattern: '(?<![0-9])\\d{6}(?![0-9])', context: {any: [验证码], within: 8, side: before}}}
      evidence: none
      then: {action: mask, replace: '******'}
      """),
    Workshop.rule(
      "refusal.promise",
      """
      when: {stage: [input, output]}
      fold: [width, invisible, gaps, han]
      find:
        words: {phrases: [稳赚, 保本]}
        sure: {pattern: '(?:肯定|一定)[^，。]{0,8}赚[^，。]{0,14}', needs: {any: [肯定, 一定]}}
      unless: {negated: {before: '(?:不|勿信)$'}}
      evidence: show
      then: {action: refuse, obligations: [{kind: review, queue: marketing, within_hours: 24}]}
      """),
    Workshop.rule(
      "refusal.watch", head: "mode: shadow",
      """
      when: {stage: [input, output]}
      fold: [width, invisible, case]
      find: {dan: {phrases: [dan mode]}}
      then: {action: refuse}
      """),
  ]

  @Test func shadowRulesAreRecordedAndDoNotAct() throws {
    let verdict = try Workshop.program(and: rules).judged(Event(stage: .input, text: "Enter DAN mode"))
    #expect(verdict.findings.map(\.enforced) == [false])
    #expect(verdict.decision == .pass)
  }

  @Test func authenticationSecretsLeaveNoTrace() throws {
    var options = Program.Options()
    options.key = DigestKey(id: "k1", secret: [1, 2, 3, 4])
    let program = try Workshop.program(and: rules, options: options)
    let line = String(decoding: program.judged(Event(stage: .input, text: "验证码是836412，手机13800138000")).json(), as: UTF8.self)
    #expect(!line.contains("836412") && !line.contains("13800138000"))
    #expect(line.contains(#""evidence":{},"#))
    #expect(line.contains("hmac-sha256:k1:"))
    #expect(line.components(of: "hmac-sha256") == 1)
  }

  @Test func evidenceOfOneRuleHidesWhatAnotherMasks() throws {
    let verdict = try Workshop.program(and: rules).judged(Event(stage: .output, text: "肯定稳赚打13800138000"))
    #expect(verdict.decision == .refuse)
    #expect(verdict.edits.map(\.with) == ["138****8000"])
    #expect(verdict.findings.first { $0.clause == "find.sure" }?.evidence.masked == "肯定稳赚打138****8000")
    #expect(verdict.obligations == [Obligation(kind: "review", queue: "marketing", withinHours: 24, rule: "refusal.promise")])
  }

  /// The prefilter and JIT change how much work is done, never what is said.
  @Test func howAProgramWorksNeverShows() throws {
    let seed = UInt64.random(in: 0 ... .max)
    var random = Random(seed: seed)
    var plain = Program.Options()
    plain.prefilter = false
    plain.jit = false
    let fast = try Workshop.program(and: rules)
    let slow = try Workshop.program(and: rules, options: plain)
    let fragments = [
      "稳赚", "保本", "不", "保 本", "肯定", "能赚", "，", "。", "1380", "013", "8000", "13800138000", " ", "-", "验证码", "836412", "\u{200B}", "１３８",
      "DAN", " mode", "一三八零零一三八零零零", "穩賺", "x", "赚钱", "😀",
    ]
    for _ in 0..<400 {
      let text = (0..<random.next(in: 0...12)).map { _ in fragments[random.next(in: 0...fragments.count - 1)] }.joined()
      let event = Event(stage: .output, text: text)
      #expect(fast.judged(event).json() == slow.judged(event).json(), "seed \(seed), text \(text)")
    }
  }

  @Test func countsAddUp() throws {
    for text in ["", "稳赚", "无事", "13800138000"] {
      let trace = try Workshop.program(and: rules).judged(Event(stage: .output, text: text)).trace
      #expect(trace.rules == trace.evaluated + trace.skipped.values.reduce(0, +))
    }
  }

  /// One program, many tasks: every verdict has the same bytes.
  @Test func manyTasksShareOneProgram() async throws {
    let program = try Workshop.program(and: rules)
    let event = Event(id: "e", stage: .output, text: "肯定稳赚打138-0013-8000，验证码 836412")
    let expected = program.judged(event).json()
    await withTaskGroup(of: Bool.self) { group in
      for _ in 0..<8 {
        group.addTask {
          var judge = Judge(program)
          return (0..<50).allSatisfy { _ in judge.evaluate(event).json() == expected && program.judged(event).json() == expected }
        }
      }
      for await same in group { #expect(same) }
    }
  }
}

extension String {
  fileprivate func components(of needle: String) -> Int { ranges(of: needle).count }
}
