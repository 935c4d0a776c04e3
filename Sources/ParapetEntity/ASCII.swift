extension UInt8 {
  /// Whether it is `0` to `9`.
  @inline(__always) var isDigit: Bool { self &- 0x30 < 10 }
  /// Whether it is `A` to `Z`.
  @inline(__always) var isUpperLetter: Bool { self &- 0x41 < 26 }
  /// Whether it is `a` to `z`.
  @inline(__always) var isLowerLetter: Bool { self &- 0x61 < 26 }
  /// Whether it is an ASCII letter.
  @inline(__always) var isLetter: Bool { (self | 0x20) &- 0x61 < 26 }
  /// Whether it is an ASCII letter or digit.
  @inline(__always) var isWord: Bool { isDigit || isLetter }
  /// The value of a digit `0` to `9`, or of a letter `A` to `Z` as 10 to 35.
  @inline(__always) var base36: Int? {
    if isDigit { return Int(self) - 0x30 }
    return isUpperLetter ? Int(self) - 0x41 + 10 : nil
  }
}

extension Collection<UInt8> {
  /// The values of the digits, or nil when something else is among them.
  var digits: [Int]? {
    var values: [Int] = []
    values.reserveCapacity(count)
    for byte in self {
      guard byte.isDigit else { return nil }
      values.append(Int(byte) - 0x30)
    }
    return values
  }

  /// The number the digits write, or nil when something else is among them or it has more than 18.
  var decimal: Int? {
    guard !isEmpty, count <= 18 else { return nil }
    var value = 0
    for byte in self {
      guard byte.isDigit else { return nil }
      value = value * 10 + Int(byte) - 0x30
    }
    return value
  }
}

extension ArraySlice<UInt8> {
  /// Whether `word` stands somewhere in these bytes.
  package func hasExactly(_ word: [UInt8]) -> Bool {
    guard let first = word.first, count >= word.count else { return false }
    next: for at in startIndex...(endIndex - word.count) where self[at] == first {
      for offset in 1..<word.count where self[at + offset] != word[offset] { continue next }
      return true
    }
    return false
  }
}
