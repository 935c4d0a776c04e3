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
  /// Whether the rule of each clause looks.
  let wantsClauses: [Bool]
  /// Those of them that need no sign in the text, in order.
  let always: [Int]
  /// All of them, in order.
  let all: [Int]
  /// How many others there are, by the place of the reason in `SkipReason.allCases`.
  let skipped: SkipCounts
  /// The views that they look at.
  let views: UInt64
  /// What can be said in advance of events with a text alone; nil before anybody asked, or when nothing can.
  private var outlook: Outlook?
  private var hasOutlook = false

  init(_ key: Key, saysFormat: Bool, _ program: Program) {
    self.key = key
    self.saysFormat = saysFormat
    var wants = Array(repeating: false, count: program.rules.count)
    var skipped = SkipCounts(repeating: 0)
    var views: UInt64 = 0
    var always: [Int] = []
    var all: [Int] = []
    for rule in program.rules {
      if let reason = rule.skip(key) {
        skipped[reason.place] += 1
        continue
      }
      wants[rule.index] = true
      all.append(rule.index)
      for view in rule.views { views |= 1 << UInt64(view) }
      if rule.needsNoSign { always.append(rule.index) }
    }
    wantsClauses = program.plan.ruleOfClause.map { wants[Int($0)] }
    (self.wants, self.skipped, self.views, self.always, self.all) = (wants, skipped, views, always, all)
  }

  /// Whether these are the rules for events of a kind.
  func isFor(_ key: Key, _ saysFormat: Bool) -> Bool { self.key == key && self.saysFormat == saysFormat }

  /// Lets `use` have what can be said in advance of events with a text alone; nil where nothing can. It is made once, and stays.
  @inline(__always)
  func withOutlook<Result>(_ program: Program, _ use: (Outlook) -> Result?) -> Result? {
    if !hasOutlook {
      outlook = makeOutlook(program)
      hasOutlook = true
    }
    guard let outlook = unsafe outlook.map({ unsafe Unmanaged.passUnretained($0) }) else { return nil }
    return unsafe outlook.lend(to: use)
  }
}

extension Workspace {
  /// The rules that look at events of this kind.
  func roster(for key: Roster.Key, saysFormat: Bool, _ program: Program) -> Roster {
    rosters[place(for: key, saysFormat: saysFormat, program)]
  }

  /// The place of those rules among `rosters`.
  func place(for key: Roster.Key, saysFormat: Bool, _ program: Program) -> Int {
    for place in rosters.indices.reversed() where unsafe lend(rosters[place], to: { $0.isFor(key, saysFormat) }) { return place }
    // Names come from events: whoever makes up new ones must not fill the memory.
    if rosters.count == Workspace.mostRosters { rosters.removeAll(keepingCapacity: true) }
    rosters.append(Roster(key, saysFormat: saysFormat, program))
    return rosters.count - 1
  }
}
