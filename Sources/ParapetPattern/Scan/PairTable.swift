/// Tells from two neighbouring pairs of ASCII bytes whether anything can begin at the first: a gram, a literal too short for grams, or `@`.
///
/// What is looked for at even positions, and what begins one byte behind them, is parted into groups. The entry of a pair says in its lower
/// half for which groups it can be the first pair, in its upper half for which the second: if a pair and the next one have no group in
/// common, nothing is there. Grams with the same first pair are in one group, so that few positions pass by chance.
struct PairTable: Sendable {
  /// Behind as many grams as this nearly every pair would have all groups; then they have their own filter alone.
  static let mostGrams = 3_000

  private(set) var entries = [UInt64](repeating: 0, count: 1 << 14)
  /// Whether grams are in it.
  let holdsGrams: Bool

  /// The groups: grams and literals that begin at the position, those of three and four bytes that begin behind it, those of two that do,
  /// and what is told by its first pair alone.
  private static let behind = 22..<30
  private static let shortBehind = 30
  private static let alone = 31

  /// The table for grams of four bytes that begin in ASCII, and short literals.
  init(grams: [UInt64], literals: [[UInt8]], hasAts: Bool) {
    holdsGrams = grams.count <= Self.mostGrams
    let literals = literals.filter { $0.count > 1 && $0[0] < 0x80 }
    if hasAts || literals.contains(where: { $0.count == 2 }) { entries = Array(repeating: 1 << UInt64(32 + Self.alone), count: 1 << 14) }
    var groups = Groups()
    for gram in holdsGrams ? grams : [] {
      let bytes = (0..<4).map { UInt8(truncatingIfNeeded: gram >> UInt64(8 * $0)) }
      add([bytes[0]], [bytes[1]], [bytes[2]], [bytes[3]], group: groups.group(of: Self.index(bytes[0], bytes[1])))
    }
    for literal in literals {
      let group = literal.count == 2 ? Self.alone : groups.group(of: Self.index(literal[0], literal[1]))
      add([literal[0]], [literal[1]], literal.count > 2 ? [literal[2]] : nil, literal.count > 3 ? [literal[3]] : nil, group: group)
      let behind = literal.count == 2 ? Self.shortBehind : Self.behind.lowerBound + Int(literal[0]) % Self.behind.count
      add(nil, [literal[0]], [literal[1]], literal.count > 2 ? [literal[2]] : nil, group: behind)
    }
    if hasAts {
      add([UInt8(ascii: "@")], nil, nil, nil, group: Self.alone)
      add(nil, [UInt8(ascii: "@")], nil, nil, group: Self.alone)
    }
  }

  /// Lets four bytes pass; nil is any byte.
  private mutating func add(_ first: [UInt8]?, _ second: [UInt8]?, _ third: [UInt8]?, _ fourth: [UInt8]?, group: Int) {
    let all = Array(UInt8(0)..<128)
    for a in first ?? all { for b in second ?? all { entries[Self.index(a, b)] |= 1 << UInt64(group) } }
    // Two bytes of which nothing is known are in all entries from the beginning.
    if third == nil, fourth == nil { return }
    for c in third ?? all { for d in fourth ?? all { entries[Self.index(c, d)] |= 1 << UInt64(32 + group) } }
  }

  /// Bytes beyond ASCII count as what their lower seven bits are.
  private static func index(_ first: UInt8, _ second: UInt8) -> Int { index(UInt64(second) << 8 | UInt64(first)) }

  /// The number of the entry for the two lowest bytes of `word`.
  @inline(__always)
  static func index(_ word: UInt64) -> Int { Int(truncatingIfNeeded: word & 0x7F | word >> 1 & 0x3F80) }

  /// The numbers of the entries for the four pairs of `word`, sixteen bits each.
  @inline(__always)
  static func indices(_ word: UInt64) -> UInt64 { word & 0x007F_007F_007F_007F | word >> 1 & 0x3F80_3F80_3F80_3F80 }

  /// Groups by first pairs, each new one in the next group.
  private struct Groups {
    private var groups: [Int: Int] = [:]
    private var next = 0

    mutating func group(of pair: Int) -> Int {
      if let known = groups[pair] { return known }
      groups[pair] = next
      defer { next = (next + 1) % PairTable.behind.lowerBound }
      return next
    }
  }
}
