/// The literals to look for, by one short piece of each: a gram.
///
/// A gram that begins with a character of three bytes is two such characters, or one and the ASCII byte behind it; one of ASCII is four or five
/// bytes, and one that ends a run of ASCII is its last byte and the character behind. At most positions of a text a word of a bloom filter says that no gram stands there, however many literals there
/// are; only where it does not, the buckets are looked into and the literal is compared as a whole.
struct GramTable: Sendable {
  /// On which positions an entry counts, so that each occurrence is told once.
  enum Phase: UInt8, Sendable {
    case any
    /// The second gram of a literal that is looked for at even positions only.
    case second
  }

  struct Entry: Sendable {
    let key: UInt64
    let literal: Int32
    let offset: Int16
    let phase: Phase

    /// How many bytes the gram has.
    var length: Int { key >> 32 == 0 ? 4 : key >> 40 == 0 ? 5 : 6 }
  }

  /// Where the bytes of a literal lie in `pool`, and its number for whoever added it.
  struct Literal: Sendable {
    let start: Int32
    let count: Int32
    let number: Int32

    var range: Range<Int> { Int(start)..<Int(start) + Int(count) }
  }

  /// How many bytes a gram of ASCII has. Five are rarer in texts, which is worth more the more literals there are, and leave more of them to be
  /// found without a gram.
  let narrowLength: Int
  /// So many literals have grams of five bytes.
  static let many = 20_000

  static let multiplier: UInt64 = 0x9E37_79B9_7F4A_7C15

  /// The filter for grams that begin outside ASCII, and for those that begin in it; empty before `seal`. Each is as large as its grams need, up to
  /// 128 KB: small ones stay near the processor.
  var wide: [UInt64] = []
  var narrow: [UInt64] = []
  /// One bit for each character of three bytes that is a literal by itself.
  var singles: [UInt64] = []
  var hasNarrow = false
  var hasWide = false
  var heads: [Int32] = []
  var entries: [Entry] = []
  var headShift: UInt64 = 0
  var literals: [Literal] = []
  var pool: [UInt8] = []
  /// The literal of each such character, and how many of the characters stand in front of each word of `singles`.
  private(set) var singleLiterals: [Int32] = []
  private(set) var singleRanks: [Int32] = []
  /// The literals of single characters while they are collected.
  private var singleOf: [Int32: Int32] = [:]

  /// A table that is to have about so many literals.
  init(literals: Int) { self.init(narrowLength: literals < Self.many ? 4 : 5) }

  /// An empty table.
  init(narrowLength: Int) { self.narrowLength = narrowLength }

  /// Adds a literal; false when it is too short for grams.
  mutating func add(_ literal: [UInt8], number: Int32) -> Bool {
    let place = Int32(literals.count)
    if literal.count == 3, literal[0] >= 0xE0 {
      if singles.isEmpty { singles = Array(repeating: 0, count: 1 << 10) }
      let code = Self.single(literal)
      singles[code >> 6] |= 1 << UInt64(code & 63)
      singleOf[Int32(code)] = place
      hasWide = true
    } else {
      guard Grams(literal, 0..<literal.count, narrowLength).hasAny else { return false }
    }
    literals.append(Literal(start: Int32(pool.count), count: Int32(literal.count), number: number))
    pool += literal
    return true
  }

  /// Chooses a gram for each literal and puts the entries in order by their buckets; call it once, after the last `add`.
  mutating func seal() {
    guard !literals.isEmpty else { return }
    rank(singleOf.sorted { $0.key < $1.key }.map(\.value))
    var crowd = GramCrowd()
    for literal in literals { Grams(pool, literal.range, narrowLength).tally(in: &crowd) }
    for (number, literal) in literals.enumerated() where literal.count > 3 || pool[Int(literal.start)] < 0xE0 {
      let grams = Grams(pool, literal.range, narrowLength)
      if let (key, offset) = grams.single(crowd) {
        entries.append(Entry(key: key, literal: Int32(number), offset: Int16(offset), phase: .any))
      } else if let (first, second, offset) = grams.pair(crowd) {
        entries.append(Entry(key: first, literal: Int32(number), offset: Int16(offset), phase: .any))
        entries.append(Entry(key: second, literal: Int32(number), offset: Int16(offset + 1), phase: .second))
      }
    }
    sort()
    fill()
  }

  /// The code points of the characters that are literals by themselves.
  var singleCodes: [Int] {
    var codes: [Int] = []
    for (word, bits) in singles.enumerated() where bits != 0 {
      for bit in 0..<64 where bits >> UInt64(bit) & 1 == 1 { codes.append(word << 6 | bit) }
    }
    return codes
  }

  /// Takes the literals of the single characters, in their order.
  mutating func rank(_ literals: [Int32]) {
    singleLiterals = literals
    var before: Int32 = 0
    singleRanks = singles.map { word in
      defer { before += Int32(word.nonzeroBitCount) }
      return before
    }
  }

  /// Fills the filters.
  private mutating func fill() {
    let wides = entries.lazy.filter { Self.isWide($0.key) }.count
    wide = Array(repeating: 0, count: Self.words(for: wides))
    narrow = Array(repeating: 0, count: Self.words(for: entries.count - wides))
    for entry in entries {
      let hash = entry.key &* Self.multiplier
      if Self.isWide(entry.key) {
        hasWide = true
        wide[Self.place(hash) & (wide.count - 1)] |= Self.mask(hash)
      } else {
        hasNarrow = true
        narrow[Self.place(hash) & (narrow.count - 1)] |= Self.mask(hash)
      }
    }
  }

  /// Whether a gram begins outside ASCII: its first byte is the lowest.
  static func isWide(_ key: UInt64) -> Bool { key & 0x80 != 0 }

  /// So many that less than one bit in thirty is set, if that can be: a power of two.
  private static func words(for grams: Int) -> Int {
    var words = 1 << 8
    while words < grams, words < 1 << 14 { words <<= 1 }
    return words
  }

  /// The number of the word of the largest filter; smaller ones take what they need of it.
  @inline(__always)
  static func place(_ hash: UInt64) -> Int { Int(truncatingIfNeeded: hash >> 50) }

  private static func single(_ bytes: [UInt8]) -> Int {
    Int(bytes[0] & 15) << 12 | Int(bytes[1] & 63) << 6 | Int(bytes[2] & 63)
  }

  /// Two bits of a word of the filter.
  private static func mask(_ hash: UInt64) -> UInt64 { 1 << (hash >> 43 & 63) | 1 << (hash >> 37 & 63) }

  /// Whether the first of the bits is set, and whether the second is.
  @inline(__always)
  static func passesFirst(_ hash: UInt64, _ word: UInt64) -> Bool { word >> (hash >> 37 & 63) & 1 == 1 }
  @inline(__always)
  static func passesSecond(_ hash: UInt64, _ word: UInt64) -> Bool { word >> (hash >> 43 & 63) & 1 == 1 }

  private mutating func sort() {
    var bits: UInt64 = 4
    while 1 << bits < entries.count { bits += 1 }
    headShift = 64 - bits
    let shift = headShift
    func bucket(_ entry: Entry) -> Int { Int((entry.key &* Self.multiplier) >> shift) }
    heads = Array(repeating: 0, count: 1 << Int(bits) + 1)
    for entry in entries { heads[bucket(entry) + 1] += 1 }
    for index in 1..<heads.count { heads[index] += heads[index - 1] }
    var next = heads
    var sorted = entries
    for entry in entries {
      let place = bucket(entry)
      sorted[Int(next[place])] = entry
      next[place] += 1
    }
    entries = sorted
  }
}
