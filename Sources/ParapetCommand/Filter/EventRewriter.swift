import Parapet

/// Writes an event with its text replaced by what may be delivered, every other byte as it was, and the verdict under `parapet`.
struct EventRewriter {
  private let event: Event
  private let record: [UInt8]

  /// A rewriter of `event`, which was read from `record`.
  init(event: Event, record: [UInt8]) {
    self.event = event
    self.record = record
  }

  /// What stands in front of the verdict.
  static let member: StaticString = #","parapet":"#

  /// An object that holds nothing but a verdict.
  static func wrapped(_ json: [UInt8]) -> [UInt8] { Array("{\"parapet\":".utf8) + json + [UInt8(ascii: "}")] }

  /// The event by `verdict`, whose JSON is `json`.
  func rewritten(by verdict: Verdict, json: [UInt8]) -> [UInt8] {
    guard let source = event.source else { return plain(by: verdict, json: json) }
    var result: [UInt8] = []
    var at = 0
    for change in changes(by: verdict, in: source).sorted(by: { $0.range.lowerBound < $1.range.lowerBound })
    where change.range.lowerBound >= at {
      result += record[at..<change.range.lowerBound]
      result += change.bytes
      at = change.range.upperBound
    }
    let brace = source.range.upperBound - 1
    result += record[at..<brace]
    return result + Array("\(EventRewriter.member)".utf8) + json + [UInt8(ascii: "}")]
  }

  /// The event of a plain text.
  private func plain(by verdict: Verdict, json: [UInt8]) -> [UInt8] {
    var writer = JSONWriter()
    writer.beginObject()
    writer.key("stage")
    writer.value(event.stage.rawValue)
    writer.key("text")
    writer.value(verdict.text)
    if case .object(let members) = event.facts.value, !members.isEmpty {
      writer.key("facts")
      writer.value(event.facts)
    }
    writer.key("parapet")
    writer.raw(String(decoding: json, as: UTF8.self))
    writer.endObject()
    return writer.bytes
  }

  /// Values to replace, each by where it stands in the record.
  private func changes(by verdict: Verdict, in source: JSON) -> [(range: Range<Int>, bytes: [UInt8])] {
    verdict.decision < .hold ? edited(by: verdict, in: source) : withheld(verdict.text, in: source)
  }

  /// Parts with their edits.
  private func edited(by verdict: Verdict, in source: JSON) -> [(range: Range<Int>, bytes: [UInt8])] {
    var changes: [(range: Range<Int>, bytes: [UInt8])] = []
    var edits = verdict.edits[...]
    while let part = edits.first?.part {
      let own = edits.prefix { $0.part == part }
      edits = edits.dropFirst(own.count)
      guard let value = source.at(pointer: part) else { continue }
      let text: String
      switch value.value {
      case .string(let string): text = string
      case .number(let number): text = number
      default: continue
      }
      changes.append((value.range, EventRewriter.string(EventRewriter.apply(own, to: Array(text.utf8)))))
    }
    return changes
  }

  /// Nothing of what was judged is let through: the reply stands for the text, or for the last message.
  private func withheld(_ reply: String, in source: JSON) -> [(range: Range<Int>, bytes: [UInt8])] {
    var changes: [(range: Range<Int>, bytes: [UInt8])] = []
    let reply = EventRewriter.string(Array(reply.utf8))
    if let text = source["text"], text.string != nil { changes.append((text.range, reply)) }
    if let messages = source["messages"], case .array(let items) = messages.value {
      for (index, item) in items.enumerated() {
        guard let content = item["content"] else { continue }
        let isLast = index == items.count - 1 && event.text == nil
        changes.append((content.range, isLast ? reply : Array("\"\"".utf8)))
      }
    }
    if let arguments = source["tool"]?["arguments"] { changes.append((arguments.range, Array("{}".utf8))) }
    return changes
  }

  private static func apply(_ edits: ArraySlice<Edit>, to text: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var at = 0
    for edit in edits where edit.span.utf8.lowerBound >= at && edit.span.utf8.upperBound <= text.count {
      result += text[at..<edit.span.utf8.lowerBound]
      result += edit.with.utf8
      at = edit.span.utf8.upperBound
    }
    return result + text[at...]
  }

  private static func string(_ utf8: [UInt8]) -> [UInt8] {
    var writer = JSONWriter()
    writer.value(String(decoding: utf8, as: UTF8.self))
    return writer.bytes
  }
}
