/// What begins in ASCII, by pairs of bytes.
extension TextScan {
  /// Looks at eight bytes at `offset`, which is even, the first `count` of which belong to the run; `last` says what the pair in front of them can
  /// be the first of, nothing where a run begins, and then what the last of them can be.
  @inline(__always)
  func pairs(
    _ word: UInt64, _ offset: Int, of count: Int = 8, holdGrams: Bool, after last: inout UInt64, _ progress: inout Progress,
    into events: inout SignEvents
  ) {
    let indices = PairTable.indices(word)
    let table = unsafe tables.pointee.pairs
    let (first, second) = (Int(truncatingIfNeeded: indices & 0xFFFF), Int(truncatingIfNeeded: indices >> 16 & 0xFFFF))
    let (third, fourth) = (Int(truncatingIfNeeded: indices >> 32 & 0xFFFF), Int(truncatingIfNeeded: indices >> 48))
    let firsts = unsafe (table[first].first, table[second].first, table[third].first, table[fourth].first)
    let passed = unsafe (
      last & table[first].second, firsts.0 & table[second].second, firsts.1 & table[third].second, firsts.2 & table[fourth].second
    )
    last = firsts.3
    if passed.0 | passed.1 | passed.2 | passed.3 != 0 { found(passed, offset, below: offset &+ count, into: &events) }
    let own = count == 8 ? word : word & ~(.max << UInt64(count << 3))
    if (firsts.0 | firsts.1 | firsts.2 | firsts.3) & PairTable.digit != 0 { shapes(own, offset, &progress, into: &events) }
    if !holdGrams { grams(own, isWhole: count == 8, offset, into: &events) }
  }

  /// Looks closer where one of four pairs passed, the first of which lies in front of `offset`, if it begins below `end`.
  @inline(never)
  private func found(_ passed: (UInt64, UInt64, UInt64, UInt64), _ offset: Int, below end: Int, into events: inout SignEvents) {
    func bit(_ groups: UInt64, _ place: UInt8) -> UInt8 { groups == 0 ? 0 : 1 << place }
    var left = bit(passed.0, 0) | bit(passed.1, 1) | bit(passed.2, 2) | bit(passed.3, 3)
    while left != 0 {
      let at = offset &- 2 &+ 2 &* left.trailingZeroBitCount
      guard at < end else { return }
      found(pairAt: at, into: &events)
      left &= left &- 1
    }
  }

  /// Looks at the pair at `offset`, which can be the first of `last`.
  @inline(__always)
  func pair(last: UInt64, _ offset: Int, into events: inout SignEvents) {
    if unsafe last & tables.pointee.pairs[PairTable.index(load(offset &+ 2))].second != 0 { found(pairAt: offset, into: &events) }
  }

  /// Looks for grams at the even positions of eight bytes in their own filter; where the run ends among these, none begins in the second half.
  @inline(__always)
  private func grams(_ word: UInt64, isWhole: Bool, _ offset: Int, into events: inout SignEvents) {
    let (filter, mask, bytes) = unsafe (tables.pointee.narrow, tables.pointee.narrowMask, tables.pointee.narrowBytes)
    unsafe probe(word & bytes, filter, mask, offset, into: &events)
    unsafe probe(word >> 16 & bytes, filter, mask, offset &+ 2, into: &events)
    guard isWhole else { return }
    unsafe probe(load(offset &+ 4) & bytes, filter, mask, offset &+ 4, into: &events)
    unsafe probe(load(offset &+ 6) & bytes, filter, mask, offset &+ 6, into: &events)
  }

  /// Looks closer at an even position, and at the one behind it; either may lie outside the run.
  @inline(never)
  private func found(pairAt offset: Int, into events: inout SignEvents) {
    let word = load(offset)
    let filter = unsafe tables.pointee.shortFilter[ShortLiterals.place(word)]
    let bits = ShortLiterals.bits(word)
    let (first, second) = (UInt8(truncatingIfNeeded: word), UInt8(truncatingIfNeeded: word >> 8))
    if first < 0x80 {
      if unsafe tables.pointee.pairsHoldGrams && word & Self.highs & tables.pointee.narrowBytes == 0 {
        probe(narrow: word, offset, into: &events)
      }
      if filter.fronts >> (bits & 63) & 1 == 1 { found(short: offset, into: &events) }
      found(byte: first, offset, into: &events)
    }
    // What lies behind a run of ASCII is looked for there.
    if second < 0x80 {
      if filter.backs >> (bits >> 24 & 63) & 1 == 1 { found(short: offset &+ 1, into: &events) }
      found(byte: second, offset &+ 1, into: &events)
    }
  }

  /// Tells of a byte that is looked for by itself.
  @inline(__always)
  private func found(byte: UInt8, _ offset: Int, into events: inout SignEvents) {
    if byte == UInt8(ascii: "@") { tell(at: offset, into: &events) }
    guard unsafe tables.pointee.hasBytes else { return }
    let number = unsafe tables.pointee.bytes[Int(byte)]
    if number >= 0 { tell(Int(number), offset, offset &+ 1, into: &events) }
  }

  private func tell(at offset: Int, into events: inout SignEvents) {
    let at = Int32(truncatingIfNeeded: offset)
    for place in unsafe 0..<tables.pointee.ats.count {
      events.append(SignEvent(owner: unsafe tables.pointee.ats[place], start: at, end: at &+ 1))
    }
  }
}
