import Parapet
import ParapetTesting
import Testing

/// Every comparison is seen failing as well as passing.
@Suite struct ExampleRunnerTests {
  private static let refusal = """
    when: {stage: output}
    find:
      promise: {phrases: [保本保息, 零风险]}
    unless:
      negated: {before: '不$'}
    evidence: show
    then: {action: refuse, reply: refused}
    """

  /// A rule must have a hit and a miss; the example under test comes behind them.
  private static let prelude = "  - hit: 纯属⟦零风险⟧\n  - miss: 您好\n"

  /// The last example of a rule, run.
  private func run(_ slots: String, _ example: String) throws -> CaseResult {
    let rule = Workbench.rule("refusal.test", slots, examples: ExampleRunnerTests.prelude + example)
    return try #require(try Workbench.results(of: rule).last)
  }

  private func run(_ example: String) throws -> CaseResult { try run(ExampleRunnerTests.refusal, example) }

  @Test func aHitWithTheRightMarksPasses() throws {
    let result = try run("  - hit: 这款产品⟦保本保息⟧，⟦零风险⟧")
    #expect(result.problems == [])
    #expect(result.expected == result.actual)
    #expect(result.expectedDecision == .refuse)
    #expect(result.decision == .refuse)
    #expect(result.reasons.first?.contains("find.promise") == true)
    #expect(result.reasons.first?.contains("保本保息") == true)
  }

  @Test func aHitMarkedInTheWrongPlaceFails() throws {
    let result = try run("  - hit: 这款产品保本⟦保息⟧")
    #expect(result.kinds == [.missing, .unexpected])
    #expect(result.expectedText == "这款产品保本⟦保息⟧")
    #expect(result.actualText == "这款产品⟦保本保息⟧")
  }

  @Test func aHitThatIsNotFoundFails() throws {
    let result = try run("  - hit: 这款产品⟦稳赚⟧")
    #expect(result.kinds == [.missing, .decision])
    #expect(result.reasons == ["the rule did not look: prefilter"])
  }

  @Test func aHitThatAnExceptionRemovedSaysWhich() throws {
    let result = try run("  - hit: 本产品不⟦保本保息⟧")
    #expect(result.kinds == [.missing, .decision])
    #expect(result.reasons == ["find.promise found characters 5–8, but unless.negated removed it"])
  }

  @Test func anUnmarkedFindingBesideTheMarkFails() throws {
    let result = try run("  - hit: 这款产品⟦保本保息⟧，零风险")
    #expect(result.kinds == [.unexpected])
    #expect(result.problems.first?.span?.scalar == 9..<12)
  }

  @Test func aMissThatFindsNothingPasses() throws {
    let result = try run("  - miss: 本产品不保本保息")
    #expect(result.problems == [])
    #expect(result.expectedDecision == .pass)
  }

  @Test func aMissThatFindsSomethingFails() throws {
    let result = try run("  - miss: 本产品保本保息")
    #expect(result.kinds == [.unexpected, .decision])
    #expect(result.name == "miss 2")
  }

  @Test func theDecisionIsHeldAgainstWhatIsWritten() throws {
    #expect(try run("  - {hit: ⟦零风险⟧, decision: refuse}").problems == [])
    #expect(try run("  - {hit: ⟦零风险⟧, decision: hold}").kinds == [.decision])
  }

  @Test func theDeliverableTextIsHeldAgainstOut() throws {
    #expect(try run("  - {hit: ⟦零风险⟧的产品, out: 不能这样回答。}").problems == [])
    let wrong = try run("  - {hit: ⟦零风险⟧的产品, out: 不能这样说。}")
    #expect(wrong.kinds == [.out])
    #expect(wrong.problems.first?.message.contains("from character 5 on") == true)
  }

  @Test func anOpenGapPasses() throws {
    let result = try run("  - gap: 没有哪款不⟦保本保息⟧")
    #expect(result.kind == .gap)
    #expect(result.problems == [])
  }

  @Test func aClosedGapAsksToBePromoted() throws {
    let result = try run("  - gap: 谁说⟦保本保息⟧")
    #expect(result.kinds == [.promote])
    #expect(result.problems.first?.message.contains("promote") == true)
  }

  @Test func aShadowRuleIsTestedAllTheSame() throws {
    let result = try run(ExampleRunnerTests.refusal + "\nmode: shadow", "  - hit: ⟦零风险⟧")
    #expect(result.problems == [])
    #expect(result.decision == .refuse)
  }

  @Test func whereItWasWrittenIsKnown() throws {
    let result = try run("  - miss: 好\n    why: nothing there")
    #expect(result.suite == "refusal.test")
    #expect(result.file == "refusal/test.yaml")
    #expect(result.line > 10)
    #expect(result.why == "nothing there")
  }

  @Test func anExampleStandsWhereItsRuleApplies() throws {
    let slots = ExampleRunnerTests.refusal.replacing(
      "{stage: output}", with: "{stage: output, channel: [marketing], purpose: advice, facts: {product.type: [wealth]}}")
    #expect(try run(slots, "  - hit: ⟦零风险⟧").problems == [])
    #expect(try run(slots, "  - {miss: 零风险, channel: service}").problems == [])
    #expect(try run(slots, "  - {miss: 零风险, facts: {product.type: deposit}}").problems == [])
  }

  @Test func aVerdictThatBreaksItsSchemaFails() throws {
    var options = TestOptions()
    options.schema = try VerdictSchema(Array(#"{"properties": {"decision": {"const": "pass"}}}"#.utf8))
    let rule = Workbench.rule("refusal.test", ExampleRunnerTests.refusal, examples: ExampleRunnerTests.prelude)
    let results = try Workbench.results(of: rule, options: options)
    #expect(results.map(\.kinds) == [[.schema], []])
    #expect(results[0].problems[0].message.contains("/decision"))
  }
}
