/// Literals too short for grams: up to five bytes of ASCII, and single characters of two or four bytes.
///
/// Where its pairs of bytes let a place pass, a scan looks for two of them at once, the one that begins there and the one that begins a byte
/// later: the second and the third byte choose an entry of a filter, and one bit of it says whether the first byte may stand before them,
/// another whether the fourth may stand behind. Single bytes have a table of their own.
struct ShortLiterals: Sendable {
  struct Item: Sendable {
    /// Its bytes, the first one lowest, and ones where it has bytes.
    let value: UInt64
    let mask: UInt64
    let length: Int32
    /// Its number for whoever added it.
    let number: Int32
  }

  /// What may stand around two bytes: `fronts` before them, when the literal begins there; `backs` behind them, when they begin it.
  struct Filter: Sendable {
    var fronts: UInt64 = 0
    var backs: UInt64 = 0
  }

  private let items: [Item]
  let filter: [Filter]
  /// The items by buckets: `listed[heads[n]..<heads[n + 1]]`.
  let heads: [Int32]
  let listed: [Item]
  /// The number of each byte that is a literal by itself, or -1; empty where there is none.
  let bytes: [Int32]

  /// The literals, one to eight bytes long, each with its number.
  init(_ literals: [(literal: [UInt8], number: Int32)]) {
    items = literals.map { literal, number in
      Item(
        value: literal.reversed().reduce(0) { $0 << 8 | UInt64($1) }, mask: .max >> UInt64(64 - 8 * literal.count),
        length: Int32(literal.count), number: number)
    }
    let longer = items.filter { $0.length > 1 }
    filter = Self.filter(for: longer)
    (heads, listed) = Self.sorted(longer)
    var bytes = [Int32](repeating: -1, count: 256)
    for item in items where item.length == 1 { bytes[Int(item.value)] = item.number }
    self.bytes = bytes.allSatisfy { $0 < 0 } ? [] : bytes
  }

  private static func filter(for items: [Item]) -> [Filter] {
    var filter = [Filter](repeating: Filter(), count: 1 << 10)
    for item in items {
      // Of what follows two bytes nothing is known.
      let thirds = item.length > 2 ? item.value >> 16 & 0xFF...item.value >> 16 & 0xFF : 0...0xFF
      for third in thirds {
        let word = item.value & 0xFFFF | third << 16
        filter[place(word)].fronts |= 1 << bit(word)
        filter[place(word << 8)].backs |= 1 << bit(third)
      }
    }
    return filter
  }

  /// The number of the entry for the second and the third byte of `word`.
  @inline(__always)
  static func place(_ word: UInt64) -> Int { Int(truncatingIfNeeded: ((word >> 8 & 0xFFFF) &* GramTable.multiplier) >> 54) }

  /// Eight bytes as bits of a filter, the lower six of each: letters have the lower half, digits and most signs the upper one.
  @inline(__always)
  static func bits(_ word: UInt64) -> UInt64 { word ^ word >> 1 & 0x2020_2020_2020_2020 }

  private static func bit(_ byte: UInt64) -> UInt64 { bits(byte) & 63 }

  /// The buckets in which literals stand that may begin like `word`: those of three bytes and more, and those of two.
  @inline(__always)
  static func buckets(of word: UInt64) -> (longer: Int, shorter: Int) { (bucket(word & 0xFF_FFFF), bucket(word & 0xFFFF)) }

  private static let bucketBits: UInt64 = 10

  @inline(__always)
  private static func bucket(_ start: UInt64) -> Int { Int(truncatingIfNeeded: (start &* GramTable.multiplier) >> (64 &- bucketBits)) }

  private static func sorted(_ items: [Item]) -> (heads: [Int32], listed: [Item]) {
    if items.isEmpty { return (Array(repeating: 0, count: 1 << Int(bucketBits) + 1), []) }
    var buckets = [[Item]](repeating: [], count: 1 << Int(bucketBits))
    for item in items { buckets[bucket(item.value & (item.length > 2 ? 0xFF_FFFF : 0xFFFF))].append(item) }
    var heads: [Int32] = [0]
    for bucket in buckets { heads.append(heads[heads.count - 1] + Int32(bucket.count)) }
    return (heads, buckets.flatMap(\.self))
  }

  /// The characters of three bytes with which literals begin, as code points.
  var longHeads: [Int] {
    items.filter { $0.value & 0xF0 == 0xE0 }.map { Int($0.value & 15) << 12 | Int($0.value >> 8 & 63) << 6 | Int($0.value >> 16 & 63) }
  }

  /// The numbers of all.
  var numbers: some Sequence<Int32> { items.lazy.map(\.number) }

  /// The literals with their numbers, as they were given.
  var literals: [(literal: [UInt8], number: Int32)] {
    items.map { item in ((0..<Int(item.length)).map { UInt8(truncatingIfNeeded: item.value >> UInt64(8 * $0)) }, item.number) }
  }
}
