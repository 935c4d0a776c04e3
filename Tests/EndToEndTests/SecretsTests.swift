import Foundation
import Parapet
import ParapetTesting
import Testing

/// Nothing that the command says holds a value planted in the fixtures.
@Suite("secrets")
struct SecretsTests {
  /// A case of the masking fixtures, and the values that its marks cover.
  struct Planted {
    let event: String
    let values: [String]
  }

  private static let fixtures = Package.folder.appendingPathComponent("Fixtures/regression/masking.yaml")

  /// The cases that are masked, each with what its marks cover.
  private static func planted() throws -> [Planted] {
    let bytes = try [UInt8](Data(contentsOf: fixtures))
    let file = try #require(FixtureFile.decode(RuleFile(path: "masking.yaml", bytes: bytes)).file)
    return file.cases.compactMap { sample in
      guard sample.expect.decision == .modify, let text = sample.text, !text.spans.isEmpty else { return nil }
      var writer = JSONWriter()
      writer.beginObject()
      writer.key("stage")
      writer.value(sample.event.stage.rawValue)
      writer.key("text")
      writer.value(text.text.string)
      writer.key("facts")
      writer.value(sample.event.facts)
      writer.endObject()
      return Planted(event: String(decoding: writer.bytes, as: UTF8.self), values: text.spans.map { text.text.string(in: $0.utf8) })
    }
  }

  /// Short values (a card's expiry, a verification value) also stand in counts and spans by chance: they are sought in texts only.
  private func isTelling(_ value: String) -> Bool { value.unicodeScalars.count >= 6 }

  @Test("filter: not one byte, in any of its three forms")
  func filter() throws {
    let planted = try Self.planted()
    #expect(planted.count >= 50)
    let input = Data(planted.map(\.event).joined(separator: "\n").utf8)
    for form in ["verdict", "text", "event"] {
      let run = try Command.run("filter", "--emit", form, "--trace", "full", input: input, rules: nil)
      #expect(run.code == 0 && run.error.isEmpty)
      #expect(run.lines.count == planted.count)
      for (line, sample) in zip(run.lines, planted) {
        for value in sample.values where isTelling(value) { #expect(!line.contains(value), "--emit \(form)") }
      }
    }
  }

  @Test("filter: short secrets stand in no text, evidence or edit")
  func shortSecrets() throws {
    let planted = try Self.planted()
    let run = try Command.run("filter", input: Data(planted.map(\.event).joined(separator: "\n").utf8), rules: nil)
    for (line, sample) in zip(run.lines, planted) {
      let verdict = try JSON(parsing: Array(line.utf8))
      var shown = [verdict["text"]?.string ?? ""]
      shown += (verdict["findings"]?.elements ?? []).compactMap { $0["evidence"]?["masked"]?.string }
      shown += (verdict["edits"]?.elements ?? []).compactMap { $0["with"]?.string }
      for value in sample.values { #expect(!shown.contains { $0.contains(value) }) }
    }
  }

  @Test("explain --event: not one byte")
  func explain() throws {
    for sample in try Self.planted().prefix(25) {
      let folder = try Sandbox.folder(["event.json": sample.event])
      let run = try Command.run("explain", "--event", folder.appendingPathComponent("event.json").path, rules: nil)
      #expect(!run.text.isEmpty)
      for value in sample.values where isTelling(value) { #expect(!run.text.contains(value) && !run.error.contains(value)) }
    }
  }

  /// Every expectation is made wrong, so that every case is shown with its text.
  @Test("test: not one byte of a failing case", arguments: ["pretty", "json", "junit"])
  func test(form: String) throws {
    let source = try String(contentsOf: Self.fixtures, encoding: .utf8)
    let wrong = source.replacingOccurrences(of: "decision: modify", with: "decision: hold")
    let folder = try Sandbox.folder(["wrong.yaml": wrong])
    let run = try Command.run("test", folder.appendingPathComponent("wrong.yaml").path, "-o", form, rules: nil)
    #expect(run.code == 1)
    for value in try Self.planted().flatMap(\.values) where isTelling(value) { #expect(!run.text.contains(value), "-o \(form)") }
  }

  @Test("lint: not one byte of a sample with a misspelt key")
  func lint() throws {
    let source = try String(contentsOf: Self.fixtures, encoding: .utf8)
    let folder = try Sandbox.folder(["wrong.yaml": source.replacingOccurrences(of: "text:", with: "txet:")])
    let run = try Command.run("lint", folder.appendingPathComponent("wrong.yaml").path, rules: nil)
    #expect(run.code == 1)
    #expect(run.text.contains("txet"))
    for value in try Self.planted().flatMap(\.values) where isTelling(value) { #expect(!run.text.contains(value)) }
  }

  /// A key that looks like a name is named, since that is what its author needs; so only values with digits are tried as keys.
  @Test("a line that is no event: nothing of it comes back")
  func errors() throws {
    let values = try Self.planted().flatMap(\.values).filter { value in
      isTelling(value) && value.utf8.allSatisfy { $0 > 0x20 && $0 != 0x22 && $0 != 0x5C } && value.contains(where: \.isNumber)
    }
    #expect(values.count >= 30)
    for value in values {
      let lines = [
        "\(value)", "{\"stage\":\"\(value)\",\"text\":\"x\"}", "{\"stage\":\"input\",\"\(value)\":1}",
        "{\"stage\":\"input\",\"text\":\"\(value)", "{\"stage\":\"input\",\"text\":\"\(value)\",\"text\":\"x\"}",
        "{\"stage\":\"input\",\"text\":[\"\(value)\"]}",
      ]
      let run = try Command.run("filter", input: Data(lines.joined(separator: "\n").utf8), rules: Sandbox.rules)
      #expect(run.lines.count == lines.count)
      #expect(!run.text.contains(value) && !run.error.contains(value))
    }
  }
}
