/// Figures of measures that have bounds by logic, law or custom.
package enum LimitScan {
  /// What is measured.
  package enum Measure: Sendable, Equatable {
    case loanToValue, wholeShare, share, fall, rise, depositRate, primeRate, rate, assetValue, age, term
  }

  /// What a measure may be.
  private struct Bound: Sendable {
    let measure: Measure
    var units: [Quantity.Unit] = [.percent]
    /// Beyond this it is hardly possible.
    var doubtful: Int?
    /// Beyond this it cannot be.
    var most: Int?
    var mayBeNegative = false
    var mayBeZero = true
  }

  private static let bounds = Lexicon<Bound>([
    (Bound(measure: .loanToValue, doubtful: 100, most: 150), "ltv loan-to-value loan-to-value_ratio 抵押率 贷款成数 质押率"),
    (Bound(measure: .wholeShare, most: 100), "持股比例 市场份额 市场占有率 市占率 中签率 违约概率 胜率 概率 probability market_share win_rate"),
    (Bound(measure: .share, doubtful: 100), "占比 比重 权重"),
    (
      Bound(measure: .fall, most: 100, mayBeNegative: true),
      """
      单日跌幅 日跌幅 股价跌幅 股价下跌 净值跌幅 净值下跌 最大回撤 最大跌幅 回撤 maximum_drawdown max_drawdown drawdown share_price_fell \
      the_shares_fell net_asset_value_fell
      """
    ),
    // The widest daily limit of the exchanges of mainland China is 30 % (Beijing); new listings have none for some days.
    (Bound(measure: .rise, doubtful: 30, mayBeNegative: true), "单日涨幅 日涨幅 单日涨跌幅 日涨跌幅"),
    (
      Bound(measure: .depositRate, doubtful: 15, mayBeNegative: true),
      "定期存款年利率 定期存款利率 存款年利率 存款利率 定存利率 活期利率 定期利率 deposit_rate time_deposit_rate savings_rate"
    ),
    (Bound(measure: .primeRate, doubtful: 10), "lpr 贷款市场报价利率 loan_prime_rate"),
    (
      Bound(measure: .rate, doubtful: 40, mayBeNegative: true),
      "贷款利率 贷款年利率 年利率 年化利率 票面利率 loan_rate interest_rate annual_interest_rate lending_rate coupon_rate"
    ),
    (
      Bound(measure: .assetValue, units: [.plain, .money, .counted], mayBeZero: false),
      "单位净值 份额净值 累计净值 nav_per_unit nav_per_share net_asset_value_per_unit"
    ),
    (Bound(measure: .age, units: [.plain, .counted], most: 120), "年龄 投保年龄 aged age_of"),
    (Bound(measure: .term, units: [.counted], mayBeZero: false), "投资期限 产品期限 贷款期限 存款期限 借款期限 保险期间 loan_term loan_term_of investment_term"),
  ])

  /// A figure with its measure.
  package struct Measured: Sendable {
    package let measure: Measure
    package let quantity: Quantity
    package let range: Range<Int>
    package let outcome: SelfCheck.Outcome
  }

  /// A range that a text gives for a measure.
  package struct Given: Sendable {
    package let measure: Measure
    package let unit: Quantity.Unit
    package let low: FixedPoint
    package let high: FixedPoint
    /// From the lower to the upper end.
    package let range: Range<Int>
  }

  /// Every figure whose measure has bounds, in order; of a range both ends.
  package static func figures(in text: [UInt8], numbers: [Mention]) -> [Measured] {
    named(text, numbers).compactMap { named in
      guard named.bound.units.contains(named.quantity.unit) else { return nil }
      return Measured(
        measure: named.bound.measure, quantity: named.quantity, range: named.range, outcome: outcome(named.quantity, named.bound))
    }
  }

  static func mentions(in text: [UInt8], numbers: [Mention]) -> [Mention] {
    figures(in: text, numbers: numbers).map { Mention(kind: .limit, range: $0.range, reading: .check(SelfCheck($0.outcome))) }
  }

  /// The ranges that a text gives for measures, in order: 投保年龄18至60周岁.
  package static func ranges(in text: [UInt8], numbers: [Mention]) -> [Given] {
    let named = named(text, numbers)
    return zip(named, named.dropFirst()).compactMap { first, second in
      guard second.isUpperEnd, second.bound.units.contains(second.quantity.unit) else { return nil }
      // The lower end may leave its unit to the upper one: 3.0-4.5%.
      let isBare = first.quantity.unit == .plain
      guard let low = isBare ? first.quantity.printed.shifted(second.quantity.scale) : first.quantity.value, low < second.quantity.value,
        isBare || first.quantity.unit == second.quantity.unit
      else { return nil }
      return Given(
        measure: second.bound.measure, unit: second.quantity.unit, low: low, high: second.quantity.value,
        range: first.range.lowerBound..<second.range.upperBound)
    }
  }

  private struct Named {
    let bound: Bound
    let quantity: Quantity
    let range: Range<Int>
    /// Whether it ends a range that the figure before begins.
    let isUpperEnd: Bool
  }

  /// The figures beside the name of a measure, whatever their units.
  private static func named(_ text: [UInt8], _ numbers: [Mention]) -> [Named] {
    var found: [Named] = []
    for mention in numbers {
      guard let quantity = mention.quantity, quantity.role == .measure else { continue }
      if let bound = before(mention.range.lowerBound, text) ?? behind(mention.range.upperBound, text) {
        found.append(Named(bound: bound, quantity: quantity, range: mention.range, isUpperEnd: false))
      } else if let last = found.last, !last.isUpperEnd, joins(text, last.range.upperBound, mention.range.lowerBound) {
        found.append(Named(bound: last.bound, quantity: quantity, range: mention.range, isUpperEnd: true))
      }
    }
    return found
  }

  private static let joints = ["-", "—", "~", "至", "到", " to ", " - ", " and "].map { Array($0.utf8) }

  private static func joins(_ text: [UInt8], _ start: Int, _ end: Int) -> Bool {
    guard start < end, end - start <= 5 else { return false }
    return joints.contains { text[start..<end].elementsEqual($0) }
  }

  private static func outcome(_ quantity: Quantity, _ bound: Bound) -> SelfCheck.Outcome {
    if quantity.isNegative, !bound.mayBeNegative { return .broken }
    let value = quantity.value.magnitude
    if value == .zero, !bound.mayBeZero { return .broken }
    if let most = bound.most, value > FixedPoint(most) { return .broken }
    if let doubtful = bound.doubtful, value > FixedPoint(doubtful) { return .doubtful }
    return .holds
  }

  /// The bound of the measure named right before a figure.
  private static func before(_ place: Int, _ text: [UInt8]) -> Bound? {
    let end = Filler.start(before: place, in: text)
    return bounds.match(text, endingAt: end)?.value
  }

  /// The bound of the measure named right behind a figure: an 85 % LTV.
  private static func behind(_ place: Int, _ text: [UInt8]) -> Bound? {
    guard place < text.count, text[place] == 0x20, let found = bounds.match(text, at: place + 1) else { return nil }
    return text[place + 1].isLetter ? found.value : nil
  }
}
