import Parapet
import ParapetTesting
import Testing

/// What examples of masking, format, grounding and tool rules are held against.
@Suite struct RuleFamiliesTests {
  private static let masking = """
    when: {stage: [input, output]}
    find:
      number:
        pattern: '(?<!\\d)1[3-9]\\d{9}(?!\\d)'
        needs: {digits: 11}
    then: {action: mask, keep: [3, 4], with: '*'}
    """

  @Test func aMaskIsHeldAgainstOut() throws {
    let results = try Workbench.results(
      of: Workbench.rule(
        "masking.test", RuleFamiliesTests.masking,
        examples: """
            - hit: 请打⟦13812345678⟧
              out: 请打138****5678
            - hit: 请打⟦13812345678⟧
              out: 请打***********
            - miss: 订单 138123456789
          """))
    #expect(results.map(\.kinds) == [[], [.out], []])
    #expect(results[0].decision == .modify)
  }

  @Test func sensitiveTextStaysHiddenUnlessAsked() throws {
    let rule = Workbench.rule(
      "masking.test", RuleFamiliesTests.masking,
      examples: "  - {hit: 请打13812345678⟦或⟧座机, out: 13812345678}\n  - miss: 订单 138123456789\n")
    func printed(_ result: CaseResult) -> String {
      let texts = [result.text, result.expectedText, result.actualText, result.why].compactMap(\.self)
      return (texts + result.reasons + result.problems.map(\.message)).joined(separator: "\n")
    }
    for result in try Workbench.results(of: rule) {
      #expect(!printed(result).contains("13812345678"))
      #expect(!printed(result).contains("138123456789"))
    }
    var options = TestOptions()
    options.showsText = true
    #expect(printed(try Workbench.results(of: rule, options: options)[0]).contains("13812345678"))
  }

  private static let disclosure = """
    when: {stage: output, purpose: advice}
    require: {disclosed: {phrases: [投资有风险], within: {last: 30}}}
    then:
      text: {action: append, text: "\\n投资有风险。"}
      json: {action: hold, for: regenerate}
    """

  @Test func aTextThatLacksSomethingNeedsNoMark() throws {
    let results = try Workbench.results(
      of: Workbench.rule(
        "format.test", RuleFamiliesTests.disclosure,
        examples: """
            - {hit: 建议分散配置。, out: "建议分散配置。\\n投资有风险。"}
            - {hit: '{"a":1}', format: json}
            - {hit: '{"a":1}', format: json, decision: modify}
            - hit: 投资有风险。
            - miss: 投资有风险。
            - miss: 建议分散配置。
          """))
    #expect(results.map(\.kinds) == [[], [], [.decision], [.missing, .decision], [], [.unexpected, .decision]])
    #expect(results[1].expectedDecision == .hold)
  }

  private static let call = """
    when: {stage: tool-call, tool: [credit.query]}
    require:
      all:
        consent: {arg: /consent, matches: '^CR-\\d{4}$'}
        purpose: {arg: /purpose, one_of: [loan]}
    then: {action: refuse}
    """

  @Test func aToolCallNamesItsClauses() throws {
    let results = try Workbench.results(
      of: Workbench.rule(
        "tool.test", RuleFamiliesTests.call,
        examples: """
            - {tool: credit.query, args: {consent: CR-0001, purpose: loan}, miss: true}
            - {tool: credit.query, args: {purpose: loan}, hit: [consent]}
            - {tool: credit.query, args: {purpose: other}, hit: [consent]}
            - {tool: credit.query, args: {purpose: loan}, hit: [consent, purpose]}
            - {tool: credit.query, args: {purpose: loan}, hit: true}
            - {tool: credit.query, args: {consent: CR-0001, purpose: loan}, hit: true}
          """))
    #expect(results.map(\.kinds) == [[], [], [.unexpected], [.missing], [], [.missing, .decision]])
    #expect(results[0].text == nil)
  }

  private static let figures = """
    when: {stage: output, facts: [context]}
    find: {figure: {entity: quantity}}
    require: {grounded: {in: [context], equal: value-and-unit}}
    then: {action: hold, for: regenerate}
    """

  @Test func aRuleThatCouldNotLookHasNotMissed() throws {
    let results = try Workbench.results(
      of: Workbench.rule(
        "grounding.test", RuleFamiliesTests.figures,
        examples: """
            - {context: [期限 90 天], hit: 期限 ⟦180 天⟧。}
            - {context: [期限 90 天], miss: 期限 90 天。}
            - miss: 期限 180 天。
            - {miss: 期限 180 天。, decision: pass}
          """))
    #expect(results.map(\.kinds) == [[], [], [.unjudged], []])
    #expect(results[2].reasons.first?.contains("missing_fact context") == true)
  }
}
