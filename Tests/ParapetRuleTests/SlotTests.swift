import ParapetFormat
@testable import ParapetRule
import Testing

/// Slots that the designed rules do not use, or use in one way only.
@Suite struct SlotTests {
  private func rule(_ path: String, _ changes: [(String, String)], with files: [String: String] = [:]) -> (rule: Rule?, codes: [String]) {
    var directory = DesignedRules.directory(path) { text in
      for (old, new) in changes { text.replace(old, with: new) }
    }
    directory.merge(files) { _, new in new }
    directory["profiles/cn.retail-bank.yaml"] = nil
    let (set, diagnostics) = RuleDirectory.decode(directory)
    return (set.rules.first { $0.file == path }, diagnostics.filter { $0.severity == .error }.map(\.code))
  }

  private func refusal(_ changes: (String, String)...) -> (rule: Rule?, codes: [String]) {
    rule("refusal/cn/guaranteed-return.yaml", changes)
  }
  private func masking(_ changes: (String, String)...) -> (rule: Rule?, codes: [String]) { rule("masking/cn/resident-id.yaml", changes) }
  private func tool(_ changes: (String, String)...) -> (rule: Rule?, codes: [String]) { rule("tool/credit-report.yaml", changes) }

  @Test func termsAreTheLinesOfAList() throws {
    let (rule, codes) = rule(
      "refusal/cn/guaranteed-return.yaml", [("{phrases: [保本保息, 保证收益]}", "{terms: words.cn}")],
      with: ["shared/words.cn.txt": "# list\n\n  保本保息  \n保证收益 # comment\nC# 语言\n"])
    #expect(codes == [])
    guard case .terms("words.cn", let terms)? = rule?.find.first?.producer else {
      Issue.record("no terms")
      return
    }
    #expect(terms == ["保本保息", "保证收益", "C# 语言"])
  }

  @Test func contextGroupAndMasks() throws {
    let (rule, codes) = masking(
      ("    validate: cn-resident-id        # GB 11643-1999", "    group: 0\n    context: {any: [身份证, 证件], within: 12, side: before}"),
      ("keep: [4, 4], with: '*'", "replace: '[证件号]'"))
    #expect(codes == [])
    #expect(rule?.find.first?.group == .number(0))
    #expect(rule?.find.first?.context == .init(any: ["身份证", "证件"], within: 12, side: .before))
    #expect(rule?.then.standard?.mask.replacement == "[证件号]")
  }

  @Test func namedGroups() {
    let (rule, codes) = masking(
      ("(?<![0-9A-Za-z])[1-9]", "(?<![0-9A-Za-z])(?<head>[1-9])"), ("needs: {digits: 17}", "needs: {digits: 17}\n    group: head"))
    #expect(codes == [])
    #expect(rule?.find.first?.group == .name("head"))
  }

  @Test func conditionsMayBeLists() {
    let (rule, codes) = refusal(("{before: $negation.zh}", "{before: [$negation.zh, '没有$'], scope: sentence, for: [promise, en]}"))
    #expect(codes == [])
    let exception = rule?.unless.first
    #expect(exception?.before.map(\.cue) == ["negation.zh", nil])
    #expect(exception?.before.map(\.scope) == ["clause", "sentence"])
    #expect(exception?.clauses == ["promise", "en"])
  }

  @Test func cuesMayNameCues() {
    let (rule, codes) = rule(
      "refusal/cn/guaranteed-return.yaml", [("{before: $negation.zh}", "{before: $denial}")],
      with: [
        "shared/denial.yaml": DesignedRules.negation.replacing("cue: negation.zh", with: "cue: denial").replacing(
          "scope: clause", with: "scope: text"
        )
        .replacing("pattern: '(?:不(?!仅)|非|无)[^…]{0,6}$'", with: "pattern: ['绝非$', $negation.zh]")
      ])
    #expect(codes == [])
    let conditions = rule?.unless.first?.before ?? []
    #expect(conditions.map(\.pattern) == ["绝非$", "(?:不(?!仅)|非|无)[^…]{0,6}$"])
    #expect(conditions.map(\.cue) == ["denial", "denial"])
    #expect(conditions.map(\.scope) == ["text", "text"])
  }

  @Test func severalHitsAreSeveralExamples() {
    let (rule, codes) = refusal(
      ("- miss: 本产品不保本保息", "- hits: [一⟦保本保息⟧, ⟦保证收益⟧二]\n    channel: branch\n  - misses:\n      - 不保本保息\n      - 无保证收益"))
    #expect(codes == [])
    #expect(rule?.examples.map(\.kind) == [.hit, .hit, .hit, .miss, .miss, .gap])
    #expect(rule?.examples.map { $0.facts["channel"]?.string } == [nil, "branch", "branch", nil, nil, nil])
    #expect(rule?.examples.map(\.line) == [32, 33, 33, 36, 37, 38])
  }

  @Test func jsonSlotsReadJSONAndNothingElse() throws {
    let (rule, codes) = tool(
      (
        "amount: 50000",
        "amount: 50000.10, quoted: '50000', code: 000001, on: off, time: '12:30', day: 2026-11-21, yes: true, none: null, list: [1, a]"
      ),
      ("    miss: true", "    facts: {product.type: deposit, product: {risk: R2}, channel: x}\n    miss: true"))
    #expect(codes == [])
    let example = try #require(rule?.examples.first)
    let args = try #require(example.args)
    #expect(args["amount"]?.value == .number("50000.10"))
    for (name, text) in [("quoted", "50000"), ("code", "000001"), ("on", "off"), ("time", "12:30"), ("day", "2026-11-21")] {
      #expect(args[name]?.string == text)
    }
    #expect(args["yes"]?.value == .bool(true))
    #expect(args["none"]?.value == .null)
    #expect(args["list"]?.value == .array([JSON(.number("1")), JSON(.string("a"))]))
    #expect(example.facts["product"]?["type"]?.string == "deposit")
    #expect(example.facts["product"]?["risk"]?.string == "R2")
  }

  @Test func requirementsNest() {
    let (rule, codes) = tool(
      (
        "    purpose: {arg: /purpose, one_of: [loan_origination, post_loan_management]}",
        "    either:\n      any:\n        small: {arg: /amount, at_most: 1000.50, at_least: facts:/limits/least}\n        signed: {all: {present: {arg: /sign, present: true}}}"
      ))
    #expect(codes == [])
    guard case .all(let members)? = rule?.require, case .any(let inner) = members[1], case .assertion("small", .arg(let small)) = inner[0],
      case .all(let deep) = inner[1]
    else {
      Issue.record("not nested")
      return
    }
    #expect(small.comparisons.count == 2)
    #expect(deep.count == 1)
  }

  @Test func conditionsOnFacts() {
    let (rule, codes) = refusal(
      ("when: {stage: output}", "when: {stage: [output], channel: [app, web], facts: [context, {product.risk: [R4, R5]}]}"))
    #expect(codes == [])
    #expect(rule?.when.channels == ["app", "web"])
    #expect(rule?.when.requiredFacts == ["context"])
    #expect(rule?.when.facts.map(\.path) == ["product.risk"])
  }

  @Test func actionsByFormatWithAnother() {
    let (rule, codes) = rule("format/advice.yaml", [("  json: {action: hold", "  other: {action: flag}\n  json: {action: hold")])
    #expect(codes == [])
    #expect(rule?.then.action(for: "sms")?.kind == .flag)
    #expect(rule?.then.action(for: "json")?.kind == .hold)
  }

  /// An author's slip in one slot must not bring out others: one mistake, one diagnostic.
  @Test(arguments: [
    ("when: {stage: output}", "when:"), ("find:", "fnd:"), ("then: {action", "then: {acton"), ("examples:", "example:"),
    ("legal:", "legl:"), ("promise: {phrases", "promise: {phrase"), ("severity: critical", "severity: [critical]"),
    ("cite: CN-AdLaw-2021 art.25(1)", "cite:"),
  ])
  func oneMistakeIsOneDiagnostic(_ change: (String, String)) {
    #expect(refusal(change).codes.count == 1, "\(refusal(change).codes)")
  }
}
