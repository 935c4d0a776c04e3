/// The longest runs of blanks and of word characters in a text, or in a part of it, in bytes.
struct TextRuns {
  private(set) var longestBlank = 0
  private(set) var longestWord = 0

  init(_ text: [UInt8]) {
    longestBlank = TextRuns.longest(in: text.span) { TextRuns.isBlank($0) }
    longestWord = TextRuns.longest(in: text.span) { isWord($0) }
  }

  /// The longest runs of which something lies in `range`, each with all of it up to the end of the range.
  init(_ text: [UInt8], touching range: Range<Int>) {
    var (blanks, words) = (0, 0)
    var start = range.lowerBound
    while start > 0, start < range.upperBound, Self.isSame(text[start &- 1], text[start]) { start &-= 1 }
    for at in start..<range.upperBound {
      blanks = Self.isBlank(text[at]) ? blanks &+ 1 : 0
      words = isWord(text[at]) ? words &+ 1 : 0
      longestBlank = max(longestBlank, blanks)
      longestWord = max(longestWord, words)
    }
  }

  @inline(__always)
  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte &- 0x09 <= 4 }

  /// Whether two bytes that stand side by side are of one run.
  private static func isSame(_ a: UInt8, _ b: UInt8) -> Bool { isBlank(a) && isBlank(b) || isWord(a) && isWord(b) }

  /// The longest run of bytes that `belongs` accepts. A longer run than the longest so far must hold the byte that lies so far ahead: where
  /// that is another, everything up to it is passed over.
  @inline(__always)
  private static func longest(in bytes: Span<UInt8>, _ belongs: (UInt8) -> Bool) -> Int {
    var longest = 0
    // INVARIANT: no run goes on in front of `start`.
    var start = 0
    while start &+ longest < bytes.count {
      var last = start &+ longest
      while last >= start, belongs(bytes[last]) { last &-= 1 }
      guard last < start else {
        start = last &+ 1
        continue
      }
      var end = start &+ longest &+ 1
      while end < bytes.count, belongs(bytes[end]) { end &+= 1 }
      longest = end &- start
      start = end &+ 1
    }
    return longest
  }
}
