import Foundation
import Parapet
import ParapetTesting
import Testing

/// A verdict with every kind of part in it, and what happens when one of them goes wrong.
@Suite struct VerdictSchemaTests {
  private static let schema: VerdictSchema? = try? Workbench.checked().schema

  private static let span = TextSpan(utf8: 0..<12, scalar: 0..<4, utf16: 0..<4)

  private static var full: Verdict {
    var verdict = Verdict(
      event: .init(id: "e1", stage: "output", channel: "marketing", traceID: "4bf92f3577b34da6a3ce929d0e0e4736"),
      engine: .init(version: "0.1.0", pcre2: "10.42", unicode: "14"),
      ruleset: .init(profile: "default", version: "1.0.0", digest: "sha256:" + String(repeating: "a", count: 64)), decision: .refuse,
      text: "不能这样回答。")
    verdict.reply = .init(key: "refused", text: "不能这样回答。")
    var finding = Finding(
      rule: "refusal.test", version: "1.0.0", family: "refusal", clause: "find.promise", severity: "critical", action: "refuse",
      enforced: true, part: "/text", span: span, evidence: Evidence("保本保息", through: .full, linkedBy: DigestKey(id: "k1", secret: [1])),
      owner: "tests", legal: ["CN-Test-2020 art.1"], reasonZh: "承诺", reasonEn: "a promise")
    finding.checks = [.init(check: "validate.luhn", pass: true)]
    let derivation = Finding.Grounding.Derivation(
      operation: "difference", operands: [.init(id: "c1", span: span), .init(id: "/input", span: span)], chance: 12)
    finding.grounding = .init(
      fault: "absent", tier: "certain", unit: "money", nearest: .init(id: "c1", span: span), derivation: derivation)
    verdict.findings = [finding]
    verdict.edits = [Edit(rule: "masking.test", part: "/text", span: span, with: "****")]
    verdict.obligations = [Obligation(kind: "review", queue: "q", withinHours: 24, rule: "refusal.test")]
    verdict.suppressed = [Suppression(rule: "refusal.test", clause: "find.promise", by: "unless.negated", part: "/text", span: span)]
    verdict.unjudged = [
      Unjudged(rule: "grounding.test", why: "missing_fact", fact: "context", policy: ("on_missing", "record")),
      Unjudged(rule: "refusal.other", why: "match_limit", fact: nil, policy: ("on_error", "closed")),
    ]
    verdict.trace.rules = 3
    verdict.trace.evaluated = 2
    verdict.trace.skipped = [.stage: 1]
    var step = Trace.Step(rule: "refusal.test")
    step.removed = [("unless.negated", 1)]
    step.claims = [.init(part: "/text", span: span, unit: "money", derivation: derivation), .init(part: "/text", span: span, unit: "date")]
    verdict.trace.steps = [step]
    return verdict
  }

  private static var json: String { String(decoding: full.json(timingMicroseconds: 12), as: UTF8.self) }

  @Test func theSchemaCanBeRead() throws {
    #expect(VerdictSchemaTests.schema != nil)
    #expect(throws: VerdictSchema.Fault.self) { try VerdictSchema(Array("{".utf8)) }
    #expect(throws: VerdictSchema.Fault.self) { try VerdictSchema(Array(#"{"type": 7}"#.utf8)) }
  }

  @Test func aVerdictWithEverythingInItIsValid() throws {
    let schema = try #require(VerdictSchemaTests.schema)
    #expect(schema.faults(in: Array(VerdictSchemaTests.json.utf8)) == [])
  }

  @Test func anErrorIsValid() throws {
    let schema = try #require(VerdictSchemaTests.schema)
    let verdict = Verdict(
      failure: .init(code: "E0102", message: "not JSON", offset: 3), engine: VerdictSchemaTests.full.engine,
      ruleset: VerdictSchemaTests.full.ruleset)
    #expect(schema.faults(in: verdict.json()) == [])
    var contradictory = verdict
    contradictory.decision = .pass
    #expect(schema.faults(in: contradictory.json()) != [])
  }

  /// One change to the bytes that breaks the schema.
  @Test(arguments: [
    (#""schema":"verdict/1""#, #""schema":"verdict/2""#), (#""decision":"refuse""#, #""decision":"maybe""#),
    (#""decision":"refuse""#, #""decision":"error""#), (#""stage":"output""#, #""stage":"outside""#),
    (#","trace_id":"4bf9"#, #","trace_id":"zbf9"#),
    (#""unicode":"14""#, #""unicode":14"#), (#""sha256:aa"#, #""sha512:aa"#), (#""reply":{"key":"refused","#, #""reply":{"#),
    (#""span":{"utf8":[0,12],"#, #""span":{"#), (#""utf8":[0,12]"#, #""utf8":[0,12,13]"#), (#""utf8":[0,12]"#, #""utf8":[0,-1]"#),
    (#""utf8":[0,12]"#, #""utf8":[0,1.5]"#), (#""action":"refuse""#, #""action":"block""#), (#""enforced":true"#, #""enforced":1"#),
    (#""clause":"find.promise""#, #""clause":"promise""#), (#""where":"/text""#, #""where":"text""#),
    (#""tier":"certain""#, #""tier":"sure""#),
    (#""claim":{"#, #""claims":{"#), (#""evidence":{"#, #""evidence":{"raw":"保本保息","#), (#""owner":"tests","#, ""),
    (#""legal":["CN-Test-2020 art.1"]"#, #""legal":[]"#), (#""kind":"review""#, #""kind":"shred""#),
    (#""within_hours":24"#, #""within_hours":"24""#),
    (#""by":"unless.negated","where""#, #""by":"negated","where""#),
    (#""on_missing":"record""#, #""on_missing":"record","on_error":"open""#),
    (#","on_missing":"record""#, ""), (#""on_error":"closed""#, #""on_error":"ajar""#),
    (#""skipped":{"stage":1}"#, #""skipped":{"stage":0}"#),
    (#""skipped":{"stage":1}"#, #""skipped":{"mood":1}"#), (#""trace":{"rules":3,"#, #""trace":{"#),
    (#""timing_us":12"#, #""timing_us":-12"#),
    (#""text":"不能这样回答。","findings""#, #""findings""#), (#""suppressed":["#, #""notes":[],"suppressed":["#),
    (#""check":"validate.luhn""#, #""check":"luhn""#), (#""nearest":{"id":"c1","#, #""nearest":{"#),
  ])
  func everyKindOfSlipIsSeen(_ written: String, _ slip: String) throws {
    let schema = try #require(VerdictSchemaTests.schema)
    let json = VerdictSchemaTests.json
    let range = try #require(json.firstRange(of: written))
    let faults = schema.faults(in: Array(json.replacingCharacters(in: range, with: slip).utf8))
    #expect(!faults.isEmpty)
  }

  @Test func whatIsNotJSONIsSaid() throws {
    let schema = try #require(VerdictSchemaTests.schema)
    #expect(schema.faults(in: Array("{".utf8)).first?.contains("not JSON") == true)
  }
}
