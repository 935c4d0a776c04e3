import ParapetText

/// One pass over a text for everything that is looked for in it: grams of literals, short literals, and shapes. On its way it takes note of
/// what concerns the folds.
///
/// The text goes by as runs of ASCII, eight bytes a step, and runs of longer characters, one a step.
@safe
struct TextScan {
  let text: UnsafePointer<UInt8>
  let count: Int
  let tables: UnsafePointer<ScanTables>

  /// What is known on the way.
  struct Progress {
    var tally = TraitTally()
    /// Where the last run of digits, the last stretch of them and the last token ended.
    var digits = 0
    var stretch = 0
    var token = 0
  }

  /// Adds an event for every sign that stands in `buffer`, and says what traits its text has.
  @unsafe
  static func scan(_ buffer: borrowing ScanBuffer, _ tables: UnsafePointer<ScanTables>, into events: inout SignEvents) -> TextTraits {
    let scan = unsafe TextScan(text: UnsafePointer(buffer.base), count: buffer.count, tables: tables)
    var progress = Progress()
    var i = 0
    var wasHan = false
    while i < scan.count {
      if unsafe scan.text[i] < 0x80 {
        i = scan.ascii(from: i, afterHan: wasHan, &progress, into: &events)
        wasHan = false
      } else {
        (i, wasHan) = scan.beyond(from: i, &progress, into: &events)
      }
    }
    return progress.tally.traits
  }

  static let highs: UInt64 = 0x8080_8080_8080_8080

  /// Eight bytes; behind the text stands a byte of no character, and zeros enough.
  @inline(__always)
  func load(_ offset: Int) -> UInt64 { unsafe UInt64(littleEndian: UnsafeRawPointer(text + offset).loadUnaligned(as: UInt64.self)) }

  /// A run of ASCII, up to its end. Grams are looked for at its even positions, at the first and at the last; short literals everywhere.
  private func ascii(from start: Int, afterHan: Bool, _ progress: inout Progress, into events: inout SignEvents) -> Int {
    // Twice, so that neither asks at each step.
    unsafe tables.pointee.pairsHoldGrams
      ? ascii(from: start, afterHan: afterHan, pairsHoldGrams: true, &progress, into: &events)
      : ascii(from: start, afterHan: afterHan, pairsHoldGrams: false, &progress, into: &events)
  }

  @inline(__always)
  private func ascii(
    from start: Int, afterHan: Bool, pairsHoldGrams: Bool, _ progress: inout Progress, into events: inout SignEvents
  ) -> Int {
    var i = start & ~1
    var word = load(i)
    if i < start {
      if word & 0x80_0000 == 0 { probe(narrow: word >> 8, start, into: &events) }
      // What stands in front of a run that begins at an odd position is no part of it.
      word &= ~0xFF
    }
    var last: UInt64 = 0
    while word & Self.highs == 0 {
      pairs(word, i, holdGrams: pairsHoldGrams, after: &last, &progress, into: &events)
      if Self.ends(word) == 0 { token(around: i, &progress, into: &events) }
      i &+= 8
      word = load(i)
    }
    let left = (word & Self.highs).trailingZeroBitCount >> 3
    pairs(word, i, of: left, holdGrams: pairsHoldGrams, after: &last, &progress, into: &events)
    if left == 7 { pair(last: last, i &+ 6, into: &events) }
    let end = i &+ left
    if end < count { probe(edge: load(end &- 1), end &- 1, into: &events) }
    if afterHan, end < count { progress.tally.see(gap: unsafe text[start], length: end &- start) }
    return end
  }

  /// Longer characters, up to the next of ASCII; where they end, and whether the last one is Han.
  private func beyond(from start: Int, _ progress: inout Progress, into events: inout SignEvents) -> (end: Int, isHan: Bool) {
    var i = start
    var isHan = false
    while i < count {
      let lead = unsafe text[i]
      if lead < 0x80 { break }
      if lead & 0xF0 == 0xE0 {
        (i, isHan) = threes(from: i, &progress, into: &events)
      } else {
        isHan = rare(i, lead, &progress, into: &events)
        i &+= lead < 0xE0 ? 2 : 4
      }
    }
    return (i, isHan)
  }

  /// A character of two or four bytes; whether it is Han.
  private func rare(_ offset: Int, _ lead: UInt8, _ progress: inout Progress, into events: inout SignEvents) -> Bool {
    let word = load(offset)
    probe(wide: lead >= 0xE0 && word >> 31 & 1 == 1 ? word & 0xFFFF_FFFF_FFFF : word & 0xFFFF_FFFF, offset, into: &events)
    probe(short: offset, into: &events)
    let bytes = UInt32(truncatingIfNeeded: word)
    if lead < 0xE0 { return progress.tally.see((bytes & 0x1F) << 6 | bytes >> 8 & 0x3F, in: offset..<offset &+ 2) }
    let code = (bytes & 0x07) << 18 | (bytes >> 8 & 0x3F) << 12 | (bytes >> 16 & 0x3F) << 6 | bytes >> 24 & 0x3F
    return progress.tally.see(code, in: offset..<offset &+ 4)
  }
}
