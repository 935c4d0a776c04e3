/// When money and shares change hands: T+1, settles on Monday, at the net asset value of the same day.
package enum SettlementScan {
  /// What is said.
  package enum Kind: Sendable, Equatable {
    /// So many trading days behind the trade.
    case lag(Int)
    /// Something settles on a day of the week, 0 for Sunday.
    case settles(Int)
    /// Something is traded or ordered on a day of the week.
    case trades(Int)
    /// An order counts at the net asset value of the day on which it is placed.
    case sameDayValue
  }

  /// One such word.
  package struct Found: Sendable {
    package let kind: Kind
    package let range: Range<Int>
  }

  /// The next trading day in words, which is T+1.
  private static let lags = Lexicon<Int>([
    (
      1,
      "次一工作日 次一交易日 下一工作日 下一个工作日 下一交易日 下一个交易日 next_business_day next_trading_day following_business_day one_business_day"
    ),
    (2, "第二个工作日 第二个交易日 两个工作日 两个交易日 2个工作日 2个交易日 two_business_days 2_business_days"),
    (3, "三个工作日 三个交易日 3个工作日 3个交易日 three_business_days 3_business_days"),
  ])
  private static let settling = Lexicon<Bool>([
    (true, "交收 结算 交割 清算 份额确认 确认份额 settles settle settled settlement settlement_date settlement_day")
  ])
  private static let trading = Lexicon<Bool>([
    (true, "成交 买入 卖出 下单 提交 申购 赎回 委托 trade trades traded executed placed submitted order ordered redeemed subscribed")
  ])
  private static let sameDay = Lexicon<Bool>([
    (
      true,
      """
      当日净值 当天净值 当日的净值 当天的净值 当日份额净值 当天份额净值 same-day_nav same_day_nav same_day's_nav same-day_net_asset_value that_day's_nav \
      that_day's_net_asset_value
      """
    )
  ])
  private static let fillers = Lexicon<Bool>([(true, "on is will be by the next following occurs takes_place for a 日 为 于 在 ： : 到 日期")])

  /// Where one may begin.
  static let opens: WordFilter = {
    var opens = lags.opens
    for filter in [sameDay.opens, ScheduleScan.weekdays.opens] { opens.add(filter) }
    for digit in 0...9 { opens.add("t+\(digit)".utf8) }
    return opens
  }()

  /// Everything of the kind, in order.
  package static func settlements(in text: [UInt8]) -> [Found] {
    var found: [Found] = []
    for beginning in opens.beginnings(in: text, text.indices) { add(text, Int(beginning.at), to: &found) }
    return found
  }

  /// Adds what begins at `at`, if anything does behind the last one.
  private static func add(_ text: [UInt8], _ at: Int, to found: inout [Found]) {
    guard at >= found.last?.range.upperBound ?? 0, !text[at].isWord || at == 0 || !text[at - 1].isLetter, let one = read(text, at) else {
      return
    }
    found.append(one)
  }

  private static func read(_ text: [UInt8], _ at: Int) -> Found? {
    if let end = lagEnd(text, at) {
      return Found(kind: .lag(text[(at + 2)..<end].reduce(0) { $0 * 10 + Int($1 - 0x30) }), range: at..<end)
    }
    if let lag = lags.match(text, at: at) { return Found(kind: .lag(lag.value), range: at..<lag.end) }
    if let value = sameDay.match(text, at: at) { return Found(kind: .sameDayValue, range: at..<value.end) }
    guard let day = ScheduleScan.weekdays.match(text, at: at) else { return nil }
    if isNear(settling, at..<day.end, text) { return Found(kind: .settles(day.value), range: at..<day.end) }
    return isNear(trading, at..<day.end, text) ? Found(kind: .trades(day.value), range: at..<day.end) : nil
  }

  /// Where `T+1` ends.
  private static func lagEnd(_ text: [UInt8], _ at: Int) -> Int? {
    guard text[at] | 0x20 == 0x74, at + 2 < text.count, text[at + 1] == 0x2B else { return nil }
    var end = at + 2
    while end < text.count, end < at + 4, text[end].isDigit { end += 1 }
    return end > at + 2 && (end == text.count || !text[end].isWord) ? end : nil
  }

  /// Whether a word stands beside a day of the week: right behind it, or before it but for words that only lead on.
  private static func isNear(_ words: Lexicon<Bool>, _ range: Range<Int>, _ text: [UInt8]) -> Bool {
    var end = range.lowerBound
    for _ in 0..<5 {
      while end > 0, text[end - 1] == 0x20 { end -= 1 }
      if words.match(text, endingAt: end) != nil { return true }
      guard let filler = fillers.match(text, endingAt: end) else { break }
      end = filler.start
    }
    // 周日14:00提交, 周六交收.
    var start = range.upperBound
    while start < text.count, start < range.upperBound + 12, text[start] < 0x80, text[start] != 0x2C, text[start] != 0x2E { start += 1 }
    return start < text.count && text[start] >= 0x80 && words.match(text, at: start) != nil
  }

  /// What an answer says of settlement that can be wrong: lags written T+n, days on which something settles, and the same day's value.
  static func mentions(in text: [UInt8], at places: MentionPlaces) -> [Mention] {
    var all: [Found] = []
    places.forEach(.settlements) { add(text, $0, to: &all) }
    return all.compactMap { found in
      switch found.kind {
      case .lag where !text[found.range].contains(0x2B): return nil
      case .trades: return nil
      case .lag, .settles, .sameDayValue:
        return Mention(kind: .schedule, range: found.range, reading: .check(SelfCheck(.holds)))
      }
    }
  }
}
