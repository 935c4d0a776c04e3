/// A set of bytes.
package struct ByteSet: Sendable, Hashable, BitwiseCopyable {
  private var words: SIMD4<UInt64>

  static let none = ByteSet(words: .zero)
  /// All bytes.
  package static let all = ByteSet(words: .init(repeating: .max))
  static let digits = ByteSet(CharacterClass.digits)
  /// The bytes that go on with a character of several.
  private static let continuations = ByteSet(words: SIMD4(0, 0, .max, 0))

  private init(words: SIMD4<UInt64>) { self.words = words }

  /// The set of four words, the lowest 64 bytes first.
  init(_ words: ArraySlice<UInt64>) { self.words = SIMD4(words) }

  /// The bytes that characters of `set` begin with; ASCII letters are in lower case.
  init(_ set: CharacterClass) {
    self = .none
    for range in set.ranges {
      if range.lowerBound < 0x80 {
        for code in range.lowerBound...min(range.upperBound, 0x7F) { insert(UInt8(code) | (code &- 0x41 < 26 ? 0x20 : 0)) }
      }
      if range.upperBound >= 0x80 {
        for byte in Self.lead(max(range.lowerBound, 0x80))...Self.lead(range.upperBound) { insert(byte) }
      }
    }
  }

  /// The bytes that characters of `literal`, which is UTF-8, begin with.
  init(leadsOf literal: some Sequence<UInt8>) {
    self = .none
    for byte in literal where byte & 0xC0 != 0x80 { insert(byte) }
  }

  /// The bytes that may stand where no character of `set` does; a zero, which is thought where the text ends, always may. ASCII letters are in
  /// lower case: one is left out where neither case may stand.
  init(without set: CharacterClass) {
    self = .all
    for code in set.ranges.lazy.filter({ $0.overlaps(1...0x7F) }).flatMap({ $0.clamped(to: 1...0x7F) }) {
      let isLetter = (code | 0x20) &- 0x61 < 26
      if isLetter, !set.ranges.contains(where: { $0.contains(code ^ 0x20) }) { continue }
      words[Int(code >> 6)] &= ~(1 << UInt64(code & 63))
    }
  }

  private static func lead(_ code: UInt32) -> UInt8 {
    switch code {
    case ..<0x800: UInt8(truncatingIfNeeded: 0xC0 | code >> 6)
    case ..<0x10000: UInt8(truncatingIfNeeded: 0xE0 | code >> 12)
    default: UInt8(truncatingIfNeeded: 0xF0 | code >> 18)
    }
  }

  private mutating func insert(_ byte: UInt8) { words[Int(byte >> 6)] |= 1 << UInt64(byte & 63) }

  /// Whether it holds `byte`.
  @inline(__always)
  package func contains(_ byte: UInt8) -> Bool { words[Int(byte >> 6)] >> UInt64(byte & 63) & 1 == 1 }

  var isEmpty: Bool { words == .zero }

  func union(_ other: ByteSet) -> ByteSet { ByteSet(words: words | other.words) }
  func subtracting(_ other: ByteSet) -> ByteSet { ByteSet(words: words & ~other.words) }
  func isDisjoint(with other: ByteSet) -> Bool { words & other.words == .zero }

  /// The bytes that characters end with whose first bytes these are.
  var ends: ByteSet { isDisjoint(with: ByteSet(words: SIMD4(0, 0, 0, .max))) ? self : union(.continuations) }

  /// In four words, the lowest 64 bytes first.
  var fourWords: [UInt64] { (0..<4).map { words[$0] } }
}
