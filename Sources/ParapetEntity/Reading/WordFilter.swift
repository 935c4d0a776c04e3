/// Tells, from three bytes, that no word of a list begins (or ends) at a place: most places of a text are passed over by one look.
///
/// It never says no where a word stands; it says yes in vain about once in a hundred places.
package struct WordFilter: Sendable {
  /// Whether a word shorter than three bytes has a byte first.
  @usableFromInline var short: [Bool]
  /// Whether a longer word has three bytes first, by their slot.
  @usableFromInline var slots: [Bool]
  @usableFromInline static let mask = 4095

  /// A filter that no word passes.
  package init() {
    short = Array(repeating: false, count: 256)
    slots = Array(repeating: false, count: WordFilter.mask + 1)
  }

  @inlinable static func slot(_ a: UInt8, _ b: UInt8, _ c: UInt8) -> Int {
    (Int(a) &* 0x251 &+ Int(b) &* 0x47 &+ Int(c)) & mask
  }

  @inlinable static func lower(_ byte: UInt8) -> UInt8 { byte &- 0x41 < 26 ? byte | 0x20 : byte }

  /// Adds a word in lower case by the bytes with which it begins, nearest first.
  package mutating func add(_ word: some Collection<UInt8>) {
    let head = Array(word.prefix(3))
    guard let first = head.first else { return }
    if head.count < 3 {
      short[Int(first)] = true
    } else {
      slots[WordFilter.slot(head[0], head[1], head[2])] = true
    }
  }

  /// Whether a word may begin at `at`, in either case of ASCII letters.
  @inlinable @inline(__always) package func mayBegin(_ text: [UInt8], _ at: Int) -> Bool {
    let first = WordFilter.lower(text[at])
    if at + 2 < text.count, slots[WordFilter.slot(first, WordFilter.lower(text[at + 1]), WordFilter.lower(text[at + 2]))] { return true }
    return short[Int(first)]
  }

  /// Whether a word, added from its last byte on, may end before `end`.
  @inlinable @inline(__always) package func mayEnd(_ text: [UInt8], _ end: Int) -> Bool {
    let last = WordFilter.lower(text[end - 1])
    if end > 2, slots[WordFilter.slot(last, WordFilter.lower(text[end - 2]), WordFilter.lower(text[end - 3]))] { return true }
    return short[Int(last)]
  }
}
