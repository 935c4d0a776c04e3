/// A decimal number in billionths: exact for nine decimals, for magnitudes below 10¹⁸.
///
/// Figures are compared with it, so that no comparison depends on how binary fractions round.
public struct FixedPoint: Sendable, Hashable, Comparable {
  /// The number, times 10⁹.
  public let billionths: Int128

  /// A number from its billionths.
  @inlinable public init(billionths: Int128) { self.billionths = billionths }

  /// A whole number.
  @inlinable public init(_ whole: Int) { billionths = Int128(whole) * FixedPoint.unit }

  /// The number that `mantissa` writes with a point before the last `decimals` digits (0 to 9), or nil when it is too large.
  init?(mantissa: Int128, decimals: Int) {
    guard (0...9).contains(decimals), mantissa < FixedPoint.unit * FixedPoint.unit * FixedPoint.unit else { return nil }
    if let word = Int64(exactly: mantissa),
      case let (product, overflow) = word.multipliedReportingOverflow(by: FixedPoint.power(9 - decimals)),
      !overflow
    {
      billionths = Int128(product)
      return
    }
    let billionths = mantissa * Int128(FixedPoint.power(9 - decimals))
    guard billionths < FixedPoint.limit else { return nil }
    self.billionths = billionths
  }

  /// Nought.
  @inlinable public static var zero: FixedPoint { FixedPoint(billionths: 0) }
  /// The billionths of one.
  @inlinable static var unit: Int128 { 1_000_000_000 }
  /// Beyond this a number is not represented.
  static var limit: Int128 { 1_000_000_000_000_000_000_000_000_000 }

  /// The number without its sign.
  @inlinable public var magnitude: FixedPoint { FixedPoint(billionths: billionths < 0 ? -billionths : billionths) }

  /// By value.
  @inlinable public static func < (a: FixedPoint, b: FixedPoint) -> Bool { a.billionths < b.billionths }
  /// The sum.
  @inlinable public static func + (a: FixedPoint, b: FixedPoint) -> FixedPoint { FixedPoint(billionths: a.billionths + b.billionths) }
  /// The difference.
  @inlinable public static func - (a: FixedPoint, b: FixedPoint) -> FixedPoint { FixedPoint(billionths: a.billionths - b.billionths) }
  /// The number with the other sign.
  @inlinable public static prefix func - (a: FixedPoint) -> FixedPoint { FixedPoint(billionths: -a.billionths) }

  /// The product rounded down to billionths, or nil when it is too large.
  public func times(_ other: FixedPoint) -> FixedPoint? {
    let (product, overflow) = billionths.multipliedReportingOverflow(by: other.billionths)
    return overflow ? nil : FixedPoint.checked(product / FixedPoint.unit)
  }

  /// The quotient rounded down to billionths, or nil when it is too large or the divisor is nought.
  public func divided(by other: FixedPoint) -> FixedPoint? {
    guard other.billionths != 0 else { return nil }
    let (raised, overflow) = billionths.multipliedReportingOverflow(by: FixedPoint.unit)
    return overflow ? nil : FixedPoint.checked(raised / other.billionths)
  }

  /// The number times 10 to the power of `exponent` (−18 to 18), or nil when it is too large.
  public func shifted(_ exponent: Int) -> FixedPoint? {
    guard exponent != 0 else { return self }
    guard (-18...18).contains(exponent) else { return nil }
    let power = FixedPoint.power(abs(exponent))
    // Most numbers fit a word, which is multiplied and divided far sooner.
    if let word = Int64(exactly: billionths) {
      guard exponent > 0 else { return FixedPoint(billionths: Int128(word / power)) }
      let (product, overflow) = word.multipliedReportingOverflow(by: power)
      return overflow ? FixedPoint.checked(Int128(word) &* Int128(power)) : FixedPoint(billionths: Int128(product))
    }
    guard exponent > 0 else { return FixedPoint(billionths: billionths / Int128(power)) }
    let (product, overflow) = billionths.multipliedReportingOverflow(by: Int128(power))
    return overflow ? nil : FixedPoint.checked(product)
  }

  /// Ten to the power of `exponent`, 0 to 18.
  private static func power(_ exponent: Int) -> Int64 {
    switch exponent {
    case 0: 1
    case 1: 10
    case 2: 100
    case 3: 1_000
    case 4: 10_000
    case 5: 100_000
    case 6: 1_000_000
    case 7: 10_000_000
    case 8: 100_000_000
    case 9: 1_000_000_000
    case 10: 10_000_000_000
    case 11: 100_000_000_000
    case 12: 1_000_000_000_000
    case 13: 10_000_000_000_000
    case 14: 100_000_000_000_000
    case 15: 1_000_000_000_000_000
    case 16: 10_000_000_000_000_000
    case 17: 100_000_000_000_000_000
    default: 1_000_000_000_000_000_000
    }
  }

  /// The number in digits, with at most four decimals, rounded half up.
  public var text: String {
    let step: Int128 = 100_000
    let rounded = (magnitude.billionths + step / 2) / step
    var decimals = String(Int(rounded % 10_000) + 10_000).dropFirst()
    while decimals.last == "0" { decimals = decimals.dropLast() }
    let whole = String(rounded / 10_000)
    return (billionths < 0 ? "-" : "") + whole + (decimals.isEmpty ? "" : "." + decimals)
  }

  private static func checked(_ billionths: Int128) -> FixedPoint? {
    billionths < limit && billionths > -limit ? FixedPoint(billionths: billionths) : nil
  }
}
