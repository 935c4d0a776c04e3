/// What begins in ASCII, by pairs of bytes.
extension TextScan {
  /// Looks at the four pairs of eight bytes at `offset`, which is even; `last` is the entry of the pair in front of them, zero where a run
  /// begins, and becomes that of the last one.
  @inline(__always)
  func pairs(_ word: UInt64, _ offset: Int, after last: inout UInt64, into events: inout SignEvents) {
    let indices = PairTable.indices(word)
    let table = unsafe tables.pointee.pairs
    let first = unsafe table[Int(truncatingIfNeeded: indices & 0xFFFF)]
    let second = unsafe table[Int(truncatingIfNeeded: indices >> 16 & 0xFFFF)]
    let third = unsafe table[Int(truncatingIfNeeded: indices >> 32 & 0xFFFF)]
    let fourth = unsafe table[Int(truncatingIfNeeded: indices >> 48)]
    let passed = (last & first >> 32, first & second >> 32, second & third >> 32, third & fourth >> 32)
    last = fourth
    if passed.0 | passed.1 | passed.2 | passed.3 != 0 { found(passed, offset, into: &events) }
    if unsafe !tables.pointee.pairsHoldGrams { grams(word, offset, into: &events) }
  }

  /// Looks closer where one of four pairs passed, the first of which lies in front of `offset`.
  @inline(never)
  private func found(_ passed: (UInt64, UInt64, UInt64, UInt64), _ offset: Int, into events: inout SignEvents) {
    if passed.0 != 0 { found(pairAt: offset &- 2, into: &events) }
    if passed.1 != 0 { found(pairAt: offset, into: &events) }
    if passed.2 != 0 { found(pairAt: offset &+ 2, into: &events) }
    if passed.3 != 0 { found(pairAt: offset &+ 4, into: &events) }
  }

  /// Looks for grams at the even positions of eight bytes, in their own filter.
  @inline(never)
  private func grams(_ word: UInt64, _ offset: Int, into events: inout SignEvents) {
    let (filter, mask) = unsafe (tables.pointee.narrow, tables.pointee.narrowMask)
    unsafe probe(narrow: word, filter, mask, offset, into: &events)
    unsafe probe(narrow: word >> 16, filter, mask, offset &+ 2, into: &events)
    unsafe probe(narrow: word >> 32, filter, mask, offset &+ 4, into: &events)
    unsafe probe(narrow: load(offset &+ 6), filter, mask, offset &+ 6, into: &events)
  }

  /// Looks at the last pairs of a run: the one before `offset`, whose entry is `last`, and those that begin in the `left` bytes from there on.
  @inline(__always)
  func pairs(last: UInt64, _ word: UInt64, _ offset: Int, left: Int, into events: inout SignEvents) {
    let table = unsafe tables.pointee.pairs
    var entry = unsafe table[PairTable.index(word)]
    if last & entry >> 32 != 0 { found(pairAt: offset &- 2, into: &events) }
    var at = 0
    while at < left {
      let next = unsafe table[PairTable.index(load(offset &+ at &+ 2))]
      if entry & next >> 32 != 0 { found(pairAt: offset &+ at, into: &events) }
      if unsafe !tables.pointee.pairsHoldGrams { probe(narrow: load(offset &+ at), offset &+ at, into: &events) }
      entry = next
      at &+= 2
    }
  }

  /// Looks closer at an even position, and at the one behind it; either may lie outside the run.
  @inline(never)
  private func found(pairAt offset: Int, into events: inout SignEvents) {
    let word = load(offset)
    let filter = unsafe tables.pointee.shortFilter[ShortLiterals.place(word)]
    let bits = ShortLiterals.bits(word)
    let (first, second) = (UInt8(truncatingIfNeeded: word), UInt8(truncatingIfNeeded: word >> 8))
    if first < 0x80 {
      if unsafe tables.pointee.pairsHoldGrams { probe(narrow: word, offset, into: &events) }
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
