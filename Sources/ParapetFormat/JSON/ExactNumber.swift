/// A decimal number of any size, exactly as JSON writes it: ±0.d₁d₂d₃… × 10^point.
///
/// Binary floating point would call 0.3 no multiple of 0.1, and 9007199254740993 equal to its neighbour.
struct ExactNumber: Sendable, Hashable, Comparable {
  /// Digits 0…9 without leading or trailing zeros; none for zero.
  let digits: [UInt8]
  let point: Int
  let isNegative: Bool

  /// An exponent that no honest number reaches; larger ones count as this.
  private static let farthest = 1 << 40

  /// The number that a JSON number's text means. The text must follow the grammar of RFC 8259.
  init(_ text: String) {
    var digits: [UInt8] = []
    var point = 0
    var exponent = 0
    var exponentIsNegative = false
    var part = 0  // 0 before the decimal point, 1 behind it, 2 in the exponent
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "."): part = 1
      case UInt8(ascii: "e"), UInt8(ascii: "E"): part = 2
      case UInt8(ascii: "-"): if part == 2 { exponentIsNegative = true }
      case 0x30...0x39:
        let digit = byte - 0x30
        if part == 2 {
          exponent = min(exponent * 10 + Int(digit), ExactNumber.farthest)
        } else if digit != 0 || !digits.isEmpty {
          digits.append(digit)
          if part == 0 { point += 1 }
        } else if part == 1 {
          point -= 1
        }
      default: break
      }
    }
    while digits.last == 0 { digits.removeLast() }
    self.digits = digits
    self.point = digits.isEmpty ? 0 : point + (exponentIsNegative ? -exponent : exponent)
    isNegative = !digits.isEmpty && text.utf8.first == UInt8(ascii: "-")
  }

  var isZero: Bool { digits.isEmpty }
  var isInteger: Bool { point >= digits.count }

  /// The value as a count, or nil when it is negative, broken or too large.
  var count: Int? {
    guard !isNegative, isInteger, point <= 18 else { return nil }
    var value = 0
    for index in 0..<point { value = value * 10 + (index < digits.count ? Int(digits[index]) : 0) }
    return value
  }

  static func < (a: ExactNumber, b: ExactNumber) -> Bool {
    if a.isNegative != b.isNegative { return a.isNegative }
    return a.isNegative ? b.isCloserToZero(than: a) : a.isCloserToZero(than: b)
  }

  private func isCloserToZero(than other: ExactNumber) -> Bool {
    if isZero || other.isZero { return isZero && !other.isZero }
    if point != other.point { return point < other.point }
    return digits.lexicographicallyPrecedes(other.digits)
  }
}
