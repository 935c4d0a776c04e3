import Parapet
import ParapetTesting
import Testing

@Suite struct CoverageTests {
  private static let slots = """
    when: {stage: output}
    fold: [width, invisible, gaps, han]
    find:
      promise: {phrases: [保本保息, 稳赚]}
      wording: {pattern: 包赚, needs: {any: [包赚]}}
    unless:
      negated: {before: '不$'}
      asked: {before: '是否$'}
    evidence: show
    then: {action: refuse, reply: refused}
    """

  private func coverage(_ examples: String) throws -> RuleCoverage {
    let set = try Workbench.ruleSet([Workbench.rule("refusal.test", CoverageTests.slots, examples: examples)])
    return try PartBench(set, try set.effective(profile: "default", channel: nil)).coverage(of: set.rules[0])
  }

  @Test func whatNoExampleExercisesIsNamed() throws {
    let coverage = try coverage("  - hit: 这款⟦保 本 保 息⟧\n  - miss: 本产品不保本保息")
    #expect(coverage.uncovered.map(\.name) == ["find.promise.phrases: 稳赚", "find.wording", "unless.asked"])
    let promise = try #require(coverage.parts.first)
    #expect((promise.hits, promise.misses) == (1, 1))
    #expect(promise.evasions.map(\.fold) == ["gaps"])
    #expect([coverage].percent == 50)
  }

  @Test func anExampleEachCoversAll() throws {
    let coverage = try coverage("  - hits: [⟦保本保息⟧, ⟦稳賺⟧, ⟦包赚⟧]\n  - misses: [不保本保息, 是否稳赚]")
    #expect(coverage.uncovered.map(\.name) == [])
    #expect([coverage].percent == 100)
  }
}

@Suite struct BaselineTests {
  private func decode(_ yaml: String) -> (baseline: Baseline?, diagnostics: [Diagnostic]) {
    Baseline.decode(RuleFile(path: "baseline.yaml", bytes: Array(yaml.utf8)))
  }

  private static let yaml = """
    survivors:
      - rule: refusal.a
        why: a bound for speed
        items: ['find.x.pattern: {0,8} → {0,16}', unless.y]
    """

  @Test func itKnowsWhatItHoldsAndWhatMustGo() throws {
    let baseline = try #require(decode(BaselineTests.yaml).baseline)
    #expect(baseline.holds("unless.y", of: "refusal.a", in: .survivors))
    #expect(!baseline.holds("unless.y", of: "refusal.a", in: .flagged))
    let stale = baseline.stale(in: .survivors, of: ["refusal.a"], found: [("refusal.a", "unless.y")])
    #expect(stale.map(\.item) == ["find.x.pattern: {0,8} → {0,16}"])
    #expect(stale.map(\.line) == [4])
    #expect(baseline.stale(in: .survivors, of: [], found: []).isEmpty, "a rule that was not looked at has nothing that must go")
  }

  @Test func anEntryWithoutAReasonIsAnError() {
    let (baseline, diagnostics) = decode(BaselineTests.yaml.replacing("a bound for speed", with: "''"))
    #expect(baseline == nil)
    #expect(diagnostics.map(\.message) == ["the entry does not say why"])
  }

  @Test func updatingKeepsReasonsAndAsksForNewOnes() throws {
    var baseline = try #require(decode(BaselineTests.yaml).baseline)
    baseline.update(.survivors, of: ["refusal.a", "refusal.b"], found: [("refusal.a", "unless.y"), ("refusal.b", "it's \"new\"\u{200B}")])
    let written = baseline.yaml
    #expect(decode(written).baseline == nil, "the new entry has no reason yet")
    let reread = try #require(decode(written.replacing("why: ''", with: "why: new")).baseline)
    #expect(reread.holds("unless.y", of: "refusal.a", in: .survivors))
    #expect(reread.holds("it's \"new\"\u{200B}", of: "refusal.b", in: .survivors))
    #expect(!reread.holds("find.x.pattern: {0,8} → {0,16}", of: "refusal.a", in: .survivors))
  }

  @Test func oneRuleMayHaveSeveralReasons() throws {
    let reasons = try Reasons(RuleFile(path: "r.tsv", bytes: Array("refusal.a\tb\tslow\nrefusal.a\td\tslow\nrefusal.a\tc\trare\n".utf8)))
    var baseline = Baseline(path: "b.yaml")
    let found = ["b", "c", "d"].map { ("refusal.a", $0) }
    baseline.update(.survivors, of: ["refusal.a"], found: found, reasons: reasons)
    #expect(baseline[.survivors].map(\.why) == ["slow", "rare"])
    #expect(baseline[.survivors].map(\.items) == [["b", "d"], ["c"]])
    var reread = try #require(decode(baseline.yaml).baseline)
    reread.update(.survivors, of: ["refusal.a"], found: found + [("refusal.a", "e")])
    #expect(reread[.survivors].map(\.why) == ["slow", "rare", ""], "what is known keeps its reason")
    #expect(reread.unexplained(in: .survivors) == 1)
    reread.update(.survivors, of: ["refusal.a"], found: [("refusal.a", "c")])
    #expect(reread[.survivors].map(\.items) == [["c"]])
  }

  @Test func complaintsAreWhatTheBaselineDoesNotHold() throws {
    let set = try Workbench.ruleSet([
      Workbench.rule(
        "refusal.a", "when: {stage: output}\nfind:\n  x: {phrases: [甲, 乙]}\nevidence: show\nthen: {action: refuse, reply: refused}",
        examples: "  - hit: ⟦甲⟧\n  - miss: 丙")
    ])
    let outcome = try PartBench(set, try set.effective(profile: "default", channel: nil)).mutation(of: set.rules[0])
    let complaints = CaseResult.survivors([outcome], against: nil)
    #expect(complaints.map { $0.problems[0].message } == ["deleting “乙” from find.x breaks no example"])
    #expect(complaints[0].line > 1)
    var baseline = Baseline(path: "b.yaml")
    baseline.update(.survivors, of: ["refusal.a"], found: outcome.items + [("refusal.a", "gone")])
    let reread = decode(baseline.yaml.replacing("''", with: "w")).baseline
    let stale = CaseResult.survivors([outcome], against: reread)
    #expect(stale.map(\.problems[0].kind) == [.stale])
  }
}
