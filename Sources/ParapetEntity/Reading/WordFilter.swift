/// Tells, from three bytes, that no word of a list begins (or ends) at a place: most places of a text are passed over by one look.
///
/// It never says no where a word stands; it says yes in vain about once in fifty places.
package struct WordFilter: Sendable {
  /// Of each slot of three bytes whether a longer word has them first; behind these, of each byte whether a shorter word has it first.
  @usableFromInline var slots: [Bool]
  @usableFromInline static let shorts = 4096

  /// A filter that no word passes.
  package init() { slots = Array(repeating: false, count: WordFilter.shorts + 256) }

  /// The slot of three bytes in either case: one bit of each is left out, which tells the cases of a letter apart.
  @inlinable @inline(__always) static func slot(_ a: UInt8, _ b: UInt8, _ c: UInt8) -> Int {
    let bytes = (UInt32(a) | UInt32(b) << 8 | UInt32(c) << 16) | 0x20_2020
    return Int(truncatingIfNeeded: (bytes &* 0x9E37_79B1) >> 20)
  }

  @inlinable @inline(__always) static func short(_ byte: UInt8) -> Int { shorts + Int(byte | 0x20) }

  /// Adds a word by the bytes with which it begins, nearest first.
  package mutating func add(_ word: some Collection<UInt8>) {
    let head = Array(word.prefix(3))
    guard let first = head.first else { return }
    slots[head.count < 3 ? WordFilter.short(first) : WordFilter.slot(head[0], head[1], head[2])] = true
  }

  /// Adds the words of another filter.
  package mutating func add(_ other: WordFilter) {
    for slot in slots.indices where other.slots[slot] { slots[slot] = true }
  }

  /// Whether a word may begin at `at`, in either case of ASCII letters.
  @inlinable @inline(__always) package func mayBegin(_ text: [UInt8], _ at: Int) -> Bool {
    let first = text[at]
    if at + 2 < text.count, slots[WordFilter.slot(first, text[at + 1], text[at + 2])] { return true }
    return slots[WordFilter.short(first)]
  }

  /// Whether a word, added from its last byte on, may end before `end`.
  @inlinable @inline(__always) package func mayEnd(_ text: [UInt8], _ end: Int) -> Bool {
    let last = text[end - 1]
    if end > 2, slots[WordFilter.slot(last, text[end - 2], text[end - 3])] { return true }
    return slots[WordFilter.short(last)]
  }

  /// Calls `body` with every place in `range` where a character begins and a word may begin.
  ///
  /// `range` begins and ends with characters of `text`, which is valid UTF-8.
  @inlinable @inline(__always) package func forEachBeginning(in text: [UInt8], _ range: Range<Int>, _ body: (Int) -> Void) {
    precondition(range.lowerBound >= 0 && range.upperBound <= text.count)
    unsafe text.withUnsafeBufferPointer { bytes in
      unsafe slots.withUnsafeBufferPointer { slots in
        var at = range.lowerBound
        // Behind the last place that two more bytes follow, only shorter words begin.
        let end = min(range.upperBound, bytes.count - 2)
        while at < end {
          let first = unsafe bytes[at]
          if unsafe slots[WordFilter.slot(first, bytes[at &+ 1], bytes[at &+ 2])] || slots[WordFilter.short(first)] { body(at) }
          at &+= first < 0xC0 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
        }
        while at < range.upperBound {
          let first = unsafe bytes[at]
          if first & 0xC0 != 0x80, unsafe slots[WordFilter.short(first)] { body(at) }
          at &+= 1
        }
      }
    }
  }
}
