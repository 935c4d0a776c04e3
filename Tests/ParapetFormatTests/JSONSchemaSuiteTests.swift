import Foundation
import ParapetFormat
import Testing

/// The JSON Schema Test Suite and MaskBench, where they are there.
@Suite struct JSONSchemaSuiteTests {
  /// A draft as the suite's folders call it, with how many tests it must at least have.
  struct Draft: Sendable, CustomTestStringConvertible {
    let folder: String
    let dialect: SchemaDialect
    let required: Int
    let formats: Int
    var testDescription: String { folder }
  }

  static let drafts = [
    Draft(folder: "draft2020-12", dialect: .draft2020, required: 1_299, formats: 764),
    Draft(folder: "draft2019-09", dialect: .draft2019, required: 1_259, formats: 757),
    Draft(folder: "draft7", dialect: .draft7, required: 927, formats: 676),
    Draft(folder: "draft6", dialect: .draft6, required: 839, formats: 325),
    Draft(folder: "draft4", dialect: .draft4, required: 618, formats: 219),
  ]

  /// Optional tests that do not come out as the suite says, each with its reason.
  static let knownOptional = [
    // `contentMediaType` and `contentEncoding` are annotations here, as later drafts have them: draft-07 leaves it open.
    "draft7/optional/content.json": 4
  ]

  private static func remotes() throws -> [String: JSON]? {
    guard let folder = Suites.folder("JSON-Schema-Test-Suite/remotes") else { return nil }
    var remotes: [String: JSON] = [:]
    for name in try Suites.files(below: folder) where !name.hasPrefix("v1/") && !name.hasPrefix("draft3/") {
      remotes["http://localhost:1234/" + name] = try Suites.json(folder.appendingPathComponent(name))
    }
    return remotes
  }

  @Test(arguments: drafts)
  func `every test comes out as the suite says`(draft: Draft) throws {
    guard let folder = Suites.folder("JSON-Schema-Test-Suite/tests/\(draft.folder)"), let remotes = try Self.remotes() else { return }
    var passed = ["required": 0, "optional": 0, "format": 0]
    var failed: [String: Int] = [:]
    for name in try Suites.files(below: folder) {
      let kind = name.hasPrefix("optional/format/") ? "format" : name.hasPrefix("optional/") ? "optional" : "required"
      for group in try Suites.json(folder.appendingPathComponent(name)).elements ?? [] {
        let options = JSONSchema.Options(dialect: draft.dialect, assertsFormat: kind == "format")
        let schema = try JSONSchema(#require(group["schema"]), others: remotes, options: options)
        for test in group["tests"]?.elements ?? [] {
          if try schema.violations(in: #require(test["data"])).isEmpty == test["valid"]?.bool {
            passed[kind, default: 0] += 1
          } else {
            failed["\(draft.folder)/\(name)", default: 0] += 1
          }
        }
      }
    }
    print("JSON Schema Test Suite, \(draft.folder): \(passed.sorted { $0.key < $1.key }), not as it says: \(failed)")
    #expect(failed == Self.knownOptional.filter { $0.key.hasPrefix(draft.folder + "/") })
    #expect(passed["required", default: 0] >= draft.required && passed["format", default: 0] >= draft.formats)
  }

  @Test(arguments: ["draft2020-12", "draft2019-09"])
  func `the output has what the output tests ask for`(draft: String) throws {
    guard let folder = Suites.folder("JSON-Schema-Test-Suite/output-tests/\(draft)") else { return }
    let dialect = draft == "draft2020-12" ? SchemaDialect.draft2020 : .draft2019
    let form = try Suites.json(folder.appendingPathComponent("output-schema.json"))
    let uri = try #require(form["$id"]?.string)
    var count = 0
    for name in try Suites.files(below: folder.appendingPathComponent("content")) {
      for group in try Suites.json(folder.appendingPathComponent("content/" + name)).elements ?? [] {
        let schema = try JSONSchema(#require(group["schema"]), options: .init(dialect: dialect))
        for test in group["tests"]?.elements ?? [] {
          let wanted = try #require(test["output"]?["basic"])
          let output = try JSON(parsing: schema.output(of: #require(test["data"])).json())
          let judge = try JSONSchema(wanted, others: [uri: form], options: .init(dialect: dialect))
          #expect(judge.violations(in: output).isEmpty, "\(name): \(test["description"]?.string ?? "")")
          count += 1
        }
      }
    }
    #expect(count >= 4)
  }

  /// A schema of MaskBench that refers to a definition it does not have.
  static let brokenInMaskBench = ["Github_medium---o69202"]

  /// Every fifth schema, or all of them when `PARAPET_WHOLE_SUITES` is set: there are nearly two thousand, and a debug build takes minutes.
  @Test func `MaskBench: real schemas judge as their authors say`() throws {
    guard let file = Suites.folder("maskbench/maskbench.dev.ndjson") else { return }
    let isWhole = ProcessInfo.processInfo.environment["PARAPET_WHOLE_SUITES"] != nil
    var agree = 0
    var differ: [String] = []
    var refused: [String] = []
    for (number, line) in try [UInt8](Data(contentsOf: file)).split(separator: 10).enumerated() where isWhole || number % 5 == 0 {
      let entry = try JSON(parsing: Array(line), limits: .init(depth: 900))
      let id = entry["id"]?.string ?? ""
      let schema: JSONSchema
      do throws(JSONSchema.SchemaError) {
        schema = try JSONSchema(entry["schema"] ?? entry, options: .init(assertsFormat: true))
      } catch {
        refused.append(id)
        continue
      }
      for (index, test) in (entry["tests"]?.elements ?? []).enumerated() {
        let isValid = try schema.violations(in: #require(test["data"])).isEmpty
        if isValid == test["valid"]?.bool { agree += 1 } else { differ.append("\(id) \(index)") }
      }
    }
    print("MaskBench: \(agree) of \(agree + differ.count) instances agree; refused as schemas: \(refused)")
    #expect(differ.isEmpty)
    #expect(isWhole ? refused == Self.brokenInMaskBench : refused.allSatisfy(Self.brokenInMaskBench.contains))
    #expect(agree >= (isWhole ? 7_126 : 1_000))
  }
}
