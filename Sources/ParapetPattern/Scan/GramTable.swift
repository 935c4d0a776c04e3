/// The literals to look for, by one short piece of each: a gram.
///
/// A gram that begins with a character of three bytes is two such characters, or one and the ASCII byte behind it; one that begins with
/// ASCII is four bytes. At most positions of a text a word of a bloom filter says that no gram stands there, however many literals there
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
  }

  /// Where the bytes of a literal lie in `pool`, and its number for whoever added it.
  struct Literal: Sendable {
    let start: Int32
    let count: Int32
    let number: Int32

    var range: Range<Int> { Int(start)..<Int(start) + Int(count) }
  }

  static let multiplier: UInt64 = 0x9E37_79B9_7F4A_7C15
  static let wideBits = 14
  static let narrowBits = 13

  /// The filter for grams that begin outside ASCII, and for those that begin in it; empty before `seal`.
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
  var singleOf: [Int32: Int32] = [:]

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
      guard Grams(literal, 0..<literal.count).hasAny else { return false }
    }
    literals.append(Literal(start: Int32(pool.count), count: Int32(literal.count), number: number))
    pool += literal
    return true
  }

  /// Chooses a gram for each literal and puts the entries in order by their buckets; call it once, after the last `add`.
  mutating func seal() {
    guard !literals.isEmpty else { return }
    wide = Array(repeating: 0, count: 1 << Self.wideBits)
    narrow = Array(repeating: 0, count: 1 << Self.narrowBits)
    var crowd = GramCrowd()
    for literal in literals { Grams(pool, literal.range).tally(in: &crowd) }
    for (number, literal) in literals.enumerated() where literal.count > 3 || pool[Int(literal.start)] < 0xE0 {
      let grams = Grams(pool, literal.range)
      if let (key, offset, isWide) = grams.single(crowd) {
        note(key, Int32(number), offset, .any, isWide: isWide)
      } else if let (first, second, offset) = grams.pair(crowd) {
        note(first, Int32(number), offset, .any, isWide: false)
        note(second, Int32(number), offset + 1, .second, isWide: false)
      }
    }
    sort()
  }

  private static func single(_ bytes: [UInt8]) -> Int {
    Int(bytes[0] & 15) << 12 | Int(bytes[1] & 63) << 6 | Int(bytes[2] & 63)
  }

  private mutating func note(_ key: UInt64, _ literal: Int32, _ offset: Int, _ phase: Phase, isWide: Bool) {
    entries.append(Entry(key: key, literal: literal, offset: Int16(offset), phase: phase))
    let hash = key &* Self.multiplier
    if isWide {
      hasWide = true
      wide[Int(hash >> UInt64(64 - Self.wideBits))] |= Self.mask(hash)
    } else {
      hasNarrow = true
      narrow[Int(hash >> UInt64(64 - Self.narrowBits))] |= Self.mask(hash)
    }
  }

  /// Two bits of a word of the filter.
  @inline(__always)
  static func mask(_ hash: UInt64) -> UInt64 { 1 << (hash >> 43 & 63) | 1 << (hash >> 37 & 63) }

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
