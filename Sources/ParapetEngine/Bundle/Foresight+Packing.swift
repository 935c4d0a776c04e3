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
    let roles = owners.map { RoleColumns($0.role) }
    packer.pack(column: roles.map(\.kind))
    packer.pack(column: roles.map(\.target))
    packer.pack(column: roles.map(\.least))
    packer.pack(column: roles.map(\.most))
    packer.pack(column: roles.map(\.runs))
    packer.pack(column: roles.map(\.condition))
    packer.pack(column: roles.map(\.length))
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
    let kinds: [UInt8] = try unpacker.column()
    let targets: [Int32] = try unpacker.column()
    let least: [Int32] = try unpacker.column()
    let most: [Int32] = try unpacker.column()
    let runs: [UInt16] = try unpacker.column()
    let conditions: [Int32] = try unpacker.column()
    let lengths: [Int32] = try unpacker.column()
    guard
      [kinds.count, targets.count, least.count, most.count, runs.count, conditions.count, lengths.count].allSatisfy({ $0 == masks.count })
    else { throw Unreadable() }
    owners.reserveCapacity(masks.count)
    for number in masks.indices {
      let columns = RoleColumns(
        kind: kinds[number], target: targets[number], least: least[number], most: most[number], runs: runs[number],
        condition: conditions[number], length: lengths[number])
      owners.append(Owner(role: try columns.role(), views: masks[number]))
    }
    exact = try Self.lists(counts: unpacker.column(), all: unpacker.column() as [UInt8])
    firstClauses = try unpacker.column()
    ruleOfClause = try unpacker.column()
    self.conditions = try unpacker.unpack()
    checks = ConditionTable(self.conditions)
    gates = try Self.lists(counts: unpacker.column(), all: unpacker.column() as [Int32])
    wordCount = try unpacker.unpack()
    index = try unpacker.unpack()
    guard firstClauses.last == ruleOfClause.count, index.most < owners.count, conditions.allSatisfy({ $0 < self.conditions.count }),
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

/// A role as numbers.
private struct RoleColumns {
  var kind: UInt8
  var target: Int32 = 0
  var least: Int32 = 0
  var most: Int32 = 0
  var runs: UInt16 = 0
  var condition: Int32 = 0
  var length: Int32 = 0
}

extension RoleColumns {
  init(_ role: SignPlan.Role) {
    switch role {
    case .word(let word): self.init(kind: 0, target: word)
    case .start(let clause, let least, let most, let condition, let length):
      self.init(
        kind: 1, target: clause, least: least, most: most.bytes, runs: UInt16(most.blanks) << 8 | UInt16(most.words),
        condition: condition, length: length)
    case .phrase(let clause, let exact, let startsWord, let endsWord):
      self.init(kind: 2, target: clause, least: exact, runs: (startsWord ? 1 : 0) | (endsWord ? 2 : 0))
    }
  }

  func role() throws(Unreadable) -> SignPlan.Role {
    switch kind {
    case 0: .word(target)
    case 1:
      .start(
        clause: target, least: least,
        most: SignPlan.Most(bytes: most, blanks: UInt8(runs >> 8), words: UInt8(truncatingIfNeeded: runs)),
        condition: condition, length: length)
    case 2: .phrase(clause: target, exact: least, startsWord: runs & 1 != 0, endsWord: runs & 2 != 0)
    default: throw Unreadable()
    }
  }
}
