import Parapet
import ParapetTesting
import Testing

/// What nobody chose costs nothing: its programs are not compiled, which here they could not be.
@Suite("cases are chosen before they run")
struct ChosenCasesTests {
  private static let rule = Workbench.rule(
    "refusal.test",
    """
    when: {stage: output}
    find: {promise: {phrases: [保本保息, 零风险]}}
    then: {action: refuse}
    """, examples: "  - hit: ⟦零风险⟧\n  - miss: 好\n  - hit: ⟦保本保息⟧\n  - miss: 您好")

  private static let profile = """
    profile: default
    version: 1.0.0
    title: {zh: 默认, en: Default}
    owner: tests
    select: ['*']
    channels:
      app: {override: [{rule: refusal.test, append: {find.promise.phrases: [躺赚]}, why: slang}]}
      sms: {override: [{rule: refusal.test, append: {find.promise.phrases: [闭眼买]}, why: slang}]}
    examples:
      - {text: 零风险, stage: output, expect: {app: refuse, sms: refuse}}
    """

  private func options(_ isChosen: (@Sendable (String, String) -> Bool)?) -> TestOptions {
    var options = TestOptions()
    options.isChosen = isChosen
    return options
  }

  @Test("examples keep the numbers that they have among all")
  func names() throws {
    let results = try Workbench.results(of: Self.rule, options: options { $0 == "refusal.test" && $1.hasSuffix(" 2") })
    #expect(results.map(\.name) == ["hit 2", "miss 2"] && results.allSatisfy(\.passed))
    #expect(try Workbench.results(of: Self.rule).map(\.name) == ["hit 1", "miss 1", "hit 2", "miss 2"])
  }

  @Test("a rule of which no example is chosen is not compiled")
  func rules() throws {
    let rules = try Workbench.ruleSet([Self.rule]).effective(profile: "default", channel: nil)
    var broken = try #require(rules.rules.first)
    broken.find[0].producer = .pattern("(")
    #expect(throws: RuleErrors.self) { try ExampleRunner(rules).results(of: broken) }
    #expect(try ExampleRunner(rules, options: options { _, _ in false }).results(of: broken).isEmpty)
  }

  @Test("a profile's example runs in the chosen channels alone")
  func profiles() throws {
    let set = try Workbench.ruleSet([Self.rule, ("profiles/default.yaml", Self.profile)])
    #expect(try ProfileRunner(set).results().map(\.name) == ["app", "sms"])
    #expect(try ProfileRunner(set, options: options { $0 == "default" && $1 == "sms" }).results().map(\.name) == ["sms"])
  }

  @Test("a fixture case that is not chosen needs no program")
  func fixtures() throws {
    let set = try Workbench.ruleSet([Self.rule])
    let text = """
      suite: s
      cases:
        - {id: here, text: 零风险, expect: {decision: refuse}}
        - {id: nowhere, profile: gone, text: 零风险, expect: {decision: refuse}}
      """
    let file = try #require(FixtureFile.decode(RuleFile(path: "f.yaml", bytes: Array(text.utf8))).file)
    #expect(throws: RuleErrors.self) { try FixtureRunner(set).results(of: [file]) }
    let results = try FixtureRunner(set, options: options { $0 == "s" && $1 == "here" }).results(of: [file])
    #expect(results.map(\.name) == ["here"] && results.allSatisfy(\.passed))
  }
}
