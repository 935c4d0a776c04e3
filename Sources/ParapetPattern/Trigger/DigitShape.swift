/// How digits and separators alternate in everything that a part of a pattern can match.
struct DigitShape: Sendable {
  /// Digits at least.
  var least: Int
  /// Bytes of separators in front of the first digit, and behind the last, at most.
  var lead: Int
  var trail: Int
  /// Bytes of separators at most where there is no digit at all; nil when there is always one.
  var bare: Int?
  /// Bytes of separators in a row between digits at most.
  var gap: Int
  /// Whether there can be a digit at all.
  var mayHaveDigits: Bool

  static let nothing = DigitShape(least: 0, lead: 0, trail: 0, bare: 0, gap: 0, mayHaveDigits: false)
  private static let many = 1 << 20
  private static let middleDot: ClosedRange<UInt32> = 0xB7...0xB7

  init(least: Int, lead: Int, trail: Int, bare: Int?, gap: Int, mayHaveDigits: Bool = true) {
    (self.least, self.lead, self.trail, self.bare, self.gap, self.mayHaveDigits) = (least, lead, trail, bare, gap, mayHaveDigits)
  }

  /// The shape of one character of `set`, or nil when it may be something else.
  init?(_ set: CharacterClass) {
    if set.isWithin(.digits) {
      self.init(least: 1, lead: 0, trail: 0, bare: nil, gap: 0)
    } else {
      let ascii = CharacterClass(set.ranges.filter { $0 != Self.middleDot })
      guard ascii.isWithin(ASCIISet.digits.union(.separators)) else { return nil }
      let bytes = ascii == set ? 1 : 2
      let digits = CharacterClass.digits.ranges[0]
      self.init(least: 0, lead: bytes, trail: bytes, bare: bytes, gap: 0, mayHaveDigits: set.ranges.contains { $0.overlaps(digits) })
    }
  }

  /// The shape of these bytes, or nil when there are others than digits and separators among them.
  init?(_ bytes: [UInt8]) {
    var shape = DigitShape.nothing
    let separator = DigitShape(least: 0, lead: 1, trail: 1, bare: 1, gap: 0, mayHaveDigits: false)
    let digit = DigitShape(least: 1, lead: 0, trail: 0, bare: nil, gap: 0)
    for byte in bytes {
      if ASCIISet.digits.contains(byte) {
        shape = shape.then(digit)
      } else if ASCIISet.separators.contains(byte) {
        shape = shape.then(separator)
      } else {
        return nil
      }
    }
    self = shape
  }

  func then(_ next: DigitShape) -> DigitShape {
    DigitShape(
      least: least + next.least, lead: max(lead, bare.map { $0 + next.lead } ?? 0),
      trail: max(next.trail, next.bare.map { $0 + trail } ?? 0),
      bare: bare.flatMap { a in next.bare.map { min(a + $0, Self.many) } }, gap: max(gap, next.gap, trail + next.lead),
      mayHaveDigits: mayHaveDigits || next.mayHaveDigits)
  }

  func or(_ other: DigitShape) -> DigitShape {
    DigitShape(
      least: min(least, other.least), lead: max(lead, other.lead), trail: max(trail, other.trail),
      bare: bare.map { max($0, other.bare ?? 0) } ?? other.bare, gap: max(gap, other.gap),
      mayHaveDigits: mayHaveDigits || other.mayHaveDigits)
  }

  func repeated(_ low: Int, _ high: Int?) -> DigitShape {
    let times = min(high ?? Self.many, Self.many)
    if times == 0 { return .nothing }
    let others = min((bare ?? 0) * (times - 1), Self.many)
    var result = DigitShape(
      least: min(least * low, Self.many), lead: others + lead, trail: others + trail, bare: bare.map { min($0 * times, Self.many) },
      gap: times > 1 && mayHaveDigits ? max(gap, others + trail + lead) : gap, mayHaveDigits: mayHaveDigits)
    if low == 0 { result.bare = result.bare ?? 0 }
    return result
  }
}
