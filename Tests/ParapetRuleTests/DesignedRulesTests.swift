import ParapetFormat
@testable import ParapetRule
import ParapetText
import Testing

@Suite struct DesignedRulesTests {
  private let decoded = RuleDirectory.decode(DesignedRules.directory)
  private var set: RuleSet { decoded.set }

  private func rule(_ id: String) throws -> Rule { try #require(set.rules.first { $0.id == id }) }

  @Test func theyDecodeWithoutAProblem() {
    #expect(decoded.diagnostics.map { $0.rendered(color: false) } == [])
    #expect(
      set.rules.map(\.id) == [
        "format.advice", "grounding.figures", "masking.cn.resident-id", "refusal.cn.guaranteed-return", "tool.credit-report",
      ])
    #expect(set.profiles.map(\.id) == ["cn.retail-bank", "default"])
    #expect(set.cues.map(\.name) == ["negation.zh"])
    #expect(set.legal.instrument("CN-CreditRegs-2013")?.article("art.18")?.checked == "对照全文")
  }

  @Test func aMaskingRule() throws {
    let rule = try rule("masking.cn.resident-id")
    #expect(rule.family == .masking)
    #expect(rule.mode == .enforce)
    #expect(!rule.floor)
    #expect(rule.fold == [.width, .invisible, .gaps])
    #expect(rule.when.stages == Stage.allCases)
    let clause = try #require(rule.find.first)
    #expect(clause.name == "id18")
    #expect(clause.needs == .digits(17))
    #expect(clause.validate == "cn-resident-id")
    #expect(rule.then.action(for: "text")?.mask == .init(keep: (4, 4), with: "*", replacement: nil))
    #expect(rule.evidence == .mask)
    #expect(rule.onMissing == .record)
    #expect(rule.examples.map(\.kind) == [.hit, .hit, .miss])
    #expect(rule.examples[0].out == "证件号码是1101**********002X，请核对")
    #expect(rule.examples[0].line == 20)
    #expect(rule.examples[0].column == 10)
    #expect(rule.digest.utf8.count == 64)
  }

  @Test func aRefusalRule() throws {
    let rule = try rule("refusal.cn.guaranteed-return")
    #expect(rule.floor)
    #expect(rule.evidence == .show)
    #expect(rule.find.map(\.name) == ["promise", "denial-as-promise", "en"])
    #expect(rule.find.map(\.firm) == [false, true, false])
    #expect(rule.unless.map(\.name) == ["negated", "negated-en", "warned", "term", "lawful-product"])
    #expect(rule.unless[0].before.first?.cue == "negation.zh")
    #expect(rule.unless[0].before.first?.scope == "clause")
    #expect(rule.unless[1].before.first?.pattern.contains("n['’]t") == true)
    #expect(rule.unless[2].after.count == 1)
    #expect(rule.unless[3].within.count == 1)
    #expect(rule.unless[4].facts == [FactCondition(path: "product.type", values: ["deposit", "treasury"])])
    let action = try #require(rule.then.standard)
    #expect(action.reply == "no-promise")
    #expect(action.obligations == [.init(kind: .review, queue: "marketing-compliance", withinHours: 24)])
    #expect(rule.examples.last?.kind == .gap)
  }

  @Test func aGroundingRule() throws {
    let rule = try rule("grounding.figures")
    #expect(rule.when.requiredFacts == ["context"])
    #expect(rule.find.first?.ignore == ["list-marker", "citation-marker"])
    guard case .assertion(let name, .grounded(let options))? = rule.require else {
      Issue.record("not grounded")
      return
    }
    #expect(name == "grounded")
    #expect(options.sources == ["context", "input", "tool-result"])
    #expect(options.derive)
    #expect(options.tier == "likely")
    #expect(rule.onMissing == .hold)
    #expect(rule.then.standard?.reply == "held")
    #expect(rule.examples[1].passages == [.init(id: "kb:7", text: "期限 90 天", asOf: "2026-09-30")])
  }

  @Test func aFormatRule() throws {
    let rule = try rule("format.advice")
    #expect(rule.when.purposes == ["advice"])
    guard case .any(let members)? = rule.require, case .assertion("json", .json(let json)) = members[0],
      case .assertion("disclosed", .disclosed(let disclosed)) = members[1]
    else {
      Issue.record("not any of json and disclosed")
      return
    }
    #expect(json.schema == "schemas/advice.v1.json" && !json.extract && !json.assertsFormats && json.depth == nil)
    #expect(disclosed.place == .last(120))
    #expect(rule.then.standard == nil)
    #expect(rule.then.action(for: "json")?.kind == .hold)
    #expect(rule.then.action(for: "text")?.text?.zh == "\n\n投资须谨慎。")
    #expect(rule.then.action(for: "markdown") == nil)
    #expect(rule.examples[1].facts["format"]?.string == "json")
    #expect(rule.examples[1].decision == "hold")
  }

  @Test func aToolRule() throws {
    let rule = try rule("tool.credit-report")
    #expect(rule.when.tools == ["credit_report.query", "mcp:credit-bureau/*"])
    guard case .all(let members)? = rule.require else {
      Issue.record("not all")
      return
    }
    #expect(members.count == 4)
    guard case .assertion("subject", .arg(let subject)) = members[2], case .equals("session:/customer/id_no") = subject.comparisons[0],
      case .assertion("once", .calls(let calls)) = members[3]
    else {
      Issue.record("not as written")
      return
    }
    #expect(calls == .init(tool: "same-tool", atMost: 1, atLeast: nil))
    #expect(rule.examples[0].args?["amount"]?.value == .number("50000"))
    #expect(rule.examples[0].args?["id_no"]?.string == "11010519491231002X")
    #expect(rule.examples[0].text == nil)
    #expect(rule.examples[1].clauses == ["consent"])
  }

  @Test func positionsPointAtClauses() throws {
    let id = "refusal.cn.guaranteed-return"
    let promise = try #require(set.position(of: "find.promise", inRule: id))
    #expect((promise.line, promise.column, promise.length) == (14, 3, 7))
    #expect(promise.sourceLine == "  promise: {phrases: [保本保息, 保证收益]}")
    let facts = try #require(set.position(of: "unless.lawful-product.facts.product.type", inRule: id))
    #expect((facts.line, facts.column) == (27, 28))
    #expect(set.position(of: "examples.1.miss", inRule: id)?.line == 33)
    #expect(set.position(of: "find.nothing", inRule: id) == nil)
    #expect(set.position(of: "find", inRule: "no.such.rule") == nil)
  }
}
