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

  /// Whether `condition` may hold for `sign`.
  mutating func hold(_ condition: Condition, for sign: SignEvent, _ plan: SignPlan, _ text: [UInt8]) -> Bool {
    if !condition.edges.isAny {
      let before = sign.start > 0 ? lowered(text[Int(sign.start) - 1]) : 0
      let after = Int(sign.end) < text.count ? lowered(text[Int(sign.end)]) : 0
      if !condition.edges.allow(before: before, after: after) { return false }
    }
    if let context = condition.context, !isOpen(context, for: sign, plan) { return false }
    if let besides = condition.besides, !isOpen(besides, for: sign, plan) { return false }
    return true
  }

  private mutating func isOpen(_ gated: Condition.Gated, for sign: SignEvent, _ plan: SignPlan) -> Bool {
    blocks(of: Int(gated.gate), plan) & map.blocks(from: sign.start, least: gated.least, most: gated.most) != 0
  }

  private mutating func blocks(of gate: Int, _ plan: SignPlan) -> UInt64 {
    if gates[gate].stamp == stamp { return gates[gate].blocks }
    var blocks: UInt64 = 0
    for word in plan.gates[gate] where words[Int(word)].stamp == stamp { blocks |= words[Int(word)].blocks }
    gates[gate] = Mark(stamp: stamp, blocks: blocks)
    return blocks
  }
}
