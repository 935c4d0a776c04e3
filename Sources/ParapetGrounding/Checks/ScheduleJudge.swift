import ParapetEntity

/// Ends against starts and terms, in the answer or in the evidence.
struct ScheduleJudge {
  private let answer: [UInt8]
  private let mentions: [Mention]
  private let own: ScheduleScan.Schedule
  private let given: ScheduleScan.Schedule

  init(index: EvidenceIndex, answer: [UInt8]) {
    self.answer = answer
    let numbers = Recognizer.numbers(in: answer)
    mentions = ScheduleScan.mentions(in: answer, numbers: numbers)
    own = ScheduleScan.read(answer, numbers: numbers)
    var given = ScheduleScan.Schedule()
    for text in index.passages.prefix(64).map(\.utf8) + [index.question] {
      let schedule = ScheduleScan.read(text, numbers: Recognizer.numbers(in: text))
      given.starts += schedule.starts
      given.terms += schedule.terms
    }
    self.given = given
  }

  func judgements() -> [ClaimJudgement] {
    mentions.map { mention in
      var isBroken = false
      if case .check(let check) = mention.reading { isBroken = check.outcome == .broken }
      if let end = own.ends.first(where: { $0.range == mention.range }), !isBroken { isBroken = isTooEarlyOrLate(end.day) }
      return ClaimJudgement(
        range: mention.range, unit: "date",
        outcome: isBroken ? .unsupported(CheckFault.schedule.fault(.certain)) : .supported(derivation: nil), nearest: nil)
    }
  }

  /// Whether a date is the end of a start and a term that are given.
  func carries(_ date: DateReading) -> Bool {
    guard let day = DayNumber(date), let start = start, let term = term else { return false }
    let expected = start.adding(term)
    return (expected - 1...expected + 1).contains(day.number)
  }

  private func isTooEarlyOrLate(_ end: DayNumber) -> Bool {
    guard let start else { return false }
    return ScheduleScan.isBroken(end: end, start: start, term: term)
  }

  /// The one start there is, in the answer or else in the evidence.
  private var start: DayNumber? { single(own.starts.map(\.day)) ?? single(given.starts.map(\.day)) }
  private var term: ScheduleScan.Term? { single(own.terms) ?? single(given.terms) }

  private func single<Value: Equatable>(_ values: [Value]) -> Value? {
    guard let first = values.first, values.allSatisfy({ $0 == first }) else { return nil }
    return first
  }
}
