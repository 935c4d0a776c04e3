import Foundation
import Parapet
import ParapetFormat
import Testing

@testable import ParapetTesting

/// The schemas that editors use say what the decoder says, as far as a schema can.
@Suite struct EditorSchemaTests {
  private static let schemas = EditorSchema.ruleDirectory + [.fixture]

  @Test(arguments: schemas.map(\.name))
  func theFileIsWhatTheDecoderGives(_ name: String) throws {
    let schema = try #require(EditorSchemaTests.schemas.first { $0.name == name })
    let file = Workbench.root.appending(path: "docs/schemas/\(name).schema.json")
    if ProcessInfo.processInfo.environment["PARAPET_WRITE_DOCS"] != nil { try Data(schema.bytes).write(to: file) }
    #expect(try Array(Data(contentsOf: file)) == schema.bytes, "write it with PARAPET_WRITE_DOCS=1 swift test --filter EditorSchema")
    let text = String(decoding: schema.bytes, as: UTF8.self)
    #expect(!text.contains("undescribed") && !text.contains("#/$defs/unknown"), "a key has no kind, or a kind no key")
  }

  private func schema(of path: String) -> EditorSchema? {
    switch path {
    case "legal.yaml": .legal
    case "replies.yaml": .replies
    case _ where !path.hasSuffix(".yaml"): nil
    case _ where path.hasPrefix("profiles/"): .profile
    case _ where path.hasPrefix("shared/"): .cue
    default: .rule
    }
  }

  /// As an editor reads the file: what YAML 1.2 takes for a number or a boolean is one.
  private func violations(_ file: RuleFile, _ schema: EditorSchema) throws -> [String] {
    let root = try #require(YAML.read(file.bytes, path: file.path).root)
    return try JSONSchema(schema.json).violations(in: root.json).map { "\(file.path) \($0.instance): \($0.message)" }
  }

  @Test func everyShippedFileIsValid() throws {
    var count = 0
    for file in RuleSource.shipped.files {
      guard let schema = schema(of: file.path) else { continue }
      count += 1
      #expect(try violations(file, schema) == [])
    }
    #expect(count > 150)
    let fixtures = try RuleSource.directory(Workbench.root.appending(path: "Fixtures/regression").path()).files
    for file in fixtures { #expect(try violations(file, .fixture) == []) }
  }

  /// A file that the decoder refuses for its keys is refused by the schema too.
  @Test(arguments: [
    "slot-unknown-key", "slot-unknown-key-nested", "slot-missing", "slot-unknown-value", "slot-unknown-fold", "find-unknown-entity",
  ])
  func brokenFilesAreRefused(_ name: String) throws {
    let folder = Workbench.root.appending(path: "Fixtures/diagnostics/\(name)").path()
    let files = try RuleSource.directory(folder).files.filter { schema(of: $0.path) != nil && !$0.path.hasPrefix("expected") }
    let faults = try files.flatMap { file in try schema(of: file.path).map { try violations(file, $0) } ?? [] }
    #expect(!faults.isEmpty)
  }
}
