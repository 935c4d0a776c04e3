// Amounts and dates in capitals, as bills want them.

extension Transform {
  /// Capital amounts in the prescribed form: 壹 before a bare 拾, no 整 behind 分, 贰 for 两 and 零 for 〇 among capitals.
  ///
  /// - Source: the writing rules for bills attached to the Payment and Settlement Measures (支付结算办法附一).
  static let capitalAmounts = Transform(name: "capital-amounts", summary: "大写金额按规定书写：壹拾、贰、零，分后无整 / capital amounts as prescribed") { utf8 in
    guard Capitals.mayStand(in: utf8) else { return [] }
    var text = Rewriting(utf8)
    while text.make(Capitals.edits(of: text.bytes, amount)) {}
    return text.edits
  }

  private static func amount(_ characters: [Capitals.Character], _ run: Range<Int>, _ list: inout EditList) {
    let symbols = run.map { characters[$0].scalar }
    guard symbols.contains(where: { Capitals.units.contains($0) }), symbols.contains(where: { Capitals.formal.contains($0) }) else {
      return
    }
    for index in run {
      let (scalar, range) = (characters[index].scalar, characters[index].range)
      let before = index > run.lowerBound ? characters[index - 1].scalar : nil
      let after = index + 1 < run.upperBound ? characters[index + 1].scalar : nil
      if scalar == "拾", !(before.map { Capitals.digits.contains($0) } ?? false) {
        list.replace(range.lowerBound..<range.lowerBound, "壹")
      } else if scalar == "两", let after, ["拾", "佰", "仟", "万", "亿"].contains(after) {
        list.replace(range, "贰")
      } else if scalar == "〇" {
        list.replace(range, "零")
      } else if scalar == "整" || scalar == "正", before == "分" {
        list.replace(range)
      }
    }
  }

  /// Bill dates in capitals: 零 before the months 壹, 贰 and 壹拾 and the days 壹 to 玖, 壹拾, 贰拾 and 叁拾; 壹 before the 拾 of 拾壹 to 拾玖.
  ///
  /// - Source: the same rules.
  static let capitalDates = Transform(name: "capital-dates", summary: "票据大写日期按规定加零、加壹 / capital dates on bills as prescribed") { utf8 in
    guard Capitals.mayStand(in: utf8) else { return [] }
    let characters = Capitals.characters(of: utf8)
    var list = EditList()
    var index = 0
    while index + 8 <= characters.count {
      guard let date = Capitals.Date(characters, at: index) else {
        index += 1
        continue
      }
      for (part, value, isMonth) in [(date.month, date.monthValue, true), (date.day, date.dayValue, false)] {
        let range = characters[part.lowerBound].range.lowerBound..<characters[part.upperBound - 1].range.upperBound
        let proper = Capitals.written(value, isMonth: isMonth)
        if Array(proper.utf8) != Array(utf8[range]) { list.replace(range, proper) }
      }
      index = date.day.upperBound
    }
    return list.edits
  }
}

/// Capital numerals of amounts and dates.
enum Capitals {
  struct Character {
    let scalar: Unicode.Scalar
    let range: Range<Int>
  }

  static let digits: Set<Unicode.Scalar> = ["壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖", "两"]
  static let units: Set<Unicode.Scalar> = ["元", "圆", "角", "分"]
  /// What only capital numerals have.
  static let formal: Set<Unicode.Scalar> = ["壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖", "拾", "佰", "仟"]
  private static let all = digits.union(units).union(formal).union(["零", "〇", "万", "亿", "整", "正"])
  private static let order: [Unicode.Scalar] = ["零", "壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖"]

  /// Whether there are Han characters at all.
  static func mayStand(in utf8: [UInt8]) -> Bool { utf8.contains { (0xE4...0xE9).contains($0) } }

  static func characters(of utf8: [UInt8]) -> [Character] {
    var characters: [Character] = []
    characters.reserveCapacity(utf8.count / 2)
    var index = 0
    while index < utf8.count {
      let (scalar, width) = Transform.scalar(utf8, index)
      characters.append(Character(scalar: scalar, range: index..<index + width))
      index += width
    }
    return characters
  }

  /// What `amount` changes in each run of capitals.
  static func edits(of utf8: [UInt8], _ amount: ([Character], Range<Int>, inout EditList) -> Void) -> [Transform.Edit] {
    let characters = characters(of: utf8)
    var list = EditList()
    var index = 0
    while index < characters.count {
      let run = run(characters, from: index)
      amount(characters, run, &list)
      index = max(index + 1, run.upperBound)
    }
    return list.edits
  }

  /// The run of capitals that begins at `start` and names a unit of money, up to the 整 behind it; empty when there is none.
  static func run(_ characters: [Character], from start: Int) -> Range<Int> {
    guard digits.contains(characters[start].scalar) || characters[start].scalar == "拾" else { return start..<start }
    var end = start
    while end < characters.count, all.contains(characters[end].scalar) { end += 1 }
    return start..<end
  }

  /// 零壹拾 and the like.
  static func written(_ value: Int, isMonth: Bool) -> String {
    let (tens, ones) = (value / 10, value % 10)
    var text = tens > 0 ? String(order[tens]) + "拾" : ""
    if ones > 0 { text += String(order[ones]) }
    let takesNought = isMonth ? [1, 2, 10].contains(value) : value < 10 || ones == 0
    return (takesNought ? "零" : "") + text
  }

  /// A date such as 贰零贰陆年零壹月壹拾伍日: the places of its month and day, and what they say.
  struct Date {
    let month: Range<Int>
    let day: Range<Int>
    let monthValue: Int
    let dayValue: Int

    init?(_ characters: [Character], at start: Int) {
      guard start + 4 < characters.count, (0..<4).allSatisfy({ Capitals.isYearDigit(characters[start + $0].scalar) }),
        characters[start + 4].scalar == "年"
      else { return nil }
      guard let month = Capitals.number(characters, from: start + 5, until: "月"),
        let day = Capitals.number(characters, from: month.range.upperBound + 1, until: "日"), (1...12).contains(month.value),
        (1...31).contains(day.value)
      else { return nil }
      self.month = month.range
      self.day = day.range
      monthValue = month.value
      dayValue = day.value
    }
  }

  private static func isYearDigit(_ scalar: Unicode.Scalar) -> Bool { order.contains(scalar) || scalar == "〇" }

  private static func number(_ characters: [Character], from start: Int, until mark: Unicode.Scalar) -> (range: Range<Int>, value: Int)? {
    var (end, tens, ones, isAfterTen) = (start, 0, 0, false)
    while end < characters.count, characters[end].scalar != mark {
      let scalar = characters[end].scalar
      if scalar == "拾" {
        guard !isAfterTen else { return nil }
        (tens, ones, isAfterTen) = (max(ones, 1), 0, true)
      } else if let digit = order.firstIndex(of: scalar) {
        if digit > 0, ones > 0 { return nil }
        if digit > 0 { ones = digit }
      } else {
        return nil
      }
      end += 1
      guard end - start <= 4 else { return nil }
    }
    guard end < characters.count, end > start else { return nil }
    return (start..<end, tens * 10 + ones)
  }
}
