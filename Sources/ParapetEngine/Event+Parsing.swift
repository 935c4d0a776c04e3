public import ParapetFormat
import ParapetRule
import ParapetText

extension Event {
  /// Reads one line of NDJSON, strictly: an unknown key outside `facts`, `session` and `meta` is an error.
  ///
  /// - Throws: `EventError`, which quotes no value of the line.
  public init(parsing line: [UInt8], limits: JSON.Limits = JSON.Limits()) throws(EventError) {
    let json: JSON
    do { json = try JSON(parsing: line, limits: limits) } catch { throw EventError(error) }
    do throws(EventError) {
      try self.init(json)
    } catch {
      var named = error
      named.id = json["id"]?.string
      throw named
    }
  }

  /// Reads an event from JSON that has been parsed.
  ///
  /// - Throws: `EventError`, which quotes no value.
  public init(_ json: JSON) throws(EventError) {
    guard case .object(let members) = json.value else {
      throw EventError(.notObject, "an event is a JSON object", at: json.range.lowerBound)
    }
    guard let stageValue = json["stage"] else {
      throw EventError(.missingStage, "“stage” is missing; it is one of \(Event.stageNames)", at: json.range.lowerBound)
    }
    guard let name = stageValue.string, let stage = Stage(rawValue: name) else {
      throw EventError(.unknownStage, "“stage” is not one of \(Event.stageNames)", at: stageValue.range.lowerBound)
    }
    self.init(stage: stage)
    source = json
    for member in members { try read(member) }
    guard text != nil || !messages.isEmpty || tool != nil else {
      throw EventError(.nothingToJudge, "an event needs “text”, “messages” or “tool”", at: json.range.lowerBound)
    }
  }

  private static let stageNames = Stage.allCases.map(\.rawValue).joined(separator: ", ")

  private mutating func read(_ member: JSON.Member) throws(EventError) {
    let value = member.value
    switch member.name {
    case "stage": break
    case "id": id = try Event.optional(value) { value throws(EventError) in try Event.string(value, "id") }
    case "text": text = try Event.optional(value) { value throws(EventError) in Text(try Event.string(value, "text")) }
    case "input": input = try Event.optional(value) { value throws(EventError) in Text(try Event.string(value, "input")) }
    case "facts": facts = try Event.object(value, "facts")
    case "session": session = try Event.object(value, "session")
    case "meta": meta = try Event.object(value, "meta")
    case "context": context = try Event.optional(value) { value throws(EventError) in try Event.passages(value) }
    case "messages": messages = try Event.optional(value) { value throws(EventError) in try Event.conversation(value) } ?? []
    case "tool": tool = try Event.optional(value) { value throws(EventError) in try Event.call(value) }
    default: throw Event.unknown(member, in: "an event")
    }
  }

  private static func passages(_ value: JSON) throws(EventError) -> [Passage] {
    var passages: [Passage] = []
    for (index, item) in try array(value, "context").enumerated() {
      var passage = Passage(id: "context/\(index)", text: "")
      for member in try members(item, "an entry of “context”") {
        switch member.name {
        case "id": passage.id = try string(member.value, "context.id")
        case "text": passage.text = Text(try string(member.value, "context.text"))
        case "as_of": passage.asOf = try string(member.value, "context.as_of")
        default: throw unknown(member, in: "an entry of “context”")
        }
      }
      passages.append(passage)
    }
    return passages
  }

  private static func conversation(_ value: JSON) throws(EventError) -> [Message] {
    var messages: [Message] = []
    for item in try array(value, "messages") {
      var message = Message(role: "user", content: "")
      for member in try members(item, "an entry of “messages”") {
        switch member.name {
        case "role": message.role = try string(member.value, "messages.role")
        case "content": message.content = Text(try string(member.value, "messages.content"))
        default: throw unknown(member, in: "an entry of “messages”")
        }
      }
      messages.append(message)
    }
    return messages
  }

  private static func call(_ value: JSON) throws(EventError) -> ToolCall {
    var call = ToolCall(name: "")
    for member in try members(value, "“tool”") {
      switch member.name {
      case "name": call.name = try string(member.value, "tool.name")
      case "arguments": call.arguments = try object(member.value, "tool.arguments")
      default: throw unknown(member, in: "“tool”")
      }
    }
    guard !call.name.isEmpty else { throw EventError(.wrongType, "“tool” needs a “name”", at: value.range.lowerBound) }
    return call
  }
}

// MARK: Values of one type

extension Event {
  private static func optional<Value>(
    _ value: JSON, _ read: (JSON) throws(EventError) -> Value
  ) throws(EventError) -> Value? {
    if case .null = value.value { nil } else { try read(value) }
  }

  private static func string(_ value: JSON, _ name: String) throws(EventError) -> String {
    guard let string = value.string else { throw EventError(.wrongType, "“\(name)” is not a string", at: value.range.lowerBound) }
    return string
  }

  private static func array(_ value: JSON, _ name: String) throws(EventError) -> [JSON] {
    guard case .array(let items) = value.value else {
      throw EventError(.wrongType, "“\(name)” is not an array", at: value.range.lowerBound)
    }
    return items
  }

  private static func object(_ value: JSON, _ name: String) throws(EventError) -> JSON {
    guard case .object = value.value else {
      throw EventError(.wrongType, "“\(name)” is not an object", at: value.range.lowerBound)
    }
    return value
  }

  private static func members(_ value: JSON, _ name: String) throws(EventError) -> [JSON.Member] {
    guard case .object(let members) = value.value else {
      throw EventError(.wrongType, "\(name) is not an object", at: value.range.lowerBound)
    }
    return members
  }

  /// Names the key only when it looks like a name: a key may be a secret that slipped.
  private static func unknown(_ member: JSON.Member, in place: String) -> EventError {
    let plain = member.name.utf8.count <= 40 && member.name.utf8.allSatisfy { isWord($0) && !($0 >= 0x30 && $0 <= 0x39) || $0 == 0x2D }
    let named = plain ? "“\(member.name)”" : "this key"
    let advice = "put your own keys under facts, session or meta"
    return EventError(.unknownKey, "\(named) is not a key of \(place); \(advice)", at: member.nameRange.lowerBound)
  }
}
