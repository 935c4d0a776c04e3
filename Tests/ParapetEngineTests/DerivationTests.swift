import ParapetRule
import ParapetText
import ParapetVerdict
import Testing

@testable import ParapetEngine

@Suite struct DerivationTests {
  private static let rule = Workshop.rule(
    "grounding.x",
    """
    when: {stage: output, facts: [context]}
    find: {figure: {entity: quantity}}
    require: {grounded: {in: [context, input], equal: value-and-unit, derive: true, rounding: as-printed}}
    then: {action: hold, for: regenerate}
    """)

  @Test func theFullTraceListsWhatCarriesEachClaim() throws {
    let context = "2025年营业收入128.6亿元，2024年营业收入115.2亿元"
    let event = try Workshop.event(
      #"{"stage":"output","text":"营业收入128.6亿元，同比增长11.6%","context":[{"id":"kb:1","text":"\#(context)"}]}"#)
    let program = try Workshop.program(Self.rule)
    let verdict = program.judged(event, trace: .full)
    #expect(verdict.findings.isEmpty)
    let claims = try #require(verdict.trace.steps?.first { $0.rule == "grounding.x" }).claims
    #expect(claims.map { $0.derivation?.operation } == ["quoted", "growth"])
    let growth = try #require(claims.last?.derivation)
    #expect(growth.operands.map(\.id) == ["kb:1", "kb:1"])
    #expect(growth.operands.map { String(Array(context.unicodeScalars)[$0.span.scalar].map(Character.init)) } == ["128.6亿元", "115.2亿元"])
    #expect(program.judged(event).trace.steps == nil)
  }

  @Test func aBoundThatIsReachedStandsInTheVerdict() throws {
    let program = try Workshop.program(Self.rule)
    func verdict(numbers: Int) throws -> Verdict {
      let context = (0..<numbers).map { "第\($0 + 10)户余额\($0 + 10).37元。" }.joined()
      return program.judged(
        try Workshop.event(#"{"stage":"output","text":"余额99999.12元","context":[{"id":"kb:1","text":"\#(context)"}]}"#))
    }
    let told = try verdict(numbers: 1200)
    #expect(told.unjudged == [Unjudged(rule: "grounding.x", why: "cap_evidence_numbers", fact: nil, policy: ("limit", "1000"))])
    #expect(String(decoding: told.json(), as: UTF8.self).contains(#"{"rule":"grounding.x","why":"cap_evidence_numbers","limit":1000}"#))
    let quiet = try verdict(numbers: 20)
    #expect(quiet.unjudged.isEmpty)
    // It says how far was looked, and changes nothing of the decision.
    #expect(told.decision == quiet.decision)
  }
}
