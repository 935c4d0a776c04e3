/// Groups of words that begin (or end) alike, so that few are compared at a place.
///
/// Words of six bytes and more are grouped by their first six, those of three to five by their first three, shorter ones by their first.
public enum WordGroup {
  /// How many groups there are.
  public static let count = 768

  /// Where the words of a group stand among all words.
  public struct Span: Sendable {
    @usableFromInline let start: UInt16
    @usableFromInline let end: UInt16

    /// Their places.
    @inlinable @inline(__always) public var places: Range<Int> { unsafe Range(uncheckedBounds: (Int(start), Int(end))) }
  }

  /// All words, group by group, and where those of each group stand.
  public static func joined(_ groups: [[ListedWord]]) -> (words: [ListedWord], groups: [Span]) {
    var start = 0
    let spans = groups.map { group in
      defer { start += group.count }
      return Span(start: UInt16(start), end: UInt16(start + group.count))
    }
    return (groups.flatMap { $0 }, spans)
  }

  /// The group of `word`, in lower case.
  public static func of(_ word: [UInt8]) -> Int {
    let window = ByteWindow(word, from: 0)
    if word.count > 5 { return long(window) }
    return word.count > 2 ? middle(window) : short(window)
  }

  @inlinable @inline(__always) static func mixed(_ bytes: UInt64) -> UInt32 {
    (UInt32(truncatingIfNeeded: bytes) & 0xFF_FFFF | 0x20_2020) &* 0x9E37_79B1
  }

  /// The group of the words of six bytes and more that may stand in a window.
  @inlinable @inline(__always) public static func long(_ window: ByteWindow) -> Int {
    512 + Int(truncatingIfNeeded: (mixed(window.bytes) ^ mixed(window.bytes >> 24) &* 5) >> 24)
  }

  /// The group of the words of three to five bytes that may stand there.
  @inlinable @inline(__always) public static func middle(_ window: ByteWindow) -> Int {
    256 + Int(truncatingIfNeeded: mixed(window.bytes) >> 24)
  }

  /// The group of the shorter words that may stand there.
  @inlinable @inline(__always) public static func short(_ window: ByteWindow) -> Int { Int(window.first | 0x20) }
}
