/// The longest runs of blanks and of word characters in a text, in bytes.
struct TextRuns {
  let longestBlank: Int
  let longestWord: Int

  init(_ text: [UInt8]) {
    longestBlank = TextRuns.longest(in: text.span) { $0 == 0x20 || $0 &- 0x09 <= 4 }
    longestWord = TextRuns.longest(in: text.span) { isWord($0) }
  }

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
