/// Rates of interest and of fees in customary words: 日息万五, 佣金万1.5, 月息八厘, 月息1分.
///
/// - Source: 厘 and 分 are a hundredth and a tenth of a year's interest, a thousandth and a hundredth of a month's, a ten-thousandth and
///   a thousandth of a day's (现代汉语词典, 厘 and 分).
extension MentionScan {
  private enum Period { case year, month, day, none }
  private static let names = Lexicon<Period>([
    (.year, "年息 年利 年利率"), (.month, "月息 月利 月利率"), (.day, "日息 日利 日利率 日费率"),
    (.none, "利率 利息 费率 手续费 佣金 按日 违约金 滞纳金 罚息"),
  ])

  /// What may stand between the name of a rate and its number.
  private static let links = Lexicon<Bool>([(true, "为 是 约 ： : 按 低至 _")])

  /// At 万 or 千: `万五`, `千1.5` behind the name of a rate.
  func readRatePart() -> Bool {
    guard period(before: at) != nil, let number = rateNumber(at + 3) else { return false }
    // 利率万元 and 手续费千余 say amounts.
    guard Vocabulary.hanScales.match(text, at: number.end) == nil, !has("元", number.end), !has("分之", number.end) else { return false }
    return keepRate(number, from: at, scale: han(at) == 0x4E07 ? -2 : -1)
  }

  /// At a digit: `八厘`, `1.5分` behind 年息, 月息 or 日息.
  func readInterestWord(until end: Int) -> Bool {
    // Most numbers have neither 厘 nor 分 behind them.
    var behind = end
    while byte(behind).isDigit || byte(behind) == 0x2C || byte(behind) == 0x2E { behind += 1 }
    guard byte(behind) == 0xE5, let period = period(before: at), period != .none, let number = rateNumber(at) else { return false }
    let isTenth = has("分", number.end)
    guard isTenth || has("厘", number.end), !has("分之", number.end), !has("分期", number.end) else { return false }
    let scale: Int
    switch period {
    case .year: scale = 0
    case .month: scale = -1
    default: scale = -2
    }
    return keepRate((number.value, number.decimals, number.end + 3), from: at, scale: isTenth ? scale + 1 : scale)
  }

  private func keepRate(_ number: (value: FixedPoint, decimals: Int, end: Int), from start: Int, scale: Int) -> Bool {
    let script: Quantity.Script = text[start..<number.end].contains(where: \.isDigit) ? .digits : .han
    keepPercent(
      number.value, decimals: number.decimals, significant: number.decimals + 1, range: start..<number.end, script: script, scale: scale)
    return true
  }

  private func rateNumber(_ start: Int) -> (value: FixedPoint, decimals: Int, end: Int)? {
    if byte(start).isDigit {
      guard let number = asciiNumber(start), number.digits <= 4,
        let value = FixedPoint(mantissa: number.mantissa, decimals: number.decimals)
      else { return nil }
      return (value, number.decimals, number.end)
    }
    guard let numeral = HanNumeral.read(text, start), numeral.value < FixedPoint(100), numeral.value > .zero else { return nil }
    return (numeral.value, numeral.decimals, numeral.end)
  }

  /// The period of the rate that is named right before `place`.
  private func period(before place: Int) -> Period? {
    var end = place
    if let link = MentionScan.links.match(text, endingAt: end), link.start >= floor { end = link.start }
    return MentionScan.names.match(text, endingAt: end)?.value
  }
}
