/// Chinese characters: titles with articles, document numbers, parts of a year, numerals.
///
/// - Source: GB/T 15835-2011 for numerals.
extension MentionScan {
  /// At a character with which a mention may begin.
  func readHan() {
    switch han(at) {
    case 0x300A: readTitle()
    case 0x7B2C: readOrder(from: at)
    case 0x3014, 0xFF3B, 0xFF08:
      if !readDocumentNumber(open: 3) { at += 3 }
    case 0x3010:
      if !readDocumentNumber(open: 3), !readCitation(open: 3, close: "】") { at += 3 }
    case 0x4E0A, 0x4E0B, 0x524D:
      if let part = Vocabulary.yearParts.match(text, at: at) {
        keep(.date, at..<part.end, .date(DateReading(part: part.value)))
      } else {
        at += 3
      }
    default:
      if !readHanNumber() { at += width(at) }
    }
  }

  /// Where something may be read.
  struct Openings: Sendable {
    /// Beginning with a character that is no ASCII one.
    let han = (Array("《第〔［（【上下前百千万翻零〇一二两三四五六七八九十".unicodeScalars) + CapitalAmount.openings)
      .reduce(into: WordFilter()) { $0.add(String($1).utf8) }
    /// Where what leads to a number may end.
    let leads = Vocabulary.Leads.filter
    /// Of words in letters: periods, months, articles, numbers.
    let words = [
      Vocabulary.quarterWords.opens, Vocabulary.yearParts.opens, Vocabulary.months.opens, Vocabulary.articleWords.opens,
      Vocabulary.smallWords.opens,
    ].reduce(into: WordFilter()) { $0.add($1) }
  }

  static let openings = Openings()

  // MARK: Articles

  /// `《证券法》第八十八条`; a title by itself is no mention.
  private func readTitle() {
    var end = at + 3
    let stop = min(text.count, at + 240)
    while end < stop, han(end) != 0x300B { end += width(end) }
    guard end < stop else {
      at += 3
      return
    }
    var next = end + 3
    // 《…》（2023年修订）第…条.
    if han(next) == 0xFF08 || byte(next) == 0x28 {
      var close = next
      while close < min(text.count, next + 60), han(close) != 0xFF09, byte(close) != 0x29 { close += width(close) }
      if close < min(text.count, next + 60) { next = close + width(close) }
    }
    guard han(next) == 0x7B2C, let article = article(next) else {
      at += 3
      return
    }
    keep(.lawArticle, at..<article.end, .key(Array(text[at..<(end + 3)]) + article.key))
  }

  /// `第八十八条`, `第三季度`, `第271场`.
  private func readOrder(from start: Int) {
    if readOrderThroughout() { return }
    if let article = article(start) {
      keep(.lawArticle, start..<article.end, .key(article.key))
    } else if let quarter = hanQuarter(start) {
      keep(.date, start..<quarter.end, .date(DateReading(quarter: quarter.value)))
    } else if let numeral = HanNumeral.read(text, start + 3) {
      keepHan(numeral, from: start + 3, role: .ordinal)
    } else {
      at += 3
    }
  }

  /// The article, paragraph and item that begin with 第 at `start`.
  private func article(_ start: Int) -> (end: Int, key: [UInt8])? {
    var key: [UInt8] = []
    var place = start
    var end = start
    for mark in ["条", "款", "项"] as [StaticString] {
      let name = mark.description
      guard han(place) == 0x7B2C || (name == "项" && han(place) == 0xFF08) else { continue }
      guard let number = orderNumber(place + 3), has(mark, number.end) else { break }
      key += Array(name.utf8) + Array(String(number.value).utf8)
      end = number.end + 3
      // 第八十八条之一.
      if name == "条", has("之", end), let extra = orderNumber(end + 3) {
        key += Array(("." + String(extra.value)).utf8)
        end = extra.end
      }
      place = end
    }
    return end > start && key.starts(with: "条".utf8) ? (end, key) : nil
  }

  private func orderNumber(_ place: Int) -> (end: Int, value: Int)? {
    let start = afterBlanks(place)
    let end = digitsEnd(start)
    if end > start { return int(start..<end).map { (afterBlanks(end), $0) } }
    guard let numeral = HanNumeral.read(text, start), numeral.decimals == 0 else { return nil }
    return (numeral.end, Int(numeral.value.billionths / FixedPoint.unit))
  }

  // MARK: Numerals

  /// `百分之五`, `三成`, `两万`, `一季度`, `三年`.
  private func readHanNumber() -> Bool {
    if readRatio() { return true }
    guard let numeral = HanNumeral.read(text, at) else { return false }
    if let quarter = hanQuarter(at), quarter.end > numeral.end {
      keep(.date, at..<quarter.end, .date(DateReading(quarter: quarter.value)))
      return true
    }
    if let year = numeral.year, has("年", numeral.end) {
      var date = DateReading(year: year)
      var stop = numeral.end + 3
      readWithinYear(&stop, &date)
      if date.month == nil { readHanDay(&stop, &date) }
      keep(.date, at..<stop, .date(date))
      return true
    }
    keepHan(numeral, from: at, role: .measure)
    return true
  }

  /// `五月一日` behind a year in numerals, or `五月`.
  private func readHanDay(_ stop: inout Int, _ date: inout DateReading) {
    guard let month = orderNumber(stop), (1...12).contains(month.value), has("月", month.end) else { return }
    date.month = month.value
    stop = month.end + 3
    guard let day = orderNumber(stop), (1...31).contains(day.value), has("日", day.end) else { return }
    date.day = day.value
    stop = day.end + 3
  }

  func keepPercent(
    _ printed: FixedPoint, decimals: Int, significant: Int, range: Range<Int>, script: Quantity.Script, scale: Int = 0
  ) {
    let before = range.lowerBound
    let quantity = Quantity(
      value: printed.shifted(scale) ?? printed, printed: printed, precision: FixedPoint(1).shifted(scale - decimals) ?? FixedPoint(1),
      decimals: decimals, significantDigits: significant, scale: scale, unit: .percent, currency: nil,
      hedge: before > 0 ? Vocabulary.hedgesBefore.match(text, endingAt: before)?.value ?? nil : nil, role: .measure, script: script,
      isNegative: false)
    keep(quantity, range)
  }

  private func keepHan(_ numeral: HanNumeral, from start: Int, role: Quantity.Role) {
    guard let tail = readTail(numeral.end, bracket: false, money: false, alone: true), let value = numeral.value.shifted(tail.scale),
      let precision = numeral.precision.shifted(tail.scale)
    else {
      at = numeral.end
      return
    }
    // 一 and the like are words far more often than numbers, unless they count something by scale or share.
    if numeral.characters == 1, tail.unit == .plain, tail.scale == 0, role == .measure {
      at = numeral.end
      return
    }
    let before = start - (role == .ordinal ? 3 : 0)
    let quantity = Quantity(
      value: value, printed: numeral.value, precision: precision, decimals: numeral.decimals, significantDigits: numeral.significant,
      scale: tail.scale, unit: tail.unit, currency: tail.currency,
      hedge: tail.hedge ?? (before > 0 ? Vocabulary.hedgesBefore.match(text, endingAt: before)?.value ?? nil : nil), role: role,
      script: .han,
      isNegative: false)
    keep(quantity, start..<tail.end)
  }
}
