import ParapetRule
import ParapetVerdict

extension Roster {
  /// What can be said in advance of events that carry nothing but a text, and as facts at most channel, purpose and format. A class, so that
  /// handing it around costs one count.
  final class Outlook {
    /// Rules that cannot look, since a fact is not supplied.
    let unjudged: [Unjudged]
    /// Whether each rule is settled in advance, whatever the text.
    let isSettled: [Bool]
    /// How many of those count as having looked, and how many facts keep away.
    let evaluated: Int
    let keptAway: Int
    /// Rules that look at every text.
    let tried: [Int]

    init(unjudged: [Unjudged], isSettled: [Bool], evaluated: Int, keptAway: Int, tried: [Int]) {
      (self.unjudged, self.isSettled, self.evaluated, self.keptAway, self.tried) = (unjudged, isSettled, evaluated, keptAway, tried)
    }
  }

  /// The outlook, or nil when some rule must see the whole event.
  func makeOutlook(_ program: Program) -> Outlook? {
    var unjudged: [Unjudged] = []
    var isSettled = Array(repeating: false, count: wants.count)
    var (evaluated, keptAway) = (0, 0)
    var tried: [Int] = []
    for index in always {
      let rule = program.rules[index]
      if rule.rule.when.facts.contains(where: { self.isKnown($0.path) && !$0.holds(self.fact($0.path)) }) {
        isSettled[index] = true
        keptAway += 1
      } else if let fact = (rule.rule.when.requiredFacts + rule.rule.when.facts.map(\.path)).first(where: { !isKnown($0) }) {
        let policy = rule.rule.onMissing
        if policy == .hold && rule.rule.mode == .enforce { return nil }
        unjudged.append(Unjudged(rule: rule.rule.id, why: "missing_fact", fact: fact, policy: ("on_missing", policy.rawValue)))
        isSettled[index] = true
        evaluated += 1
      } else if rule.clauses.isEmpty || rule.clauses.contains(where: { $0.isEntity && $0.isAlwaysTried }) {
        return nil
      } else if rule.clauses.contains(where: { $0.isAlwaysTried }) {
        tried.append(index)
      }
    }
    return Outlook(unjudged: unjudged, isSettled: isSettled, evaluated: evaluated, keptAway: keptAway, tried: tried)
  }

  private func isKnown(_ fact: String) -> Bool { self.fact(fact) != nil }

  /// A fact of every event of this kind. An event that does not say its format has the fact all the same only in the key.
  private func fact(_ name: String) -> String? {
    switch name {
    case "channel": key.channel
    case "purpose": key.purpose
    case "format": saysFormat ? key.format : nil
    default: nil
    }
  }
}

extension FactCondition {
  fileprivate func holds(_ fact: String?) -> Bool { fact.map { fact in values.contains { $0.utf8.elementsEqual(fact.utf8) } } ?? false }
}

extension Workspace {
  /// Lets `use` have the rules that look at the event in `record`: no others come while it works on that event, so none go.
  @inline(__always)
  func withRoster<Result>(for record: EventRecord, _ program: Program, _ use: (Roster) -> Result) -> Result {
    let place = place(for: record, program)
    return unsafe lend(rosters[place], to: use)
  }

  /// The place of those rules among `rosters`.
  private func place(for record: EventRecord, _ program: Program) -> Int {
    // Most events are of a kind that was seen not long ago.
    for place in rosters.indices.reversed() where unsafe lend(rosters[place], to: { $0.suits(record) }) { return place }
    func string(_ bytes: UnsafeBufferPointer<UInt8>?) -> String? { unsafe bytes.map { unsafe String(decoding: $0, as: UTF8.self) } }
    let format = unsafe string(record.format)
    let key = unsafe Roster.Key(
      stage: record.stage, channel: string(record.channel), purpose: string(record.purpose), region: nil, format: format ?? "text",
      tool: nil)
    return place(for: key, saysFormat: format != nil, program)
  }
}

extension Roster {
  fileprivate func suits(_ record: EventRecord) -> Bool {
    func same(_ string: String?, _ bytes: UnsafeBufferPointer<UInt8>?) -> Bool {
      guard let string, let bytes = unsafe bytes else { return unsafe string == nil && bytes == nil }
      let known = string.utf8.span
      guard known.count == bytes.count else { return false }
      for index in known.indices where unsafe known[index] != bytes[index] { return false }
      return true
    }
    guard key.stage == record.stage, key.tool == nil, key.region == nil, key.registers.isEmpty else { return false }
    guard unsafe same(key.channel, record.channel) else { return false }
    return unsafe same(key.purpose, record.purpose) && same(saysFormat ? key.format : nil, record.format)
  }
}
