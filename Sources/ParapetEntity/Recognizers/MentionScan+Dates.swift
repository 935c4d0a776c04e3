/// Dates: Chinese, ISO, English; years, quarters and halves.
///
/// - Source: GB/T 7408.1-2023 (ISO 8601-1) for the numeric forms.
extension MentionScan {
  func readDate(until end: Int) -> Bool {
    let start = at
    guard end - start <= 2 && mayFollowDay(byte(end)) || end - start == 4 || end - start <= 2 && startsPeriod(start),
      let first = int(start..<end)
    else { return false }
    guard start == floor || !byte(start - 1).isLetter || startsPeriod(start) else { return false }
    if end - start == 4 {
      return readYearOfOrder() || readHanYear(first, start, end) || readNumericDate(first, start, end) || readYear(first, start, end)
    }
    return readHanMonth(first, start, end) || readTwoDigitYear(first, start, end) || readDayMonth(first, start, end)
      || readSlashed(first, start, end)
  }

  /// Whether `next` may stand behind the digits of a month or a day.
  @inline(__always) private func mayFollowDay(_ next: UInt8) -> Bool {
    next >= 0x80 || next.isLowerLetter || next == 0x20 || next == 0x09 || next == 0x2F
  }

  /// Whether the letters before `start` are a period's: Q1, H1, FY.
  private func startsPeriod(_ start: Int) -> Bool {
    switch (byte(start - 2), byte(start - 1)) {
    case (0x46, 0x59), (0x43, 0x59), (0x66, 0x79): !byte(start - 3).isWord
    default: false
    }
  }

  private func keepDate(_ range: Range<Int>, _ date: DateReading) -> Bool {
    keep(.date, range, .date(date))
    return true
  }

  // MARK: Chinese

  /// `2026年8月15日`, `2026年第一季度`, `2026年上半年`, `2026年度`.
  private func readHanYear(_ year: Int, _ start: Int, _ end: Int) -> Bool {
    let mark = afterBlanks(end)
    guard has("年", mark) else { return false }
    var date = DateReading(year: year)
    var stop = mark + 3
    if has("度", stop) { stop += 3 }
    readWithinYear(&stop, &date)
    return keepDate(start..<stop, date)
  }

  /// What may follow a year: month and day, a quarter, a part.
  func readWithinYear(_ stop: inout Int, _ date: inout DateReading) {
    let next = afterBlanks(stop)
    let end = digitsEnd(next)
    if end > next, end - next <= 2, let month = int(next..<end), has("月", afterBlanks(end)) {
      date.month = month
      stop = afterBlanks(end) + 3
      readDay(&stop, &date)
    } else if let part = Vocabulary.yearParts.match(text, at: next) {
      date.part = part.value
      stop = part.end
    } else if let quarter = hanQuarter(next) {
      date.quarter = quarter.value
      stop = quarter.end
    }
  }

  private func readDay(_ stop: inout Int, _ date: inout DateReading) {
    let next = afterBlanks(stop)
    let end = digitsEnd(next)
    guard end > next, end - next <= 2, let day = int(next..<end), has("日", end) || has("号", end) else { return }
    date.day = day
    stop = end + 3
  }

  /// `第一季度`, `一季度`, `1季度`, `Q1`.
  func hanQuarter(_ start: Int) -> (end: Int, value: Int)? {
    let place = has("第", start) ? start + 3 : start
    var value = 0
    var end = place
    if byte(place).isDigit {
      value = Int(byte(place)) - 0x30
      end = place + 1
    } else if byte(place) | 0x20 == 0x71, byte(place + 1).isDigit, !byte(place + 2).isWord {
      value = Int(byte(place + 1)) - 0x30
      return (1...4).contains(value) ? (place + 2, value) : nil
    } else if let index = ["一", "二", "三", "四"].firstIndex(where: { has($0, place) }) {
      value = index + 1
      end = place + 3
    }
    guard (1...4).contains(value), has("季", end) else { return nil }
    return (has("季度", end) ? end + 6 : end + 3, value)
  }

  /// `8月15日`, `8月`, `15日`; not `3个月`, `15日内`.
  private func readHanMonth(_ number: Int, _ start: Int, _ end: Int) -> Bool {
    let mark = afterBlanks(end)
    if has("月", mark) {
      var date = DateReading(month: number)
      var stop = mark + 3
      readDay(&stop, &date)
      return keepDate(start..<stop, date)
    }
    if has("日", end) || has("号", end) {
      // 90日 is a time.
      guard number <= 31 || ["凌晨", "上午", "下午", "晚", "起", "将"].contains(where: { has($0, end + 3) }) || byte(end + 3).isDigit else {
        return false
      }
      for word in ["内", "年化", "均", "以内", "之内", "游", "线"] as [StaticString] where has(word, end + 3) { return false }
      if start >= 3, ["第", "个", "近", "满", "前"].contains(where: { has($0, start - 3) }) { return false }
      if has("号", end), !["至", "起", "，", "到", "晚", "上", "下"].contains(where: { has($0, end + 3) }) { return false }
      return keepDate(start..<(end + 3), DateReading(day: number))
    }
    if let quarter = hanQuarter(start) { return keepDate(start..<quarter.end, DateReading(quarter: quarter.value)) }
    return false
  }

  /// `22年`, `21财年` behind 20..: two digits of a year with its mark, as in `19年`; `3年` is a time.
  private func readTwoDigitYear(_ number: Int, _ start: Int, _ end: Int) -> Bool {
    if startsPeriod(start), end - start == 2 { return keepDate((start - 2)..<end, DateReading(year: 2000 + number)) }
    guard end - start == 2, has("年代", end) || has("财年", end) || has("后", end) else { return false }
    at = end + (has("后", end) ? 3 : 6)
    floor = at
    return true
  }

  // MARK: Numeric

  /// `2026-08-15`, `2026/8/15`, `2026.08.15`, `2026-08`.
  private func readNumericDate(_ year: Int, _ start: Int, _ end: Int) -> Bool {
    guard (1900...2100).contains(year), let sign = [0x2D, 0x2F, 0x2E].first(where: { byte(end) == $0 }) else { return false }
    let monthEnd = digitsEnd(end + 1)
    guard (1...2).contains(monthEnd - end - 1), let month = int((end + 1)..<monthEnd), (1...12).contains(month) else { return false }
    let dayEnd = digitsEnd(monthEnd + 1)
    if byte(monthEnd) == sign, (1...2).contains(dayEnd - monthEnd - 1), let day = int((monthEnd + 1)..<dayEnd),
      CalendarDay.isPossible(month: month, day: day)
    {
      return keepDate(start..<dayEnd, DateReading(year: year, month: month, day: day))
    }
    guard sign == 0x2D, monthEnd - end == 3, byte(monthEnd) != sign else { return false }
    return keepDate(start..<monthEnd, DateReading(year: year, month: month))
  }

  /// `15/08/2026`, `8/15/2026`.
  private func readSlashed(_ first: Int, _ start: Int, _ end: Int) -> Bool {
    guard byte(end) == 0x2F else { return false }
    let secondEnd = digitsEnd(end + 1)
    let yearEnd = digitsEnd(secondEnd + 1)
    guard (1...2).contains(secondEnd - end - 1), byte(secondEnd) == 0x2F, yearEnd - secondEnd == 5 else { return false }
    guard let second = int((end + 1)..<secondEnd), let year = int((secondEnd + 1)..<yearEnd) else { return false }
    let (month, day) = first <= 12 ? (first, second) : (second, first)
    guard CalendarDay.isPossible(month: month, day: day) else { return false }
    return keepDate(start..<yearEnd, DateReading(year: year, month: month, day: day))
  }

  /// A year by itself: 1900 to 2100, and nothing about it that makes it an amount.
  private func readYear(_ year: Int, _ start: Int, _ end: Int) -> Bool {
    if startsPeriod(start) { return keepDate((start - 2)..<end, DateReading(year: year)) }
    guard (1900...2100).contains(year), byte(end) != 0x25, !(byte(end) == 0x2C && digitsEnd(end + 1) == end + 4) else { return false }
    if byte(end) == 0x2E, byte(end + 1).isDigit { return false }
    if byte(end) | 0x20 == 0x71, (0x31...0x34).contains(byte(end + 1)), !byte(end + 2).isWord {
      return keepDate(start..<(end + 2), DateReading(year: year, quarter: Int(byte(end + 1)) - 0x30))
    }
    if byte(end) | 0x20 == 0x68, (0x31...0x32).contains(byte(end + 1)), !byte(end + 2).isWord {
      return keepDate(start..<(end + 2), DateReading(year: year, part: Int(byte(end + 1)) - 0x30))
    }
    guard !byte(end).isLetter else { return false }
    let lead = readLead(start)
    guard lead.currency == nil, lead.hedge == nil, !lead.bracket || byte(end) == 0x29 else { return false }
    let next = afterBlanks(end)
    if Vocabulary.hanScales.match(text, at: next) != nil || Vocabulary.wordScales.match(text, at: next) != nil { return false }
    if let unit = Vocabulary.units.match(text, at: next), !(unit.value.unit == .counted && text[next] < 0x80) { return false }
    // `2018-19`: the second year is short.
    var stop = end
    if byte(end) == 0x2F || byte(end) == 0x2D, digitsEnd(end + 1) == end + 3, let second = int((end + 1)..<(end + 3)),
      second == (year + 1) % 100
    {
      stop = end + 3
    }
    return keepDate(start..<stop, DateReading(year: year))
  }

  // MARK: English

  /// `15 August 2026`, `15th of August`.
  private func readDayMonth(_ day: Int, _ start: Int, _ end: Int) -> Bool {
    var place = end
    if byte(place).isLowerLetter {
      for word in ["st", "nd", "rd", "th"] as [StaticString] where has(word, place) { place += 2 }
    }
    place = afterBlanks(place)
    if has("of ", place) { place += 3 }
    guard place > end, let month = Vocabulary.months.match(text, at: place) else { return false }
    var date = DateReading(month: month.value, day: day)
    let stop = readTrailingYear(month.end, &date)
    // A day that no month has is one only where a year follows.
    guard stop != nil || date.isPossible else { return false }
    return keepDate(start..<(stop ?? month.end), date)
  }

  /// `August 15, 2026`, `August 2026`, `August 15`.
  func readMonthName() -> Bool {
    guard let month = Vocabulary.months.match(text, at: at) else { return false }
    var date = DateReading(month: month.value)
    let next = afterBlanks(byte(month.end) == 0x2E ? month.end + 1 : month.end)
    let end = digitsEnd(next)
    guard next > month.end, end > next else { return false }
    if end - next <= 2, let day = int(next..<end) {
      date.day = day
      var stop = end
      for word in ["st", "nd", "rd", "th"] as [StaticString] where has(word, stop) { stop += 2 }
      let yearEnd = readTrailingYear(stop, &date)
      guard yearEnd != nil || date.isPossible else { return false }
      return keepDate(at..<(yearEnd ?? stop), date)
    }
    guard let stop = readTrailingYear(month.end, &date) else { return false }
    return keepDate(at..<stop, date)
  }

  /// A four-digit year behind a day or a month, with or without a comma.
  private func readTrailingYear(_ place: Int, _ date: inout DateReading) -> Int? {
    var next = afterBlanks(place)
    if byte(next) == 0x2C { next = afterBlanks(next + 1) }
    let end = digitsEnd(next)
    guard next > place, end - next == 4, !byte(end).isWord, !(byte(end) == 0x2C && digitsEnd(end + 1) == end + 4) else { return nil }
    date.year = int(next..<end)
    return end
  }

  /// `Q1 2026`, `H1 2026`, `first quarter of 2026`; `first half of 2026` and `nine months of 2026` only with their year.
  func readPeriodWord() -> Bool {
    var date = DateReading()
    var end = at
    let sign = byte(at) | 0x20
    if sign == 0x71 || sign == 0x68, byte(at + 1).isDigit, !byte(at + 2).isWord {
      let value = Int(byte(at + 1)) - 0x30
      guard (1...(sign == 0x71 ? 4 : 2)).contains(value) else { return false }
      if sign == 0x71 { date.quarter = value } else { date.part = value }
      end = at + 2
    } else if let quarter = Vocabulary.quarterWords.match(text, at: at) {
      date.quarter = quarter.value
      end = quarter.end
    } else if let part = Vocabulary.yearParts.match(text, at: at) {
      date.part = part.value
      end = part.end
    } else {
      return false
    }
    let isPart = date.part != nil && end > at + 2
    var next = afterBlanks(end)
    for word in ["of ", "fiscal ", "year "] as [StaticString] where has(word, next) { next += word.utf8CodeUnitCount }
    let stop = digitsEnd(next)
    if stop - next == 4, let year = int(next..<stop), (1900...2100).contains(year) {
      date.year = year
      end = stop
    } else if isPart {
      return false
    }
    return keepDate(at..<end, date)
  }
}
