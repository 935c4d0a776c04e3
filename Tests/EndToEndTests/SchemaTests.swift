import Foundation
import Parapet
import ParapetTesting
import Testing

/// Every verdict on the shipped examples and fixtures, held against its schema and its invariants.
@Suite("verdicts of the shipped rules")
struct SchemaTests {
  @Test("all examples and fixtures give valid verdicts")
  func everything() throws {
    var options = TestOptions()
    options.schema = try Package.verdictSchema()
    let rules = try RuleSource.shipped.rules(date: "2026-11-21")
    var results = try ExampleRunner(rules.effective(profile: "default", channel: nil), options: options).results()
    results += try ProfileRunner(rules, options: options).results()
    let folder = Package.folder.appendingPathComponent("Fixtures/regression")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".yaml") }.sorted()
    let files = try names.compactMap { name in
      FixtureFile.decode(RuleFile(path: name, bytes: [UInt8](try Data(contentsOf: folder.appendingPathComponent(name))))).file
    }
    results += try FixtureRunner(rules, options: options).results(of: files)
    #expect(files.count == names.count && results.count > 2_000)
    let faulty = results.filter { $0.problems.contains { $0.kind == .schema } }
    #expect(faulty.isEmpty, "\(faulty.prefix(3).map(\.problems))")
  }
}
