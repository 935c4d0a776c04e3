import Glibc

/// Literals that are found by a gram.
extension TextScan {
  /// Looks for a gram of ASCII.
  @inline(__always)
  func probe(narrow word: UInt64, _ offset: Int, into events: inout SignEvents) {
    unsafe probe(word & tables.pointee.narrowBytes, tables.pointee.narrow, tables.pointee.narrowMask, offset, into: &events)
  }

  /// Looks for a gram that ends a run of ASCII.
  @inline(__always)
  func probe(edge word: UInt64, _ offset: Int, into events: inout SignEvents) {
    unsafe probe(word & 0xFFFF_FFFF, tables.pointee.narrow, tables.pointee.narrowMask, offset, into: &events)
  }

  /// Looks for a gram that begins outside ASCII.
  @inline(__always)
  func probe(wide key: UInt64, _ offset: Int, into events: inout SignEvents) {
    unsafe probe(key, tables.pointee.wide, tables.pointee.wideMask, offset, into: &events)
  }

  /// Looks for a gram in a filter.
  @inline(__always)
  @unsafe
  func probe(_ key: UInt64, _ filter: UnsafePointer<UInt64>, _ mask: Int, _ offset: Int, into events: inout SignEvents) {
    let hash = key &* GramTable.multiplier
    let bits = unsafe filter[GramTable.place(hash) & mask]
    // Two bits are set for each gram: few positions pass the first.
    if GramTable.passesFirst(hash, bits), GramTable.passesSecond(hash, bits) { found(hash, offset, into: &events) }
  }

  /// Looks for the literals that have the gram at `offset`.
  @inline(never)
  func found(_ hash: UInt64, _ offset: Int, into events: inout SignEvents) {
    let bucket = Int(truncatingIfNeeded: unsafe hash &>> tables.pointee.headShift)
    let entries = unsafe tables.pointee.entries
    var at = unsafe Int(tables.pointee.heads[bucket])
    let end = unsafe Int(tables.pointee.heads[bucket &+ 1])
    while at < end {
      if unsafe entries[at].begins(load(offset &- entries[at].distance)) { found(at, offset, into: &events) }
      at &+= 1
    }
  }

  /// Looks for the literal of the entry `number`, the gram of which stands at `offset`.
  @inline(never)
  private func found(_ number: Int, _ offset: Int, into events: inout SignEvents) {
    let entry = unsafe tables.pointee.entries[number]
    let start = offset &- Int(entry.offset)
    guard start >= 0, !entry.isSecond || isFirst(evenAt: offset) else { return }
    let literal = unsafe tables.pointee.literals[Int(entry.literal)]
    let length = Int(literal.count)
    guard start &+ length <= count else { return }
    // The entry has seen all of a short one.
    guard unsafe length <= 8 || memcmp(text + start, tables.pointee.pool + Int(literal.start), length) == 0 else { return }
    tell(literal, start, start &+ length, into: &events)
  }

  /// Tells a character of three bytes if it is a literal by itself.
  func foundSingle(_ code: Int, _ offset: Int, into events: inout SignEvents) {
    guard unsafe tables.pointee.hasSingles else { return }
    let (bits, bit) = unsafe (tables.pointee.singles[code >> 6], UInt64(1) << UInt64(code & 63))
    guard bits & bit != 0 else { return }
    let place = unsafe tables.pointee.singleLiterals[Int(tables.pointee.singleRanks[code >> 6]) &+ (bits & (bit &- 1)).nonzeroBitCount]
    tell(unsafe tables.pointee.literals[Int(place)], offset, offset &+ 3, into: &events)
  }

  /// Whether the gram in front of the second one of a literal lies at no even position of a run, so that it has not told of the literal.
  private func isFirst(evenAt offset: Int) -> Bool { offset & 1 == 0 && (unsafe offset < 2 || text[offset &- 2] < 0x80) }

  /// Adds an event for each owner of a literal with a gram.
  private func tell(_ literal: ScanTables.Literal, _ start: Int, _ end: Int, into events: inout SignEvents) {
    tell(owners: Int(literal.owners), Int(literal.endOfOwners), start, end, into: &events)
  }

  /// Adds an event for each owner of the literal of this number.
  func tell(_ literal: Int, _ start: Int, _ end: Int, into events: inout SignEvents) {
    let starts = unsafe tables.pointee.ownerStarts
    unsafe tell(owners: Int(starts[literal]), Int(starts[literal &+ 1]), start, end, into: &events)
  }

  private func tell(owners first: Int, _ last: Int, _ start: Int, _ end: Int, into events: inout SignEvents) {
    var place = first
    while place < last {
      events.append(
        SignEvent(owner: unsafe tables.pointee.owners[place], start: Int32(truncatingIfNeeded: start), end: Int32(truncatingIfNeeded: end)))
      place &+= 1
    }
  }
}
