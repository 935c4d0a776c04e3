public import ParapetEntity

/// An arithmetic expression over named operands: `(a - b) / b * 100`.
///
/// Names are ASCII letters, digits and `_`, not beginning with a digit; numbers are plain decimals; the operators are `+ - * /`, with `×`,
/// `÷` and `−` read as theirs, and brackets. Precedence is the usual one, and operators of equal rank group from the left.
public struct Formula: Sendable {
  /// Why an expression has no value.
  public enum Fault: Error, Sendable, Equatable {
    /// It is not an expression.
    case syntax
    /// It is longer than 512 bytes, or its brackets stand deeper than 32.
    case tooLarge
    /// It names an operand that nobody gave.
    case unknownOperand(String)
    /// It divides by nought.
    case divisionByZero
    /// A value beyond 10¹⁸ came up.
    case overflow
  }

  private let text: [UInt8]
  private let operands: [String: FixedPoint]
  private var at = 0
  private var depth = 0
  /// The operands that were used.
  public private(set) var used: Set<String> = []

  private init(_ text: [UInt8], _ operands: [String: FixedPoint]) {
    self.text = text
    self.operands = operands
  }

  /// The value of `text`, and the operands that it used.
  ///
  /// - Throws: why there is none.
  /// - Complexity: linear in the length of the text, which is bounded.
  public static func evaluate(
    _ text: String, with operands: [String: FixedPoint]
  ) throws(Fault) -> (value: FixedPoint, used: Set<String>) {
    guard text.utf8.count <= 512 else { throw .tooLarge }
    var formula = Formula(plain(text), operands)
    let value = try formula.sum()
    formula.skipSpace()
    guard formula.at == formula.text.count else { throw .syntax }
    return (value, formula.used)
  }

  /// `text` with the printers' signs for the operators in ASCII.
  private static func plain(_ text: String) -> [UInt8] {
    var bytes: [UInt8] = []
    for scalar in text.unicodeScalars {
      switch scalar {
      case "×", "∙", "·": bytes.append(UInt8(ascii: "*"))
      case "÷": bytes.append(UInt8(ascii: "/"))
      case "−", "–": bytes.append(UInt8(ascii: "-"))
      case "（": bytes.append(UInt8(ascii: "("))
      case "）": bytes.append(UInt8(ascii: ")"))
      default: bytes += Array(String(scalar).utf8)
      }
    }
    return bytes
  }

  private mutating func sum() throws(Fault) -> FixedPoint {
    var value = try product()
    while let sign = next(of: [UInt8(ascii: "+"), UInt8(ascii: "-")]) {
      let right = try product()
      value = try checked(sign == UInt8(ascii: "+") ? value + right : value - right)
    }
    return value
  }

  private mutating func product() throws(Fault) -> FixedPoint {
    var value = try factor()
    while let sign = next(of: [UInt8(ascii: "*"), UInt8(ascii: "/")]) {
      let right = try factor()
      if sign == UInt8(ascii: "/"), right == .zero { throw .divisionByZero }
      value = try checked(sign == UInt8(ascii: "*") ? value.times(right) : value.divided(by: right))
    }
    return value
  }

  private mutating func factor() throws(Fault) -> FixedPoint {
    depth += 1
    defer { depth -= 1 }
    guard depth <= 32 else { throw .tooLarge }
    skipSpace()
    guard at < text.count else { throw .syntax }
    switch text[at] {
    case UInt8(ascii: "-"):
      at += 1
      return -(try factor())
    case UInt8(ascii: "("):
      at += 1
      let value = try sum()
      guard next(of: [UInt8(ascii: ")")]) != nil else { throw .syntax }
      return value
    case 0x30...0x39: return try number()
    case let byte where isNameByte(byte): return try operand()
    default: throw .syntax
    }
  }

  private mutating func number() throws(Fault) -> FixedPoint {
    let start = at
    while at < text.count, text[at] == UInt8(ascii: ".") || (0x30...0x39).contains(text[at]) { at += 1 }
    guard at == text.count || !isNameByte(text[at]) else { throw .syntax }
    guard let value = FixedPoint(decimal: String(decoding: text[start..<at], as: UTF8.self)) else { throw .syntax }
    return value
  }

  private mutating func operand() throws(Fault) -> FixedPoint {
    let start = at
    while at < text.count, isNameByte(text[at]) { at += 1 }
    let name = String(decoding: text[start..<at], as: UTF8.self)
    guard let value = operands[name] else { throw .unknownOperand(name) }
    used.insert(name)
    return value
  }

  private func checked(_ value: FixedPoint?) throws(Fault) -> FixedPoint {
    guard let value, value.magnitude < FixedPoint.largest else { throw .overflow }
    return value
  }

  private mutating func next(of signs: [UInt8]) -> UInt8? {
    skipSpace()
    guard at < text.count, signs.contains(text[at]) else { return nil }
    at += 1
    return text[at - 1]
  }

  private mutating func skipSpace() {
    while at < text.count, text[at] == 0x20 || text[at] == 0x09 { at += 1 }
  }

  private func isNameByte(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20) || byte == UInt8(ascii: "_")
  }
}

extension FixedPoint {
  /// Beyond this no value is represented.
  static let largest = FixedPoint(billionths: 1_000_000_000_000_000_000 * 1_000_000_000)

  /// A plain decimal of at most 18 whole digits and nine decimals, with or without a minus; nil for anything else.
  public init?(decimal text: String) {
    let digits = text.utf8.first == UInt8(ascii: "-") ? text.utf8.dropFirst() : text.utf8[...]
    let parts = digits.split(separator: UInt8(ascii: "."), maxSplits: 1, omittingEmptySubsequences: false)
    guard let whole = parts.first, (1...18).contains(whole.count), parts.count == 1 || (1...9).contains(parts[1].count) else { return nil }
    var value: Int128 = 0
    for byte in parts.joined() {
      guard (0x30...0x39).contains(byte) else { return nil }
      value = value * 10 + Int128(byte - 0x30)
    }
    let places = parts.count == 2 ? parts[1].count : 0
    for _ in places..<9 { value *= 10 }
    self.init(billionths: text.utf8.first == UInt8(ascii: "-") ? -value : value)
  }
}
