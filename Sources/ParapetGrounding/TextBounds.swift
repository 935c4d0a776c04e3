/// Clauses and sentences around a place, by bytes.
enum TextBounds {
  /// The longest stretch looked at on either side.
  static let reach = 600

  /// The sentence around `range`: between `。！？；!?;` and line ends; a point ends it before a blank.
  static func sentence(_ text: [UInt8], _ range: Range<Int>) -> Range<Int> {
    var start = range.lowerBound
    while start > 0, range.lowerBound - start < reach, !endsSentence(text, start - 1) { start -= 1 }
    var end = range.upperBound
    while end < text.count, end - range.upperBound < reach, !endsSentence(text, end) { end += 1 }
    return start..<end
  }

  /// The clause around `range`: a sentence cut at commas that do not group digits.
  static func clause(_ text: [UInt8], _ range: Range<Int>) -> Range<Int> {
    var start = range.lowerBound
    while start > 0, range.lowerBound - start < reach, !endsClause(text, start - 1) { start -= 1 }
    var end = range.upperBound
    while end < text.count, end - range.upperBound < reach, !endsClause(text, end) { end += 1 }
    return start..<end
  }

  /// Whether the character whose last byte is at `at` ends a sentence.
  @inline(__always) static func endsSentence(_ text: [UInt8], _ at: Int) -> Bool {
    switch text[at] {
    case 0x0A, 0x21, 0x3F, 0x3B: return true
    case 0x2E: return at + 1 >= text.count || text[at + 1] <= 0x20
    // 。 is E3 80 82; ！ ？ ； are EF BC 81, 9F, 9B.
    case 0x82: return at >= 2 && text[at - 1] == 0x80 && text[at - 2] == 0xE3
    case 0x81, 0x9F, 0x9B: return at >= 2 && text[at - 1] == 0xBC && text[at - 2] == 0xEF
    default: return false
    }
  }

  @inline(__always) static func endsClause(_ text: [UInt8], _ at: Int) -> Bool {
    if endsSentence(text, at) { return true }
    switch text[at] {
    case 0x2C:
      let isGrouping = at > 0 && at + 1 < text.count && isDigit(text[at - 1]) && isDigit(text[at + 1])
      return !isGrouping
    case 0x7C: return true
    // Headlines set their clauses apart by blanks.
    case 0x20: return at >= 3 && at + 3 < text.count && text[at - 1] >= 0x80 && text[at + 1] >= 0xE3
    // ， is EF BC 8C; 、 is E3 80 81.
    case 0x8C: return at >= 2 && text[at - 1] == 0xBC && text[at - 2] == 0xEF
    default: return false
    }
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }
}

extension UInt64 {
  /// Whether one of these eight bytes is `byte`, given eight times.
  @inline(__always) func holds(_ byte: UInt64) -> Bool {
    let differing = self ^ byte
    return (differing &- 0x0101_0101_0101_0101) & ~differing & 0x8080_8080_8080_8080 != 0
  }
}

extension [UInt8] {
  /// Whether `word`, in lower case, stands somewhere in these bytes in either case.
  func holds(_ word: [UInt8]) -> Bool { self[...].holds(word) }
}

extension ArraySlice<UInt8> {
  /// Whether `word`, in lower case, stands somewhere in these bytes in either case.
  func holds(_ word: [UInt8]) -> Bool {
    guard let first = word.first, count >= word.count else { return false }
    next: for at in startIndex...(endIndex - word.count) where self[at].lowerLetter == first {
      for offset in word.indices where self[at + offset].lowerLetter != word[offset] { continue next }
      return true
    }
    return false
  }
}
