import ParapetEntity

// Figures that have one right form.

extension Transform {
  /// A change of a rate is counted in percentage points: 由3.45%降至3.35%，下降0.1% says 下降0.1个百分点.
  ///
  /// Only where both rates stand before the change and differ by just that much, and their relative change is not that number.
  static let percentagePoints = Transform(name: "percentage-points", summary: "利率变动写作百分点 / changes of a rate in percentage points") {
    utf8 in
    guard utf8.contains(UInt8(ascii: "%")) else { return [] }
    var text = Rewriting(utf8)
    while text.make(pointEdits(text.bytes)) {}
    return text.edits
  }

  private static func pointEdits(_ utf8: [UInt8]) -> [Edit] {
    let percents = Recognizer.mentions(of: .quantity, in: utf8).filter { $0.quantity?.unit == .percent }
    var list = EditList()
    var index = 0
    while index + 2 < percents.count {
      let (from, to, change) = (percents[index], percents[index + 1], percents[index + 2])
      let sign = change.range.upperBound - 1..<change.range.upperBound
      if utf8[sign.lowerBound] == UInt8(ascii: "%"), let isHan = FigureText.isChange(from.range, to.range, change.range, in: utf8),
        isInPoints(from, to, change)
      {
        list.replace(sign, isHan ? "个百分点" : " percentage points")
        index += 3
      } else {
        index += 1
      }
    }
    return list.edits
  }

  private static func isInPoints(_ from: Mention, _ to: Mention, _ change: Mention) -> Bool {
    guard let a = from.quantity, let b = to.quantity, let c = change.quantity else { return false }
    return RateChange.isInPoints(from: a, to: b, by: c)
  }

  /// A decrease is not negative as well: 下降-5% is 下降5%.
  static let plainDecline = Transform(name: "plain-decline", summary: "下降、亏损之后不再写负号 / no minus behind a word for decline") { utf8 in
    var list = EditList()
    for index in utf8.indices where utf8[index].isASCIIDigit {
      let sign = FigureText.minus(utf8, before: index)
      guard !sign.isEmpty, FigureText.declines.contains(where: { utf8[..<sign.lowerBound].ends(with: $0) }) else { continue }
      list.replace(sign)
    }
    return list.edits
  }

  /// Dates with slashes or points that have one reading become YYYY-MM-DD: 25/12/2026, 2026/3/4. 03/04/2026 has two and stays.
  ///
  /// - Source: ISO 8601-1:2019, section 5.2.2.1.
  static let isoDates = Transform(name: "iso-dates", summary: "只有一种读法的日期写作年-月-日 / dates with one reading as YYYY-MM-DD") { utf8 in
    var list = EditList()
    var index = 0
    while index < utf8.count {
      guard utf8[index].isASCIIDigit, index == 0 || !FigureText.touchesDate(utf8[index - 1]) else {
        index += 1
        continue
      }
      let fields = FigureText.fields(utf8, from: index)
      if let date = FigureText.date(fields, in: utf8), let first = fields.ranges.first, let last = fields.ranges.last {
        list.replace(first.lowerBound..<last.upperBound, date)
      }
      index = max(index + 1, fields.ranges.last?.upperBound ?? 0)
    }
    return list.edits
  }
}

/// What transforms read around figures.
enum FigureText {
  static let declines: [[UInt8]] = [
    "下降 ", "亏损 ", "下降", "下降了", "减少", "减少了", "下跌", "下跌了", "回落", "亏损", "亏损额为", "跌幅", "降幅", "跌幅为", "降幅为", "fell by ", "declined by ",
    "decrease of ",
    "decline of ", "loss of ",
  ].map { Array($0.utf8) }

  /// The minus that stands before `place`, with the blanks before it left out; empty when there is none.
  static func minus(_ utf8: [UInt8], before place: Int) -> Range<Int> {
    if place > 0, utf8[place - 1] == UInt8(ascii: "-") { return place - 1..<place }
    return place >= 3 && utf8[..<place].ends(with: Array("−".utf8)) ? place - 3..<place : place..<place
  }

  /// Whether three figures are a change from one to another and by how much, in one sentence; nil when not, else whether it is Chinese.
  static func isChange(_ from: Range<Int>, _ to: Range<Int>, _ change: Range<Int>, in utf8: [UInt8]) -> Bool? {
    let (first, second) = (utf8[from.upperBound..<to.lowerBound], utf8[to.upperBound..<change.lowerBound])
    guard first.count <= 24, second.count <= 40, !second.contains(0x0A), !second.contains("。"), !first.contains(0x0A) else { return nil }
    if ["至", "到", "为"].contains(where: { first.contains($0) }),
      ["降", "升", "涨", "跌", "调", "增", "减", "提高", "扩大", "收窄"].contains(where: { second.contains($0) })
    {
      return true
    }
    let words = String(decoding: second, as: UTF8.self).lowercased()
    guard String(decoding: first, as: UTF8.self).contains(" to ") else { return nil }
    return ["down ", "up ", "fell ", "rose ", "drop", "fall", "rise", "decline", "increase", "decrease"].contains(where: {
      words.contains($0)
    })
      ? false : nil
  }

  static func touchesDate(_ byte: UInt8) -> Bool {
    byte.isASCIIDigit || [0x2F, 0x2E, 0x2D].contains(byte) || (0x61...0x7A).contains(byte | 0x20)
  }

  /// Runs of digits with one sign between each, at most four.
  static func fields(_ utf8: [UInt8], from start: Int) -> (ranges: [Range<Int>], sign: UInt8) {
    var ranges: [Range<Int>] = []
    var sign: UInt8 = 0
    var at = start
    while at < utf8.count, ranges.count < 4 {
      let begin = at
      while at < utf8.count, utf8[at].isASCIIDigit { at += 1 }
      ranges.append(begin..<at)
      guard at + 1 < utf8.count, utf8[at] == 0x2F || utf8[at] == 0x2E, sign == 0 || utf8[at] == sign, utf8[at + 1].isASCIIDigit else {
        break
      }
      sign = utf8[at]
      at += 1
    }
    return (ranges, sign)
  }

  /// The date that three fields write in one reading only.
  static func date(_ fields: (ranges: [Range<Int>], sign: UInt8), in utf8: [UInt8]) -> String? {
    guard fields.ranges.count == 3, let end = fields.ranges.last?.upperBound,
      end == utf8.count || !touchesDate(utf8[end]) || utf8[end] == 0x2E
    else { return nil }
    if end + 1 < utf8.count, utf8[end] == 0x2E, utf8[end + 1].isASCIIDigit { return nil }
    let numbers = fields.ranges.map { range in utf8[range].reduce(0) { $0 * 10 + Int($1 - 0x30) } }
    let widths = fields.ranges.map(\.count)
    var (year, month, day) = (0, 0, 0)
    if widths[0] == 4, widths[1] <= 2, widths[2] <= 2 {
      (year, month, day) = (numbers[0], numbers[1], numbers[2])
    } else if widths[2] == 4, widths[0] <= 2, widths[1] <= 2, fields.sign == 0x2F {
      guard (numbers[0] > 12) != (numbers[1] > 12) || numbers[0] == numbers[1] else { return nil }
      year = numbers[2]
      (month, day) = numbers[0] > 12 ? (numbers[1], numbers[0]) : (numbers[0], numbers[1])
    } else {
      return nil
    }
    guard CalendarDay.exists(year: year, month: month, day: day) else { return nil }
    func two(_ number: Int) -> String { (number < 10 ? "0" : "") + String(number) }
    return "\(year)-\(two(month))-\(two(day))"
  }
}

extension UInt8 {
  /// Whether it is `0` to `9`.
  var isASCIIDigit: Bool { (0x30...0x39).contains(self) }
}

extension ArraySlice<UInt8> {
  /// Whether it ends with `word`.
  func ends(with word: [UInt8]) -> Bool { count >= word.count && suffix(word.count).elementsEqual(word) }

  /// Whether the UTF-8 of `text` stands in it.
  func contains(_ text: String) -> Bool {
    let wanted = Array(text.utf8)
    guard let first = wanted.first, count >= wanted.count else { return false }
    return (startIndex...endIndex - wanted.count).contains { self[$0] == first && self[$0..<$0 + wanted.count].elementsEqual(wanted) }
  }
}
