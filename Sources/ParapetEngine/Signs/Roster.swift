import ParapetEntity
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
    /// The registers that the event brings along.
    var registers: [Register.Kind] = []
  }

  let key: Key
  /// Whether events of this kind say their format, rather than leave it to be text.
  let saysFormat: Bool
  /// Whether each rule looks.
  let wants: [Bool]
  /// Those of them that need no sign in the text, in order.
  let always: [Int]
  /// All of them, in order.
  let all: [Int]
  /// How many others there are, by reason.
  let skipped: [SkipReason: Int]
  /// The same by place in `SkipReason.allCases`.
  let skipCounts: InlineArray<10, Int>
  /// The views that they look at.
  let views: UInt64
  /// What can be said in advance of events with a text alone; nil before anybody asked, or when nothing can.
  private var outlook: Outlook?
  private var hasOutlook = false

  init(_ key: Key, saysFormat: Bool, _ program: Program) {
    self.key = key
    self.saysFormat = saysFormat
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
    var counts = InlineArray<10, Int>(repeating: 0)
    for (reason, count) in skipped { counts[reason.place] = count }
    skipCounts = counts
    (self.wants, self.skipped, self.views, self.always, self.all) = (wants, skipped, views, always, all)
  }

  /// What can be said in advance of events with a text alone, or nil.
  func outlook(_ program: Program) -> Outlook? {
    if !hasOutlook {
      outlook = makeOutlook(program)
      hasOutlook = true
    }
    return outlook
  }
}

extension Workspace {
  /// The rules that look at events of this kind.
  func roster(for key: Roster.Key, saysFormat: Bool, _ program: Program) -> Roster {
    if let last = rosters.last, last.key == key, last.saysFormat == saysFormat { return last }
    if let known = rosters.first(where: { $0.key == key && $0.saysFormat == saysFormat }) { return known }
    // Names come from events: whoever makes up new ones must not fill the memory.
    if rosters.count == Workspace.mostRosters { rosters.removeAll(keepingCapacity: true) }
    let roster = Roster(key, saysFormat: saysFormat, program)
    rosters.append(roster)
    return roster
  }
}
