import ParapetEntity

/// How a number is printed: what a figure that was copied wrongly keeps.
struct Print: Sendable {
  /// The digits as printed, decimals included, without leading noughts before the point.
  let digits: [UInt8]
  let decimals: Int
  let isGrouped: Bool
  /// The number, for rounding.
  private let printed: FixedPoint

  init(_ quantity: Quantity, _ text: ArraySlice<UInt8>) {
    printed = quantity.printed.magnitude
    decimals = quantity.decimals
    isGrouped = text.contains(0x2C)
    let whole = (printed.shifted(quantity.decimals) ?? printed).billionths / 1_000_000_000
    digits = Print.digits(of: whole, atLeast: quantity.decimals + 1)
  }

  private static func digits(of number: Int128, atLeast count: Int) -> [UInt8] {
    var digits: [UInt8] = []
    digits.reserveCapacity(20)
    var rest = number
    // One division for all the digits that fit a word.
    while rest > Int128(Int64.max) {
      digits.append(UInt8(rest % 10))
      rest /= 10
    }
    var word = UInt64(rest)
    while word > 0 || digits.count < count {
      digits.append(UInt8(word % 10))
      word /= 10
    }
    digits.reverse()
    return digits
  }

  /// How two figures look alike: not at all, of one shape when rounded alike, or with a digit or two mistaken.
  enum Likeness { case none, shaped, misprint }

  /// How a figure of the evidence looks, to this one.
  func likeness(to other: Print) -> Likeness {
    guard other.digits.count - other.decimals == digits.count - decimals, other.decimals >= decimals, other.isGrouped == isGrouped else {
      return .none
    }
    guard other.decimals > decimals else { return Print.isMisprint(digits, other.digits) ? .misprint : .shaped }
    guard let step = FixedPoint(1).shifted(-decimals)?.billionths, step > 0 else { return .none }
    let rounded = (other.printed.billionths + step / 2) / step
    return Print.isMisprint(digits, Print.digits(of: rounded, atLeast: decimals + 1)) ? .misprint : .shaped
  }

  /// Whether two runs of digits differ in one place, or in two neighbours exchanged.
  static func isMisprint(_ a: [UInt8], _ b: [UInt8]) -> Bool {
    guard a.count == b.count else { return false }
    var first: Int?
    var count = 0
    for place in a.indices where a[place] != b[place] {
      count += 1
      if first == nil { first = place }
    }
    if count == 1 { return true }
    guard count == 2, let first, a[first + 1] != b[first + 1] else { return false }
    return a[first] == b[first + 1] && a[first + 1] == b[first]
  }
}
