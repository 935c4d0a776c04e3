extension EventScanner {
  /// A string that was read.
  @safe
  struct StringPiece {
    /// What stood between the quotes.
    var raw: UnsafeBufferPointer<UInt8>
    /// How many bytes it has without escapes, where it was unescaped.
    var count: Int
    /// Whether it has an escape.
    var hasEscape: Bool
    /// Whether `JSONWriter` would escape it in just this way.
    var isVerbatim: Bool
  }

  /// Reads a string, and unescapes it to `target`, when there is one: it has room for as many bytes as the string has, and eight more.
  mutating func string(into target: UnsafeMutablePointer<UInt8>? = nil) -> StringPiece? {
    guard take(UInt8(ascii: "\"")) else { return nil }
    let first = unsafe at
    var count = 0
    var hasEscape = false
    var isVerbatim = true
    while true {
      let run = unsafe at
      unsafe at = unsafe UTF8Run.end(from: run, to: end, &isVerbatim)
      if let target = unsafe target, unsafe at > run {
        unsafe (target + count).update(from: run, count: at - run)
        unsafe count &+= at - run
      }
      switch peek {
      case UInt8(ascii: "\""):
        let raw = unsafe UnsafeBufferPointer(start: first, count: at - first)
        unsafe at += 1
        return unsafe StringPiece(raw: raw, count: count, hasEscape: hasEscape, isVerbatim: isVerbatim)
      case UInt8(ascii: "\\"):
        hasEscape = true
        if let target = unsafe target {
          let before = unsafe at
          unsafe count &+= hexEscapes(to: target + count)
          if unsafe at > before { isVerbatim = false }
        }
        while peek == UInt8(ascii: "\\") {
          guard let scalar = escape(&isVerbatim) else { return nil }
          if let target = unsafe target { unsafe count &+= EventScanner.encode(scalar, to: target + count) }
        }
      default: return nil
      }
    }
  }

  /// Unescapes one `\uXXXX` after another from U+0800 on, as long as they come: a text in which every Han character is written so.
  @inline(__always)
  private mutating func hexEscapes(to target: UnsafeMutablePointer<UInt8>) -> Int {
    var place = unsafe target
    while unsafe end - at >= 8 {
      let word = unsafe UInt64(littleEndian: UnsafeRawPointer(at).loadUnaligned(as: UInt64.self))
      guard word & 0xFFFF == 0x75_5C, let unit = EventScanner.hex(UInt32(truncatingIfNeeded: word >> 16)) else { break }
      guard unit >= 0x800, unit & 0xF800 != 0xD800 else { break }
      let bytes = 0x80_80E0 | unit >> 12 | (unit >> 6 & 0x3F) << 8 | (unit & 0x3F) << 16
      unsafe UnsafeMutableRawPointer(place).storeBytes(of: bytes.littleEndian, as: UInt32.self)
      unsafe place += 3
      unsafe at += 6
    }
    return unsafe place - target
  }

  /// Reads one escape, or two that are one character.
  @inline(__always)
  private mutating func escape(_ isVerbatim: inout Bool) -> UInt32? {
    guard unsafe end - at >= 2 else { return nil }
    let kind = unsafe at[1]
    unsafe at += 2
    switch kind {
    case UInt8(ascii: "u"):
      isVerbatim = false
      guard let unit = hex() else { return nil }
      guard unit & 0xF800 == 0xD800 else { return unit }
      guard unit < 0xDC00, unsafe end - at >= 2 && at[0] == UInt8(ascii: "\\") && at[1] == UInt8(ascii: "u") else { return nil }
      unsafe at += 2
      guard let low = hex(), low & 0xFC00 == 0xDC00 else { return nil }
      return 0x10000 &+ (unit & 0x3FF) << 10 | low & 0x3FF
    case UInt8(ascii: "n"): return 0x0A
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): return UInt32(kind)
    case UInt8(ascii: "t"): return 0x09
    case UInt8(ascii: "r"): return 0x0D
    case UInt8(ascii: "b"): return 0x08
    case UInt8(ascii: "f"): return 0x0C
    case UInt8(ascii: "/"):
      isVerbatim = false
      return UInt32(kind)
    default: return nil
    }
  }

  /// Reads four hexadecimal digits.
  @inline(__always)
  private mutating func hex() -> UInt32? {
    guard unsafe end - at >= 4 else { return nil }
    let word = unsafe UInt32(littleEndian: UnsafeRawPointer(at).loadUnaligned(as: UInt32.self))
    unsafe at += 4
    return EventScanner.hex(word)
  }

  /// The number that four hexadecimal digits write, the first digit in the lowest byte; all are read at once.
  @inline(__always)
  private static func hex(_ word: UInt32) -> UInt32? {
    // No byte carries into the next, because none has its top bit set: each sum lifts what is at or above a bound over 0x7F.
    guard word & 0x8080_8080 == 0 else { return nil }
    let lower = word | 0x2020_2020
    let digit = (word &+ 0x5050_5050) & ~(word &+ 0x4646_4646) & 0x8080_8080
    let letter = (lower &+ 0x1F1F_1F1F) & ~(lower &+ 0x1919_1919) & 0x8080_8080
    guard digit | letter == 0x8080_8080 else { return nil }
    let nibbles = (word & 0x0F0F_0F0F) &+ (letter >> 7) &* 9
    return (nibbles & 0xFF) << 12 | (nibbles & 0xFF00) | (nibbles >> 12) & 0xF0 | nibbles >> 24
  }

  /// Writes `scalar` as UTF-8, and says how many bytes that took.
  @inline(__always)
  private static func encode(_ scalar: UInt32, to target: UnsafeMutablePointer<UInt8>) -> Int {
    func byte(_ index: Int, _ value: UInt32) { unsafe target[index] = UInt8(truncatingIfNeeded: value) }
    if scalar < 0x80 {
      byte(0, scalar)
      return 1
    }
    if scalar < 0x800 {
      byte(0, 0xC0 | scalar >> 6)
      byte(1, 0x80 | scalar & 0x3F)
      return 2
    }
    if scalar < 0x10000 {
      byte(0, 0xE0 | scalar >> 12)
      byte(1, 0x80 | scalar >> 6 & 0x3F)
      byte(2, 0x80 | scalar & 0x3F)
      return 3
    }
    byte(0, 0xF0 | scalar >> 18)
    byte(1, 0x80 | scalar >> 12 & 0x3F)
    byte(2, 0x80 | scalar >> 6 & 0x3F)
    byte(3, 0x80 | scalar & 0x3F)
    return 4
  }
}
