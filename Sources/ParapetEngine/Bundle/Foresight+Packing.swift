import ParapetPack
import ParapetPattern
import ParapetText

extension Foresight: Packable {
  func pack(into packer: inout Packer) {
    packer.pack(plan)
    packer.pack(clauses)
  }

  init(from unpacker: inout Unpacker) throws(Unreadable) {
    plan = try unpacker.unpack()
    clauses = try unpacker.unpack()
    guard clauses.count == plan.clauseCount else { throw Unreadable() }
  }
}

extension Foresight.Clause: Packable {
  func pack(into packer: inout Packer) {
    packer.pack(isAlwaysTried)
    packer.pack(group)
    packer.pack(isNarrow)
  }

  init(from unpacker: inout Unpacker) throws(Unreadable) {
    isAlwaysTried = try unpacker.unpack()
    group = try unpacker.unpack()
    isNarrow = try unpacker.unpack()
  }
}

extension SignPlan: Packable {
  func pack(into packer: inout Packer) {
    packer.pack(column: views.map(\.rawValue))
    packer.pack(column: owners.map(\.views))
    packer.pack(column: owners.map(\.clause))
    packer.pack(column: owners.map(\.least))
    packer.pack(column: owners.map(\.most.bytes))
    packer.pack(column: owners.map { UInt16($0.most.blanks) << 8 | UInt16($0.most.words) })
    packer.pack(column: owners.map(\.condition))
    packer.pack(column: owners.map(\.length))
    packer.pack(column: owners.map(\.kind.rawValue))
    packer.pack(column: exact.map { Int32($0.count) })
    packer.pack(column: exact.flatMap(\.self))
    packer.pack(column: firstClauses)
    packer.pack(column: ruleOfClause)
    packer.pack(conditions)
    packer.pack(column: gates.map { Int32($0.count) })
    packer.pack(column: gates.flatMap(\.self))
    packer.pack(wordCount)
    packer.pack(index)
  }

  init(from unpacker: inout Unpacker) throws(Unreadable) {
    views = (try unpacker.column() as [UInt8]).map { Fold(rawValue: $0) }
    let masks: [UInt64] = try unpacker.column()
    let clauses: [Int32] = try unpacker.column()
    let least: [Int32] = try unpacker.column()
    let most: [Int32] = try unpacker.column()
    let runs: [UInt16] = try unpacker.column()
    let conditions: [Int32] = try unpacker.column()
    let lengths: [Int32] = try unpacker.column()
    let kinds: [UInt8] = try unpacker.column()
    guard
      [clauses.count, kinds.count, least.count, most.count, runs.count, conditions.count, lengths.count].allSatisfy({ $0 == masks.count })
    else { throw Unreadable() }
    owners.reserveCapacity(masks.count)
    for number in masks.indices {
      let most = Most(bytes: most[number], blanks: UInt8(runs[number] >> 8), words: UInt8(truncatingIfNeeded: runs[number]))
      owners.append(
        Owner(
          views: masks[number], clause: clauses[number], least: least[number], most: most, condition: conditions[number],
          length: lengths[number], kind: Kind(rawValue: kinds[number])))
    }
    exact = try Self.lists(counts: unpacker.column(), all: unpacker.column() as [UInt8])
    firstClauses = try unpacker.column()
    ruleOfClause = try unpacker.column()
    self.conditions = try unpacker.unpack()
    checks = ConditionTable(self.conditions)
    gates = try Self.lists(counts: unpacker.column(), all: unpacker.column() as [Int32])
    wordCount = try unpacker.unpack()
    index = try unpacker.unpack()
    guard firstClauses.last == ruleOfClause.count, wordCount >= 0, index.owned.lowerBound >= -wordCount,
      index.owned.upperBound <= owners.count, clauses.allSatisfy({ ruleOfClause.indices.contains(Int($0)) }),
      owners.allSatisfy({ $0.condition < ($0.kind.contains(.phrase) ? exact.count : self.conditions.count) }),
      self.conditions.allSatisfy({ ($0.context?.gate ?? 0) < gates.count && ($0.besides?.gate ?? 0) < gates.count }),
      gates.allSatisfy({ $0.allSatisfy { 0..<wordCount ~= Int($0) } })
    else { throw Unreadable() }
  }

  /// The elements of `all` as lists of so many each.
  private static func lists<Element>(counts: [Int32], all: [Element]) throws(Unreadable) -> [[Element]] {
    guard counts.allSatisfy({ $0 >= 0 }), counts.reduce(0, { $0 + Int($1) }) == all.count else { throw Unreadable() }
    var next = 0
    return counts.map { count in
      next += Int(count)
      return Array(all[next - Int(count)..<next])
    }
  }
}
