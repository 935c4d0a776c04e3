extension Transform {
  /// Chinese text to be read aloud: figures become the words that a person would say, by what they are.
  ///
  /// Amounts and counts become numerals (12,345.67元 is 一万二千三百四十五元六角七分), percentages 百分之…, dates 二〇二六年八月十五日, times 八点三十分;
  /// the last digits of a card, telephone numbers, codes and long numbers are read digit by digit. Of a text without a Han character
  /// nothing changes: a speech engine reads English figures well.
  ///
  /// - Source: GB/T 15835-2011 for the numerals.
  static let spokenChinese = Transform(name: "spoken-chinese", summary: "数字按读法写成汉字 / figures as Chinese words to be read aloud") { utf8 in
    guard utf8.contains(where: { (0xE4...0xE9).contains($0) }), utf8.contains(where: \.isASCIIDigit) else { return [] }
    var text = Rewriting(utf8)
    while text.make(SpokenScan(text.bytes).edits()) {}
    return text.edits
  }
}

/// Looks for figures and says them.
struct SpokenScan {
  let bytes: [UInt8]
  init(_ bytes: [UInt8]) { self.bytes = bytes }

  func edits() -> [Transform.Edit] {
    var list = EditList()
    var index = 0
    var rangeSign: Range<Int>?
    while index < bytes.count {
      guard bytes[index].isASCIIDigit else {
        index += 1
        continue
      }
      // A letter before it makes it a name: A123.
      let isName = index > 0 && isLatin(bytes[index - 1])
      let isBehindRange = rangeSign?.upperBound == index
      let said = date(at: index) ?? time(at: index) ?? telephone(at: index) ?? number(at: index, isBehindRange: isBehindRange)
      if let said, !isName {
        list.replace(said.range, said.words)
        index = said.range.upperBound
        rangeSign = upTo(at: index)
        if let rangeSign { list.replace(rangeSign, "到") }
      } else {
        // What is no figure (1.2.3, 5G) is none in its parts either.
        while index < bytes.count, bytes[index].isASCIIDigit || Self.joins.contains(bytes[index]) || isLatin(bytes[index]) { index += 1 }
      }
    }
    return list.edits
  }

  private static let joins = Set(".,:-/_".utf8)

  typealias Said = (range: Range<Int>, words: String)

  // MARK: Dates and times

  /// 2026年8月15日, 8月15日, 2026年 and 2026-08-15.
  private func date(at start: Int) -> Said? {
    let first = digits(from: start)
    if first.count == 4, let month = field(after: first.upperBound, sign: 0x2D), let day = field(after: month.upperBound, sign: 0x2D),
      (1...12).contains(value(month)), (1...31).contains(value(day)), !isDigit(day.upperBound)
    {
      return (
        start..<day.upperBound,
        "\(SpokenNumber.digits(bytes[first]))年\(SpokenNumber.cardinal(value(month)))月\(SpokenNumber.cardinal(value(day)))日"
      )
    }
    if first.count == 4, (1900...2100).contains(value(first)), stands("年", at: first.upperBound) {
      return (first, SpokenNumber.digits(bytes[first]))
    }
    return nil
  }

  /// 08:30 and 08:30:00.
  private func time(at start: Int) -> Said? {
    let hour = digits(from: start)
    guard hour.count <= 2, value(hour) < 24, let minute = field(after: hour.upperBound, sign: 0x3A), minute.count == 2, value(minute) < 60
    else { return nil }
    var words = SpokenNumber.cardinal(value(hour)) + "点"
    if value(minute) > 0 { words += (value(minute) < 10 ? "零" : "") + SpokenNumber.cardinal(value(minute)) + "分" }
    var end = minute.upperBound
    if let second = field(after: end, sign: 0x3A), second.count == 2, value(second) < 60 {
      if value(second) > 0 { words += SpokenNumber.cardinal(value(second)) + "秒" }
      end = second.upperBound
    }
    return isDigit(end) ? nil : (start..<end, words)
  }

  // MARK: Digit by digit

  private static let digitCues = [
    "尾号", "末四位", "后四位", "卡号", "账号", "编号", "单号", "验证码", "代码", "电话", "热线", "拨打", "致电", "手机号", "证号", "合同号", "密码",
  ]
  .map { Array($0.utf8) }

  /// Numbers that name something: behind a cue, with hyphens, mobile numbers, service numbers, and any of nine digits or more.
  private func telephone(at start: Int) -> Said? {
    var end = start
    var hasHyphen = false
    while end < bytes.count, bytes[end].isASCIIDigit || (bytes[end] == 0x2D && isDigit(end + 1)) {
      hasHyphen = hasHyphen || bytes[end] == 0x2D
      end += 1
    }
    let run = bytes[start..<end].filter(\.isASCIIDigit)
    if end < bytes.count, bytes[end] == UInt8(ascii: ".") && isDigit(end + 1) { return nil }
    if end < bytes.count, bytes[end] == UInt8(ascii: ",") && isDigit(end + 1) { return nil }
    let isNamed = Self.digitCues.contains { cue in
      (0...9).contains { gap in
        let place = start - gap - cue.count
        return place >= 0 && bytes[place..<place + cue.count].elementsEqual(cue) && bytes[(place + cue.count)..<start].allSatisfy(isFiller)
          && gap <= 9
      }
    }
    let isMobile = run.count == 11 && run[0] == 0x31
    let isService = run.count == 5 && run[0] == 0x39 && run[1] == 0x35 && !isUnit(end)
    let isLong = run.count >= 9 && !isUnit(end)
    let isHyphened = hasHyphen && run.count >= 7
    guard isNamed && !isUnit(end) || isMobile && !isUnit(end) || isService || isLong || isHyphened else { return nil }
    return (start..<end, SpokenNumber.digits(run[...]))
  }

  /// What may stand between 尾号 and its digits: 为, 是, a colon, blanks, stars.
  private func isFiller(_ byte: UInt8) -> Bool {
    [0x20, 0x3A, 0x2A].contains(byte) || Self.fillers.contains(byte)
  }
  private static let fillers = Set("为是：".utf8)

  /// Whether a unit follows, so that the digits count something.
  private func isUnit(_ place: Int) -> Bool { Self.units.contains { stands($0, at: place) } }
  private static let units = [
    "元", "万", "亿", "%", "％", "天", "日", "月", "年", "个", "笔", "人", "次", "位", "期", "份", "股", "千", "百", "美元", "港元", "分", "秒", "小时", "倍",
  ]

  // MARK: Numbers

  private func number(at start: Int, isBehindRange: Bool) -> Said? {
    var whole = digits(from: start)
    var plain = Array(bytes[whole])
    while plain.count <= 15, whole.upperBound + 3 < bytes.count, bytes[whole.upperBound] == UInt8(ascii: ","), whole.count > 0,
      (1...3).allSatisfy({ isDigit(whole.upperBound + $0) }), !isDigit(whole.upperBound + 4)
    {
      plain += bytes[whole.upperBound + 1...whole.upperBound + 3]
      whole = start..<whole.upperBound + 4
    }
    var end = whole.upperBound
    var decimals: ArraySlice<UInt8> = []
    if end < bytes.count, bytes[end] == UInt8(ascii: "."), isDigit(end + 1) {
      let range = digits(from: end + 1)
      decimals = bytes[range]
      end = range.upperBound
    }
    guard plain.count <= 16, end == bytes.count || bytes[end] != UInt8(ascii: ".") || !isDigit(end + 1) else { return nil }
    // A letter behind it makes it a name: 5G, 3D. What 1/3 is, a part or a day, is not to be told.
    if end < bytes.count, isLatin(bytes[end]) || bytes[end] == UInt8(ascii: "/") && isDigit(end + 1) { return nil }
    // 0402 is no count.
    if whole.count > 1, plain.first == 0x30, decimals.isEmpty, !isUnit(end) { return (whole, SpokenNumber.digits(plain[...])) }
    var begin = start
    var sign = ""
    if !isBehindRange, begin > 0, bytes[begin - 1] == UInt8(ascii: "-"),
      begin == 1 || !isDigit(begin - 2) && bytes[begin - 2] != UInt8(ascii: "%")
    {
      (begin, sign) = (begin - 1, "负")
    }
    let value = plain.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    let words = sign + SpokenNumber.cardinal(value)
    let isPercent = stands("%", at: end) || stands("％", at: end)
    if isPercent { return (begin..<end + (stands("%", at: end) ? 1 : 3), "\(sign)百分之" + SpokenNumber.decimal(value, decimals)) }
    if let yuan = yuan(&begin, &end) {
      if decimals.isEmpty { return (begin..<end, words + yuan) }
      if decimals.count <= 2 { return (begin..<end, sign + SpokenNumber.money(value, decimals, yuan)) }
    }
    if value == 2, decimals.isEmpty, sign.isEmpty, Self.pairs.contains(where: { stands($0, at: end) }), !stands("第", at: begin - 3) {
      return (begin..<end, "两")
    }
    return (begin..<end, sign + SpokenNumber.decimal(value, decimals))
  }

  /// What two of are 两: 两天, 两个.
  private static let pairs = ["个", "天", "人", "笔", "位", "次", "份", "期", "年", "小时", "倍", "家", "种", "项", "张", "万", "千", "亿"]

  /// 元 behind the number or ￥ before it, and moves the ends over it; nil where it is no amount in yuan.
  private func yuan(_ begin: inout Int, _ end: inout Int) -> String? {
    for sign in ["￥", "¥"] where begin >= sign.utf8.count && stands(sign, at: begin - sign.utf8.count) {
      begin -= sign.utf8.count
      if stands("元", at: end) { end += 3 }
      return stands("万", at: end) || stands("亿", at: end) ? "" : "元"
    }
    guard stands("元", at: end) else { return nil }
    end += 3
    return "元"
  }

  // MARK: Ranges

  /// The sign of a range, as in 3-5天, where a number that counts something stands behind it.
  private func upTo(at place: Int) -> Range<Int>? {
    guard let sign = Self.rangeSigns.first(where: { stands($0, at: place) }) else { return nil }
    let range = place..<place + sign.utf8.count
    var end = digits(from: range.upperBound).upperBound
    if end < bytes.count, bytes[end] == UInt8(ascii: "."), isDigit(end + 1) { end = digits(from: end + 1).upperBound }
    return end > range.upperBound && isUnit(end) ? range : nil
  }
  private static let rangeSigns = ["-", "–", "~", "～"]

  // MARK: Reading

  private func digits(from start: Int) -> Range<Int> {
    var end = start
    while end < bytes.count, bytes[end].isASCIIDigit { end += 1 }
    return start..<end
  }

  /// One or two digits behind a sign.
  private func field(after place: Int, sign: UInt8) -> Range<Int>? {
    guard place < bytes.count, bytes[place] == sign else { return nil }
    let range = digits(from: place + 1)
    return (1...2).contains(range.count) ? range : nil
  }

  private func value(_ range: Range<Int>) -> Int { bytes[range].prefix(15).reduce(0) { $0 * 10 + Int($1 - 0x30) } }
  private func isDigit(_ place: Int) -> Bool { bytes.indices.contains(place) && bytes[place].isASCIIDigit }
  private func isLatin(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
  private func stands(_ word: String, at place: Int) -> Bool {
    place >= 0 && place <= bytes.count && bytes[place...].starts(with: word.utf8)
  }
}

/// Numbers in Chinese words.
///
/// - Source: GB/T 15835-2011.
enum SpokenNumber {
  private static let names: [String] = ["零", "一", "二", "三", "四", "五", "六", "七", "八", "九"]
  private static let years: [String] = ["〇"] + names.dropFirst()

  /// Digit by digit: 95588 is 九五五八八, a year with 〇.
  static func digits(_ digits: ArraySlice<UInt8>) -> String {
    let isYear = digits.count == 4 && (digits.first == 0x31 || digits.first == 0x32)
    return digits.map { byte in (isYear ? years : names)[Int(byte - 0x30)] }.joined()
  }

  /// 12345 is 一万二千三百四十五; 10 is 十.
  static func cardinal(_ value: Int) -> String {
    if value == 0 { return names[0] }
    var sections: [Int] = []
    var rest = value
    while rest > 0 {
      sections.append(rest % 10_000)
      rest /= 10_000
    }
    var words = ""
    var skipped = false
    for (index, section) in sections.enumerated().reversed() {
      if section == 0 {
        skipped = true
        continue
      }
      if !words.isEmpty, skipped || section < 1_000 { words += names[0] }
      words += thousands(section, isFirst: words.isEmpty) + ["", "万", "亿", "万亿", "亿亿"][min(index, 4)]
      skipped = false
    }
    return words
  }

  private static func thousands(_ value: Int, isFirst: Bool) -> String {
    var words = ""
    var hasGap = false
    for (power, name) in [(1_000, "千"), (100, "百"), (10, "十"), (1, "")] {
      let digit = value / power % 10
      if digit == 0 {
        hasGap = !words.isEmpty
        continue
      }
      if hasGap { words += names[0] }
      hasGap = false
      // 十五 at the beginning, 一百一十五 within.
      words += (digit == 1 && power == 10 && words.isEmpty && isFirst ? "" : names[digit]) + name
    }
    return words
  }

  /// 3.45 is 三点四五.
  static func decimal(_ value: Int, _ decimals: ArraySlice<UInt8>) -> String {
    decimals.isEmpty ? cardinal(value) : cardinal(value) + "点" + decimals.map { names[Int($0 - 0x30)] }.joined()
  }

  /// 12.34 is 十二元三角四分, 12.05 is 十二元零五分, 0.50 is 五角.
  static func money(_ value: Int, _ decimals: ArraySlice<UInt8>, _ yuan: String) -> String {
    let jiao = Int((decimals.first ?? 0x30) - 0x30)
    let fen = decimals.count > 1 ? Int(decimals[decimals.startIndex + 1] - 0x30) : 0
    guard !yuan.isEmpty else { return decimal(value, decimals) }
    if jiao == 0, fen == 0 { return cardinal(value) + yuan }
    var words = value > 0 ? cardinal(value) + yuan : ""
    if jiao > 0 { words += names[jiao] + "角" } else if value > 0 { words += names[0] }
    if fen > 0 { words += names[fen] + "分" }
    return words
  }
}
