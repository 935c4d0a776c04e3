import ParapetEntity

/// Judges the dates of one answer.
///
/// A date that the evidence does not name is unsupported. It is wrong where the evidence says another date of the same thing, one that
/// the answer gives nowhere.
struct DateJudge {
  let index: EvidenceIndex
  let answer: [UInt8]
  let mentions: [Mention]
  /// The dates of the evidence that the answer gives.
  private var taken: Set<Int> = []
  /// For how many dates the evidence may still be looked through.
  private var looks = 40
  private lazy var schedule = ScheduleJudge(index: index, answer: reader)
  private let reader: MentionReader

  init(index: EvidenceIndex, answer reader: MentionReader) {
    self.index = index
    self.reader = reader
    answer = reader.utf8
    mentions = reader.mentions(of: .date)
  }

  func judgements() -> [ClaimJudgement] {
    var judge = self
    var missing: [DateEvidence.Missing?] = []
    for (number, mention) in mentions.enumerated() {
      let found = mention.date == nil ? nil : index.missing(mention)
      missing.append(found)
      if found == nil, number < 200 { judge.take(mention) }
    }
    var judgements: [ClaimJudgement] = []
    judgements.reserveCapacity(mentions.count)
    for (mention, missing) in zip(mentions, missing) { judgements.append(judge.judged(mention, missing)) }
    return judgements
  }

  private mutating func judged(_ mention: Mention, _ missing: DateEvidence.Missing?) -> ClaimJudgement {
    guard let date = mention.date else { return judgement(mention, nil, nil) }
    // 90日 is a time, where the evidence says so.
    guard date.isPossible || date.month == nil && missing == nil else {
      return judgement(mention, FaultKind.calendar.fault(.certain), missing?.nearest)
    }
    guard let missing else { return judgement(mention, nil, nil) }
    if schedule.carries(date) { return judgement(mention, nil, nil) }
    if missing.tier == .warn { return judgement(mention, FaultKind.period.fault(.warn), missing.nearest) }
    if let year = date.year, index.dates.isYearMissing(year), isOutOfTime(year), !isNameOfLaw(mention.range) {
      return judgement(mention, FaultKind.period.fault(.certain), missing.nearest)
    }
    guard let rival = rival(of: date, mention.range) else {
      return judgement(mention, FaultKind.period.fault(.likely), missing.nearest)
    }
    return judgement(mention, FaultKind.period.fault(.certain), rival)
  }

  private func judgement(_ mention: Mention, _ fault: ClaimJudgement.Fault?, _ place: Place?) -> ClaimJudgement {
    let outcome: ClaimJudgement.Outcome
    if let fault { outcome = .unsupported(fault) } else { outcome = .supported(derivation: nil) }
    return ClaimJudgement(range: mention.range, unit: "date", outcome: outcome, nearest: index.nearest(place))
  }

  private mutating func take(_ mention: Mention) {
    guard let date = mention.date else { return }
    for (number, evidence) in index.dates.dates.enumerated() where evidence.date.agrees(with: date) { taken.insert(number) }
  }

  /// Whether nothing the evidence speaks of lies within ten years of `year`, or the question asks for a year that the evidence names.
  private func isOutOfTime(_ year: Int) -> Bool {
    guard (1900...2100).contains(year) else { return true }
    guard let distance = index.dates.distance(of: year) else { return false }
    return distance > 10 || index.asksForYear
  }

  /// Whether the year is part of a law's name: Securities Exchange Act of 1934.
  private func isNameOfLaw(_ range: Range<Int>) -> Bool {
    answer[..<range.lowerBound].suffix(8).holds(Array("act of ".utf8))
      || answer[..<range.lowerBound].suffix(8).holds(Array("code of ".utf8))
  }

  /// A date of the evidence that the answer does not give, where words around it are those around the claim.
  private mutating func rival(of date: DateReading, _ range: Range<Int>) -> Place? {
    looks -= 1
    guard looks >= 0 else { return nil }
    let words = Stems.of(answer, TextBounds.clause(answer, range)).special
    for (number, evidence) in index.dates.dates.enumerated() where evidence.place.passage >= 0 && !taken.contains(number) {
      guard evidence.date.names(date) else { continue }
      // Day and month of another year, or another day of the same month: the rest agrees.
      if let month = date.month, let day = date.day, evidence.date.month == month, evidence.date.day == day { return evidence.place }
      if date.day == nil, date.month == nil || date.month == evidence.date.month, let year = date.year, let other = evidence.date.year {
        // The year before or after is often said of what goes without saying.
        guard let distance = index.dates.distance(of: year), distance > 1 else { continue }
        if Print.Digits(year: year).isMisprint(of: Print.Digits(year: other)) { return evidence.place }
      }
      if date.day == nil, date.month == nil { continue }
      // Another day of the month and year.
      if let year = date.year, let month = date.month, date.day != nil, evidence.date.year == year, evidence.date.month == month {
        return evidence.place
      }
      let source = index.text(evidence.place.passage)
      let around = Stems.of(source, TextBounds.clause(source, evidence.place.range)).special
      if !around.isDisjoint(with: words) { return evidence.place }
      let sentence = Stems.of(source, TextBounds.sentence(source, evidence.place.range))
      if sentence.shared(with: words).special >= 2 { return evidence.place }
    }
    return nil
  }
}

extension DateReading {
  /// Whether nothing that both name differs, and both name something.
  func agrees(with other: DateReading) -> Bool {
    let pairs = [(year, other.year), (quarter, other.quarter), (part, other.part), (month, other.month), (day, other.day)]
    var isShared = false
    for case (let a?, let b?) in pairs {
      guard a == b else { return false }
      isShared = true
    }
    return isShared
  }

  /// Whether it names a day of a month.
  var isFull: Bool { month != nil && day != nil }

  /// Whether this names every part that `other` does.
  func names(_ other: DateReading) -> Bool {
    (other.year == nil || year != nil) && (other.month == nil || month != nil) && (other.day == nil || day != nil)
      && (other.quarter == nil || quarter != nil) && (other.part == nil || part != nil)
  }
}
