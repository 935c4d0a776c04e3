import ParapetRule
import Testing

@Suite struct OverrideTests {
  private static let floor = "refusal.cn.guaranteed-return"

  /// What `lint` says of the default profile with these overrides for all channels.
  private func problems(_ overrides: String) -> [String] { decode(overrides).diagnostics.map(\.code) }

  private func decode(_ overrides: String) -> (set: RuleSet, diagnostics: [Diagnostic]) {
    RuleDirectory.decode(DesignedRules.directory("profiles/default.yaml") { $0 += "\noverride:\n\(overrides)\n" })
  }

  private func effective(_ overrides: String, _ id: String) throws -> Rule {
    let rules = try decode(overrides).set.effective(profile: "default", channel: nil).rules
    return try #require(rules.first { $0.id == id })
  }

  @Test func channelsAreTunedEachForItself() throws {
    let set = RuleDirectory.decode(DesignedRules.directory).set
    let base = try set.effective(profile: "cn.retail-bank", channel: nil)
    let marketing = try set.effective(profile: "cn.retail-bank", channel: "marketing")
    let service = try set.effective(profile: "cn.retail-bank", channel: "customer-service")
    let unknown = try set.effective(profile: "cn.retail-bank", channel: "branch")
    func phrases(_ rules: EffectiveRules) -> [String] {
      guard case .phrases(let phrases)? = rules.rules.first(where: { $0.id == Self.floor })?.find.first?.producer else { return [] }
      return phrases
    }
    #expect(phrases(base) == ["保本保息", "保证收益"])
    #expect(phrases(marketing) == ["保本保息", "保证收益", "闭眼买", "躺赚"])
    #expect(service.rules.first { $0.id == "format.advice" }?.mode == .shadow)
    #expect(base.rules.first { $0.id == "format.advice" }?.mode == .enforce)
    #expect(unknown.channel == nil)
    #expect(unknown.digest == base.digest)
    #expect(Set([base.digest, marketing.digest, service.digest]).count == 3)
    #expect(base.digest.hasPrefix("sha256:"))
  }

  @Test func anUnknownProfileIsNamed() {
    let set = RuleDirectory.decode(DesignedRules.directory).set
    do throws(RuleErrors) {
      _ = try set.effective(profile: "cn.retail-bnak", channel: nil)
      Issue.record("no error")
    } catch {
      #expect(error.diagnostics.map(\.code) == ["P0915"])
      #expect(error.diagnostics.first?.help == "did you mean `cn.retail-bank`?")
    }
  }

  @Test(arguments: [
    "append: {find.promise.phrases: [躺赚]}", "append: {find: {slang: {phrases: [躺赚]}}}", "replace: {on_missing: hold}",
    "replace: {evidence: none}", "remove: [unless.term]", "replace: {unless.negated.scope: sentence}, remove: [unless.negated]",
    "append: {when.stage: [input]}", "replace: {find.promise.firm: 'true'}", "replace: {find.en.again: 'true'}",
    "append: {then.obligations: [{kind: notify, queue: law}]}", "replace: {then.reply: refused}",
  ])
  func tighteningAFloorIsFree(_ change: String) {
    #expect(problems("  - {rule: \(Self.floor), \(change), why: x}") == [])
  }

  @Test(arguments: [
    "replace: {mode: 'off'}", "replace: {mode: shadow}", "replace: {severity: high}", "replace: {on_error: open}",
    "replace: {find.promise.phrases: [保本保息]}", "remove: [find.en]", "replace: {find.en.needs.any: [guarante, ris]}",
    "append: {unless.term.within: '承诺'}", "append: {unless: {joke: {within: '玩笑'}}}", "replace: {when.stage: input}",
    "append: {when.channel: [branch]}", "replace: {fold: [width]}", "replace: {then: {action: flag}}",
    "remove: [then.obligations]", "append: {find.promise.context: {any: [x], within: 3}}",
  ])
  func looseningAFloorIsRefused(_ change: String) {
    #expect(problems("  - {rule: \(Self.floor), \(change), why: x, until: 2027-01-01}") == ["P0907"])
  }

  @Test(arguments: [
    "replace: {then.keep: [4, 6]}", "replace: {then: {action: append, text: x}}", "replace: {evidence: show}", "replace: {mode: shadow}",
  ])
  func looseningNeedsAnEnd(_ change: String) {
    #expect(problems("  - {rule: masking.cn.resident-id, \(change), why: x}") == ["P0908"])
    #expect(problems("  - {rule: masking.cn.resident-id, \(change), why: x, until: 2027-01-01}") == [])
  }

  @Test(arguments: [
    "replace: {then.keep: [0, 4]}", "replace: {then: {action: refuse}}", "replace: {then: {action: mask, replace: '[ID]'}}",
  ])
  func hidingMoreIsFree(_ change: String) {
    #expect(problems("  - {rule: masking.cn.resident-id, \(change), why: x}") == [])
  }

  @Test func requireMayOnlyGrow() {
    let rule = "tool.credit-report"
    #expect(problems("  - {rule: \(rule), append: {require.all: {branch: {arg: /branch, present: true}}}, why: x}") == [])
    #expect(problems("  - {rule: \(rule), remove: [require.all.once], why: x}") == ["P0907"])
    #expect(problems("  - {rule: \(rule), replace: {require.all.once.at_most: 2}, why: x}") == ["P0907"])
  }

  @Test func oneOverrideForManyRules() throws {
    #expect(problems("  - {rule: '*', replace: {on_missing: hold}, why: x}") == [])
    let rules = try decode("  - {rule: '*', replace: {on_missing: hold}, why: x}").set.effective(profile: "default", channel: nil).rules
    #expect(rules.allSatisfy { $0.onMissing == .hold })
  }

  @Test func thatRanOutIsNotAppliedAndDoesNotStopLoading() throws {
    let override = "  - {rule: format.advice, replace: {mode: 'off'}, why: x, until: 2026-11-20}"
    let (set, diagnostics) = decode(override)
    #expect(diagnostics.map(\.code) == ["P0909"])
    #expect(diagnostics.map(\.severity) == [.error])
    #expect(diagnostics.map(\.preventsLoading) == [false])
    #expect(try effective(override, "format.advice").mode == .enforce)
    #expect(set.profiles.first { $0.id == "default" }?.overrides.first?.isExpired(on: "2026-11-21") == true)
  }

  @Test func theLastDayStillCounts() throws {
    let override = "  - {rule: format.advice, replace: {mode: 'off'}, why: x, until: 2026-11-21}"
    #expect(problems(override) == [])
    #expect(try effective(override, "format.advice").mode == .off)
  }

  @Test func anEndThatCannotBeReadIsNoEnd() {
    let (set, diagnostics) = decode("  - {rule: format.advice, replace: {mode: 'off'}, why: x, until: 2027-02-30}")
    #expect(diagnostics.map(\.code) == ["P0209"])
    #expect(set.profiles.map(\.id) == ["cn.retail-bank"])
  }

  @Test func overridesAreAppliedInOrder() throws {
    let overrides = """
        - {rule: format.advice, replace: {severity: high}, why: x}
        - {rule: 'format.*', replace: {severity: critical}, why: x}
      """
    #expect(try effective(overrides, "format.advice").severity == .critical)
    #expect(
      problems("  - {rule: format.advice, replace: {severity: high}, why: x}\n  - {rule: format.advice, replace: {severity: low}, why: x}")
        == ["P0908"])
  }

  @Test func aBrokenOverrideStopsLoading() {
    let set = decode("  - {rule: \(Self.floor), replace: {mode: shadow}, why: x}").set
    #expect(throws: RuleErrors.self) { try set.effective(profile: "default", channel: nil) }
  }

  @Test func namesWithStars() {
    #expect(NamePattern.matches("masking.*", "masking.cn.mobile"))
    #expect(NamePattern.matches("*", ""))
    #expect(NamePattern.matches("mcp:*/query*", "mcp:credit/a/query.v2"))
    #expect(NamePattern.matches("a*b*c", "aXbYbZc"))
    #expect(!NamePattern.matches("a*b*c", "aXbYbZ"))
    #expect(!NamePattern.matches("masking.*", "masking"))
    #expect(!NamePattern.matches("", "x"))
    #expect(NamePattern.matches("x", "x"))
  }
}
