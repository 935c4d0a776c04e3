import Foundation
import ParapetFormat
import ParapetRule
import Testing

@testable import ParapetTesting

/// The schemas that editors use, held against every file that they are for.
@Suite("schemas for editors")
struct EditorSchemaTests {
  private static let schemas = EditorSchema.ruleDirectory + [.fixture]
  private static let compiled = Result { try Dictionary(uniqueKeysWithValues: schemas.map { ($0.name, try JSONSchema($0.json)) }) }

  /// What is wrong with `yaml` by the schema called `name`.
  private func faults(_ yaml: String, by name: String) throws -> [String] {
    let schema = try #require(Self.compiled.get()[name])
    let root = try #require(YAML.read(Array(yaml.utf8), path: "f.yaml").root)
    return schema.violations(in: root.json).map { "\($0.instance): \($0.message)" }
  }

  /// The schema for the file at `path` of the project; nil for what is no YAML of ours.
  private func schema(for path: String) -> String? {
    guard path.hasSuffix(".yaml") else { return nil }
    if path.hasPrefix("Fixtures/registers/") { return "register" }
    if path.hasPrefix("Fixtures/") { return "fixture" }
    let parts = path.split(separator: "/")
    switch parts[1] {
    case "legal.yaml", "replies.yaml", "hints.yaml": return String(parts[1].dropLast(5))
    case "profiles": return "profile"
    case "shared": return "cue"
    default: return "rule"
    }
  }

  @Test("every file of rules, registers and fixtures is valid, and every schema has files")
  func everyFile() throws {
    var counts: [String: Int] = [:]
    for folder in ["Rules", "Fixtures/regression", "Fixtures/registers"] {
      let names = try FileManager.default.subpathsOfDirectory(atPath: Package.folder.appendingPathComponent(folder).path)
      for path in names.map({ "\(folder)/\($0)" }).sorted() {
        guard let name = schema(for: path) else { continue }
        counts[name, default: 0] += 1
        let found = try faults(String(contentsOf: Package.folder.appendingPathComponent(path), encoding: .utf8), by: name)
        #expect(found.isEmpty, "\(path): \(found.prefix(3))")
      }
    }
    #expect(Set(counts.keys) == Set(Self.schemas.map(\.name)))
    #expect(counts["rule", default: 0] > 150)
  }

  @Test("no key is left undescribed: every reference leads somewhere", arguments: EditorSchemaTests.schemas.map(\.name))
  func references(_ name: String) throws {
    let schema = try #require(Self.schemas.first { $0.name == name })
    let text = String(decoding: schema.bytes, as: UTF8.self)
    for piece in text.components(separatedBy: "\"#/$defs/").dropFirst() {
      let target = String(piece.prefix { $0 != "\"" })
      #expect(schema.json.at(pointer: "/$defs/\(target)") != nil, "\(target)")
    }
  }

  private static let rule = """
    rule: refusal.test
    version: 1.0.0
    title: {zh: 测试, en: Test}
    status: stable
    severity: high
    owner: compliance
    reviewed: 2026-11-01
    legal: [{cite: CN-AML-2024 art.33, for: due diligence, verified: true}]
    when: {stage: output, purpose: advice, region: cn, facts: {product.type: [fund]}}
    fold: [width, case]
    find:
      promise: {pattern: 保本, needs: {any: [保本]}, context: {any: [理财], within: 8}}
    unless:
      negated: {before: '不$', scope: clause}
    require:
      all:
        json: {schema: schemas/advice.v1.json, formats: true, depth: 8, bytes: 4096}
        csv: {header: [a, b], columns: 2, separator: tab, formulas: false, extract: true}
        table: {header: [a], columns: 1}
        xml: {root: answer, extract: false}
        values: [a, b]
        risk: {disclosed: {phrases: [投资有风险], within: {last: 30}}}
        limit: {arg: /amount, at_most: '100'}
        once: {calls: transfer, at_most: 1, per: session}
        either: {any: {matches: a, length: {max: 10, unit: lines}}}
    then: {action: rewrite, with: strip-markdown, otherwise: {action: hold, for: review, obligations: [{kind: review, queue: q}]}}
    evidence: mask
    on_error: closed
    on_missing: hold
    examples:
      - {hit: ⟦保本⟧, context: [{id: c1, text: 甲, as_of: 2026-11-01}], decision: hold, why: 说明}
      - {miss: 不保本, tool: pay, args: {amount: 5}}
    """

  @Test("one letter too few in any key of a rule is refused, at every depth")
  func misspeltKeys() throws {
    #expect(try faults(Self.rule, by: "rule") == [])
    // Keys that stand for names of the writer's own, and values.
    let free: Set<String> = ["promise", "negated", "risk", "limit", "once", "either", "product.type", "amount"]
    let keys = Self.rule.matches(of: /([{\s])([a-z_.]+):(?=[\s{])/).filter { !free.contains(String($0.output.2)) }
    #expect(keys.count > 70)
    for key in keys {
      var changed = Self.rule
      changed.replaceSubrange(key.output.2.startIndex..<key.output.2.endIndex, with: key.output.2 + "x")
      #expect(try !faults(changed, by: "rule").isEmpty, "\(key.output.2) at \(changed[..<key.range.lowerBound].suffix(30))")
    }
  }

  @Test("values outside a list of names, and numbers outside their range, are refused")
  func values() throws {
    for (written, other) in [
      ("status: stable", "status: good"), ("separator: tab", "separator: pipe"), ("depth: 8", "depth: 0"), ("width, case", "width, cases"),
      ("formats: true", "formats: maybe"), ("action: hold", "action: stop"), ("reviewed: 2026-11-01", "reviewed: yesterday"),
    ] {
      #expect(try !faults(Self.rule.replacingOccurrences(of: written, with: other), by: "rule").isEmpty, "\(other)")
    }
  }

  @Test("a misspelt key in a fixture file and in a profile is refused")
  func otherFiles() throws {
    let fixture = """
      suite: s
      cases:
        - {id: a, text: 甲, expect: {decision: refuse, findings: [{rule: r, clause: find.x, span: [0, 1]}], suppressed: [{rule: r, by: b}]}}
      """
    #expect(try faults(fixture, by: "fixture") == [])
    for key in ["suite", "id", "text", "expect", "decision", "findings", "rule", "clause", "span", "suppressed", "by"] {
      #expect(try !faults(fixture.replacingOccurrences(of: "\(key): ", with: "\(key)x: "), by: "fixture").isEmpty, "\(key)")
    }
    let profile = """
      profile: p
      version: 1.0.0
      title: {zh: 甲, en: a}
      owner: o
      select: [refusal.*]
      channels: {app: {override: [{rule: refusal.a, replace: {severity: low}, why: 说明, until: 2027-01-01}]}}
      """
    #expect(try faults(profile, by: "profile") == [])
    for key in ["profile", "owner", "select", "channels", "override", "rule", "replace", "why", "until"] {
      #expect(try !faults(profile.replacingOccurrences(of: "\(key): ", with: "\(key)x: "), by: "profile").isEmpty, "\(key)")
    }
  }
}
