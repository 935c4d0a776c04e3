/// The inside of JSON strings: where a stretch of plain characters ends, and whether it is valid UTF-8, found in one pass.
enum UTF8Run {
  /// The first quote, backslash, control character or byte that is not UTF-8 from `start` on, or `end`.
  ///
  /// `isVerbatim` becomes false when a line end outside ASCII (U+0085, U+2028, U+2029) is among the characters: a writer escapes it.
  ///
  /// - Source: RFC 3629, section 4, for the well-formed sequences.
  static func end(from start: UnsafePointer<UInt8>, to end: UnsafePointer<UInt8>, _ isVerbatim: inout Bool) -> UnsafePointer<UInt8> {
    var at = unsafe start
    var breaks = false
    defer { if breaks { isVerbatim = false } }
    // Most strings are shorter than a block; behind one that is not plain the next is tried.
    var next = UTF8Block.length
    while unsafe end - at >= 8 {
      if unsafe at - start >= next {
        unsafe at = lastCharacter(before: UTF8Block.endOfPlain(from: at, to: end))
        next = unsafe at - start + UTF8Block.length
      }
      var word = unsafe load(at)
      if word & 0x80 == 0 {
        let stops = stops(word)
        let marks = stops | word & (ones &* 0x80)
        guard marks != 0 else {
          unsafe at += 8
          continue
        }
        let first = marks.trailingZeroBitCount
        unsafe at += first / 8
        if stops >> UInt64(first) & 1 != 0 { return unsafe at }
        continue
      }
      // Two characters of three bytes at a time, as long as they come. Only after the lead bytes E0, E2 and ED there is more to see.
      while word & 0xC0C0_F0C0_C0F0 == 0x8080_E080_80E0 {
        let next = word >> 24
        if (rareLeads >> (word & 0x0F) | rareLeads >> (next & 0x0F)) & 1 != 0 {
          guard isThree(word), isThree(next) else { break }
          breaks = breaks || isBreak(word) || isBreak(next)
        }
        unsafe at += 6
        guard unsafe end - at >= 8 else { break }
        word = unsafe load(at)
      }
      guard unsafe end - at >= 8, word & 0x80 != 0 else { continue }
      let length = length(word)
      guard length > 0 else { return unsafe at }
      breaks = breaks || isBreak(word)
      unsafe at += length
    }
    return unsafe tail(from: at, to: end, &breaks)
  }

  /// Where the character begins that the byte in front of `end` is part of: the rest of it may lie behind.
  @inline(__always)
  private static func lastCharacter(before end: UnsafePointer<UInt8>) -> UnsafePointer<UInt8> {
    var at = unsafe end - 1
    while unsafe at.pointee & 0xC0 == 0x80 { unsafe at -= 1 }
    return unsafe at
  }

  /// The same for the last bytes of a line, one character at a time.
  private static func tail(
    from start: UnsafePointer<UInt8>, to end: UnsafePointer<UInt8>, _ breaks: inout Bool
  ) -> UnsafePointer<UInt8> {
    var at = unsafe start
    while unsafe at < end {
      let byte = unsafe at.pointee
      if byte < 0x80 {
        if byte < 0x20 || byte == 0x22 || byte == 0x5C { break }
        unsafe at += 1
        continue
      }
      var word: UInt64 = 0
      for index in 0..<(unsafe min(4, end - at)) { word |= UInt64(unsafe at[index]) << UInt64(8 * index) }
      // What lies behind the end is zero here, and continues no character.
      let length = length(word)
      guard length > 0 else { break }
      breaks = breaks || isBreak(word)
      unsafe at += length
    }
    return unsafe at
  }

  private static var ones: UInt64 { 0x0101_0101_0101_0101 }
  /// A bit for each lead byte of three whose second byte is bound, or that begins a line end, by its low half.
  private static var rareLeads: UInt64 { 1 << 0x0 | 1 << 0x2 | 1 << 0xD }

  @inline(__always)
  private static func load(_ at: UnsafePointer<UInt8>) -> UInt64 {
    unsafe UInt64(littleEndian: UnsafeRawPointer(at).loadUnaligned(as: UInt64.self))
  }

  /// The top bit of each byte that is a quote, a backslash or a control character. The lowest bit is always true; one above it may be
  /// the work of a borrow.
  @inline(__always)
  private static func stops(_ word: UInt64) -> UInt64 {
    let quote = word ^ (ones &* 0x22)
    let backslash = word ^ (ones &* 0x5C)
    return (((quote &- ones) & ~quote) | ((backslash &- ones) & ~backslash) | ((word &- (ones &* 0x20)) & ~word)) & (ones &* 0x80)
  }

  /// Whether three bytes that have the form of a character of three bytes are one: not overlong, no surrogate.
  @inline(__always)
  private static func isThree(_ word: UInt64) -> Bool {
    let range = word & 0x20_0F
    return range != 0 && range != 0x20_0D
  }

  /// Whether U+0085, U+2028 or U+2029 is next.
  @inline(__always)
  private static func isBreak(_ word: UInt64) -> Bool { word & 0xFE_FFFF == 0xA8_80E2 || word & 0xFFFF == 0x85C2 }

  /// How many bytes the character outside ASCII that is next has, or 0 when it is none.
  @inline(__always)
  private static func length(_ word: UInt64) -> Int {
    if word & 0xC0_C0F0 == 0x80_80E0 { return isThree(word) ? 3 : 0 }
    if word & 0xC0E0 == 0x80C0 { return word & 0x1E != 0 ? 2 : 0 }
    guard word & 0xC0C0_C0F8 == 0x8080_80F0 else { return 0 }
    // U+10000 to U+10FFFF: after F0 comes 90 or more, after F4 8F or less, and F5 to F7 never come.
    let second = word & 0x3000
    switch word & 0x07 {
    case 0: return second != 0 ? 4 : 0
    case 1, 2, 3: return 4
    case 4: return second == 0 ? 4 : 0
    default: return 0
    }
  }
}
