import ParapetEntity

/// Settlement against the days on which trading is, and against what the evidence says of it.
///
/// Exchanges and funds do not settle on Saturdays and Sundays, and an order that comes on one of them, or after the close at three in the
/// afternoon, counts at the value of the next trading day.
struct SettlementJudge {
  /// A fault, and what the evidence says instead.
  struct Broken {
    let nearest: Place?
  }

  private let evidence: SettlementEvidence
  private let answer: [UInt8]
  private let own: [Int: SettlementScan.Found]
  /// The most words of settlement of an answer that are judged.
  static let limit = 100

  init(index: EvidenceIndex, answer: [UInt8]) {
    evidence = index.rereading.settlement
    self.answer = answer
    let all = SettlementScan.settlements(in: answer)
    if all.count > SettlementJudge.limit { index.note(.settlements) }
    let found = all.prefix(SettlementJudge.limit)
    own = Dictionary(uniqueKeysWithValues: found.map { ($0.range.lowerBound, $0) })
  }

  /// What is wrong with the words of settlement at `range`; nil where nothing is, or no such words stand there.
  func broken(at range: Range<Int>) -> Broken? {
    guard let found = own[range.lowerBound], found.range == range else { return nil }
    switch found.kind {
    case .lag(let days): return contradictedLag(days, range)
    case .settles(let day): return isClosed(day) || isTooEarly(day) ? Broken(nearest: nil) : nil
    case .sameDayValue: return comesTooLate(range) ? Broken(nearest: nil) : nil
    case .trades: return nil
    }
  }

  // MARK: T+n

  /// The lag that the evidence gives where it speaks of the same, when that is another.
  private func contradictedLag(_ days: Int, _ range: Range<Int>) -> Broken? {
    let words = Stems.around(range, in: answer, TextBounds.clause(answer, range))
    var isSaid = false
    var best = 0
    var same: [(days: Int, place: Place)] = []
    for lag in evidence.lags where lag.place.passage >= 0 {
      if lag.days == days { isSaid = true }
      let shared = lag.words.shared(with: words).special
      if shared > best {
        best = shared
        same.removeAll()
      }
      if shared == best { same.append((lag.days, lag.place)) }
    }
    guard best >= (isSaid ? 2 : 1), !same.contains(where: { $0.days == days }) else { return nil }
    return same.first.map { Broken(nearest: $0.place) }
  }

  // MARK: Days of the week

  /// Whether nothing settles on a day: Saturdays and Sundays, unless the evidence says so.
  private func isClosed(_ day: Int) -> Bool { (day == 0 || day == 6) && !evidence.settlingDays.contains(day) }

  /// Whether a day lies before the one that the trade and the lag give. A later one may be owed to a holiday.
  private func isTooEarly(_ day: Int) -> Bool {
    var trades = evidence.tradingDays
    var lags = Set(evidence.lags.map(\.days))
    for found in own.values {
      switch found.kind {
      case .trades(let day): trades.insert(day)
      case .lag(let days): lags.insert(days)
      default: break
      }
    }
    guard trades.count == 1, lags.count == 1, let trade = trades.first, let lag = lags.first, (1...5).contains(lag) else { return false }
    var steps = 0
    var left = lag
    while left > 0 {
      steps += 1
      if ![0, 6].contains((trade + steps) % 7) { left -= 1 }
    }
    let claimed = (day - trade + 6) % 7 + 1
    return claimed < steps
  }

  // MARK: The same day's value

  /// Whether the order comes when its own day has no value any more.
  private func comesTooLate(_ range: Range<Int>) -> Bool {
    let sentence = TextBounds.sentence(answer, range)
    guard !SettlementJudge.conditions.contains(where: { answer[sentence].holds($0) }) else { return false }
    return evidence.isOrderedLate || OrderMoment.isLate(answer[sentence])
  }

  /// What says that the value is that of the day for some orders only.
  private static let conditions = ["前", "交易日", "工作日", "before", "business day", "trading day"].map { Array($0.utf8) }
}
