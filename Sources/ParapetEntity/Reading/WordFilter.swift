/// Tells, from three bytes, that no word of a list begins (or ends) at a place: most places of a text are passed over by one look.
///
/// It never says no where a word stands; it says yes in vain about once in fifty places. One filter may stand for up to eight lists and
/// tell which of them have a word that may begin at a place.
package struct WordFilter: Sendable {
  /// Of each slot of three bytes the lists of which a longer word has them first; behind these, of each byte those of which a shorter
  /// word has it first. One bit a list.
  @usableFromInline var slots: [UInt8]
  @usableFromInline static let shorts = 4096

  /// A filter that no word passes.
  package init() { slots = Array(repeating: 0, count: WordFilter.shorts + 256) }

  /// The slot of three bytes in either case: one bit of each is left out, which tells the cases of a letter apart.
  @inlinable @inline(__always) static func slot(_ a: UInt8, _ b: UInt8, _ c: UInt8) -> Int {
    slot(UInt32(a) | UInt32(b) << 8 | UInt32(c) << 16)
  }

  @inlinable @inline(__always) static func slot(_ bytes: UInt32) -> Int {
    Int(truncatingIfNeeded: ((bytes & 0xFF_FFFF | 0x20_2020) &* 0x9E37_79B1) >> 20)
  }

  @inlinable @inline(__always) static func short(_ byte: UInt8) -> Int { shorts + Int(byte | 0x20) }

  /// Adds a word by the bytes with which it begins, nearest first.
  package mutating func add(_ word: some Collection<UInt8>) {
    let head = Array(word.prefix(3))
    guard let first = head.first else { return }
    slots[head.count < 3 ? WordFilter.short(first) : WordFilter.slot(head[0], head[1], head[2])] = 1
  }

  /// Adds the words of another filter, those of one list, as the list whose bit is `bit`.
  package mutating func add(_ other: WordFilter, as bit: UInt8 = 1) {
    for slot in slots.indices where other.slots[slot] != 0 { slots[slot] |= bit }
  }

  /// Whether a word may begin at `at`, in either case of ASCII letters.
  @inlinable @inline(__always) package func mayBegin(_ text: [UInt8], _ at: Int) -> Bool {
    let first = text[at]
    if at + 2 < text.count, slots[WordFilter.slot(first, text[at + 1], text[at + 2])] != 0 { return true }
    return slots[WordFilter.short(first)] != 0
  }

  /// Whether a word of three bytes and more may begin at `at`, which two bytes follow.
  @inlinable @inline(__always) func mayBeginLong(_ text: [UInt8], _ at: Int) -> Bool {
    slots[WordFilter.slot(text[at], text[at + 1], text[at + 2])] != 0
  }

  /// Whether such a word, added from its last byte on, may end before `end`, which three bytes precede.
  @inlinable @inline(__always) func mayEndLong(_ text: [UInt8], _ end: Int) -> Bool {
    slots[WordFilter.slot(text[end - 1], text[end - 2], text[end - 3])] != 0
  }

  /// Whether a shorter word may have `byte` at that edge.
  @inlinable @inline(__always) func mayHaveShort(_ byte: UInt8) -> Bool { slots[WordFilter.short(byte)] != 0 }

  /// Calls `body` with every place in `range` where a character begins and a word may begin.
  ///
  /// `range` begins and ends with characters of `text`, which is valid UTF-8.
  @inlinable @inline(__always) package func forEachBeginning(in text: [UInt8], _ range: Range<Int>, _ body: (Int) -> Void) {
    forEachBeginning(in: text, range) { at, _ in body(at) }
  }

  /// Calls `body` with every such place and the bits of the lists that may have a word there.
  @inlinable @inline(__always) package func forEachBeginning(in text: [UInt8], _ range: Range<Int>, _ body: (Int, UInt8) -> Void) {
    precondition(range.lowerBound >= 0 && range.upperBound <= text.count)
    unsafe text.withUnsafeBytes { bytes in
      unsafe slots.withUnsafeBufferPointer { slots in
        var at = range.lowerBound
        // Four bytes are read at once. Behind the last place that two more bytes follow, only shorter words begin.
        let wide = min(range.upperBound, bytes.count - 3)
        while at < wide {
          let four = unsafe UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: at, as: UInt32.self))
          let first = UInt8(truncatingIfNeeded: four)
          let lists = unsafe slots[WordFilter.slot(four)] | slots[WordFilter.short(first)]
          if lists != 0 { body(at, lists) }
          at &+= first < 0xC0 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
        }
        while at < range.upperBound {
          let first = unsafe bytes[at]
          if first & 0xC0 != 0x80 {
            let isLong = at &+ 2 < bytes.count
            let lists =
              unsafe slots[WordFilter.short(first)] | (isLong ? slots[WordFilter.slot(first, bytes[at &+ 1], bytes[at &+ 2])] : 0)
            if lists != 0 { body(at, lists) }
          }
          at &+= 1
        }
      }
    }
  }
}

/// Groups of words that begin alike, so that few are compared at a place.
///
/// Words of six bytes and more are grouped by their first six, those of three to five by their first three, shorter ones by their first.
package enum WordGroup {
  /// How many groups there are.
  package static let count = 768

  /// The group of `word`, in lower case.
  package static func of(_ word: ArraySlice<UInt8>) -> Int {
    let text = Array(word)
    if text.count > 5 { return long(text, 0) }
    return text.count > 2 ? middle(text, 0) : short(text, 0)
  }

  @inlinable @inline(__always) static func mixed(_ text: [UInt8], _ at: Int) -> UInt32 {
    ((UInt32(text[at]) | UInt32(text[at + 1]) << 8 | UInt32(text[at + 2]) << 16) | 0x20_2020) &* 0x9E37_79B1
  }

  /// The group of `word`, in lower case, among words that end alike.
  package static func ofEnd(_ word: ArraySlice<UInt8>) -> Int { of(Array(word.reversed())[...]) }

  /// The groups of the words that may end before `end`, which so many bytes precede.
  @inlinable @inline(__always) static func mixedBack(_ text: [UInt8], _ end: Int) -> UInt32 {
    ((UInt32(text[end - 1]) | UInt32(text[end - 2]) << 8 | UInt32(text[end - 3]) << 16) | 0x20_2020) &* 0x9E37_79B1
  }
  @inlinable @inline(__always) package static func long(_ text: [UInt8], endingAt end: Int) -> Int {
    512 + Int(truncatingIfNeeded: (mixedBack(text, end) ^ mixedBack(text, end - 3) &* 5) >> 24)
  }
  @inlinable @inline(__always) package static func middle(_ text: [UInt8], endingAt end: Int) -> Int {
    256 + Int(truncatingIfNeeded: mixedBack(text, end) >> 24)
  }
  @inlinable @inline(__always) package static func short(_ text: [UInt8], endingAt end: Int) -> Int { Int(text[end - 1] | 0x20) }

  /// The group of the words of six bytes and more that may begin at `at`, which five bytes follow.
  @inlinable @inline(__always) package static func long(_ text: [UInt8], _ at: Int) -> Int {
    512 + Int(truncatingIfNeeded: (mixed(text, at) ^ mixed(text, at + 3) &* 5) >> 24)
  }

  /// The group of the words of three to five bytes that may begin at `at`, which two bytes follow.
  @inlinable @inline(__always) package static func middle(_ text: [UInt8], _ at: Int) -> Int {
    256 + Int(truncatingIfNeeded: mixed(text, at) >> 24)
  }

  /// The group of the shorter words that may begin at `at`.
  @inlinable @inline(__always) package static func short(_ text: [UInt8], _ at: Int) -> Int { Int(text[at] | 0x20) }
}
