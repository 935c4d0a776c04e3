extension ByteBuffer {
  /// Adds `text`, valid UTF-8, as the inside of a JSON string.
  ///
  /// Quotes, backslashes and control characters are escaped, and with them what some readers take for a line end (U+0085, U+2028,
  /// U+2029): one record stays one line for everybody. All else stands as it is.
  ///
  /// - Source: RFC 8259, section 7.
  public mutating func append(escaping text: UnsafeBufferPointer<UInt8>) {
    guard let start = text.baseAddress else { return }
    var run = unsafe start
    let end = unsafe start + text.count
    while true {
      let stop = unsafe ByteBuffer.suspect(from: run, to: end)
      unsafe append(UnsafeBufferPointer(start: run, count: stop - run))
      guard unsafe stop < end else { return }
      unsafe run = unsafe stop + escape(at: stop, end)
    }
  }

  /// The first byte from `start` on that may need an escape, or `end`.
  private static func suspect(from start: UnsafePointer<UInt8>, to end: UnsafePointer<UInt8>) -> UnsafePointer<UInt8> {
    var at = unsafe start
    while unsafe end - at >= 8 {
      let stops = unsafe suspects(at)
      if stops != 0 { return unsafe at + stops.trailingZeroBitCount / 8 }
      unsafe at += 8
    }
    guard unsafe at < end, unsafe end - start >= 8 else { return unsafe firstSuspect(from: at, to: end) }
    // The last eight bytes; those of them that were looked at are none.
    let stops = unsafe suspects(end - 8)
    return unsafe stops == 0 ? end : end - 8 + stops.trailingZeroBitCount / 8
  }

  /// The same, byte by byte.
  private static func firstSuspect(from start: UnsafePointer<UInt8>, to end: UnsafePointer<UInt8>) -> UnsafePointer<UInt8> {
    var at = unsafe start
    while unsafe at < end {
      let byte = unsafe at.pointee
      if byte < 0x20 || byte == 0x22 || byte == 0x5C || byte | 0x20 == 0xE2 { break }
      unsafe at += 1
    }
    return unsafe at
  }

  /// Which of the eight bytes at `place` may need an escape, by their top bits; the lowest one that is set is always true.
  @inline(__always)
  private static func suspects(_ place: UnsafePointer<UInt8>) -> UInt64 {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let word = unsafe UInt64(littleEndian: UnsafeRawPointer(place).loadUnaligned(as: UInt64.self))
    let quote = word ^ (ones &* 0x22)
    let backslash = word ^ (ones &* 0x5C)
    // 0xC2 and 0xE2, the lead bytes of the three line ends, differ in one bit.
    let lead = (word | (ones &* 0x20)) ^ (ones &* 0xE2)
    // Each term sets the top bit of a byte that is zero (for the last: under 0x20). A borrow can set it for a byte above a true one as well.
    let stops =
      ((quote &- ones) & ~quote) | ((backslash &- ones) & ~backslash) | ((lead &- ones) & ~lead) | ((word &- (ones &* 0x20)) & ~word)
    return stops & 0x8080_8080_8080_8080
  }

  /// Adds the character at `at`, escaped where that is due, and says how many bytes it has in the text.
  private mutating func escape(at: UnsafePointer<UInt8>, _ end: UnsafePointer<UInt8>) -> Int {
    let byte = unsafe at.pointee
    switch byte {
    case UInt8(ascii: "\""): append(#"\""#)
    case UInt8(ascii: "\\"): append(#"\\"#)
    case 0x08: append(#"\b"#)
    case 0x09: append(#"\t"#)
    case 0x0A: append(#"\n"#)
    case 0x0C: append(#"\f"#)
    case 0x0D: append(#"\r"#)
    case 0xC2 where unsafe end - at >= 2 && at[1] == 0x85:
      append(#"\u0085"#)
      return 2
    case 0xE2 where unsafe end - at >= 3 && at[1] == 0x80 && at[2] & 0xFE == 0xA8:
      append(unsafe at[2] == 0xA8 ? #"\u2028"# : #"\u2029"#)
      return 3
    case 0x20...: append(byte)
    default:
      append(#"\u00"#)
      append(byte < 0x10 ? UInt8(ascii: "0") : UInt8(ascii: "1"))
      append(byte & 15 < 10 ? byte & 15 &+ 0x30 : byte & 15 &+ 0x57)
    }
    return 1
  }
}
