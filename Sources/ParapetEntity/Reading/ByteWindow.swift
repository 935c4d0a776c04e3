/// Eight bytes of a text as one number, ASCII letters in lower case, so that the beginning of a word is compared at once.
///
/// The byte nearest to the place has the lowest bits. Bytes outside the text are nought, which no word has.
public struct ByteWindow: Sendable {
  /// The bytes.
  public let bytes: UInt64

  /// The bytes from `at` on, which lies in `text`.
  @inlinable @inline(__always) public init(_ text: [UInt8], from at: Int) {
    let left = text.count &- at
    precondition(at >= 0 && left >= 0)
    bytes = ByteWindow.lowered(
      unsafe text.withUnsafeBytes { text in
        if left >= 8 { return unsafe UInt64(littleEndian: text.loadUnaligned(fromByteOffset: at, as: UInt64.self)) }
        var bytes: UInt64 = 0
        for offset in 0..<left { bytes |= unsafe UInt64(text[at &+ offset]) << UInt64(8 &* offset) }
        return bytes
      })
  }

  /// The bytes before `end`, the last one first.
  @inlinable @inline(__always) public init(_ text: [UInt8], before end: Int) {
    precondition(end >= 0 && end <= text.count)
    bytes = ByteWindow.lowered(
      unsafe text.withUnsafeBytes { text in
        if end >= 8 { return unsafe UInt64(bigEndian: text.loadUnaligned(fromByteOffset: end &- 8, as: UInt64.self)) }
        var bytes: UInt64 = 0
        for offset in 0..<end { bytes |= unsafe UInt64(text[end &- 1 &- offset]) << UInt64(8 &* offset) }
        return bytes
      })
  }

  /// The first byte.
  @inlinable @inline(__always) public var first: UInt8 { UInt8(truncatingIfNeeded: bytes) }

  /// How many letters come first, up to eight.
  @inline(__always) var letters: Int {
    let low = bytes & 0x7F7F_7F7F_7F7F_7F7F
    let (fromA, beyondZ) = (low &+ 0x1F1F_1F1F_1F1F_1F1F, low &+ 0x0505_0505_0505_0505)
    return (~(fromA & ~beyondZ & ~bytes) & 0x8080_8080_8080_8080).trailingZeroBitCount / 8
  }

  /// `A` to `Z` in lower case, every other byte as it is.
  ///
  /// - Source: H. S. Warren, Hacker's Delight, chapter 6, for comparing all bytes of a word at once.
  @inlinable @inline(__always) static func lowered(_ bytes: UInt64) -> UInt64 {
    let low = bytes & 0x7F7F_7F7F_7F7F_7F7F
    let fromA = low &+ 0x3F3F_3F3F_3F3F_3F3F
    let beyondZ = low &+ 0x2525_2525_2525_2525
    return bytes | (fromA & ~beyondZ & ~bytes & 0x8080_8080_8080_8080) >> 2
  }
}

/// A word of a list, in lower case, as it stands in a window.
public struct ListedWord: Sendable {
  /// Up to eight bytes of it, and which of the window's these are.
  @usableFromInline let head: UInt64
  @usableFromInline let mask: UInt64
  /// How many bytes it has.
  public let count: Int
  /// Where its other bytes stand among those of all words, and how far from its beginning.
  @usableFromInline let rest: Range<Int>
  @usableFromInline let offset: Int
  /// The number of its meaning.
  public let value: Int

  /// The word in `bytes` at `range`; for windows that read backwards where `isReversed`.
  public init(_ bytes: [UInt8], _ range: Range<Int>, value: Int, isReversed: Bool = false) {
    let word = isReversed ? Array(bytes[range].reversed()) : Array(bytes[range])
    head = word.prefix(8).reversed().reduce(0) { $0 << 8 | UInt64($1) }
    mask = word.count < 8 ? (1 << UInt64(8 * word.count)) - 1 : .max
    count = word.count
    let others = max(0, word.count - 8)
    rest = isReversed ? range.prefix(others) : range.suffix(others)
    offset = isReversed ? 0 : word.count - others
    self.value = value
  }

  /// Whether it stands in `text` at `at`, whose window is `window`. `bytes` are those of all words.
  @inlinable @inline(__always) public func stands(in window: ByteWindow, _ bytes: [UInt8], _ text: [UInt8], _ at: Int) -> Bool {
    guard window.bytes & mask == head else { return false }
    return count <= 8 || hasRest(bytes, text, at)
  }

  /// Whether its other bytes stand in `text` as well.
  @usableFromInline func hasRest(_ bytes: [UInt8], _ text: [UInt8], _ at: Int) -> Bool {
    guard at >= 0, at + count <= text.count else { return false }
    for place in rest where text[at + offset + place - rest.lowerBound].lowered != bytes[place] { return false }
    return true
  }
}
