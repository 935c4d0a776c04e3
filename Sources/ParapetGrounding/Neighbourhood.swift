import ParapetEntity

/// What stands right before or right behind a word of direction: two Chinese characters, or one longer word.
struct Neighbourhood: Hashable, Sendable {
  private let isBefore: Bool
  private let bytes: [UInt8]

  /// Both neighbours of a stretch; a digit, a mark or the edge of a line is none.
  static func around(_ range: Range<Int>, in text: [UInt8]) -> [Neighbourhood] {
    [before(range.lowerBound, text), behind(range.upperBound, text)].compactMap { $0 }
  }

  private static func before(_ end: Int, _ text: [UInt8]) -> Neighbourhood? {
    if end >= 6, isHan(text[end - 6]), isHan(text[end - 3]), text[end - 5] >= 0x80, text[end - 2] >= 0x80 {
      return Neighbourhood(isBefore: true, bytes: Array(text[(end - 6)..<end]))
    }
    let stop = end > 0 && text[end - 1] == 0x20 ? end - 1 : end
    var start = stop
    while start > 0, stop - start < 24, isLetter(text[start - 1]) { start -= 1 }
    return stop - start >= 4 ? Neighbourhood(isBefore: true, bytes: text[start..<stop].map { $0 | 0x20 }) : nil
  }

  private static func behind(_ start: Int, _ text: [UInt8]) -> Neighbourhood? {
    if start + 6 <= text.count, isHan(text[start]), isHan(text[start + 3]) {
      return Neighbourhood(isBefore: false, bytes: Array(text[start..<(start + 6)]))
    }
    let from = start < text.count && text[start] == 0x20 ? start + 1 : start
    var end = from
    while end < text.count, end - from < 24, isLetter(text[end]) { end += 1 }
    return end - from >= 4 ? Neighbourhood(isBefore: false, bytes: text[from..<end].map { $0 | 0x20 }) : nil
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
