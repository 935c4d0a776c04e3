/// Literals too short for grams: up to four bytes of ASCII, and single characters of two or four bytes.
///
/// One bit of a small table, its word chosen by the first two bytes and its place by the third, says of most positions that none begins there;
/// each bit that is set has the list of those that may. Single bytes have a table of their own.
struct ShortLiterals: Sendable {
  private struct Item: Sendable {
    /// Its bytes, the first one lowest, and ones where it has bytes.
    let value: UInt64
    let mask: UInt64
    let length: Int32
    /// Its number for whoever added it.
    let number: Int32
  }

  private let items: [Item]
  /// The number of each byte that is a literal by itself, or -1; empty where there is none.
  private let single: [Int32]
  /// 2¹⁷ bits, and how many are set in front of each word of them.
  private let begins: [UInt64]
  private let ranks: [Int32]
  /// The items of the bits that are set, by number: `listed[starts[n]..<starts[n + 1]]`.
  private let starts: [Int32]
  private let listed: [Item]
  /// All ones where one of them begins with a character of three bytes.
  private let threes: UInt64

  /// The literals, one to eight bytes long, each with its number.
  init(_ literals: [(literal: [UInt8], number: Int32)]) {
    let items = literals.map { literal, number in
      Item(
        value: literal.reversed().reduce(0) { $0 << 8 | UInt64($1) }, mask: .max >> UInt64(64 - 8 * literal.count),
        length: Int32(literal.count), number: number)
    }
    var places: [(bit: Int, item: Int)] = []
    var single = [Int32](repeating: -1, count: 256)
    for (number, item) in items.enumerated() {
      if item.length == 1 { single[Int(item.value)] = item.number } else { Self.bits(of: item) { places.append(($0, number)) } }
    }
    places.sort { ($0.bit, $0.item) < ($1.bit, $1.item) }
    var begins = [UInt64](repeating: 0, count: items.isEmpty ? 0 : 1 << 11)
    var starts: [Int32] = []
    for (place, (bit, _)) in places.enumerated() where place == 0 || places[place - 1].bit != bit {
      begins[bit >> 6] |= 1 << UInt64(bit & 63)
      starts.append(Int32(place))
    }
    starts.append(Int32(places.count))
    var ranks: [Int32] = []
    var before: Int32 = 0
    for word in begins {
      ranks.append(before)
      before += Int32(word.nonzeroBitCount)
    }
    let listed = places.map { items[$0.item] }
    threes = items.contains { $0.value & 0xF0 == 0xE0 } ? .max : 0
    self.single = single.allSatisfy { $0 < 0 } ? [] : single
    (self.items, self.begins, self.ranks, self.starts, self.listed) = (items, begins, ranks, starts, listed)
  }

  /// The bit of three bytes, the first one lowest.
  @inline(__always)
  private static func bit(_ bytes: UInt64) -> Int {
    let word = ((bytes & 0xFFFF) &* GramTable.multiplier) >> 53
    return Int(truncatingIfNeeded: word << 6 | bytes >> 16 & 63)
  }

  /// The bits of all positions at which `item`, of two bytes at least, may stand: of what follows it nothing is known.
  private static func bits(of item: Item, _ body: (Int) -> Void) {
    let bit = bit(item.value)
    if item.length > 2 { body(bit) } else { for third in 0..<64 { body(bit & ~63 | third) } }
  }

  /// The literals with their numbers, as they were given.
  var literals: [(literal: [UInt8], number: Int32)] {
    items.map { item in ((0..<Int(item.length)).map { UInt8(truncatingIfNeeded: item.value >> UInt64(8 * $0)) }, item.number) }
  }

  /// Tells `index` of each literal that stands in `buffer`.
  func scan(_ buffer: borrowing ScanBuffer, _ index: SignIndex, into events: inout SignEvents) {
    if items.isEmpty { return }
    let (text, count) = unsafe (buffer.base, buffer.count)
    if !single.isEmpty {
      for at in 0..<count {
        let number = unsafe single[Int(text[at])]
        if number >= 0 { index.tell(Int(number), at, at &+ 1, into: &events) }
      }
    }
    unsafe begins.withUnsafeBufferPointer { begins in
      var i = 0
      while i < count {
        let word = unsafe UInt64(littleEndian: UnsafeRawPointer(text + i).loadUnaligned(as: UInt64.self))
        let places = places(word)
        if places == 0 {
          i &+= 8
          continue
        }
        // Six positions have their three bytes in the word.
        if places == Self.highs {
          var bytes = word
          for at in i..<i &+ 6 {
            let bit = Self.bit(bytes)
            if unsafe begins[bit >> 6] >> UInt64(bit & 63) & 1 != 0 { unsafe found(text, count, at, bit, index, into: &events) }
            bytes >>= 8
          }
        } else {
          var left = places & 0x0000_FFFF_FFFF_FFFF
          while left != 0 {
            let at = left.trailingZeroBitCount >> 3
            left &= left &- 1
            let bit = Self.bit(word >> UInt64(at << 3))
            if unsafe begins[bit >> 6] >> UInt64(bit & 63) & 1 != 0 { unsafe found(text, count, i &+ at, bit, index, into: &events) }
          }
        }
        i &+= 6
      }
    }
  }

  /// The high bit of each byte that is ASCII or begins a character of two or four bytes, or of three where that is asked for.
  @inline(__always)
  private func places(_ word: UInt64) -> UInt64 {
    (~word | word << 1 & (~(word << 2) | word << 3 | threes)) & Self.highs
  }

  private static let highs: UInt64 = 0x8080_8080_8080_8080

  @inline(never)
  private func found(
    _ text: UnsafeMutablePointer<UInt8>, _ count: Int, _ start: Int, _ bit: Int, _ index: SignIndex, into events: inout SignEvents
  ) {
    let word = unsafe UInt64(littleEndian: UnsafeRawPointer(text + start).loadUnaligned(as: UInt64.self))
    let before = begins[bit >> 6] & (1 << UInt64(bit & 63) &- 1)
    let slot = Int(ranks[bit >> 6]) &+ before.nonzeroBitCount
    let (first, last) = (Int(starts[slot]), Int(starts[slot &+ 1]))
    unsafe listed.withUnsafeBufferPointer { listed in
      for place in first..<last {
        let item = unsafe listed[place]
        let end = start &+ Int(item.length)
        // Zeros behind the text are not part of it.
        guard word & item.mask == item.value, end <= count else { continue }
        index.tell(Int(item.number), start, end, into: &events)
      }
    }
  }
}
