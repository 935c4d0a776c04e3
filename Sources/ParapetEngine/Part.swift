import ParapetFormat
import ParapetPattern
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

/// One view of one part, with the literals that stand in it. A class, so that looking again costs one count.
final class Sight: Sendable {
  let view: View
  /// Spans of literal clauses, by rule and clause, in order of place.
  let phrases: [ClauseKey: [Range<Int>]]
  /// Clauses one of whose triggers is there.
  let triggered: Set<ClauseKey>
  /// The longest run of ASCII digits.
  let longestDigitRun: Int

  /// A clause of a rule, by number.
  struct ClauseKey: Hashable, Sendable {
    let rule: Int
    let clause: Int
  }

  init(_ text: Text, through lexicon: Lexicon) {
    view = text.view(lexicon.fold)
    longestDigitRun = Sight.longestDigitRun(in: view.utf8)
    var phrases: [ClauseKey: [Range<Int>]] = [:]
    var triggered: Set<ClauseKey> = []
    var hits: [LiteralScanner.Hit] = []
    lexicon.scanner.scan(view.utf8, into: &hits)
    for hit in hits {
      let entry = lexicon.entries[hit.literal]
      let range = hit.start..<hit.start + entry.length
      let key = ClauseKey(rule: entry.rule, clause: entry.clause)
      switch entry.role {
      case .trigger: triggered.insert(key)
      case .phrase where Sight.stands(range, entry, in: view.utf8):
        triggered.insert(key)
        phrases[key, default: []].append(range)
      case .phrase: break
      }
    }
    self.phrases = phrases
    self.triggered = triggered
  }

  /// Whether the ends of `range` that must stand at word boundaries do.
  private static func stands(_ range: Range<Int>, _ entry: Lexicon.Entry, in bytes: [UInt8]) -> Bool {
    if entry.startsWord && range.lowerBound > 0 && isWord(bytes[range.lowerBound - 1]) { return false }
    if entry.endsWord && range.upperBound < bytes.count && isWord(bytes[range.upperBound]) { return false }
    return true
  }

  private static func longestDigitRun(in bytes: [UInt8]) -> Int {
    var (longest, run) = (0, 0)
    for byte in bytes {
      run = byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") ? run + 1 : 0
      longest = max(longest, run)
    }
    return longest
  }
}
