import ParapetEntity

/// Ends against starts and terms, in the answer or in the evidence.
struct ScheduleJudge {
  private let mentions: [Mention]
  private let own: ScheduleScan.Schedule
  private let answer: [UInt8]
  private let index: EvidenceIndex

  init(index: EvidenceIndex, answer: MentionReader) {
    mentions = answer.mentions(of: .schedule)
    own = ScheduleScan.read(answer.utf8, numbers: answer.numbers)
    self.answer = answer.utf8
    self.index = index
  }

  func judgements() -> [ClaimJudgement] {
    guard !mentions.isEmpty else { return [] }
    let settlement = SettlementJudge(index: index, answer: answer)
    // The same for all ends: the whole answer is looked through.
    let (start, term) = own.ends.isEmpty ? (nil, nil) : (start, term)
    return mentions.map { mention in
      var isBroken = false
      if case .check(let check) = mention.reading { isBroken = check.outcome == .broken }
      if let start, !isBroken, let end = own.end(at: mention.range) { isBroken = ScheduleScan.isBroken(end: end, start: start, term: term) }
      let settlement = settlement.broken(at: mention.range)
      return ClaimJudgement(
        range: mention.range, unit: "date",
        outcome: isBroken || settlement != nil ? .unsupported(CheckFault.schedule.fault(.certain)) : .supported(derivation: nil),
        nearest: index.nearest(settlement?.nearest))
    }
  }

  /// Whether a date is the end of a start and a term that are given.
  func carries(_ date: DateReading) -> Bool {
    guard let day = DayNumber(date), let start = start, let term = term else { return false }
    let expected = start.adding(term)
    return (expected - 1...expected + 1).contains(day.number)
  }

  /// The one start there is, in the answer or else in the evidence.
  private var start: DayNumber? { single(own.starts.map(\.day)) ?? single(index.rereading.schedule.starts.map(\.day)) }
  private var term: ScheduleScan.Term? { single(own.terms) ?? single(index.rereading.schedule.terms) }

  private func single<Value: Equatable>(_ values: [Value]) -> Value? {
    guard let first = values.first, values.allSatisfy({ $0 == first }) else { return nil }
    return first
  }
}
