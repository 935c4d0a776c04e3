// Sameness of values as JSON Schema means it: numbers by value, strings by scalars, objects without order.

extension JSON {
  /// Whether two values are the same.
  ///
  /// - Source: JSON Schema core 2020-12, section 4.2.2.
  func isSame(as other: JSON) -> Bool {
    switch (value, other.value) {
    case (.null, .null): return true
    case (.bool(let a), .bool(let b)): return a == b
    case (.number(let a), .number(let b)): return sameBytes(a, b) || ExactNumber(a) == ExactNumber(b)
    case (.string(let a), .string(let b)): return sameBytes(a, b)
    case (.array(let a), .array(let b)): return a.count == b.count && zip(a, b).allSatisfy { $0.isSame(as: $1) }
    case (.object(let a), .object(let b)):
      guard a.count == b.count else { return false }
      if a.count > 8 { return key == other.key }
      return a.allSatisfy { member in other[member.name].map { $0.isSame(as: member.value) } ?? false }
    default: return false
    }
  }

  /// Bytes that two values share if and only if they are the same.
  var key: [UInt8] {
    var bytes: [UInt8] = []
    appendKey(to: &bytes)
    return bytes
  }

  private func appendKey(to bytes: inout [UInt8]) {
    func append(_ number: Int) {
      for shift in stride(from: 0, to: 64, by: 8) { bytes.append(UInt8(truncatingIfNeeded: number >> shift)) }
    }
    func append(_ string: String) {
      append(string.utf8.count)
      bytes.append(contentsOf: string.utf8)
    }
    switch value {
    case .null: bytes.append(UInt8(ascii: "z"))
    case .bool(let bool): bytes.append(bool ? UInt8(ascii: "t") : UInt8(ascii: "f"))
    case .number(let text):
      let number = ExactNumber(text)
      bytes.append(number.isNegative ? UInt8(ascii: "-") : UInt8(ascii: "+"))
      append(number.point)
      append(number.digits.count)
      bytes.append(contentsOf: number.digits)
    case .string(let string):
      bytes.append(UInt8(ascii: "s"))
      append(string)
    case .array(let elements):
      bytes.append(UInt8(ascii: "["))
      for element in elements { element.appendKey(to: &bytes) }
      bytes.append(UInt8(ascii: "]"))
    case .object(let members):
      bytes.append(UInt8(ascii: "{"))
      for member in members.sorted(by: { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }) {
        append(member.name)
        member.value.appendKey(to: &bytes)
      }
      bytes.append(UInt8(ascii: "}"))
    }
  }
}
