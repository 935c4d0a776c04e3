/// The grams by which one literal can be found wherever it stands.
struct Grams {
  private let bytes: [UInt8]
  private let range: Range<Int>
  private let narrowLength: Int

  /// As far into a literal a gram may lie; the rest of a longer one is only compared.
  private static let reach = 4096

  /// The literal that lies in `range` of `bytes`; grams of ASCII have `narrowLength` bytes.
  init(_ bytes: [UInt8], _ range: Range<Int>, _ narrowLength: Int) {
    self.bytes = bytes
    self.narrowLength = narrowLength
    self.range = range.lowerBound..<min(range.upperBound, range.lowerBound + Self.reach)
  }

  /// Whether there are any.
  var hasAny: Bool {
    if asciiCount > narrowLength { return true }
    return range.contains { isWide(at: $0) || isEdge(at: $0) }
  }

  /// How many bytes of ASCII it begins with.
  private var asciiCount: Int {
    var end = range.lowerBound
    while end < range.upperBound, bytes[end] < 0x80 { end += 1 }
    return end - range.lowerBound
  }

  /// Counts its grams.
  func tally(in crowd: inout GramCrowd) {
    for at in range where isWide(at: at) || isEdge(at: at) { crowd.add(key(at)) }
    let ascii = asciiCount
    let length = narrowLength
    if ascii > length { for at in range.lowerBound...range.lowerBound + ascii - length { crowd.add(key(at, length)) } }
  }

  /// The best gram of those that are looked for at every position, with its offset; nil when there is none.
  func single(_ crowd: GramCrowd) -> (key: UInt64, offset: Int)? {
    var best: (key: UInt64, offset: Int, worth: Double)?
    for at in range where isWide(at: at) || isEdge(at: at) {
      let worth = GramRarity.of(bytes, at..<at + length(at)) - crowd.bits(key(at))
      if worth > best?.worth ?? -.infinity { best = (key(at), at - range.lowerBound, worth) }
    }
    return best.map { ($0.key, $0.offset) }
  }

  /// The best two neighbouring grams of ASCII alone, one of which is at an even position of any text, with the offset of the first.
  func pair(_ crowd: GramCrowd) -> (first: UInt64, second: UInt64, offset: Int)? {
    let ascii = asciiCount
    let length = narrowLength
    guard ascii > length else { return nil }
    var best: (offset: Int, worth: Double) = (range.lowerBound, -.infinity)
    for at in range.lowerBound..<range.lowerBound + ascii - length {
      let rarity = (GramRarity.of(bytes, at..<at + length) + GramRarity.of(bytes, at + 1..<at + 1 + length)) / 2
      let worth = rarity - max(crowd.bits(key(at, length)), crowd.bits(key(at + 1, length)))
      if worth > best.worth { best = (at, worth) }
    }
    return (key(best.offset, length), key(best.offset + 1, length), best.offset - range.lowerBound)
  }

  /// Whether a gram begins here outside ASCII, as the scan reads it.
  private func isWide(at offset: Int) -> Bool { bytes[offset] >= 0xC0 && offset + length(offset) <= range.upperBound }

  /// Whether here stands the last byte of a run of ASCII with a character of three bytes behind it: the scan always looks there.
  private func isEdge(at offset: Int) -> Bool {
    offset + 4 <= range.upperBound && bytes[offset] < 0x80 && bytes[offset + 1] >= 0x80
  }

  private func length(_ offset: Int) -> Int {
    if bytes[offset] < 0xE0 { return 4 }
    return offset + 3 < range.upperBound && bytes[offset + 3] < 0x80 ? 4 : 6
  }

  private func key(_ offset: Int) -> UInt64 { key(offset, length(offset)) }

  private func key(_ offset: Int, _ length: Int) -> UInt64 {
    var key: UInt64 = 0
    for index in 0..<length { key |= UInt64(bytes[offset + index]) << UInt64(8 * index) }
    return key
  }
}

/// How many literals share a gram, about: what many have is common in texts too, and each of them has to be compared.
struct GramCrowd {
  private var counts = [UInt16](repeating: 0, count: 1 << 16)

  private static func slot(_ key: UInt64) -> Int { Int((key &* GramTable.multiplier) >> 48) }

  /// Counts one more literal with the gram `key`.
  mutating func add(_ key: UInt64) {
    let slot = Self.slot(key)
    if counts[slot] < .max { counts[slot] += 1 }
  }

  /// The logarithm of the count of `key`, doubled, since it counts for being common and for being crowded.
  func bits(_ key: UInt64) -> Double { 2 * Double(UInt16.bitWidth - counts[Self.slot(key)].leadingZeroBitCount) }
}
