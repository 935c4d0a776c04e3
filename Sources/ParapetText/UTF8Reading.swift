/// Reading of UTF-8 that is known to be valid.
extension Span<UInt8> {
  /// The scalar that starts at `offset`, and its length in bytes.
  ///
  /// INVARIANT: the span is valid UTF-8 and `offset` is the start of a scalar in it, so the bytes after a lead byte are there.
  @inline(__always)
  func scalar(at offset: Int) -> (code: UInt32, length: Int) {
    let lead = UInt32(self[offset])
    if lead < 0x80 { return (lead, 1) }
    let second = unsafe UInt32(self[unchecked: offset &+ 1]) & 0x3F
    if lead < 0xE0 { return ((lead & 0x1F) << 6 | second, 2) }
    let third = unsafe UInt32(self[unchecked: offset &+ 2]) & 0x3F
    if lead < 0xF0 { return ((lead & 0x0F) << 12 | second << 6 | third, 3) }
    let fourth = unsafe UInt32(self[unchecked: offset &+ 3]) & 0x3F
    return ((lead & 0x07) << 18 | second << 12 | third << 6 | fourth, 4)
  }

  /// The scalar that ends at `offset`, which must be above 0, and its length in bytes.
  func scalar(before offset: Int) -> (code: UInt32, length: Int) {
    var start = offset &- 1
    while start > 0, self[start] & 0xC0 == 0x80 { start &-= 1 }
    return scalar(at: start)
  }

  /// Eight bytes from `offset`, which must be at most `count - 8`; the first byte is the lowest.
  @inline(__always)
  func word(at offset: Int) -> UInt64 {
    UInt64(littleEndian: unsafe bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self))
  }

  /// Where characters of three bytes end, from `offset` on, of whose traits those in `mask` are `value`. The last few bytes of the text are left
  /// to whoever reads one character at a time.
  @inline(__always)
  func endOfThrees(from offset: Int, _ table: CharacterTable, _ mask: UInt8, _ value: UInt8) -> Int {
    var i = offset
    while i &+ 8 <= count {
      let bytes = word(at: i)
      guard bytes & 0xC0_C0F0 == 0x80_80E0 else { break }
      let code = UInt32(truncatingIfNeeded: (bytes & 0x0F) << 12 | bytes >> 2 & 0xFC0 | bytes >> 16 & 0x3F)
      guard table.traits(of: code).rawValue & mask == value else { break }
      i &+= 3
    }
    return i
  }

  /// The first offset from `offset` on that holds no ASCII, or `count`.
  @inline(__always)
  func endOfASCII(from offset: Int) -> Int {
    var i = offset
    while i &+ 8 <= count, word(at: i) & 0x8080_8080_8080_8080 == 0 { i &+= 8 }
    while i < count, self[i] < 0x80 { i &+= 1 }
    return i
  }

  /// The same, but ASCII digits end the stretch too.
  @inline(__always)
  func endOfUndigitedASCII(from offset: Int) -> Int {
    var i = offset
    while i &+ 8 <= count {
      let bytes = word(at: i)
      // With the high bits clear no byte carries into the next: +0x50 lifts '0' and up over 0x7F, +0x46 only what is above '9'.
      let digits = (bytes &+ 0x5050_5050_5050_5050) & ~(bytes &+ 0x4646_4646_4646_4646)
      if (bytes | digits) & 0x8080_8080_8080_8080 != 0 { break }
      i &+= 8
    }
    while i < count, self[i] < 0x80, !self[i].isDigit { i &+= 1 }
    return i
  }
}

extension UInt8 {
  /// Whether this is an ASCII digit.
  @inline(__always)
  var isDigit: Bool { self &- 0x30 < 10 }

  /// Whether this is an ASCII letter.
  var isLetter: Bool { (self | 0x20) &- 0x61 < 26 }

  /// Whether this byte continues a scalar.
  @inline(__always)
  var isContinuation: Bool { self & 0xC0 == 0x80 }
}

extension [UInt8] {
  /// Adds the UTF-8 of a scalar.
  mutating func append(scalar code: UInt32) {
    switch code {
    case ..<0x80:
      append(UInt8(truncatingIfNeeded: code))
    case ..<0x800:
      append(UInt8(truncatingIfNeeded: 0xC0 | code >> 6))
      append(UInt8(truncatingIfNeeded: 0x80 | code & 0x3F))
    case ..<0x10000:
      append(UInt8(truncatingIfNeeded: 0xE0 | code >> 12))
      append(UInt8(truncatingIfNeeded: 0x80 | code >> 6 & 0x3F))
      append(UInt8(truncatingIfNeeded: 0x80 | code & 0x3F))
    default:
      append(UInt8(truncatingIfNeeded: 0xF0 | code >> 18))
      append(UInt8(truncatingIfNeeded: 0x80 | code >> 12 & 0x3F))
      append(UInt8(truncatingIfNeeded: 0x80 | code >> 6 & 0x3F))
      append(UInt8(truncatingIfNeeded: 0x80 | code & 0x3F))
    }
  }
}
