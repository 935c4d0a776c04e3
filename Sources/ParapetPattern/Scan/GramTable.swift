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
    /// A gram that begins one byte in front of the literal.
    case front
  }

  struct Entry: Sendable {
    let key: UInt64
    let literal: Int32
    let offset: Int16
    let phase: Phase
  }

  /// Where the bytes of a literal lie in `pool`.
  struct Literal: Sendable {
    let start: Int32
    let count: Int32
  }

  static let multiplier: UInt64 = 0x9E37_79B9_7F4A_7C15
  static let wideBits = 14
  static let narrowBits = 13

  /// The filter for grams that begin outside ASCII, and for those that begin in it.
  private(set) var wide: [UInt64]
  private(set) var narrow: [UInt64]
  /// One bit for each character of three bytes that is a literal by itself.
  private(set) var singles: [UInt64] = []
  private(set) var hasNarrow = false
  private(set) var hasWide = false
  private(set) var heads: [Int32] = []
  private(set) var entries: [Entry] = []
  private(set) var headShift: UInt64 = 0
  private(set) var literals: [Literal] = []
  private(set) var pool: [UInt8] = []
  private(set) var singleOf: [Int32: Int32] = [:]

  init() {
    wide = Array(repeating: 0, count: 1 << Self.wideBits)
    narrow = Array(repeating: 0, count: 1 << Self.narrowBits)
  }

  /// Adds a literal; false when it is too short for grams.
  mutating func add(_ literal: [UInt8]) -> Bool {
    let number = Int32(literals.count)
    guard let grams = Self.grams(of: literal) else { return false }
    literals.append(Literal(start: Int32(pool.count), count: Int32(literal.count)))
    pool += literal
    switch grams {
    case .single(let code):
      if singles.isEmpty { singles = Array(repeating: 0, count: 1 << 10) }
      singles[code >> 6] |= 1 << UInt64(code & 63)
      singleOf[Int32(code)] = number
      hasWide = true
    case .wide(let key, let offset): note(key, number, offset, .any, isWide: true)
    case .narrow(let list):
      for gram in list { note(gram.key, number, gram.offset, gram.phase, isWide: false) }
    }
    return true
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

  /// Puts the entries in order by their buckets; call it once, after the last `add`.
  mutating func seal() {
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

// MARK: Which grams stand for a literal

extension GramTable {
  enum Grams {
    /// The number of a character of three bytes.
    case single(Int)
    case wide(key: UInt64, offset: Int)
    case narrow([(key: UInt64, offset: Int, phase: Phase)])
  }

  /// The grams by which `literal` is found wherever it stands, or nil when it is too short.
  static func grams(of literal: [UInt8]) -> Grams? {
    if literal.count == 3, literal[0] >= 0xE0 { return .single(single(literal)) }
    return wideGram(of: literal) ?? narrowGrams(of: literal)
  }

  private static func single(_ bytes: [UInt8]) -> Int {
    Int(bytes[0] & 15) << 12 | Int(bytes[1] & 63) << 6 | Int(bytes[2] & 63)
  }

  /// The rarest gram that begins outside ASCII, or that ends with a character beyond it: those are looked for at every position.
  private static func wideGram(of literal: [UInt8]) -> Grams? {
    var best: (key: UInt64, offset: Int, bits: Double)?
    for offset in literal.indices {
      guard literal[offset] >= 0xC0, let (key, length) = wideKey(literal, offset) else { continue }
      let bits = Rarity.of(literal, offset..<offset + length)
      if bits > best?.bits ?? -1 { best = (key, offset, bits) }
    }
    if let best { return .wide(key: best.key, offset: best.offset) }
    // An ASCII byte with a character of three bytes behind it: its position is always looked at.
    for offset in literal.indices where offset + 4 <= literal.count && literal[offset] < 0x80 && literal[offset + 1] >= 0x80 {
      return .narrow([(key(literal, offset, 4), offset, .any)])
    }
    return nil
  }

  /// The key of a gram that begins outside ASCII, as the scan reads it, and its length; nil where the literal ends before it.
  private static func wideKey(_ literal: [UInt8], _ offset: Int) -> (UInt64, Int)? {
    let length = literal[offset] < 0xE0 ? 4 : offset + 3 < literal.count && literal[offset + 3] < 0x80 ? 4 : 6
    guard offset + length <= literal.count else { return nil }
    return (key(literal, offset, length), length)
  }

  /// The grams of a literal that begins with three bytes of ASCII at least.
  private static func narrowGrams(of literal: [UInt8]) -> Grams? {
    let ascii = literal.prefix { $0 < 0x80 }.count
    if ascii >= 5 {
      var best = (offset: 0, bits: -1.0)
      for offset in 0...ascii - 5 {
        let bits = Rarity.of(literal, offset..<offset + 5)
        if bits > best.bits { best = (offset, bits) }
      }
      let first = best.offset
      return .narrow([(key(literal, first, 4), first, .any), (key(literal, first + 1, 4), first + 1, .second)])
    }
    guard ascii == literal.count, ascii >= 3 else { return nil }
    var grams: [(key: UInt64, offset: Int, phase: Phase)] = []
    if ascii == 4 {
      grams.append((key(literal, 0, 4), 0, .any))
    } else {
      for last in UInt64(0)..<256 { grams.append((key(literal, 0, 3) | last << 24, 0, .any)) }
    }
    for first in UInt64(0)..<128 { grams.append((key(literal, 0, 3) << 8 | first, -1, .front)) }
    return .narrow(grams)
  }

  private static func key(_ bytes: [UInt8], _ offset: Int, _ length: Int) -> UInt64 {
    var key: UInt64 = 0
    for index in 0..<length { key |= UInt64(bytes[offset + index]) << UInt64(8 * index) }
    return key
  }
}
