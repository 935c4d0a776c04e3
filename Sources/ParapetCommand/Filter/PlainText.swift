import Parapet

/// How a line of plain text becomes an event.
struct PlainText: Sendable {
  let stage: Stage
  private let facts: JSON

  /// Plain texts at `stage`; `facts` are written `name=value`.
  init(stage: Stage, facts: [String]) {
    self.stage = stage
    self.facts = JSON(
      .object(
        facts.compactMap { fact in
          guard let sign = fact.firstIndex(of: "=") else { return nil }
          return JSON.Member(name: String(fact[..<sign]), value: JSON(.string(String(fact[fact.index(after: sign)...]))))
        }))
  }

  /// The event of an empty line, as JSON.
  var template: [UInt8] {
    var writer = JSONWriter()
    writer.beginObject()
    writer.key("stage")
    writer.value(stage.rawValue)
    writer.key("text")
    writer.value("")
    writer.key("facts")
    writer.value(facts)
    writer.endObject()
    return writer.bytes
  }

  /// The event of `line`.
  func event(_ line: [UInt8]) throws(EventError) -> Event {
    guard let text = Text(validating: line) else { throw EventError(.notUTF8, "the line is not UTF-8") }
    var event = Event(stage: stage)
    event.text = text
    event.facts = facts
    return event
  }
}
