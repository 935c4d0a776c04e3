import ParapetRule
import ParapetVerdict

/// The rules that look at events of one kind, and why the others do not.
final class Roster {
  /// What decides which rules look, but for facts that few rules ask for.
  struct Key: Equatable {
    let stage: Stage
    let channel: String?
    let purpose: String?
    let region: String?
    let format: String
    let tool: String?
  }

  let key: Key
  /// Whether each rule looks.
  let wants: [Bool]
  /// Those of them that need no sign in the text, in order.
  let always: [Int]
  /// All of them, in order.
  let all: [Int]
  /// How many others there are, by reason.
  let skipped: [SkipReason: Int]
  /// The views that they look at.
  let views: UInt64

  init(_ key: Key, _ program: Program) {
    self.key = key
    var wants = Array(repeating: false, count: program.rules.count)
    var skipped: [SkipReason: Int] = [:]
    var views: UInt64 = 0
    var always: [Int] = []
    var all: [Int] = []
    for rule in program.rules {
      if let reason = rule.skip(key) {
        skipped[reason, default: 0] += 1
        continue
      }
      wants[rule.index] = true
      all.append(rule.index)
      for view in rule.views { views |= 1 << UInt64(view) }
      if rule.needsNoSign { always.append(rule.index) }
    }
    (self.wants, self.skipped, self.views, self.always, self.all) = (wants, skipped, views, always, all)
  }
}

extension Workspace {
  /// The rules that look at events of this kind.
  func roster(for key: Roster.Key, _ program: Program) -> Roster {
    if let last = rosters.last, last.key == key { return last }
    if let known = rosters.first(where: { $0.key == key }) { return known }
    // Names come from events: whoever makes up new ones must not fill the memory.
    if rosters.count == Workspace.mostRosters { rosters.removeAll(keepingCapacity: true) }
    let roster = Roster(key, program)
    rosters.append(roster)
    return roster
  }
}
