import ParapetText

/// Characters of three bytes.
extension TextScan {
  /// A run of them, up to its end; whether the last one is Han.
  @inline(__always)
  func threes(from start: Int, _ progress: inout Progress, into events: inout SignEvents) -> (end: Int, isHan: Bool) {
    let (end, classes, last) =
      unsafe tables.pointee.threesHoldGrams
      ? byPairs(from: start, &progress, into: &events) : byFilter(from: start, &progress, into: &events)
    if classes & ThreeTable.han != 0 { progress.tally.hasHan = true }
    let word = load(end &- 3)
    // Grams have six bytes where a longer character follows, four where ASCII does.
    probe(wide: word >> 31 & 1 == 1 ? word & 0xFFFF_FFFF_FFFF : word & 0xFFFF_FFFF, end &- 3, into: &events)
    return (end, last & ThreeTable.han != 0)
  }

  /// The end of a run, all classes in it, and the entry of the last character; grams are looked for where two neighbours have a group in common.
  @inline(__always)
  private func byPairs(
    from start: Int, _ progress: inout Progress, into events: inout SignEvents
  ) -> (end: Int, classes: UInt32, last: UInt32) {
    let table = unsafe tables.pointee.threes
    var i = start
    var word = load(i)
    var (awaited, entry, all) = (ThreeTable.special, UInt32(0), UInt32(0))
    repeat {
      entry = unsafe table[ThreeTable.place(word)]
      all |= entry
      if awaited & entry != 0 { found(three: entry, awaited, i, &progress.tally, into: &events) }
      awaited = ThreeTable.awaited(behind: entry)
      i &+= 3
      word = load(i)
    } while word & 0xF0 == 0xE0
    return (i, all, entry)
  }

  /// The same, where grams are so many that each place is looked up in their filter.
  @inline(__always)
  private func byFilter(
    from start: Int, _ progress: inout Progress, into events: inout SignEvents
  ) -> (end: Int, classes: UInt32, last: UInt32) {
    let (table, wide, mask) = unsafe (tables.pointee.threes, tables.pointee.wide, tables.pointee.wideMask)
    var i = start
    var word = load(i)
    var (entry, all): (UInt32, UInt32) = (0, 0)
    while true {
      entry = unsafe table[ThreeTable.place(word)]
      all |= entry
      if entry & ThreeTable.special != 0 { found(three: entry, ThreeTable.special, i, &progress.tally, into: &events) }
      i &+= 3
      let next = load(i)
      guard next & 0xF0 == 0xE0 else { return (i, all, entry) }
      let key = word & 0xFFFF_FFFF_FFFF
      let hash = key &* GramTable.multiplier
      let bits = unsafe wide[GramTable.place(hash) & mask]
      if GramTable.passesFirst(hash, bits), GramTable.passesSecond(hash, bits) { found(hash, i &- 3, into: &events) }
      word = next
    }
  }

  /// A character that may be the second one of a gram, is a literal or begins a short one, or has traits that few have.
  @inline(never)
  private func found(three entry: UInt32, _ awaited: UInt32, _ offset: Int, _ tally: inout TraitTally, into events: inout SignEvents) {
    if awaited & entry & ThreeTable.seconds != 0 { probe(wide: load(offset &- 3) & 0xFFFF_FFFF_FFFF, offset &- 3, into: &events) }
    if entry & ThreeTable.numeral != 0 { tally.see(numeralIn: offset..<offset &+ 3) }
    guard entry & (ThreeTable.other | ThreeTable.literal) != 0 else { return }
    let word = load(offset)
    let code = Int(truncatingIfNeeded: (word & 15) << 12 | (word >> 8 & 63) << 6 | word >> 16 & 63)
    if entry & ThreeTable.other != 0 { tally.see(counted: UInt32(truncatingIfNeeded: code)) }
    guard entry & ThreeTable.literal != 0 else { return }
    foundSingle(code, offset, into: &events)
    probe(short: offset, into: &events)
  }
}
