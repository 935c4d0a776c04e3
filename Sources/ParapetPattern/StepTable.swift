/// The steps of a literal trie: from a node, by a chunk of bytes, to a number. Open addressing, at most half full.
///
/// Keys come from rule files, not from the texts that are judged, so a plain multiplicative hash is enough.
struct StepTable: Sendable {
  private struct Step: Sendable {
    var key: UInt64 = 0
    /// Node and length together; `empty` marks a free place.
    var place: UInt64 = StepTable.empty
    var value: Int = 0
  }
  private static let empty = UInt64.max

  private var steps: [Step] = Array(repeating: Step(), count: 16)
  private var count = 0

  /// The number at a step, or nil. A `length` of 0 stands for a chunk that is not the last.
  @inline(__always)
  func value(key: UInt64, node: Int, length: Int) -> Int? {
    let place = UInt64(node) << 4 | UInt64(length)
    var slot = self.slot(key, place)
    while steps[slot].place != StepTable.empty {
      if steps[slot].key == key, steps[slot].place == place { return steps[slot].value }
      slot = (slot + 1) & (steps.count - 1)
    }
    return nil
  }

  /// Adds a step that is not there yet.
  mutating func insert(key: UInt64, node: Int, length: Int, value: Int) {
    if 2 * (count + 1) > steps.count { grow() }
    put(Step(key: key, place: UInt64(node) << 4 | UInt64(length), value: value))
    count += 1
  }

  @inline(__always)
  private func slot(_ key: UInt64, _ place: UInt64) -> Int {
    var hash = (key ^ place &* 0xD6E8_FEB8_6659_FD93) &* 0x9E37_79B9_7F4A_7C15
    hash ^= hash >> 32
    return Int(truncatingIfNeeded: (hash &* 0x9E37_79B9_7F4A_7C15) >> 20) & (steps.count - 1)
  }

  private mutating func put(_ step: Step) {
    var slot = self.slot(step.key, step.place)
    while steps[slot].place != StepTable.empty { slot = (slot + 1) & (steps.count - 1) }
    steps[slot] = step
  }

  private mutating func grow() {
    let old = steps
    steps = Array(repeating: Step(), count: old.count * 2)
    for step in old where step.place != StepTable.empty { put(step) }
  }
}
