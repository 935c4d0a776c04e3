import ParapetText

/// Characters of three bytes.
extension TextScan {
  /// A run of them, up to its end; whether the last one is Han.
  @inline(__always)
  func threes(from start: Int, _ progress: inout Progress, into events: inout SignEvents) -> (end: Int, isHan: Bool) {
    let table = unsafe tables.pointee.threes
    var i = start
    var word = load(i)
    var (last, all): (ThreeTable.Entry, ThreeTable.Entry) = (0, 0)
    repeat {
      let entry = unsafe table[ThreeTable.place(word)]
      all |= entry
      if ThreeTable.isAwaited(entry, behind: last) || entry & ThreeTable.special != 0 {
        found(three: entry, behind: last, i, &progress.tally, into: &events)
      }
      last = entry
      i &+= 3
      word = load(i)
    } while word & 0xF0 == 0xE0
    if all & ThreeTable.han != 0 { progress.tally.hasHan = true }
    let edge = load(i &- 3)
    // Grams have six bytes where a longer character follows, four where ASCII does.
    probe(wide: edge >> 31 & 1 == 1 ? edge & 0xFFFF_FFFF_FFFF : edge & 0xFFFF_FFFF, i &- 3, into: &events)
    return (i, last & ThreeTable.han != 0)
  }

  /// A character that may be the second one of a gram, is a literal or begins a short one, or has traits that few have.
  @inline(never)
  private func found(
    three entry: ThreeTable.Entry, behind last: ThreeTable.Entry, _ offset: Int, _ tally: inout TraitTally, into events: inout SignEvents
  ) {
    if ThreeTable.isAwaited(entry, behind: last) { probe(wide: load(offset &- 3) & 0xFFFF_FFFF_FFFF, offset &- 3, into: &events) }
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
