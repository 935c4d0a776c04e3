import ParapetPattern

/// Where the words of gates stand in one text, and what conditions make of it.
struct SignMarks {
  /// Where something stands, when `stamp` is that of all.
  private struct Mark {
    var stamp: UInt32 = 0
    var blocks: UInt64 = 0
  }

  private var map = BlockMap(count: 0)
  private var stamp: UInt32 = 0
  private var words: [Mark]
  /// What the words of a gate come to, once somebody has asked.
  private var gates: [Mark]

  init(_ plan: SignPlan) {
    words = Array(repeating: Mark(), count: plan.wordCount)
    gates = Array(repeating: Mark(), count: plan.gates.count)
  }

  /// Forgets the last text.
  mutating func begin(_ text: [UInt8]) {
    map = BlockMap(count: text.count)
    if stamp == .max {
      for index in words.indices { words[index].stamp = 0 }
      for index in gates.indices { gates[index].stamp = 0 }
      stamp = 0
    }
    stamp += 1
  }

  /// Remembers where a word stands. All words come before the first question.
  mutating func note(_ word: Int32, at place: Int32) {
    let known = words[Int(word)].stamp == stamp ? words[Int(word)].blocks : 0
    words[Int(word)] = Mark(stamp: stamp, blocks: known | map.block(of: place))
  }

  /// Whether the condition of this number may hold for `sign`.
  mutating func hold(_ condition: Int32, for sign: SignEvent, _ plan: SignPlan, _ text: [UInt8]) -> Bool {
    let asked = plan.checks[condition]
    // Where the text ends a zero is thought.
    if !plan.checks.holds(asked.before, sign.start > 0 ? text[Int(sign.start) &- 1] : 0) { return false }
    if !plan.checks.holds(asked.after, Int(sign.end) < text.count ? text[Int(sign.end)] : 0) { return false }
    return isOpen(asked.context, for: sign, plan) && isOpen(asked.besides, for: sign, plan)
  }

  @inline(__always)
  private mutating func isOpen(_ gated: Condition.Gated, for sign: SignEvent, _ plan: SignPlan) -> Bool {
    if gated.gate < 0 { return true }
    let gate = Int(gated.gate)
    let blocks = gates[gate].stamp == stamp ? gates[gate].blocks : blocks(of: gate, plan)
    return blocks & map.blocks(from: sign.start, least: gated.least, most: gated.most) != 0
  }

  /// Looks for the words of a gate, and remembers where they stand.
  private mutating func blocks(of gate: Int, _ plan: SignPlan) -> UInt64 {
    var blocks: UInt64 = 0
    for word in plan.gates[gate] where words[Int(word)].stamp == stamp { blocks |= words[Int(word)].blocks }
    gates[gate] = Mark(stamp: stamp, blocks: blocks)
    return blocks
  }
}
