/// Figures of measures that have bounds by logic, law or custom.
package enum LimitScan {
  /// What a measure may be.
  private struct Bound: Sendable {
    var units: [Quantity.Unit] = [.percent]
    /// Beyond this it is hardly possible.
    var doubtful: Int?
    /// Beyond this it cannot be.
    var most: Int?
    var mayBeNegative = false
  }

  private static let bounds = Lexicon<Bound>([
    (Bound(doubtful: 100, most: 150), "ltv loan-to-value loan-to-value_ratio 抵押率 贷款成数 质押率"),
    (Bound(most: 100), "持股比例 市场份额 市占率 中签率 违约概率 胜率 概率 probability market_share win_rate"),
    (Bound(doubtful: 100), "占比 比重 权重"),
    (
      Bound(most: 100, mayBeNegative: true),
      """
      单日跌幅 日跌幅 股价跌幅 股价下跌 净值跌幅 净值下跌 最大回撤 最大跌幅 回撤 maximum_drawdown max_drawdown drawdown share_price_fell \
      the_shares_fell net_asset_value_fell
      """
    ),
    (
      Bound(doubtful: 15, mayBeNegative: true),
      "定期存款年利率 定期存款利率 存款年利率 存款利率 定存利率 活期利率 定期利率 deposit_rate time_deposit_rate savings_rate"
    ),
    (Bound(doubtful: 10), "lpr 贷款市场报价利率 loan_prime_rate"),
    (Bound(units: [.plain, .money, .counted]), "单位净值 份额净值 累计净值 nav_per_unit nav_per_share net_asset_value_per_unit"),
    (Bound(units: [.plain, .counted], most: 120), "年龄 投保年龄 aged age_of"),
  ])

  /// Every figure whose measure has bounds, in order.
  package static func mentions(in text: [UInt8], numbers: [Mention]) -> [Mention] {
    numbers.compactMap { mention in
      guard let quantity = mention.quantity, quantity.role == .measure else { return nil }
      guard let bound = before(mention.range.lowerBound, text) ?? behind(mention.range.upperBound, text) else { return nil }
      guard bound.units.contains(quantity.unit) else { return nil }
      return Mention(kind: .limit, range: mention.range, reading: .check(SelfCheck(outcome(quantity, bound))))
    }
  }

  private static func outcome(_ quantity: Quantity, _ bound: Bound) -> SelfCheck.Outcome {
    if quantity.isNegative, !bound.mayBeNegative { return .broken }
    let value = quantity.value.magnitude
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

/// Words that stand between what is measured and its figure.
enum Filler {
  private static let words = Lexicon<Bool>([
    (
      true,
      """
      为 是 达 达到 约 约为 高达 仅 仅为 只有 至 到 在 的 了 已 为零 ： : （ ( = 等于 最高 最低 不超过 大约 \
      of is was at to by reached about around only just stands_at stood_at are , the a an
      """
    )
  ])

  /// Where the words before `place` that only lead to a figure begin.
  static func start(before place: Int, in text: [UInt8]) -> Int {
    var end = place
    for _ in 0..<5 {
      while end > 0, text[end - 1] == 0x20 { end -= 1 }
      guard let word = words.match(text, endingAt: end) else { break }
      end = word.start
    }
    while end > 0, text[end - 1] == 0x20 { end -= 1 }
    return end
  }
}
