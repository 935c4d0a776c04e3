import ParapetEntity

/// The parts of dates that the evidence names, with the first place of each.
struct DateEvidence: Sendable {
  private var years: [Int: Place] = [:]
  private var months: [Int: Place] = [:]
  private var days: [Int: Place] = [:]
  private var monthDays: [Int: Place] = [:]
  private var quarters: [Int: Place] = [:]
  private var parts: [Int: Place] = [:]
  private var last: DateReading?
  /// The first dates, in reading order.
  private(set) var dates: [(date: DateReading, place: Place)] = []
  static let limit = 1000
  /// Whether `dates` are all.
  var isWhole: Bool { dates.count < DateEvidence.limit }

  mutating func add(_ date: DateReading, _ place: Place) {
    if dates.count < DateEvidence.limit { dates.append((date, place)) }
    speak(for: date, place)
  }

  /// Notes the day for which a passage speaks: it is named, but nothing in the text stands beside it.
  mutating func speak(for date: DateReading, _ place: Place) {
    // Most texts say the same year or quarter over and over.
    if date == last { return }
    last = date
    func note(_ value: Int?, _ table: inout [Int: Place]) {
      if let value, table[value] == nil { table[value] = place }
    }
    note(date.year, &years)
    note(date.month, &months)
    note(date.day, &days)
    note(date.quarter, &quarters)
    note(date.part, &parts)
    if let month = date.month, let day = date.day { note(month * 100 + day, &monthDays) }
    // A month lies in its quarter.
    if let month = date.month { note((month + 2) / 3, &quarters) }
  }

  /// Whether a plain number is a year that the evidence names.
  func hasBareYear(_ claim: Quantity) -> Bool {
    guard claim.decimals == 0, claim.scale == 0, claim.unit == .plain || claim.unit == .counted else { return false }
    guard claim.value >= FixedPoint(1900), claim.value <= FixedPoint(2100) else { return false }
    return years.keys.contains { FixedPoint($0) == claim.value }
  }

  /// Whether a named year differs from `digits` in one digit.
  func hasYear(besides digits: Print.Digits) -> Bool {
    years.keys.contains { Print.Digits(year: $0).isMisprint(of: digits) }
  }

  /// Whether no year is named.
  var isYearless: Bool { years.isEmpty }

  /// Whether no date of the evidence has `year`.
  func isYearMissing(_ year: Int) -> Bool { years[year] == nil }

  /// How far a year is from those that are named; nil when none is.
  func distance(of year: Int) -> Int? { years.keys.map { abs($0 - year) }.min() }

  /// What the evidence lacks of a date.
  struct Missing: Sendable {
    let tier: ClaimJudgement.Fault.Tier
    let nearest: Place?
  }

  /// What is missing of `date`, how surely it is wrong, and the closest that is there.
  func missing(_ date: DateReading, number: (Int) -> Bool) -> Missing? {
    if let year = date.year, years[year] == nil, !number(year) {
      // Evidence without any year does not say which one it is about.
      let isOpen = years.isEmpty && (1950...2100).contains(year)
      return Missing(tier: isOpen ? .likely : .certain, nearest: years[year - 1] ?? years[year + 1] ?? first(years))
    }
    if let month = date.month, let day = date.day {
      if monthDays[month * 100 + day] != nil { return nil }
      // 1月 … 15日 may stand apart; the day alone must then be there.
      guard months[month] == nil || days[day] == nil else { return nil }
      // The ends of quarters go without saying.
      let endsQuarter = [331, 630, 930, 1231, 101, 401, 701, 1001].contains(month * 100 + day)
      return Missing(tier: endsQuarter ? .likely : .certain, nearest: months[month] ?? days[day] ?? first(monthDays))
    }
    if let month = date.month, months[month] == nil { return Missing(tier: .likely, nearest: first(months)) }
    if let day = date.day, days[day] == nil { return Missing(tier: .likely, nearest: first(days)) }
    if let quarter = date.quarter, quarters[quarter] == nil, parts.isEmpty { return Missing(tier: .warn, nearest: first(quarters)) }
    return nil
  }

  private func first(_ table: [Int: Place]) -> Place? {
    table.values.min { ($0.passage, $0.range.lowerBound) < ($1.passage, $1.range.lowerBound) }
  }
}

extension EvidenceIndex {
  func missing(_ mention: Mention) -> DateEvidence.Missing? {
    guard let date = mention.date else { return nil }
    return dates.missing(date, number: isPrinted)
  }

  /// Whether the evidence prints `number` at all.
  func isPrinted(_ number: Int) -> Bool {
    let magnitude = FixedPoint(number).billionths
    var isThere = false
    collect(byPrinted, magnitude, magnitude) { _ in isThere = true }
    return isThere
  }
}
