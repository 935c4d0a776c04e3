import ParapetEntity

/// An amount in another currency, by a rate of exchange that the evidence or the question states.
extension Derivation {
  func fromExchange() -> Found? {
    guard claim.unit == .money, let currency = claim.currency, index.currencies.contains(where: { !currency.mayBe($0) }) else { return nil }
    let known = index.figures.prefix(200)
    let rates = known.filter(isRate).prefix(8)
    guard !rates.isEmpty else { return nil }
    let amounts = known.filter { figure in
      figure.quantity.unit == .money && figure.quantity.currency.map { !currency.mayBe($0) } ?? false
    }
    let target = Target(claim.value, claim.precision)
    for amount in amounts.prefix(24) {
      for rate in rates where rate.range != amount.range || rate.passage != amount.passage {
        let (value, price) = (amount.quantity.value, rate.quantity.value)
        // 0.92元 for a Hong Kong dollar is what amounts in Hong Kong dollars are multiplied by.
        let isPrice = rate.quantity.currency.map { currency.mayBe($0) }
        if isPrice != false, let hit = value.times(price), target.isHit(hit) { return Found("exchange", [Term(amount), Term(rate)], hit) }
        if isPrice != true, let hit = value.divided(by: price), target.isHit(hit) {
          return Found("exchange-back", [Term(amount), Term(rate)], hit)
        }
      }
    }
    return nil
  }

  /// A small number with decimals in a sentence that speaks of exchange.
  private func isRate(_ figure: Figure) -> Bool {
    guard figure.quantity.decimals >= 2, figure.quantity.scale == 0, figure.quantity.value > .zero, figure.quantity.value < FixedPoint(2000)
    else { return false }
    let text = index.text(figure.passage)
    let sentence = text[TextBounds.sentence(text, figure.range)]
    return Derivation.exchangeWords.contains { sentence.holds($0) }
  }

  private static let exchangeWords = ["汇率", "折算", "折合", "兑换", "exchange", "converted at"].map { Array($0.utf8) }
}
