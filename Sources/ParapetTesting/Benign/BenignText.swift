import ParapetEngine
import ParapetFormat
public import ParapetRule

/// A text that no rule should flag, however much it looks like one that some rule should.
public struct BenignText: Sendable {
  /// Its id, unique in the corpus.
  public var id: String
  /// Where such texts are written: customer service, marketing, research…
  public var scene: String
  /// `zh` or `en`.
  public var language: String
  /// Where it stands in the life of a request.
  public var stage: Stage
  /// What it says.
  public var text: String
  /// The file, as it was named.
  public var file: String
  /// The line, from 1.
  public var line: Int

  /// The event that it stands for.
  var event: Event { Event(id: id, stage: stage, text: text) }
}

/// A line of a corpus that is no benign text.
public struct BenignTextFault: Error, Sendable, CustomStringConvertible {
  /// File, line, and what is wrong.
  public let description: String
}

extension BenignText {
  private static let keys = ["id", "scene", "lang", "stage", "text"]

  /// Reads a corpus file: one JSON object a line, `{"id","scene","lang","stage","text"}`.
  ///
  /// - Throws: `BenignTextFault` at the first line that is none.
  public static func decode(_ file: RuleFile) throws(BenignTextFault) -> [BenignText] {
    var texts: [BenignText] = []
    for (index, line) in file.bytes.split(separator: 10, omittingEmptySubsequences: false).enumerated() where !line.isEmpty {
      texts.append(try decode(Array(line), at: "\(file.path):\(index + 1)", file: file.path, line: index + 1))
    }
    return texts
  }

  private static func decode(_ bytes: [UInt8], at place: String, file: String, line: Int) throws(BenignTextFault) -> BenignText {
    let json: JSON
    do { json = try JSON(parsing: bytes) } catch { throw BenignTextFault(description: "\(place): not JSON: \(error.message)") }
    guard case .object(let members) = json.value else { throw BenignTextFault(description: "\(place): not an object") }
    if let foreign = members.first(where: { !keys.contains($0.name) }) {
      throw BenignTextFault(description: "\(place): “\(foreign.name)” is no key of a benign text; there is \(keys.joined(separator: ", "))")
    }
    var values: [String: String] = [:]
    for key in keys {
      guard let value = json[key]?.string, !value.isEmpty else { throw BenignTextFault(description: "\(place): “\(key)” is not a text") }
      values[key] = value
    }
    guard let stage = Stage(rawValue: values["stage"] ?? "") else {
      throw BenignTextFault(
        description: "\(place): “stage” is none of \(Stage.allCases.map(\.rawValue).joined(separator: ", "))")
    }
    return BenignText(
      id: values["id"] ?? "", scene: values["scene"] ?? "", language: values["lang"] ?? "", stage: stage, text: values["text"] ?? "",
      file: file, line: line)
  }
}
