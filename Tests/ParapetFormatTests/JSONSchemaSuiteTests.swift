import Foundation
import ParapetFormat
import Testing

/// The JSON Schema Test Suite's required tests of draft 2020-12.
@Suite struct JSONSchemaSuiteTests {
  /// Tests of the suite that need the meta-schemas of json-schema.org, which are not shipped with it.
  static let knownToNeedMetaSchemas = 4

  @Test func `the required tests of draft 2020-12 come out as the suite says`() throws {
    guard let folder = Suites.folder("JSON-Schema-Test-Suite/tests/draft2020-12"),
      let remotes = Suites.folder("JSON-Schema-Test-Suite/remotes/draft2020-12")
    else { return }
    var others: [String: JSON] = [:]
    for name in try Suites.files(below: remotes) {
      others["http://localhost:1234/draft2020-12/" + name] = try JSON(
        parsing: [UInt8](Data(contentsOf: remotes.appendingPathComponent(name))))
    }
    var passed = 0
    var failed: [String] = []
    var needMeta: [String] = []
    for name in try Suites.files(below: folder) where !name.contains("/") {
      for group in try JSON(parsing: [UInt8](Data(contentsOf: folder.appendingPathComponent(name)))).elements ?? [] {
        let title = "\(name): \(group["description"]?.string ?? "")"
        let tests = group["tests"]?.elements ?? []
        let document = try #require(group["schema"])
        let schema: JSONSchema
        do throws(JSONSchema.SchemaError) {
          schema = try JSONSchema(document, others: others)
        } catch {
          if error.message.contains("https://json-schema.org/draft/2020-12/") {
            needMeta += tests.map { "\(title): \($0["description"]?.string ?? "")" }
          } else {
            failed += tests.map { _ in "\(title): \(error)" }
          }
          continue
        }
        for test in tests {
          let data = try #require(test["data"])
          let violations = schema.violations(in: data)
          if violations.isEmpty == test["valid"]?.bool {
            passed += 1
          } else {
            failed.append("\(title): \(test["description"]?.string ?? ""): \(violations)")
          }
        }
      }
    }
    print("JSON Schema Test Suite: \(passed) of \(passed + failed.count + needMeta.count); \(needMeta.count) need meta-schemas")
    for test in failed { print("  not as the suite says: \(test)") }
    #expect(failed.isEmpty)
    #expect(needMeta.count == Self.knownToNeedMetaSchemas)
    #expect(passed >= 1_295)
  }
}
