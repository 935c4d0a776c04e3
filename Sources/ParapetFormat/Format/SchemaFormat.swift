/// A format that JSON Schema names, with its judge.
///
/// - Source: JSON Schema validation 2020-12, section 7.3.
struct SchemaFormat: Sendable {
  /// As `format` writes it.
  let name: String
  /// Whether a string has it.
  let accepts: @Sendable (String) -> Bool

  /// The format called `name`, or nil: a format that is not known judges nothing.
  static func named(_ name: String) -> SchemaFormat? { all[name] }

  private static let all: [String: SchemaFormat] = Dictionary(
    uniqueKeysWithValues: [
      SchemaFormat(name: "date-time") { TimeFormat.isDateTime($0) },
      SchemaFormat(name: "date") { TimeFormat.isDate($0) },
      SchemaFormat(name: "time") { TimeFormat.isTime($0) },
      SchemaFormat(name: "duration") { TimeFormat.isDuration($0) },
      SchemaFormat(name: "email") { MailFormat.isAddress($0, international: false) },
      SchemaFormat(name: "idn-email") { MailFormat.isAddress($0, international: true) },
      SchemaFormat(name: "hostname") { HostFormat.isHostname($0) },
      SchemaFormat(name: "idn-hostname") { HostFormat.isInternationalHostname($0) },
      SchemaFormat(name: "ipv4") { AddressFormat.isIPv4($0) },
      SchemaFormat(name: "ipv6") { AddressFormat.isIPv6($0) },
      SchemaFormat(name: "uri") { URIFormat.isReference($0, relative: false, international: false) },
      SchemaFormat(name: "uri-reference") { URIFormat.isReference($0, relative: true, international: false) },
      SchemaFormat(name: "iri") { URIFormat.isReference($0, relative: false, international: true) },
      SchemaFormat(name: "iri-reference") { URIFormat.isReference($0, relative: true, international: true) },
      SchemaFormat(name: "uri-template") { URITemplateFormat.isTemplate($0) },
      SchemaFormat(name: "uuid") { NameFormat.isUUID($0) },
      SchemaFormat(name: "json-pointer") { NameFormat.isPointer($0) },
      SchemaFormat(name: "relative-json-pointer") { NameFormat.isRelativePointer($0) },
      SchemaFormat(name: "regex") { ECMAPattern.isValid($0) },
    ].map { ($0.name, $0) })
}

/// Reads a text of bytes from the front.
struct ByteScanner {
  private(set) var rest: ArraySlice<UInt8>
  init(_ text: String) { rest = Array(text.utf8)[...] }

  var isAtEnd: Bool { rest.isEmpty }
  var next: UInt8? { rest.first }

  /// Takes one byte if it is this one, or the same letter in the other case.
  mutating func take(_ letter: Unicode.Scalar) -> Bool {
    guard let byte = rest.first,
      byte == UInt8(ascii: letter) || (letter.properties.isAlphabetic && byte | 0x20 == UInt8(ascii: letter) | 0x20)
    else { return false }
    rest.removeFirst()
    return true
  }

  /// Takes exactly `count` digits, and says their value.
  mutating func digits(_ count: Int) -> Int? {
    guard rest.count >= count, rest.prefix(count).allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    let value = rest.prefix(count).reduce(0) { $0 * 10 + Int($1 - 0x30) }
    rest.removeFirst(count)
    return value
  }

  /// Takes as many bytes as satisfy a condition.
  mutating func run(while condition: (UInt8) -> Bool) -> ArraySlice<UInt8> {
    let run = rest.prefix(while: condition)
    rest.removeFirst(run.count)
    return run
  }
}

extension UInt8 {
  var isDigit: Bool { (0x30...0x39).contains(self) }
  var isLetter: Bool { (0x61...0x7A).contains(self | 0x20) }
  var isHexDigit: Bool { isDigit || (0x61...0x66).contains(self | 0x20) }
}
