/// Tells from two neighbouring pairs of ASCII bytes whether anything can begin at the first: a gram, a literal too short for grams, or a byte that says
/// something by itself, such as `@`.
///
/// What is looked for at even positions, and what begins one byte behind them, is parted into groups. The entry of a pair says for which
/// groups it can be the first pair, and for which the second: if a pair and the next one have no group in common, nothing is there. Grams
/// with the same first pair are in one group, so that few positions pass by chance.
struct PairTable: Sendable {
  /// Behind as many grams as this nearly every pair would have all groups; then they have their own filter alone.
  static let mostGrams = 3_000

  struct Entry: BitwiseCopyable {
    var first: UInt64 = 0
    var second: UInt64 = 0
  }

  private(set) var entries = [Entry](repeating: Entry(), count: 1 << 14)
  /// Whether grams are in it.
  let holdsGrams: Bool

  /// The groups: grams and literals that begin at the position, those of three and four bytes that begin behind it, those of two that do,
  /// and what is told by its first pair alone.
  private static let behind = 49..<61
  private static let shortBehind = 61
  private static let alone = 62
  /// Set for pairs that hold a digit, and in no second pair.
  static let digit: UInt64 = 1 << 63

  /// The groups of which any byte and this one can be the first pair, and those of which this one and any can be the second.
  private var behindAny = [UInt64](repeating: 0, count: 128)
  private var beforeAny = [UInt64](repeating: 0, count: 128)

  /// The table for grams of four bytes that begin in ASCII, short literals, and bytes that are looked for by themselves.
  init(grams: [UInt64], literals: [[UInt8]], bytes: [Int]) {
    holdsGrams = grams.count <= Self.mostGrams
    let literals = literals.filter { $0.count > 1 && $0[0] < 0x80 }
    // Two bytes of which nothing is known follow whatever is told by its first pair alone.
    if !bytes.isEmpty || literals.contains(where: { $0.count == 2 }) {
      entries = Array(repeating: Entry(second: 1 << UInt64(Self.alone)), count: 1 << 14)
    }
    var groups = Groups()
    for gram in holdsGrams ? grams : [] {
      let group = groups.group(of: Self.index(gram))
      entries[Self.index(gram)].first |= 1 << UInt64(group)
      entries[Self.index(gram >> 16)].second |= 1 << UInt64(group)
    }
    for literal in literals {
      let word = literal.reversed().reduce(0) { $0 << 8 | UInt64($1) }
      let group = literal.count == 2 ? Self.alone : groups.group(of: Self.index(word))
      entries[Self.index(word)].first |= 1 << UInt64(group)
      add(second: word >> 16, bytes: literal.count - 2, group)
      let behind = literal.count == 2 ? Self.shortBehind : Self.behind.lowerBound + Int(literal[0]) % Self.behind.count
      behindAny[Int(literal[0])] |= 1 << UInt64(behind)
      add(second: word >> 8, bytes: literal.count - 1, behind)
    }
    addEverywhere(bytes)
  }

  /// Lets bytes that are told by themselves, digits, and what was kept in `behindAny` and `beforeAny` be in pairs with any other.
  private mutating func addEverywhere(_ bytes: [Int]) {
    var inAny = [UInt64](repeating: 0, count: 128)
    for byte in bytes where byte < 128 { inAny[byte] |= 1 << UInt64(Self.alone) }
    for digit in 0x30...0x39 { inAny[digit] |= Self.digit }
    for byte in 0..<128 where inAny[byte] | behindAny[byte] | beforeAny[byte] != 0 {
      for other in 0..<128 {
        entries[byte << 7 | other].first |= inAny[byte] | behindAny[byte]
        entries[other << 7 | byte].first |= inAny[byte]
        entries[other << 7 | byte].second |= beforeAny[byte]
      }
    }
  }

  /// Lets the two lowest bytes of `word` be the second pair of a group, or any of which so many bytes are known.
  private mutating func add(second word: UInt64, bytes: Int, _ group: Int) {
    switch bytes {
    case ..<1: break
    case 1: beforeAny[Int(word & 0x7F)] |= 1 << UInt64(group)
    default: entries[Self.index(word)].second |= 1 << UInt64(group)
    }
  }

  /// The number of the entry for the two lowest bytes of `word`; those beyond ASCII count as what their lower seven bits are.
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
