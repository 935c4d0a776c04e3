/// The clauses that have a sign in one text, with their lists.
///
/// It takes room for those alone: an event may have ten thousand parts, each with a table, and a program thousands of clauses.
struct ClauseTable {
  /// The signs of one clause, as the first and last of lists that whoever has the table keeps.
  struct Entry {
    fileprivate var stamp: UInt32 = 0
    fileprivate var clause: Int32 = -1
    var window: Int32 = -1
    var lastWindow: Int32 = -1
    var phrase: Int32 = -1
    var lastPhrase: Int32 = -1
  }

  /// None, or a power of two; those of another `stamp` are free.
  private var entries: [Entry] = []
  private var count = 0
  private var stamp: UInt32 = 1

  /// Forgets all, and keeps the memory.
  mutating func removeAll() {
    count = 0
    if stamp == .max {
      for index in entries.indices { entries[index].stamp = 0 }
      stamp = 0
    }
    stamp += 1
  }

  /// The place of a clause that has signs.
  @inline(__always)
  func place(of clause: Int) -> Int? {
    if count == 0 { return nil }
    let place = search(clause)
    return entries[place].stamp == stamp ? place : nil
  }

  /// The place of a clause, which is there from now on.
  @inline(__always)
  mutating func place(adding clause: Int) -> Int {
    if 2 &* count >= entries.count { grow() }
    let place = search(clause)
    if entries[place].stamp != stamp {
      entries[place] = Entry(stamp: stamp, clause: Int32(truncatingIfNeeded: clause))
      count &+= 1
    }
    return place
  }

  subscript(place: Int) -> Entry {
    _read { yield entries[place] }
    _modify { yield &entries[place] }
  }

  /// Where the clause is, or else could be; half of the places are free.
  @inline(__always)
  private func search(_ clause: Int) -> Int {
    let mask = entries.count &- 1
    var place = Int(truncatingIfNeeded: UInt64(truncatingIfNeeded: clause) &* 0x9E37_79B9_7F4A_7C15 &>> 32) & mask
    while entries[place].stamp == stamp, entries[place].clause != Int32(truncatingIfNeeded: clause) { place = (place &+ 1) & mask }
    return place
  }

  private mutating func grow() {
    let old = entries
    entries = Array(repeating: Entry(), count: max(16, 2 * old.count))
    for entry in old where entry.stamp == stamp { entries[search(Int(entry.clause))] = entry }
  }
}
