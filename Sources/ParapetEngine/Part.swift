import ParapetFormat
import ParapetRule
import ParapetText

/// A stretch of an event that is judged: the text, one message, or one argument of a tool call.
struct Part: Sendable {
  /// Its RFC 6901 pointer, such as `/text`.
  let pointer: String
  let text: Text

  /// The parts of `event`, in order.
  static func all(of event: Event) -> [Part] {
    var parts: [Part] = []
    if let text = event.text { parts.append(Part(pointer: "/text", text: text)) }
    for (index, message) in event.messages.enumerated() {
      parts.append(Part(pointer: "/messages/\(index)/content", text: message.content))
    }
    if event.stage == .toolCall, let tool = event.tool { collect(tool.arguments, at: "/tool/arguments", into: &parts) }
    return parts
  }

  /// Strings and numbers of `value` are parts: an account number is no less one without quotes.
  private static func collect(_ value: JSON, at pointer: String, into parts: inout [Part]) {
    switch value.value {
    case .string(let string): parts.append(Part(pointer: pointer, text: Text(string)))
    case .number(let number): parts.append(Part(pointer: pointer, text: Text(number)))
    case .array(let items):
      for (index, item) in items.enumerated() { collect(item, at: "\(pointer)/\(index)", into: &parts) }
    case .object(let members):
      for member in members { collect(member.value, at: "\(pointer)/\(escaped(member.name))", into: &parts) }
    case .null, .bool: break
    }
  }

  /// A name as a reference token.
  ///
  /// - Source: RFC 6901, section 3.
  private static func escaped(_ name: String) -> String {
    var token = ""
    for scalar in name.unicodeScalars {
      switch scalar {
      case "~": token += "~0"
      case "/": token += "~1"
      default: token.unicodeScalars.append(scalar)
      }
    }
    return token
  }
}
