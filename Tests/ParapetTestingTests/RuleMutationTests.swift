import Parapet
import ParapetTesting
import Testing

/// A part that no example holds survives its own deletion; one example more, and it does not.
@Suite struct RuleMutationTests {
  private func outcome(_ slots: String, _ examples: String, id: String = "refusal.test") throws -> MutationOutcome {
    let set = try Workbench.ruleSet([Workbench.rule(id, slots, examples: examples)])
    let rules = try set.effective(profile: "default", channel: nil)
    return try PartBench(set, rules).mutation(of: set.rules[0])
  }

  private func survivors(_ slots: String, _ examples: String, id: String = "refusal.test") throws -> [String] {
    try outcome(slots, examples, id: id).survivors.map(\.mutant.name)
  }

  private static let refusal = """
    when: {stage: output}
    find:
      promise: {phrases: [保本保息, 稳赚]}
      wording: {pattern: '承诺[^，。]{0,8}收益|包赚', needs: {any: [承诺, 包赚]}}
    unless:
      negated: {before: '不$'}
      asked: {before: '是否$'}
    evidence: show
    then: {action: refuse, reply: refused}
    """

  @Test func everyPartWithoutAnExampleSurvives() throws {
    let names = try survivors(RuleMutationTests.refusal, "  - hit: 这款⟦保本保息⟧\n  - miss: 本产品不保本保息")
    #expect(
      names == [
        "find.promise.phrases: 稳赚", "find.wording", "find.wording.pattern: 承诺[^，。]{0,8}收益", "find.wording.pattern: 包赚",
        "find.wording.pattern: close “承诺[^，。]{0,8}收益”", "find.wording.pattern: open “承诺[^，。]{0,8}收益”", "unless.asked",
      ])
  }

  @Test func anExampleForEachPartLeavesNoSurvivor() throws {
    let examples = """
        - hits: [这款⟦保本保息⟧, 这款⟦稳赚⟧, ⟦承诺客户六个点的收益⟧, ⟦包赚⟧不赔]
        - misses: [本产品不保本保息, 是否稳赚, 承诺书上写明这位客户去年全部的收益]
      """
    let outcome = try outcome(RuleMutationTests.refusal, examples)
    #expect(outcome.survivors.map(\.mutant.name) == [])
    #expect(outcome.mutants == 10)
  }

  @Test func aSurvivorSaysWhereItStands() throws {
    let survivor = try #require(
      try outcome(RuleMutationTests.refusal, "  - hit: 这款⟦保本保息⟧\n  - miss: 本产品不保本保息").survivors.first)
    #expect(survivor.message == "deleting “稳赚” from find.promise breaks no example")
    let position = try #require(survivor.position)
    #expect(position.sourceLine == "  promise: {phrases: [保本保息, 稳赚]}")
    #expect(position.column == 29)
  }

  private static let masking = """
    when: {stage: input}
    find:
      card: {pattern: '(?<!\\d)\\d{16}(?!\\d)', validate: luhn, context: {any: [卡], within: 6}}
    then: {action: mask, keep: [4, 4]}
    """

  @Test func validatorsContextsAndCheckDigitsAreMutated() throws {
    let hit = "  - hit: 卡号⟦4111111111111111⟧\n"
    let names = try survivors(RuleMutationTests.masking, hit + "  - miss: 您好", id: "masking.test")
    #expect(
      names == [
        "find.card.pattern: {16} → {16,17}", "find.card.pattern: {16} → {15,16}", "find.card.validate", "find.card.context",
      ])
    let full = hit + "  - misses: [卡号4111111111111112, 订单4111111111111111, 卡号41111111111111113, 卡号411111111111116]"
    let outcome = try outcome(RuleMutationTests.masking, full, id: "masking.test")
    #expect(outcome.survivors.map(\.mutant.name) == [])
    #expect(outcome.mutants == 5, "four parts, and the check digit of the hit")
  }

  @Test func findingAgainIsMutated() throws {
    let body = RuleMutationTests.masking.replacing("within: 6}}", with: "within: 6}, again: true}")
    let hit = "  - miss: 您好\n  - hit: 卡号⟦4111111111111111⟧"
    #expect(try survivors(body, hit, id: "masking.test").contains("find.card.again"))
    #expect(try !survivors(body, hit + "，客户说丢的是⟦4111111111111111⟧", id: "masking.test").contains("find.card.again"))
  }

  @Test func whatIsHeldAgainstEvidenceHasNoCheckDigit() throws {
    let slots = """
      when: {stage: output}
      find:
        value: {entity: contradiction, needs: {any: [到账]}}
      require: {grounded: {in: [context], equal: value}}
      then: {action: flag}
      """
    let examples = "  - hit: 赎回资金实时到账。赎回资金⟦T+1⟧到账。\n  - miss: 1万元以内实时到账，超出部分T+1到账。"
    let outcome = try outcome(slots, examples, id: "grounding.test")
    #expect(outcome.mutants == 0, "\(outcome.survivors.map(\.mutant.name))")
  }

  @Test func aFixtureHoldsAPartToo() throws {
    let set = try Workbench.ruleSet([
      Workbench.rule("refusal.test", RuleMutationTests.refusal, examples: "  - hit: 这款⟦保本保息⟧\n  - miss: 本产品不保本保息")
    ])
    let yaml = """
      suite: s
      cases:
        - id: a
          text: 这款⟦稳赚⟧
          expect: {decision: refuse, findings: [{rule: refusal.test}]}
        - id: b
          text: 是否保本保息
          expect: {decision: pass, suppressed: [{rule: refusal.test, by: asked}]}
      """
    let file = try #require(FixtureFile.decode(RuleFile(path: "f.yaml", bytes: Array(yaml.utf8))).file)
    let rules = try set.effective(profile: "default", channel: nil)
    let names = try PartBench(set, rules, fixtures: file.cases).mutation(of: set.rules[0]).survivors.map(\.mutant.name)
    #expect(!names.contains("find.promise.phrases: 稳赚"))
    #expect(!names.contains("unless.asked"))
    #expect(names.contains("find.wording"))
  }

  @Test func assertionsValuesAndBoundsAreMutated() throws {
    let tool = """
      when: {stage: tool-call, tool: pay}
      require:
        all:
          purpose: {arg: /purpose, one_of: [rent, food]}
          limit: {arg: /amount, at_most: '100'}
      then: {action: refuse, reply: refused}
      """
    let examples = """
        - {tool: pay, args: {purpose: rent, amount: 5}, miss: true}
        - {tool: pay, args: {purpose: gold, amount: 5}, hit: [purpose]}
      """
    let names = try survivors(tool, examples, id: "tool.test")
    #expect(names == ["require.purpose.one_of: food", "require.limit"])
  }
}
