import ParapetEntity

/// Percentages behind a change that the answer states by both ends: 由80亿元增至100亿元，增长25%.
extension FigureJudge {
  /// The verdict on a percentage that a change right before it must give; nil where none does, or it gives it.
  func statedChange(_ claim: Quantity, _ range: Range<Int>) -> Verdict? {
    guard claim.unit == .percent, claim.role == .measure, let change = changes.last(where: { $0.toRange.upperBound <= range.lowerBound })
    else { return nil }
    let gap = change.toRange.upperBound..<range.lowerBound
    guard gap.count <= 60, let shares = shares(of: change), !gap.contains(where: { TextBounds.endsSentence(answer, $0) }) else {
      return nil
    }
    let words = answer[gap]
    guard FigureJudge.changeWords.contains(where: { words.holds($0) }), !words.contains(where: \.isASCIIDigit) else { return nil }
    // Several changes told one after the other, and shares of something else.
    let sentence = answer[TextBounds.sentence(answer, range)]
    guard !FigureJudge.otherWords.contains(where: { sentence.holds($0) }) else { return nil }
    let value = claim.value.magnitude
    let slip = claim.precision
    guard value + slip < shares.low || value - slip > shares.high else { return nil }
    // Against the year or quarter before is another base, where the change is not said to be the same.
    let isSlight = value + slip + slip >= shares.low && value - slip - slip <= shares.high
    let tier: ClaimJudgement.Fault.Tier = isSlight || FigureJudge.baseWords.contains { words.holds($0) } ? .likely : .certain
    let proof = Proof(operation: "growth", operands: change.terms.map(\.operand), result: shares.exact)
    return Verdict(outcome: .unsupported(FaultKind.arithmetic.fault(tier)), nearest: nil, proof: proof)
  }

  /// By how much per cent the end of a change differs from its start, and within which bounds, both ends being rounded.
  private func shares(of change: FromTo) -> (low: FixedPoint, exact: FixedPoint, high: FixedPoint)? {
    let (from, to) = (change.from, change.to)
    guard from.unit != .percent, from.unit == to.unit, from.hedge == nil, to.hedge == nil, from.value > .zero, to.value > .zero else {
      return nil
    }
    func half(_ quantity: Quantity) -> FixedPoint { FixedPoint(billionths: quantity.precision.billionths / 2) }
    func share(_ from: FixedPoint, _ to: FixedPoint) -> FixedPoint? { (to - from).magnitude.shifted(2)?.divided(by: from) }
    let corners = [(half(from), half(to)), (half(from), -half(to)), (-half(from), half(to)), (-half(from), -half(to))].map {
      share(from.value + $0.0, to.value + $0.1)
    }
    guard let exact = share(from.value, to.value), !corners.contains(where: { $0 == nil }) else { return nil }
    let all = corners.compactMap(\.self) + [exact]
    guard let low = all.min(), let high = all.max() else { return nil }
    return (low, exact, high)
  }

  private static let changeWords = [
    "增长", "增加", "上升", "提高", "下降", "减少", "降低", "增幅", "降幅", "涨幅", "跌幅", "上涨", "下跌", "increase", "decrease", "growth", "rise", "decline",
    "up ", "down ", "gain", "drop",
  ].map { Array($0.utf8) }
  private static let baseWords = ["同比", "环比", "较", "year-on-year", "year on year", "quarter", "compared"].map { Array($0.utf8) }
  private static let otherWords = ["分别", "占", "respectively", "share of", "年均", "复合", "annual", "cagr", "亏损", "loss"].map { Array($0.utf8) }
}
