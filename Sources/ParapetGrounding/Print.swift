import ParapetEntity

/// How a number is printed: what a figure that was copied wrongly keeps.
struct Print: Sendable {
  /// The digits as printed, decimals included, without leading noughts before the point.
  let digits: Digits
  let decimals: Int
  let isGrouped: Bool
  /// The number, for rounding.
  private let printed: FixedPoint

  init(_ quantity: Quantity, _ text: ArraySlice<UInt8>) {
    printed = quantity.printed.magnitude
    decimals = quantity.decimals
    isGrouped = text.contains(0x2C)
    digits = Digits(of: Print.whole(printed, quantity.decimals), atLeast: decimals + 1)
  }

  /// The number that the digits of `printed` write without their point.
  private static func whole(_ printed: FixedPoint, _ decimals: Int) -> Int128 {
    // Numbers below a thousand million, which most are, need no more than a word.
    if let word = Int64(exactly: printed.billionths), word < 1_000_000_000_000_000_000, decimals < powers.count {
      return Int128(word / powers[powers.count - 1 - decimals])
    }
    return (printed.shifted(decimals) ?? printed).billionths / 1_000_000_000
  }

  private static let powers: [Int64] = [1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000]

  /// Up to 32 digits, four bits each.
  struct Digits {
    /// The last sixteen, the last of all in the lowest bits, and those before.
    private var low: UInt64 = 0
    private var high: UInt64 = 0
    private(set) var count = 0

    init(of number: Int128, atLeast least: Int) {
      // Most numbers have few digits.
      if var word = UInt64(exactly: number), word < 10_000_000_000_000_000, least <= 16 {
        while word > 0 || count < least {
          low |= (word % 10) << UInt64(4 &* count)
          word /= 10
          count &+= 1
        }
        return
      }
      var rest = number
      // One division for all the digits that fit a word.
      while rest > Int128(Int64.max) {
        add(UInt64(rest % 10))
        rest /= 10
      }
      var word = UInt64(rest)
      while word > 0 || count < least {
        add(word % 10)
        word /= 10
      }
    }

    /// The four digits of a year, or of a number that may be one.
    init(year: Int) { self.init(of: Int128(year), atLeast: 4) }

    private mutating func add(_ digit: UInt64) {
      if count < 16 { low |= digit << UInt64(4 * count) } else { high |= digit << UInt64(4 * (count & 15)) }
      count += 1
    }

    /// The digit at `place`, counted from the last.
    private func digit(_ place: Int) -> UInt64 { (place < 16 ? low >> UInt64(4 * place) : high >> UInt64(4 * (place - 16))) & 15 }

    /// One bit for each digit that is not nought.
    private static func marks(_ digits: UInt64) -> UInt64 {
      let pairs = digits | digits >> 2
      return (pairs | pairs >> 1) & 0x1111_1111_1111_1111
    }

    /// Whether two runs of digits differ in one place, or in two neighbours exchanged.
    func isMisprint(of other: Digits) -> Bool {
      guard count == other.count else { return false }
      let (low, high) = (Digits.marks(low ^ other.low), Digits.marks(high ^ other.high))
      let differing = low.nonzeroBitCount + high.nonzeroBitCount
      guard differing == 2 else { return differing == 1 }
      let last = low != 0 ? low.trailingZeroBitCount / 4 : 16 + high.trailingZeroBitCount / 4
      guard last < 31 else { return false }
      return digit(last) == other.digit(last + 1) && digit(last + 1) == other.digit(last) && digit(last + 1) != other.digit(last + 1)
    }
  }

  /// How two figures look alike: not at all, of one shape when rounded alike, or with a digit or two mistaken.
  enum Likeness { case none, shaped, misprint }

  /// How a figure of the evidence looks, to this one.
  func likeness(to other: Print) -> Likeness {
    guard other.digits.count - other.decimals == digits.count - decimals, other.decimals >= decimals, other.isGrouped == isGrouped else {
      return .none
    }
    guard other.decimals > decimals else { return digits.isMisprint(of: other.digits) ? .misprint : .shaped }
    guard let step = FixedPoint(1).shifted(-decimals)?.billionths, step > 0 else { return .none }
    let rounded = (other.printed.billionths + step / 2) / step
    return digits.isMisprint(of: Digits(of: rounded, atLeast: decimals + 1)) ? .misprint : .shaped
  }
}
