/// Rates of return, by decimal arithmetic alone.
package enum InternalRate {
  /// The rate a period, in per cent, at which `count` equal payments repay what was borrowed, when each repays a `count`-th of it and
  /// brings a fee of `fee` per cent of the whole.
  ///
  /// Bisection between 0 and 100 % a period. Interim values are cut off at a billionth, so that the rate is right to a thousandth of a
  /// percentage point for up to 360 periods.
  ///
  /// - Complexity: 40 rounds of `count` multiplications.
  package static func ofInstalments(count: Int, fee: FixedPoint) -> FixedPoint? {
    guard (1...360).contains(count), fee > .zero, let rate = fee.shifted(-2), let part = FixedPoint(1).divided(by: FixedPoint(count)) else {
      return nil
    }
    let payment = part + rate
    var low = FixedPoint.zero
    var high = FixedPoint(1)
    for _ in 0..<40 {
      let middle = FixedPoint(billionths: (low.billionths + high.billionths) / 2)
      guard let worth = worth(of: payment, count: count, rate: middle) else { return nil }
      if worth > FixedPoint(1) { low = middle } else { high = middle }
    }
    return low.shifted(2)
  }

  /// What `count` payments are worth today.
  private static func worth(of payment: FixedPoint, count: Int, rate: FixedPoint) -> FixedPoint? {
    guard let discount = FixedPoint(1).divided(by: FixedPoint(1) + rate) else { return nil }
    var factor = FixedPoint(1)
    var total = FixedPoint.zero
    for _ in 0..<count {
      guard let next = factor.times(discount), let part = payment.times(next) else { return nil }
      factor = next
      total = total + part
    }
    return total
  }

  /// The annual rate, in per cent, of `rate` per cent a period with interest on interest over `periods`; nil where it is out of reach.
  package static func compound(_ rate: FixedPoint, periods: Int) -> FixedPoint? {
    guard let step = rate.shifted(-2) else { return nil }
    var total = FixedPoint(1)
    for _ in 0..<periods {
      guard let next = total.times(FixedPoint(1) + step), next < FixedPoint(1000) else { return nil }
      total = next
    }
    return (total - FixedPoint(1)).shifted(2)
  }
}
