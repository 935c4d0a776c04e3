import Parapet
import ParapetTesting
import Testing

@Suite struct FixtureFileTests {
  private func decode(_ text: String) -> (file: FixtureFile?, diagnostics: [Diagnostic]) {
    FixtureFile.decode(RuleFile(path: "regression/test.yaml", bytes: Array(text.utf8)))
  }

  @Test func everyKeyIsRead() throws {
    let (file, diagnostics) = decode(
      """
      suite: promises
      profile: cn.retail-bank
      cases:
        - id: P-01
          from: made up
          why: to see every key
          stage: output
          channel: marketing
          format: text
          facts: {product: {risk: R3, code: 000001, amount: 5}}
          context: [期限 90 天, {id: kb-7, text: 费率 1%, as_of: 2026-09-30}]
          input: 保本吗
          text: 这款⟦保本保息⟧
          expect:
            decision: refuse
            findings: [{rule: refusal.test, clause: promise, span: [2, 6]}]
            suppressed: [{rule: refusal.test, by: negated}]
            unjudged: [{rule: grounding.test, why: missing_fact}]
            out: 不能这样回答。
            only: true
        - id: P-02
          tool: credit.query
          args: {amount: 5000, account: "6222", ok: true}
          session: {calls: [{tool: credit.query}]}
          expect: {decision: pass}
        - id: P-03
          tool: {name: credit.query, arguments: {amount: 7}}
          expect: {decision: pass}
      """)
    #expect(diagnostics == [])
    let decoded = try #require(file)
    #expect(decoded.suite == "promises")
    #expect(decoded.profile == "cn.retail-bank")
    let first = decoded.cases[0]
    #expect(first.origin == "made up")
    #expect(first.channel == "marketing")
    #expect(first.event.facts["product"]?["code"]?.string == "000001")
    #expect(first.event.facts["product"]?["amount"]?.value == .number("5"))
    #expect(first.event.facts["format"]?.string == "text")
    #expect(first.event.context?.map(\.id) == ["c1", "kb-7"])
    #expect(first.event.context?[1].asOf == "2026-09-30")
    #expect(first.event.text?.string == "这款保本保息")
    #expect(first.text?.spans.map(\.scalar) == [2..<6])
    #expect(first.expect.findings.first?.span == 2..<6)
    #expect(first.expect.only)
    #expect(first.line == 4)
    let second = decoded.cases[1]
    #expect(second.event.stage == .toolCall)
    #expect(second.event.tool?.arguments["amount"]?.value == .number("5000"))
    #expect(second.event.tool?.arguments["account"]?.string == "6222")
    #expect(second.event.tool?.arguments["ok"]?.value == .bool(true))
    #expect(decoded.cases[2].event.tool?.name == "credit.query")
    #expect(decoded.cases[2].event.tool?.arguments["amount"]?.value == .number("7"))
  }

  @Test(arguments: [
    ("suite: a\ncases:\n  - {id: 1, txt: a, text: b, expect: {decision: pass}}", "P0201", 3, 13),
    ("suite: a\ncases:\n  - {id: 1, text: b, expect: {verdict: pass}}", "P0201", 3, 31),
    ("suite: a\ncases:\n  - {id: 1, text: b, expect: {findings: [{rule: r, where: x}]}}", "P0201", 3, 52),
    ("suite: a\nowner: b\ncases: []", "P0201", 2, 1), ("cases: []", "P0202", 1, 1),
    ("suite: a\ncases:\n  - {text: b, expect: {decision: pass}}", "P0202", 3, 5),
    ("suite: a\ncases:\n  - {id: 1, expect: {decision: pass}}", "P0202", 3, 5),
    ("suite: a\ncases:\n  - {id: 1, text: b}", "P0202", 3, 5), ("suite: a\ncases:\n  - {id: 1, text: b, expect: {}}", "P0202", 3, 30),
    ("suite: a\ncases: b", "P0203", 2, 8), ("suite: a\ncases:\n  - {id: [1], text: b, expect: {decision: pass}}", "P0203", 3, 10),
    ("suite: a\ncases:\n  - {id: 1, text: b, expect: {decision: stop}}", "P0205", 3, 41),
    ("suite: a\ncases:\n  - {id: 1, stage: later, text: b, expect: {decision: pass}}", "P0205", 3, 20),
    ("suite: a\ncases:\n  - {id: 1, text: b, expect: {only: maybe}}", "P0207", 3, 37),
    ("suite: a\ncases:\n  - {id: 1, text: b, expect: {findings: [{rule: r, span: [3, 1]}]}}", "P0206", 3, 58),
    ("suite: a\ncases:\n  - {id: 1, text: ⟦b, expect: {decision: pass}}", "P0604", 3, 19),
    ("suite: a\ncases:\n  - {id: 1, text: b, args: {}, expect: {decision: pass}}", "P0610", 3, 28),
    ("suite: a\ncases:\n  - {id: 1, tool: {name: t, args: {}}, expect: {decision: pass}}", "P0201", 3, 29),
    ("suite: a\ncases:\n  - {id: 1, text: b, channel: c, facts: {channel: d}, expect: {decision: pass}}", "P0107", 3, 31),
    ("suite: a\ncases:\n  - {id: 1, text: b, expect: {only: true}}\n  - {id: 1, text: c, expect: {only: true}}", "P0303", 4, 10),
    ("suite: a\nsuite: b\ncases: []", "P0107", 2, 1), ("suite: [a\ncases: []", "P0103", 2, 6),
  ])
  func everyMistakeIsShownWhereItIs(_ text: String, _ code: String, _ line: Int, _ column: Int) {
    let (file, diagnostics) = decode(text)
    #expect(file == nil)
    #expect(diagnostics.map { "\($0.code) \($0.line):\($0.column)" }.contains("\(code) \(line):\(column)"), "\(diagnostics)")
    #expect(diagnostics.allSatisfy { $0.file == "regression/test.yaml" })
  }

  @Test func allMistakesAreReportedAtOnce() {
    let (_, diagnostics) = decode("suite: a\nowner: b\ncases:\n  - {id: 1, text: b⟧, expect: {decision: stop, only: 1}}")
    #expect(diagnostics.map(\.code) == ["P0201", "P0604", "P0205", "P0207"])
  }
}

@Suite struct FixtureRunnerTests {
  private static let rules = [
    Workbench.rule(
      "refusal.test",
      """
      when: {stage: output}
      find:
        promise: {phrases: [保本保息, 零风险]}
        slang: {phrases: [躺赚]}
      unless: {negated: {before: '不$'}}
      evidence: show
      then: {action: refuse}
      """, examples: "  - hit: ⟦零风险⟧\n  - miss: 好"),
    Workbench.rule(
      "masking.test",
      """
      when: {stage: [input, output]}
      find: {number: {pattern: '(?<!\\d)1[3-9]\\d{9}(?!\\d)', needs: {digits: 11}}}
      then: {action: mask, keep: [3, 4], with: '*'}
      """, examples: "  - hit: ⟦13812345678⟧\n  - miss: 好"),
    Workbench.rule(
      "grounding.test",
      """
      when: {stage: output, facts: [context]}
      find: {figure: {entity: quantity}}
      require: {grounded: {in: [context], equal: value-and-unit}}
      then: {action: flag}
      """, examples: "  - {hit: ⟦5 元⟧, context: [无]}\n  - {miss: 好, context: [无]}"),
  ]

  /// The results of cases, written as one flow mapping each.
  private func run(_ cases: [String], profile: String? = nil, _ location: SourceLocation = #_sourceLocation) throws -> [CaseResult] {
    let files =
      FixtureRunnerTests.rules + (profile.map { [("profiles/default.yaml", $0)] } ?? [])
    let set = try Workbench.ruleSet(files, location)
    let text = "suite: s\ncases:\n" + cases.enumerated().map { "  - {id: c\($0), \($1)}\n" }.joined()
    let (file, diagnostics) = FixtureFile.decode(RuleFile(path: "f.yaml", bytes: Array(text.utf8)))
    #expect(diagnostics == [], sourceLocation: location)
    return try FixtureRunner(set, options: Workbench.checked()).results(of: [#require(file)])
  }

  @Test func eachExpectationPassesWhenItIsRight() throws {
    let results = try run([
      "text: 这款⟦保本保息⟧, expect: {decision: refuse, findings: [{rule: refusal.test, clause: promise, span: [2, 6]}], only: true}",
      "text: 不保本保息, expect: {decision: pass, suppressed: [{rule: refusal.test, by: unless.negated}], only: true}",
      "text: 请打⟦13812345678⟧, expect: {decision: modify, out: 请打138****5678, findings: [{rule: masking.test}]}",
      "text: 收 5 元, expect: {unjudged: [{rule: grounding.test, why: missing_fact}]}",
      "text: '⟦躺赚⟧，⟦13812345678⟧', expect: {decision: refuse}",
      "text: '⟦躺赚⟧，13812345678', expect: {findings: [{rule: refusal.test}]}",
    ])
    for result in results { #expect(result.problems == [], "\(result.name)") }
  }

  @Test func eachExpectationFailsWhenItIsWrong() throws {
    let results = try run([
      "text: 这款保本保息, expect: {decision: pass}",
      "text: 这款保本保息, expect: {findings: [{rule: refusal.test, clause: slang}]}",
      "text: 这款保本保息, expect: {findings: [{rule: refusal.test, span: [2, 5]}]}",
      "text: 躺赚13812345678, expect: {findings: [{rule: refusal.test}], only: true}",
      "text: 保本保息, expect: {suppressed: [{rule: refusal.test, by: negated}]}",
      "text: 不保本保息, expect: {suppressed: [{rule: refusal.test, by: quoted}]}",
      "text: 收 5 元, context: [收 5 元], expect: {unjudged: [{rule: grounding.test}]}",
      "text: 请打13812345678, expect: {out: 请打}",
      "text: 这款⟦保本⟧保息, expect: {decision: refuse}",
      "text: '⟦躺赚⟧，13812345678', expect: {decision: refuse}",
      "text: '⟦躺赚⟧，⟦13812345678⟧', expect: {findings: [{rule: refusal.test}]}",
    ])
    #expect(
      results.map(\.kinds) == [
        [.decision], [.missing], [.missing], [.unexpected], [.suppression], [.suppression], [.unjudged], [.out], [.missing, .unexpected],
        [.unexpected], [.missing],
      ])
  }

  @Test func theChannelPicksTheOverrides() throws {
    let profile = """
      profile: default
      version: 1.0.0
      title: {zh: 默认, en: Default}
      owner: tests
      select: [refusal.*, masking.*]
      channels:
        marketing:
          override:
            - {rule: refusal.test, append: {find.slang.phrases: [闭眼买]}, why: slang}
      examples:
        - {text: 闭眼买, stage: output, expect: {marketing: refuse}}
        - {text: 闭眼买, stage: output, expect: {marketing: pass}}
      """
    let results = try run(
      ["text: ⟦闭眼买⟧, channel: marketing, expect: {decision: refuse}", "text: 闭眼买, channel: service, expect: {decision: pass}"],
      profile: profile)
    #expect(results.map(\.problems) == [[], []])

    let set = try Workbench.ruleSet(FixtureRunnerTests.rules + [("profiles/default.yaml", profile)])
    let examples = try ProfileRunner(set, options: Workbench.checked()).results()
    #expect(examples.map(\.kinds) == [[], [.decision]])
    #expect(examples.map(\.kind) == [.profile, .profile])
  }

  @Test func valuesStayHidden() throws {
    let results = try run([
      "text: 请打13812345678, expect: {decision: pass}", "text: '⟦躺赚⟧，卡号 6222021234567890', expect: {decision: pass}",
    ])
    for result in results {
      let printed = ([result.text, result.actualText].compactMap(\.self) + result.reasons + result.problems.map(\.message)).joined()
      #expect(!printed.contains("13812345678"))
      #expect(!printed.contains("6222021234567890"))
    }
    #expect(results[1].text?.contains("躺赚") == true)
  }

  @Test func anUnknownProfileIsAnError() throws {
    let set = try Workbench.ruleSet(FixtureRunnerTests.rules)
    let text = "suite: s\nprofile: nowhere\ncases: [{id: a, text: b, expect: {decision: pass}}]"
    let file = try #require(FixtureFile.decode(RuleFile(path: "f.yaml", bytes: Array(text.utf8))).file)
    #expect(throws: RuleErrors.self) { try FixtureRunner(set).results(of: [file]) }
  }
}
