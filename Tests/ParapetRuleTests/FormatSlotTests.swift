import ParapetFormat
import Testing

@testable import ParapetRule

/// The slots of formats: what they mean, what is refused, and that the digest sees them.
@Suite struct FormatSlotTests {
  private func decoded(_ requirement: String, then: String = "{action: hold}") -> (rule: Rule?, messages: [String]) {
    var texts = GoldenDiagnosticsTests.base.mapValues { String(decoding: $0, as: UTF8.self) }
    texts["format/advice.yaml"] = """
      rule: format.advice
      version: 1.0.0
      title: {zh: 格式, en: Form}
      status: stable
      severity: medium
      owner: channel-engineering
      reviewed: 2026-11-21
      legal: [{cite: CN-AdLaw-2021 art.25, for: warning of risk}]
      when: {stage: output}
      require: {\(requirement)}
      then: \(then)
      on_error: closed
      examples: [{hit: x}, {miss: y}]
      """
    let (set, diagnostics) = RuleDirectory.decode(texts)
    return (set.rules.first { $0.id == "format.advice" }, diagnostics.map(\.message))
  }

  private func form(_ requirement: String) throws -> Assertion.Document {
    let (rule, messages) = decoded(requirement)
    guard case .assertion(_, .document(let document))? = rule?.require else {
      Issue.record("\(messages)")
      throw CancellationError()
    }
    return document
  }

  @Test func documentsAreReadWithTheirOptions() throws {
    let csv = try form("csv: {header: [日期, 金额], separator: tab, formulas: false, extract: true}")
    #expect(csv == .init(form: .csv(CSVForm(separator: 9, header: ["日期", "金额"], allowsFormulas: false)), extract: true))
    #expect(try form("table: {columns: 3}") == .init(form: .table(MarkdownTableForm(columns: 3)), extract: false))
    #expect(try form("xml: {root: Document}") == .init(form: .xml(XMLForm(root: "Document")), extract: false))
    #expect(try form("csv: {}") == .init(form: .csv(CSVForm()), extract: false))
  }

  @Test(
    arguments: [
      ("csv: {header: [a, b], columns: 3}", "`header` has 2 names, and `columns` is 3"),
      ("csv: {separator: pipe}", "`separator` cannot be `pipe`"),
      ("xml: {rot: a}", "`xml` has no key `rot`"), ("table: {columns: 0}", "`columns` must be a whole number from 1 to 10000, not `0`"),
      ("json: {schema: schemas/advice.v1.json, depth: 2000}", "`depth` must be a whole number from 1 to 1000, not `2000`"),
      ("values: []", "`values` is an empty list"), ("cvs: {}", "`require` has no assertion `cvs`"),
    ])
  func whatMeansNothingIsRefused(requirement: String, message: String) {
    #expect(decoded(requirement).messages == [message])
  }

  @Test func everyOptionIsPartOfTheMeaning() {
    let forms = [
      "csv: {}", "csv: {columns: 2}", "csv: {header: [a, b]}", "csv: {header: [b, a]}", "csv: {separator: tab}", "csv: {formulas: false}",
      "csv: {extract: true}", "table: {}", "table: {columns: 2}", "xml: {}", "xml: {root: a}", "values: [a]", "values: [a, b]",
      "json: {schema: schemas/advice.v1.json}", "json: {schema: schemas/advice.v1.json, formats: true}",
      "json: {schema: schemas/advice.v1.json, depth: 4}", "json: {schema: schemas/advice.v1.json, bytes: 4}",
    ]
    let digests = forms.map { decoded($0).rule?.digest }
    #expect(!digests.contains(nil))
    #expect(Set(digests).count == forms.count)
  }

  private let mending = "{action: rewrite, with: repair-json, otherwise: {action: hold, for: regenerate}}"

  @Test func whatIsDoneOtherwiseIsRead() throws {
    let rule = try #require(decoded("json: {schema: schemas/advice.v1.json}", then: mending).rule)
    #expect(rule.then.action(for: "json")?.kind == .rewrite)
    #expect(rule.then.otherwise(for: "json")?.purpose == "regenerate")
    let byFormat = "{json: \(mending), other: {action: flag}}"
    let other = try #require(decoded("json: {schema: schemas/advice.v1.json}", then: byFormat).rule)
    #expect(other.then.otherwise(for: "json")?.kind == .hold)
    #expect(other.then.otherwise(for: "text") == nil)
    #expect(other.digest != rule.digest)
  }

  @Test(
    arguments: [
      ("{action: rewrite, with: repair-json, otherwise: {action: mask}}", "`otherwise` cannot be `mask`"),
      ("{action: flag, otherwise: {action: hold}}", "`flag` has no `otherwise`"),
    ])
  func otherwiseIsForARewritingAndHoldsOrRefuses(then: String, message: String) {
    #expect(decoded("json: {schema: schemas/advice.v1.json}", then: then).messages.contains(message))
  }

  @Test func takingAwayWhatIsDoneOtherwiseLoosensARule() throws {
    func then(_ text: String) throws -> Then { try #require(decoded("json: {schema: schemas/advice.v1.json}", then: text).rule).then }
    let strict = try then(mending)
    let loose = try then("{action: rewrite, with: repair-json}")
    #expect(ThenOrder.isStricter(strict, than: loose))
    #expect(!ThenOrder.isStricter(loose, than: strict))
    #expect(try !ThenOrder.isStricter(then("{action: rewrite, with: repair-json, otherwise: {action: flag}}"), than: strict))
    #expect(try ThenOrder.isStricter(then("{action: refuse}"), than: strict))
  }

  @Test func schemasReferToEachOtherByPath() {
    var texts = GoldenDiagnosticsTests.base.mapValues { String(decoding: $0, as: UTF8.self) }
    texts["schemas/advice.v1.json"] = #"{"$ref":"shared.v1.json#/$defs/name"}"#
    texts["schemas/shared.v1.json"] = #"{"$defs":{"name":{"type":"string"}}}"#
    #expect(RuleDirectory.decode(texts).diagnostics.map(\.message) == [])
    texts["schemas/advice.v1.json"] = #"{"$ref":"shared.v2.json"}"#
    #expect(RuleDirectory.decode(texts).diagnostics.contains { $0.message.contains("nothing that is known is called `shared.v2.json`") })
  }
}
