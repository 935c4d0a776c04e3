import ParapetEntity

/// What a passage says of time by the day for which it speaks: 去年, 上月, yesterday in material as of 2026-09-30.
///
/// They are resolved from that day and never from today, so that the same material always says the same.
enum RelativeDates {
  private enum Word { case year(Int), quarter(Int), month(Int), day(Int) }

  private static let words = WordTable<Word>([
    (.year(0), "今年 本年 本年度 this_year"), (.year(-1), "去年 上年 上年度 上一年 last_year prior_year previous_year"), (.year(-2), "前年"),
    (.year(1), "明年 next_year"), (.quarter(0), "本季度 this_quarter"),
    (.quarter(-1), "上季度 上一季度 last_quarter prior_quarter previous_quarter"),
    (.month(0), "本月 this_month"), (.month(-1), "上月 上个月 last_month"), (.month(1), "下月 下个月 next_month"),
    (.day(0), "今日 今天 today"), (.day(-1), "昨日 昨天 yesterday"), (.day(1), "明日 明天 tomorrow"),
  ])

  /// The dates among `mentions` and those that relative words name, in order; a year takes the month or quarter behind it along.
  static func added(to mentions: [Mention], in text: [UInt8], asOf: DateReading) -> [Mention] {
    var named: [Mention] = []
    words.forEach(in: text, text.indices) { at, end, word in
      if text[at] < 0x80, at > 0 && text[at - 1].isASCIILetter || end < text.count && text[end].isASCIILetter { return }
      guard let date = date(word, asOf) else { return }
      // Of words that begin alike, such as 上年 and 上年度, the longer one counts.
      if let last = named.last, last.range.upperBound > at {
        guard last.range.lowerBound == at, last.range.upperBound < end else { return }
        named.removeLast()
      }
      named.append(Mention(kind: .date, range: at..<end, reading: .date(date)))
    }
    guard !named.isEmpty else { return mentions }
    var all: [Mention] = []
    all.reserveCapacity(mentions.count + named.count)
    var rest = named[...]
    for mention in mentions {
      while let word = rest.first, word.range.lowerBound < mention.range.lowerBound {
        all.append(word)
        rest = rest.dropFirst()
      }
      all.append(mention)
      guard all.count > 1, let date = mention.date, date.year == nil, let year = all[all.count - 2].date, year.isYearAlone,
        all[all.count - 2].range.upperBound == mention.range.lowerBound
      else { continue }
      var whole = date
      whole.year = year.year
      let range = all[all.count - 2].range.lowerBound..<mention.range.upperBound
      all.removeLast(2)
      all.append(Mention(kind: .date, range: range, reading: .date(whole)))
    }
    return all + rest
  }

  private static func date(_ word: Word, _ asOf: DateReading) -> DateReading? {
    guard let year = asOf.year else { return nil }
    switch word {
    case .year(let step): return DateReading(year: year + step)
    case .quarter(let step):
      guard let month = asOf.month else { return nil }
      let quarters = year * 4 + (month - 1) / 3 + step
      return DateReading(year: quarters / 4, quarter: quarters % 4 + 1)
    case .month(let step):
      guard let month = asOf.month else { return nil }
      let months = year * 12 + month - 1 + step
      return DateReading(year: months / 12, month: months % 12 + 1)
    case .day(let step): return asOf.shifted(days: step)
    }
  }
}

extension DateReading {
  fileprivate var isYearAlone: Bool { year != nil && month == nil && quarter == nil && part == nil && day == nil }

  /// The day before or after, or the day itself.
  fileprivate func shifted(days: Int) -> DateReading? {
    guard let year, let month, let day else { return nil }
    let date = DateReading(year: year, month: month, day: day + days)
    if date.isPossible { return date }
    if days < 0 {
      let (year, month) = month == 1 ? (year - 1, 12) : (year, month - 1)
      let last = (28...31).last { DateReading(year: year, month: month, day: $0).isPossible }
      return DateReading(year: year, month: month, day: last)
    }
    return month == 12 ? DateReading(year: year + 1, month: 1, day: 1) : DateReading(year: year, month: month + 1, day: 1)
  }
}
