import ParapetPattern

/// The conditions of a plan in the form in which they are asked for: at most signs that a scan finds.
struct ConditionTable: Sendable {
  /// A condition; a set or a gate below zero asks for nothing.
  struct Entry: BitwiseCopyable {
    /// The numbers of the sets of bytes that may stand in front of the sign, and behind it.
    let before: Int16
    let after: Int16
    let context: Condition.Gated
    let besides: Condition.Gated
  }

  private let entries: [Entry]
  /// For each byte in either case, the sets that hold it, 64 to a word: those of all bytes for the first 64 sets, then for the next.
  private let holders: [UInt64]

  init(_ conditions: [Condition]) {
    var sets: [ByteSet: Int16] = [.all: -1]
    func number(_ set: ByteSet) -> Int16 {
      if let known = sets[set] { return known }
      // What finds no room is not asked for: signs that say nothing are tried in vain, no more.
      let number = sets.count <= Int(Int16.max) ? Int16(sets.count - 1) : -1
      sets[set] = number
      return number
    }
    let nothing = Condition.Gated(gate: -1, least: 0, most: 0)
    entries = conditions.map { condition in
      Entry(
        before: number(condition.edges.before), after: number(condition.edges.after), context: condition.context ?? nothing,
        besides: condition.besides ?? nothing)
    }
    var holders = [UInt64](repeating: 0, count: ((sets.count + 62) >> 6) << 8)
    for (set, number) in sets where number >= 0 {
      for byte in UInt8.min...UInt8.max where set.contains(lowered(byte)) {
        holders[Self.place(number, byte)] |= 1 << UInt64(number & 63)
      }
    }
    self.holders = holders
  }

  subscript(number: Int32) -> Entry { entries[Int(number)] }

  /// Whether the set of this number holds `byte`.
  @inline(__always)
  func holds(_ set: Int16, _ byte: UInt8) -> Bool { set < 0 || holders[Self.place(set, byte)] &>> UInt64(set & 63) & 1 == 1 }

  @inline(__always)
  private static func place(_ set: Int16, _ byte: UInt8) -> Int { (Int(set) >> 6) << 8 | Int(byte) }
}
