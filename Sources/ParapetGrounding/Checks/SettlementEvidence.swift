import ParapetEntity

/// What the evidence and the question say of settlement.
struct SettlementEvidence {
  /// A lag, and the words of its clause.
  struct Lag {
    let days: Int
    let place: Place
    let words: StemSet
  }

  private(set) var lags: [Lag] = []
  /// Days of the week on which the passages say that something settles.
  private(set) var settlingDays: Set<Int> = []
  /// Days of the week on which something is traded or ordered.
  private(set) var tradingDays: Set<Int> = []
  /// Whether an order comes when its own day has no value any more.
  private(set) var isOrderedLate = false

  /// The most words of settlement that are kept of a text, and of all of them.
  private static let limit = (ofText: 100, ofAll: 400)

  init(passages: [[UInt8]], question: [UInt8]) {
    isOrderedLate = OrderMoment.isLate(question[...])
    var left = SettlementEvidence.limit.ofAll
    for (number, text) in ([question] + passages).enumerated() {
      for found in SettlementScan.settlements(in: text).prefix(min(left, SettlementEvidence.limit.ofText)) {
        left -= 1
        add(found, text, passage: number - 1)
      }
    }
  }

  private mutating func add(_ found: SettlementScan.Found, _ text: [UInt8], passage: Int) {
    switch found.kind {
    case .lag(let days):
      let words = Stems.around(found.range, in: text, TextBounds.clause(text, found.range))
      lags.append(Lag(days: days, place: Place(passage: passage, range: found.range), words: words))
    case .settles(let day): if passage >= 0 { settlingDays.insert(day) }
    case .trades(let day):
      tradingDays.insert(day)
      // A sentence about values says when orders count, not when this one came.
      let sentence = text[TextBounds.sentence(text, found.range)]
      if !isOrderedLate, !SettlementEvidence.values.contains(where: { sentence.holds($0) }) {
        isOrderedLate = OrderMoment.isLate(sentence)
      }
    case .sameDayValue: break
    }
  }

  private static let values = ["净值", "nav", "net asset value"].map { Array($0.utf8) }
}
