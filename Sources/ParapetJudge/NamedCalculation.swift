import ParapetEntity

/// What an operation that somebody named makes of figures that somebody named.
enum NamedCalculation {
  /// The readings of the result: percentages as per cent and as fractions; empty where it cannot be computed.
  static func results(_ operation: Operation, _ figures: [Quantity]) -> [FixedPoint] {
    let values = figures.map { $0.value }
    guard let first = values.first else { return [] }
    let result: FixedPoint?
    switch operation {
    case .quote: result = values.count == 1 ? first : nil
    case .difference: result = values.count == 2 ? first - values[1] : nil
    case .total: result = values.count >= 2 ? values.dropFirst().reduce(first, +) : nil
    case .average: result = values.count >= 2 ? values.dropFirst().reduce(first, +).divided(by: FixedPoint(values.count)) : nil
    case .ratio: result = values.count == 2 ? first.divided(by: values[1]) : nil
    case .share: result = values.count == 2 ? first.shifted(2)?.divided(by: values[1]) : nil
    case .growth: result = values.count == 2 ? (first - values[1]).shifted(2)?.divided(by: values[1]) : nil
    case .product:
      result = values.count >= 2 ? values.dropFirst().reduce(Optional(first)) { $0?.times($1) } : nil
    }
    guard let result else { return [] }
    let percents = figures.count { $0.unit == .percent }
    let asFraction = operation == .product && percents > 0 ? result.shifted(-2 * percents) : nil
    return [result, result.shifted(-2), asFraction].compactMap(\.self)
  }

  /// Whether `results` hold the claim, to half a unit of its last digit.
  static func gives(_ results: [FixedPoint], _ claim: Quantity) -> Bool {
    let value = claim.value.magnitude.billionths
    let half = claim.precision.billionths / 2 + 1
    return results.contains { abs($0.magnitude.billionths - value) <= half }
  }
}
