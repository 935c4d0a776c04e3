import ParapetFormat
import ParapetRule
import ParapetText

/// What an event says about its circumstances.
extension Event {
  /// The fact at `path` (`product.type`) as text, or nil when it was not supplied.
  func fact(_ path: String) -> String? {
    guard case .object(let members) = facts.value, !members.isEmpty else { return nil }
    for index in members.indices where members[index].isCalled(path) { return Event.text(of: members[index].value) }
    guard path.utf8.contains(UInt8(ascii: ".")) else { return nil }
    var value = facts
    for name in path.split(separator: ".") {
      guard let next = value[String(name)] else { return nil }
      value = next
    }
    return Event.text(of: value)
  }

  /// Whether what a rule needs was supplied: `context`, `input`, `session`, `tool`, a path under `session.`, or a fact.
  func supplies(_ name: String) -> Bool {
    switch name {
    case "context": context != nil
    case "input": input != nil
    case "tool": tool != nil
    case "session": if case .object(let members) = session.value { !members.isEmpty } else { false }
    case _ where name.hasPrefix("session."):
      session.at(pointer: "/" + name.dropFirst("session.".count).split(separator: ".").joined(separator: "/")) != nil
    default: fact(name) != nil
    }
  }

  /// The channel, or nil.
  var channel: String? { fact("channel") }
  /// The declared format; never sniffed.
  var format: String { fact("format") ?? "text" }

  /// Whether the reply is best given in Chinese: what the caller says, or else whether Han characters were written.
  var prefersChinese: Bool {
    if let language = fact("language") { return language.hasPrefix("zh") }
    let texts = [text, input].compactMap(\.self) + messages.map(\.content)
    let written = texts.filter { !$0.utf8.isEmpty }
    return written.isEmpty || written.contains { $0.utf8.contains { $0 >= 0xE4 && $0 <= 0xE9 } }
  }

  /// Whether what is delivered is in Chinese, so that a text added to it should be: what the caller says, or else what most of its
  /// letters are. A Han character says about as much as three Latin letters.
  var speaksChinese: Bool {
    if let language = fact("language") { return language.hasPrefix("zh") }
    guard let delivered = text ?? messages.last?.content else { return true }
    var (han, latin) = (0, 0)
    for byte in delivered.utf8 {
      if byte >= 0xE4 && byte <= 0xE9 { han += 1 } else if (0x61...0x7A).contains(byte | 0x20) { latin += 1 }
    }
    return han + latin == 0 ? prefersChinese : han * 3 >= latin
  }

  /// Whether what is added to a Chinese text is written in traditional characters: what the caller says, or else what the text is written
  /// in, or else what is read in the region.
  var writesTraditional: Bool {
    let tags = (fact("language") ?? "").lowercased().split(whereSeparator: { $0 == "-" || $0 == "_" })
    if tags.contains("hant") { return true }
    if tags.contains("hans") { return false }
    if let delivered = text ?? messages.last?.content, let script = HanScript(of: delivered.utf8) { return script == .traditional }
    return ["hk", "mo", "tw"].contains { tags.dropFirst().contains($0) || fact("region") == String($0) }
  }

  /// The language and the characters of what is delivered.
  var tongue: Tongue {
    guard speaksChinese else { return .english }
    return writesTraditional ? .traditional : .simplified
  }

  /// The trace id of a W3C `traceparent` in `meta`, or nil.
  var traceID: String? {
    guard let parent = meta["traceparent"]?.string else { return nil }
    let fields = parent.split(separator: "-", omittingEmptySubsequences: false)
    guard fields.count >= 4, fields[1].utf8.count == 32, fields[1].utf8.allSatisfy(Event.isHex) else { return nil }
    return String(fields[1])
  }

  private static func isHex(_ byte: UInt8) -> Bool {
    byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") || byte >= UInt8(ascii: "a") && byte <= UInt8(ascii: "f")
  }

  /// A scalar as text; nil for null, arrays and objects.
  static func text(of value: JSON) -> String? {
    switch value.value {
    case .string(let string): string
    case .number(let number): number
    case .bool(let bool): bool ? "true" : "false"
    case .null, .array, .object: nil
    }
  }
}

extension FactCondition {
  /// Whether `event` has one of the values; false also when the fact was not supplied.
  func holds(for event: Event) -> Bool {
    guard let fact = event.fact(path) else { return false }
    return values.contains { $0.utf8.elementsEqual(fact.utf8) }
  }
}

/// What a text is written in.
enum Tongue { case english, simplified, traditional }

extension LocalizedText {
  /// The text in a language and its characters, or in simplified ones where it has no others.
  func written(in tongue: Tongue) -> String {
    switch tongue {
    case .english: en
    case .simplified: zh
    case .traditional: zhHant ?? zh
    }
  }
}
