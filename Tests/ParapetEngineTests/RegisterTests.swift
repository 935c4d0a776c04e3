import Foundation
import Parapet
import ParapetEntity
import ParapetRule
import ParapetVerdict
import Testing

@testable import ParapetEngine

/// Rules that ask registers.
@Suite struct RegisterTests {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("../../Fixtures/registers")

  /// The sample registers, as files of a rule directory.
  static func samples() throws -> [RuleFile] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".yaml") }.sorted().map {
      RuleFile(path: "registers/\($0)", bytes: Array(try Data(contentsOf: folder.appendingPathComponent($0))))
    }
  }

  /// The shipped rules with the sample registers.
  static func program(_ registers: [RuleFile]? = nil, date: String = "2026-11-28") throws -> Program {
    let (set, diagnostics) = RuleSet.decode(RuleSource.shipped.files + (try registers ?? samples()), date: date)
    #expect(diagnostics.filter { $0.severity == .error }.map { "\($0.file):\($0.line) \($0.message)" } == [])
    return try Program.compile(set, profile: "default")
  }

  static let program = Result { try program() }

  func faults(_ text: String, by program: Program? = nil) throws -> [String] {
    let verdict = (try program ?? Self.program.get()).evaluate(Event(stage: .output, text: text))
    return verdict.findings.filter { $0.rule.hasPrefix("grounding.registered") }.compactMap {
      $0.grounding.map { "\($0.fault) \($0.tier)" }
    }
  }

  @Test(
    arguments: [
      ("基金代码110022。", nil), ("基金代码110027。", "unregistered certain"), ("基金代码：519008。", "ended certain"),
      ("稳盈货币（110022）。", "misnamed certain"), ("请拨打95500。", nil), ("请拨打客服95511。", "unregistered certain"),
      ("请访问 https://m.example-bank.cn/a 。", nil), ("请访问 www.example-bank.com 。", "unregistered certain"),
      ("1年期LPR为3.00%。", nil), ("1年期LPR为3.45%。", "stale certain"), ("1年期LPR为2.50%。", nil),
      ("见银发〔2026〕42号。", nil), ("见银发〔2021〕237号。", "ended certain"), ("见银发〔2026〕43号。", "unregistered certain"),
      ("见金规〔2026〕2号。", nil), ("《证券投资顾问业务暂行规定》第三十六条。", "unregistered certain"),
      ("《旧版管理办法》第三条。", "ended certain"), ("《未来管理条例》第三条。", "future certain"), ("《未来管理条例》第三条尚未施行。", nil),
    ] as [(String, String?)])
  func aRegisterSpeaks(_ text: String, _ fault: String?) throws {
    let found = try faults(text)
    #expect(Set(found) == Set([fault].compactMap(\.self)), "\(found)")
  }

  @Test func theReasonNamesTheRegister() throws {
    let verdict = try Self.program.get().evaluate(Event(stage: .output, text: "见银发〔2021〕237号。"))
    let finding = try #require(verdict.findings.first { $0.rule == "grounding.registered-documents" })
    #expect(finding.reasonZh.contains("外规库（样例）") && finding.reasonZh.contains("2026-11-20") && finding.reasonZh.contains("银发〔2026〕42号"))
    #expect(!finding.reasonZh.contains("237"))
  }

  @Test func withoutARegisterTheRuleIsSkippedAndSaysSo() throws {
    let program = try Self.program([])
    let verdict = program.evaluate(Event(stage: .output, text: "基金代码110027，请拨打95511，1年期LPR为3.45%。"), trace: .full)
    #expect(verdict.trace.skipped[.register] == 3)
    for rule in ["products", "contacts", "rates"] {
      #expect(verdict.trace.steps?.first { $0.rule == "grounding.registered-\(rule)" }?.skipped == .register)
    }
    #expect(try faults("基金代码110027。", by: program).isEmpty)
  }

  @Test func absenceMayBeAnIncident() throws {
    let rule = Workshop.rule(
      "grounding.products",
      """
      when: {stage: output}
      find: {code: {pattern: '代码([0-9]{6})', group: 1}}
      require: {registered: {in: products}}
      then: {action: flag}
      on_missing: hold
      """)
    let verdict = try Workshop.program(rule).evaluate(Event(stage: .output, text: "代码110027"))
    #expect(verdict.decision == .hold)
    #expect(verdict.unjudged.map(\.fact) == ["registers.products"])
    #expect(try Workshop.program(rule).evaluate(Event(stage: .output, text: "没有")).decision == .pass)
  }

  @Test func whatARegisterSaysIsInTheDigest() throws {
    let digest = try Self.program.get().ruleset.digest
    #expect(try Self.program().ruleset.digest == digest)
    var changed = try Self.samples()
    let index = try #require(changed.firstIndex { $0.path.hasSuffix("products.yaml") })
    changed[index] = RuleFile(path: changed[index].path, bytes: changed[index].bytes + Array("  \"000001\": 新产品\n".utf8))
    #expect(try Self.program(changed).ruleset.digest != digest)
    // An entry that has ended by another day is another meaning.
    #expect(try Self.program(date: "2025-01-01").ruleset.digest != digest)
    #expect(try faults("基金代码：519008。", by: Self.program(date: "2025-01-01")).isEmpty)
  }

  @Test(arguments: [
    ("registers/fonds.yaml", "source: a\nas_of: 2026-01-01\ncomplete: true\nentries: {a: b}\n", "P0112"),
    ("registers/products.yaml", "source: a\nas_of: 2026-01-01\nentries: {a: b}\n", "P0202"),
    ("registers/products.yaml", "source: a\nas_of: soon\ncomplete: true\nentries: {a: b}\n", "P0209"),
    ("registers/products.yaml", "source: a\nas_of: 2026-01-01\ncomplete: true\nentries: {a: {last_article: 3}}\n", "P0405"),
    ("registers/rates.yaml", "source: a\nas_of: 2026-01-01\ncomplete: true\nentries: {LPR: {names: x}}\n", "P0202"),
    ("registers/rates.yaml", "source: a\nas_of: 2026-01-01\ncomplete: true\nentries: {LPR: {history: {soon: 3%}}}\n", "P0209"),
  ])
  func whatIsWrongIsSaidWhereItStands(_ path: String, _ text: String, _ code: String) {
    let (_, diagnostics) = RuleSet.decode(RuleSource.shipped.files + [RuleFile(path: path, bytes: Array(text.utf8))], date: "2026-11-28")
    let found = diagnostics.filter { $0.file == path }
    #expect(found.map(\.code) == [code])
    #expect(found.allSatisfy { $0.line >= 1 && $0.help != nil })
  }

  @Test func anEventMayBringItsOwn() throws {
    var event = Event(stage: .output, text: "基金代码110027。")
    event.registers = [.init(kind: .products, source: "tenant", asOf: "", isComplete: true, entries: [.init("110027")])]
    let verdict = try Self.program.get().evaluate(event)
    #expect(!verdict.findings.contains { $0.rule == "grounding.registered-products" })
  }
}
