import ParapetText

/// Tells, from three bytes, that no word of a list begins (or ends) at a place: most places of a text are passed over by one look.
///
/// It never says no where a word stands; it says yes in vain about once in fifty places. One filter may stand for up to eight lists and
/// tell which of them have a word that may begin at a place.
package struct WordFilter: Sendable {
  /// Of each slot of three bytes the lists of which a longer word has them first; behind these, of each byte those of which a shorter
  /// word has it first. One bit a list.
  private var slots: [UInt8]
  private static let shorts = 4096

  /// A filter that no word passes.
  package init() { slots = Array(repeating: 0, count: WordFilter.shorts + 256) }

  /// The slot of three bytes in either case: one bit of each is left out, which tells the cases of a letter apart.
  @inline(__always) static func slot(_ a: UInt8, _ b: UInt8, _ c: UInt8) -> Int {
    slot(UInt32(a) | UInt32(b) << 8 | UInt32(c) << 16)
  }

  @inline(__always) static func slot(_ bytes: UInt32) -> Int {
    Int(truncatingIfNeeded: ((bytes & 0xFF_FFFF | 0x20_2020) &* 0x9E37_79B1) >> 20)
  }

  @inline(__always) private static func isBlankBeforeASCII(_ four: UInt32) -> Bool { four & 0x80FF == 0x20 }

  @inline(__always) static func short(_ byte: UInt8) -> Int { shorts + Int(byte) }

  /// Adds a word by the bytes with which it begins, nearest first.
  package mutating func add(_ word: some Collection<UInt8>) {
    let head = Array(word.prefix(3))
    guard let first = head.first else { return }
    if head.count < 3 {
      for either in [first | 0x20, first & ~0x20] { slots[WordFilter.short(either)] = 1 }
    } else {
      slots[WordFilter.slot(head[0], head[1], head[2])] = 1
    }
  }

  /// Adds the words of another filter, those of one list, as the list whose bit is `bit`.
  package mutating func add(_ other: WordFilter, as bit: UInt8 = 1) {
    for slot in slots.indices where other.slots[slot] != 0 { slots[slot] |= bit }
  }

  /// Whether a word may begin at `at`, which lies in `text`, in either case of ASCII letters.
  @inline(__always) func mayBegin(_ text: UnsafeBufferPointer<UInt8>, _ at: Int) -> Bool {
    let first = unsafe text[at]
    if at &+ 2 < text.count, slots[unsafe WordFilter.slot(first, text[at &+ 1], text[at &+ 2])] != 0 { return true }
    return slots[WordFilter.short(first)] != 0
  }

  /// The first place from `start` on where no character beyond ASCII stands or a word may begin; at most the end of `text`, which is valid
  /// UTF-8.
  func endOfOthers(in text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    unsafe slots.withUnsafeBufferPointer { slots in
      let bytes = UnsafeRawBufferPointer(text)
      var at = start
      while at &+ 4 <= bytes.count {
        let four = unsafe UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: at, as: UInt32.self))
        let first = UInt8(truncatingIfNeeded: four)
        if first < 0x80 { return at }
        if unsafe slots[WordFilter.slot(four)] | slots[WordFilter.short(first)] != 0 { return at }
        at &+= first < 0xC0 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
      }
      while at < bytes.count, unsafe bytes[at] >= 0x80, unsafe !mayBegin(text, at) {
        let first = unsafe bytes[at]
        at &+= first < 0xC0 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
      }
      return min(at, bytes.count)
    }
  }

  /// The bits of the lists that may have a word that begins, or ends, with the first bytes of a window.
  @inline(__always) func lists(_ window: ByteWindow) -> UInt8 {
    slots[WordFilter.slot(UInt32(truncatingIfNeeded: window.bytes))] | slots[WordFilter.short(window.first)]
  }

  /// Whether a word may begin, or end, with the first bytes of a window.
  @inline(__always) func mayBegin(_ window: ByteWindow) -> Bool { lists(window) != 0 }

  /// Whether one of three bytes and more may begin, or end, so.
  @inline(__always) func mayHaveLong(_ window: ByteWindow) -> Bool { slots[WordFilter.slot(UInt32(truncatingIfNeeded: window.bytes))] != 0 }

  /// Whether a shorter word may have the first byte of a window at that edge.
  @inline(__always) func mayHaveShort(_ window: ByteWindow) -> Bool { slots[WordFilter.short(window.first)] != 0 }

  /// A place where words may begin.
  package struct Beginning: Sendable {
    /// In bytes of the text.
    package let at: Int32
    /// The bits of the lists that may have a word there.
    package let lists: UInt8
  }

  /// Every place in `range` where a character begins and a word may begin, in order.
  ///
  /// `range` begins and ends with characters of `text`, which is valid UTF-8.
  package func beginnings(in text: [UInt8], _ range: Range<Int>) -> [Beginning] {
    precondition(range.lowerBound >= 0 && range.upperBound <= text.count)
    var found: [Beginning] = []
    found.reserveCapacity(range.count / 4)
    unsafe text.withUnsafeBytes { bytes in
      unsafe slots.withUnsafeBufferPointer { slots in
        unsafe withUnsafeTemporaryAllocation(of: Beginning.self, capacity: WordFilter.run) { run in
          var at = range.lowerBound
          var count = 0
          // Four bytes are read at once. Behind the last place that two more bytes follow, only shorter words begin.
          let wide = min(range.upperBound, bytes.count - 3)
          while at < wide {
            let four = unsafe UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: at, as: UInt32.self))
            let first = UInt8(truncatingIfNeeded: four)
            let lists = unsafe slots[WordFilter.slot(four)] | slots[WordFilter.short(first)]
            // No word begins with a blank, and a blank is a sign only in front of what is no ASCII.
            if lists != 0 {
              unsafe run.initializeElement(at: count, to: Beginning(at: Int32(truncatingIfNeeded: at), lists: lists))
              count &+= WordFilter.isBlankBeforeASCII(four) ? 0 : 1
              if count == WordFilter.run {
                unsafe found.append(contentsOf: run)
                count = 0
              }
            }
            at &+= first < 0xC0 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
          }
          unsafe found.append(contentsOf: run[..<count])
          while at < range.upperBound {
            let first = unsafe bytes[at]
            if first & 0xC0 != 0x80 {
              let isLong = at &+ 2 < bytes.count
              let lists =
                unsafe slots[WordFilter.short(first)] | (isLong ? slots[WordFilter.slot(first, bytes[at &+ 1], bytes[at &+ 2])] : 0)
              if lists != 0 { found.append(Beginning(at: Int32(truncatingIfNeeded: at), lists: lists)) }
            }
            at &+= 1
          }
        }
      }
    }
    return found
  }

  /// How many places are gathered before they are kept.
  private static let run = 128
}

extension [WordFilter.Beginning] {
  /// Those of these ascending places that lie in `range`.
  package func within(_ range: Range<Int>) -> ArraySlice<WordFilter.Beginning> {
    let start = first(from: range.lowerBound)
    return self[start..<Swift.max(start, first(from: range.upperBound))]
  }

  /// Where the first that does not lie before `byte` stands among them.
  private func first(from byte: Int) -> Int {
    return (0..<count).partitioningIndex { self[$0].at >= byte }
  }
}
