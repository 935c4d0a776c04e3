import Foundation
import ParapetFormat
import ParapetTesting
import Testing

/// Events and verdicts in tests.
enum Sample {
  /// A valid resident identity number of nobody.
  static let identity = "11010519491231002X"
  static let masked = #"{"id":"m","stage":"output","text":"证件号11010519491231002X。"}"#
  static let promise = #"{"id":"r","stage":"output","text":"这款产品保本保息"}"#
  static let plain = #"{"id":"p","stage":"output","text":"请问网点几点开门"}"#

  /// Events as a stream.
  static func stream(_ lines: String...) -> Data { Data(lines.map { $0 + "\n" }.joined().utf8) }
}

/// A verdict that came out of the command.
struct ReadVerdict {
  let json: JSON

  /// The verdict on a line.
  init(_ line: String) throws { json = try JSON(parsing: Array(line.utf8)) }
  init(_ json: JSON) { self.json = json }

  var decision: String? { json["decision"]?.string }
  var text: String? { json["text"]?.string }
  var id: String? { json["event"]?["id"]?.string }
  var code: String? { json["error"]?["code"]?.string }
  var profile: String? { json["ruleset"]?["profile"]?.string }
}

extension Finished {
  /// Every line as a verdict.
  var verdicts: [ReadVerdict] {
    get throws {
      let schema = try Package.verdictSchema()
      return try lines.map { line in
        #expect(schema.faults(in: Array(line.utf8)) == [])
        return try ReadVerdict(line)
      }
    }
  }
}

/// The package that the tests belong to.
enum Package {
  /// Its folder, found by walking up from this file.
  static let folder: URL = {
    var url = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    while url.path != "/", !FileManager.default.fileExists(atPath: url.appendingPathComponent("Package.swift").path) {
      url.deleteLastPathComponent()
    }
    return url
  }()

  /// The schema of verdicts.
  static func verdictSchema() throws -> VerdictSchema {
    try VerdictSchema([UInt8](Data(contentsOf: folder.appendingPathComponent("Fixtures/verdict.v1.schema.json"))))
  }
}
