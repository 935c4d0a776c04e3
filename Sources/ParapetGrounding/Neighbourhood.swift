import ParapetEntity

/// What stands right before or right behind a word of direction, as a number: two Chinese characters, or one longer word.
struct Neighbourhood: Hashable, Sendable {
  private let number: UInt64

  /// - Source: FNV-1a (Fowler, Noll, Vo), 64 bits.
  private init(isBefore: Bool, _ text: [UInt8], _ range: Range<Int>) {
    var value: UInt64 = isBefore ? 0xcbf2_9ce4_8422_2325 : 0x84_2223_25cb_f29c
    for at in range { value = (value ^ UInt64(text[at].lowerLetter)) &* 0x100_0000_01b3 }
    number = value
  }

  /// Calls `body` with both neighbours of a stretch; a digit, a mark or the edge of a line is none.
  static func forEach(around range: Range<Int>, in text: [UInt8], _ body: (Neighbourhood) -> Void) {
    if let before = before(range.lowerBound, text) { body(before) }
    if let behind = behind(range.upperBound, text) { body(behind) }
  }

  private static func before(_ end: Int, _ text: [UInt8]) -> Neighbourhood? {
    if end >= 6, isHan(text[end - 6]), isHan(text[end - 3]), text[end - 5] >= 0x80, text[end - 2] >= 0x80 {
      return Neighbourhood(isBefore: true, text, (end - 6)..<end)
    }
    let stop = end > 0 && text[end - 1] == 0x20 ? end - 1 : end
    var start = stop
    while start > 0, stop - start < 24, isLetter(text[start - 1]) { start -= 1 }
    return stop - start >= 4 ? Neighbourhood(isBefore: true, text, start..<stop) : nil
  }

  /// What stands right behind `start`.
  static func behind(_ start: Int, _ text: [UInt8]) -> Neighbourhood? {
    if start + 6 <= text.count, isHan(text[start]), isHan(text[start + 3]) {
      return Neighbourhood(isBefore: false, text, start..<(start + 6))
    }
    let from = start < text.count && text[start] == 0x20 ? start + 1 : start
    var end = from
    while end < text.count, end - from < 24, isLetter(text[end]) { end += 1 }
    return end - from >= 4 ? Neighbourhood(isBefore: false, text, from..<end) : nil
  }

  private static func isHan(_ byte: UInt8) -> Bool { (0xE4...0xE9).contains(byte) }
  private static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }
}

/// The first place where each direction is said.
struct SaidDirections: Sendable {
  private var up: Place?
  private var down: Place?

  mutating func add(_ direction: Direction, _ place: Place) {
    switch direction {
    case .up: up = up ?? place
    case .down: down = down ?? place
    }
  }

  func place(_ direction: Direction) -> Place? { direction == .up ? up : down }
}
