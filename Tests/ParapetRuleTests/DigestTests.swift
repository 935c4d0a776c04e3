import ParapetRule
import Testing

@Suite struct DigestTests {
  private static let path = "refusal/cn/guaranteed-return.yaml"
  private static let id = "refusal.cn.guaranteed-return"

  private func digest(_ change: (inout String) -> Void) throws -> String {
    let (set, diagnostics) = RuleDirectory.decode(DesignedRules.directory(Self.path, change))
    #expect(diagnostics.filter { $0.severity == .error && $0.file == Self.path }.isEmpty)
    return try #require(set.rules.first { $0.id == Self.id }).digest
  }

  private func inForce(_ directory: [String: String]) throws -> String {
    try RuleDirectory.decode(directory).set.effective(profile: "default", channel: nil).digest
  }

  @Test func wordsAboutTheRuleDoNotCount() throws {
    let before = try digest { _ in }
    for (old, new) in [
      ("拒绝保本承诺", "拒绝承诺"), ("owner: marketing-compliance", "owner: law"), ("reviewed: 2026-11-21", "reviewed: 2026-11-22"),
      ("  - miss: 本产品不保本保息\n", "  - miss: 本产品非保本保息\n"), ("status: stable", "mode: enforce\nstatus: stable  # a comment"),
      ("[保本保息, 保证收益]", "[保证收益,   保本保息]"), ("[width, invisible, gaps, han]", "[han, gaps, invisible, width]"),
      ("promise: {phrases: [保本保息, 保证收益]}", "promise:\n    phrases:\n      - 保本保息\n      - \"保证收益\""),
    ] {
      #expect(try digest { $0.replace(old, with: new) } == before, "\(new)")
    }
  }

  @Test func everythingThatDecidesCounts() throws {
    var seen: Set<String> = [try digest { _ in }]
    let changes = [
      ("version: 1.0.0", "version: 1.0.1"), ("status: stable", "status: draft"), ("severity: critical", "severity: high"),
      ("status: stable", "mode: shadow\nstatus: stable"), ("floor: true", "floor: false"),
      ("for: no promise of", "for: never a promise of"),
      ("stage: output", "stage: input"), ("stage: output", "stage: output, channel: a"), ("gaps, han]", "gaps]"), ("保证收益", "保证收入"),
      ("firm: true", "firm: false"), ("firm: true", "firm: true\n    again: true"), ("亏了?算我的", "亏了算我的"), ("[不, 算我的]", "[不, 算我]"),
      ("{before: $negation.zh}", "{after: $negation.zh}"),
      ("{before: $negation.zh}", "{before: $negation.zh, for: promise}"), ("[deposit, treasury]", "[deposit]"),
      ("evidence: show", "evidence: none"),
      ("action: refuse, reply: no-promise", "action: refuse"), ("within_hours: 24", "within_hours: 12"),
      ("on_error: closed", "on_error: open"),
      ("on_error: closed", "on_error: closed\non_missing: hold"), ("  term: {within: '保本", "  term: {scope: text, within: '保本"),
    ]
    for (old, new) in changes {
      let digest = try digest { $0.replace(old, with: new) }
      #expect(seen.insert(digest).inserted, "\(new)")
    }
  }

  @Test func whatIsInForceCountsCuesListsRepliesAndSchemas() throws {
    var seen: Set<String> = [try inForce(DesignedRules.directory)]
    for (path, old, new) in [
      ("shared/negation.zh.yaml", "非|", "非|未|"), ("replies.yaml", "投资有风险", "投资有大风险"), ("schemas/advice.v1.json", "product", "name"),
      ("profiles/default.yaml", "version: 1.0.0", "version: 1.0.1"), (Self.path, "severity: critical", "severity: high"),
    ] {
      let directory = DesignedRules.directory(path) { $0.replace(old, with: new) }
      #expect(seen.insert(try inForce(directory)).inserted, "\(path)")
    }
    var listed = DesignedRules.directory(Self.path) { $0.replace("{phrases: [保本保息, 保证收益]}", with: "{terms: promises}") }
    listed["shared/promises.txt"] = "保本保息\n保证收益\n"
    #expect(seen.insert(try inForce(listed)).inserted)
    listed["shared/promises.txt"] = "# reviewed\n保证收益\n保本保息   # first\n"
    #expect(!seen.insert(try inForce(listed)).inserted)
    listed["shared/promises.txt"] = "保本保息\n"
    #expect(seen.insert(try inForce(listed)).inserted)
  }

  @Test func aNewMeaningNeedsANewVersion() {
    let old = RuleDirectory.decode(DesignedRules.directory).set
    func check(_ change: (inout String) -> Void) -> [Diagnostic] {
      RuleDirectory.decode(DesignedRules.directory(Self.path, change)).set.unraisedVersions(since: old)
    }
    #expect(check { _ in }.isEmpty)
    #expect(check { $0.replace("owner: marketing-compliance", with: "owner: law") }.isEmpty)
    let diagnostics = check { $0.replace("保证收益", with: "保证收入") }
    #expect(diagnostics.map(\.code) == ["P0304"])
    #expect(diagnostics.first?.line == 2)
    #expect(diagnostics.first?.column == 10)
    #expect(
      check {
        $0.replace("保证收益", with: "保证收入"); $0.replace("version: 1.0.0", with: "version: 1.1.0")
      }.isEmpty)
    #expect(
      check {
        $0.replace("保证收益", with: "保证收入"); $0.replace("version: 1.0.0", with: "version: 0.9.0")
      }.count == 1)
  }
}
