import ParapetText

/// Days that follow from one another: a start, a term and an end; a date and its day of the week; settlement and trading days.
package enum ScheduleScan {
  /// What a text says of a start, a term and an end.
  package struct Schedule: Sendable {
    /// Full dates that something begins on.
    package var starts: [(day: DayNumber, range: Range<Int>)] = []
    /// Full dates that something ends on.
    package var ends: [(day: DayNumber, range: Range<Int>)] = []
    /// How long it lasts.
    package var terms: [Term] = []
    /// Nothing yet.
    package init() {}

    /// The day on which something ends, where that stands at `range`. Ends come in order.
    package func end(at range: Range<Int>) -> DayNumber? {
      let place = (0..<ends.count).partitioningIndex { ends[$0].range.lowerBound >= range.lowerBound }
      return place < ends.count && ends[place].range == range ? ends[place].day : nil
    }
  }

  /// A length of time.
  package struct Term: Sendable, Equatable {
    var days = 0
    var months = 0
  }

  private static let startWords = Lexicon<Bool>([
    (true, "起息日 起息 起始日 成立日 生效日 开始日 value_date start_date starts_on begins_on effective_date value_date_is starts begins")
  ])
  private static let endWords = Lexicon<Bool>([
    (true, "到期日 到期 终止日 结束日 届满 maturity_date maturity matures_on matures ends_on end_date expires_on expires")
  ])
  private static let termWords = Lexicon<Bool>([(true, "期限 投资期限 产品期限 存期 期限为 term tenor term_of tenor_of a_term_of")])
  static let weekdays = Lexicon<Int>([
    (0, "星期日 星期天 周日 周天 礼拜日 sunday"), (1, "星期一 周一 礼拜一 monday"), (2, "星期二 周二 礼拜二 tuesday"), (3, "星期三 周三 礼拜三 wednesday"),
    (4, "星期四 周四 礼拜四 thursday"), (5, "星期五 周五 礼拜五 friday"), (6, "星期六 周六 礼拜六 saturday"),
  ])

  /// What `text` says.
  package static func read(_ text: [UInt8], numbers: [Mention]) -> Schedule {
    var schedule = Schedule()
    for mention in numbers { note(mention, text, in: &schedule) }
    return schedule
  }

  private static func note(_ mention: Mention, _ text: [UInt8], in schedule: inout Schedule) {
    let range = mention.range
    switch mention.reading {
    case .date(let date):
      guard let day = DayNumber(date) else { return }
      if isNamed(startWords, range, text) { schedule.starts.append((day, range)) }
      if isNamed(endWords, range, text) { schedule.ends.append((day, range)) }
    case .quantity(let quantity):
      if let term = term(quantity, range, text) { schedule.terms.append(term) }
    default: break
    }
  }

  /// Ends, dates with their day of the week, and words of settlement, in order.
  static func mentions(in text: [UInt8], numbers: [Mention], at places: MentionPlaces) -> [Mention] {
    let schedule = read(text, numbers: numbers)
    let dates = numbers.compactMap { judged($0, schedule, text) }
    let settlements = SettlementScan.mentions(in: text, at: places)
    guard !settlements.isEmpty else { return dates }
    var end = 0
    return (dates + settlements).sorted { $0.range.lowerBound < $1.range.lowerBound }.filter { mention in
      guard mention.range.lowerBound >= end else { return false }
      end = mention.range.upperBound
      return true
    }
  }

  private static func judged(_ mention: Mention, _ schedule: Schedule, _ text: [UInt8]) -> Mention? {
    guard case .date(let date) = mention.reading, let day = DayNumber(date) else { return nil }
    if let weekday = weekday(behind: mention.range.upperBound, text), weekday.value != day.weekday {
      return Mention(kind: .schedule, range: mention.range.lowerBound..<weekday.end, reading: .check(SelfCheck(.broken)))
    }
    guard schedule.end(at: mention.range) != nil else { return nil }
    return Mention(kind: .schedule, range: mention.range, reading: .check(SelfCheck(.holds)))
  }

  /// Whether `end` cannot be the end of what begins on `start` and lasts `term`.
  ///
  /// The day before and up to ten days behind count: a term may include its first day, and an end that falls on a holiday moves.
  package static func isBroken(end: DayNumber, start: DayNumber, term: Term?) -> Bool {
    if end.number <= start.number { return true }
    guard let term else { return false }
    let expected = start.adding(term)
    return end.number < expected - 1 || end.number > expected + 10
  }

  private static func isNamed(_ words: Lexicon<Bool>, _ range: Range<Int>, _ text: [UInt8]) -> Bool {
    if words.match(text, endingAt: Filler.start(before: range.lowerBound, in: text)) != nil { return true }
    var at = range.upperBound
    while at < text.count, at < range.upperBound + 2, text[at] == 0x20 { at += 1 }
    return at < text.count && text[at] >= 0x80 && words.match(text, at: at) != nil
  }

  private static func term(_ quantity: Quantity, _ range: Range<Int>, _ text: [UInt8]) -> Term? {
    guard quantity.unit == .counted, quantity.decimals == 0, quantity.scale == 0, quantity.hedge == nil else { return nil }
    guard let count = Int(exactly: quantity.value.magnitude.billionths / 1_000_000_000), (1...36_500).contains(count) else { return nil }
    guard termWords.match(text, endingAt: Filler.start(before: range.lowerBound, in: text)) != nil else { return nil }
    let said = String(decoding: text[range], as: UTF8.self)
    if said.contains("个月") || said.contains("month") { return Term(months: count) }
    if said.contains("年") || said.contains("year") { return Term(months: count * 12) }
    return said.contains("天") || said.contains("日") || said.contains("day") ? Term(days: count) : nil
  }

  /// The day of the week right behind a date, in brackets or behind a comma.
  private static func weekday(behind place: Int, _ text: [UInt8]) -> (value: Int, end: Int)? {
    var at = place
    for _ in 0..<2 {
      guard at < text.count else { return nil }
      if [0x20, 0x28, 0x2C].contains(text[at]) {
        at += 1
      } else if text[at...].starts(with: "（".utf8) || text[at...].starts(with: "，".utf8) {
        at += 3
      }
    }
    guard let found = weekdays.match(text, at: at) else { return nil }
    if found.end < text.count, text[found.end] == 0x29 { return (found.value, found.end + 1) }
    return (found.value, text[found.end...].starts(with: "）".utf8) ? found.end + 3 : found.end)
  }
}

/// A day of the Gregorian calendar as a number, for counting.
package struct DayNumber: Sendable, Equatable {
  /// Days since 1 March of the year 0.
  package let number: Int
  private let year: Int
  private let month: Int
  private let day: Int

  /// The day of a full date that the calendar has; nil otherwise.
  package init?(_ date: DateReading) {
    guard let year = date.year, let month = date.month, let day = date.day, CalendarDay.exists(year: year, month: month, day: day) else {
      return nil
    }
    self.init(year, month, day)
  }

  private init(_ year: Int, _ month: Int, _ day: Int) {
    (self.year, self.month, self.day) = (year, month, day)
    let shifted = month > 2 ? year : year - 1
    number = 365 * shifted + shifted / 4 - shifted / 100 + shifted / 400 + (153 * ((month + 9) % 12) + 2) / 5 + day - 1
  }

  /// 0 for Sunday to 6 for Saturday.
  var weekday: Int { (number + 3) % 7 }

  /// The day on which a term ends; the last day of a month where that has no such day.
  package func adding(_ term: ScheduleScan.Term) -> Int {
    let months = year * 12 + month - 1 + term.months
    var last = day
    while !CalendarDay.exists(year: months / 12, month: months % 12 + 1, day: last), last > 28 { last -= 1 }
    return DayNumber(months / 12, months % 12 + 1, last).number + term.days
  }
}
