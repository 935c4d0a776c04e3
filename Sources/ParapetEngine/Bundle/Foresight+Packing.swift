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
    packer.pack(column: roles.map(\.gate))
    packer.pack(column: roles.map(\.length))
    packer.pack(column: exact.map { Int32($0.count) })
    packer.pack(column: exact.flatMap(\.self))
    packer.pack(column: firstClauses)
    packer.pack(column: ruleOfClause)
    packer.pack(gateCount)
    packer.pack(index)
  }

  init(from unpacker: inout Unpacker) throws(Unreadable) {
    self.init()
    views = (try unpacker.column() as [UInt8]).map { Fold(rawValue: $0) }
    let masks: [UInt64] = try unpacker.column()
    let kinds: [UInt8] = try unpacker.column()
    let targets: [Int32] = try unpacker.column()
    let least: [Int32] = try unpacker.column()
    let most: [Int32] = try unpacker.column()
    let runs: [UInt16] = try unpacker.column()
    let gates: [Int32] = try unpacker.column()
    let lengths: [Int32] = try unpacker.column()
    guard [kinds.count, targets.count, least.count, most.count, runs.count, gates.count, lengths.count].allSatisfy({ $0 == masks.count })
    else { throw Unreadable() }
    owners.reserveCapacity(masks.count)
    for number in masks.indices {
      let columns = RoleColumns(
        kind: kinds[number], target: targets[number], least: least[number], most: most[number], runs: runs[number], gate: gates[number],
        length: lengths[number])
      owners.append(Owner(role: try columns.role(), views: masks[number]))
    }
    let counts: [Int32] = try unpacker.column()
    let bytes: [UInt8] = try unpacker.column()
    guard counts.allSatisfy({ $0 >= 0 }), counts.reduce(0, { $0 + Int($1) }) == bytes.count else { throw Unreadable() }
    var next = 0
    for count in counts {
      exact.append(Array(bytes[next..<next + Int(count)]))
      next += Int(count)
    }
    firstClauses = try unpacker.column()
    ruleOfClause = try unpacker.column()
    gateCount = try unpacker.unpack()
    index = try unpacker.unpack()
    guard firstClauses.last == ruleOfClause.count, index.most < owners.count else { throw Unreadable() }
  }
}

/// A role as numbers.
private struct RoleColumns {
  var kind: UInt8
  var target: Int32 = 0
  var least: Int32 = 0
  var most: Int32 = 0
  var runs: UInt16 = 0
  var gate: Int32 = 0
  var length: Int32 = 0
}

extension RoleColumns {
  init(_ role: SignPlan.Role) {
    switch role {
    case .gate(let gate): self.init(kind: 0, target: gate)
    case .start(let clause, let least, let most, let gate, let length):
      self.init(
        kind: 1, target: clause, least: least, most: most.bytes, runs: UInt16(most.blanks) << 8 | UInt16(most.words), gate: gate,
        length: length)
    case .phrase(let clause, let exact, let startsWord, let endsWord):
      self.init(kind: 2, target: clause, least: exact, runs: (startsWord ? 1 : 0) | (endsWord ? 2 : 0))
    }
  }

  func role() throws(Unreadable) -> SignPlan.Role {
    switch kind {
    case 0: .gate(target)
    case 1:
      .start(
        clause: target, least: least,
        most: SignPlan.Most(bytes: most, blanks: UInt8(runs >> 8), words: UInt8(truncatingIfNeeded: runs)), gate: gate, length: length)
    case 2: .phrase(clause: target, exact: least, startsWord: runs & 1 != 0, endsWord: runs & 2 != 0)
    default: throw Unreadable()
    }
  }
}
