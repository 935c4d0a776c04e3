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

  private(set) var entries = [Entry](repeating: Entry(), count: count)
  /// Whether grams are in it.
  let holdsGrams: Bool

  /// A byte has six bits here, so that the entries that a text needs lie close together: the lowest five, and whether it is a letter. Texts come
  /// in lower case, and what few of them hold, such as `@`, counts as what fewer still do.
  private static let codes = 64
  private static let count = codes * codes

  /// The groups: grams and literals that begin at the position, those of three and four bytes that begin behind it, those of two that do,
  /// and what is told by its first pair alone.
  private static let behind = 49..<61
  private static let shortBehind = 61
  private static let alone = 62
  /// Set for pairs that hold a digit, and in no second pair.
  static let digit: UInt64 = 1 << 63

  /// The groups of which any byte and this one can be the first pair, and those of which this one and any can be the second.
  private var behindAny = [UInt64](repeating: 0, count: codes)
  private var beforeAny = [UInt64](repeating: 0, count: codes)

  /// The table for grams of four bytes that begin in ASCII, short literals, and bytes that are looked for by themselves.
  init(grams: [UInt64], literals: [[UInt8]], bytes: [Int]) {
    holdsGrams = grams.count <= Self.mostGrams
    let literals = literals.filter { $0.count > 1 && $0[0] < 0x80 }
    // Two bytes of which nothing is known follow whatever is told by its first pair alone.
    if !bytes.isEmpty || literals.contains(where: { $0.count == 2 }) {
      entries = Array(repeating: Entry(second: 1 << UInt64(Self.alone)), count: Self.count)
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
      behindAny[Self.code(literal[0])] |= 1 << UInt64(behind)
      add(second: word >> 8, bytes: literal.count - 1, behind)
    }
    addEverywhere(bytes)
  }

  /// Lets bytes that are told by themselves, digits, and what was kept in `behindAny` and `beforeAny` be in pairs with any other.
  private mutating func addEverywhere(_ bytes: [Int]) {
    var inAny = [UInt64](repeating: 0, count: Self.codes)
    for byte in bytes where byte < 128 { inAny[Self.code(UInt8(byte))] |= 1 << UInt64(Self.alone) }
    for digit in UInt8(ascii: "0")...UInt8(ascii: "9") { inAny[Self.code(digit)] |= Self.digit }
    for code in 0..<Self.codes where inAny[code] | behindAny[code] | beforeAny[code] != 0 {
      for other in 0..<Self.codes {
        entries[code << 6 | other].first |= inAny[code] | behindAny[code]
        entries[other << 6 | code].first |= inAny[code]
        entries[other << 6 | code].second |= beforeAny[code]
      }
    }
  }

  /// Lets the two lowest bytes of `word` be the second pair of a group, or any of which so many bytes are known.
  private mutating func add(second word: UInt64, bytes: Int, _ group: Int) {
    switch bytes {
    case ..<1: break
    case 1: beforeAny[Self.code(UInt8(truncatingIfNeeded: word))] |= 1 << UInt64(group)
    default: entries[Self.index(word)].second |= 1 << UInt64(group)
    }
  }

  /// The code of a byte; one beyond ASCII counts as what its lower seven bits are.
  private static func code(_ byte: UInt8) -> Int { Int(byte & 0x1F | byte >> 1 & 0x20) }

  /// The number of the entry for the two lowest bytes of `word`.
  @inline(__always)
  static func index(_ word: UInt64) -> Int { Int(truncatingIfNeeded: indices(word) & 0xFFFF) }

  /// The numbers of the entries for the four pairs of `word`, sixteen bits each.
  @inline(__always)
  static func indices(_ word: UInt64) -> UInt64 {
    let codes = word & 0x1F1F_1F1F_1F1F_1F1F | word >> 1 & 0x2020_2020_2020_2020
    return codes & 0x003F_003F_003F_003F | codes >> 2 & 0x0FC0_0FC0_0FC0_0FC0
  }

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
