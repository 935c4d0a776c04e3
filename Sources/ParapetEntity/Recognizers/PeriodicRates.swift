import ParapetText

/// Rates by the day and by the month, and the number of instalments, as a text names them.
///
/// 日息万五 is 0.05 % a day; 千分之二 and 0.6% are read as well.
package struct PeriodicRates: Sendable {
  /// A value, and where it stands.
  package struct Found<Value: Sendable>: Sendable {
    package let value: Value
    package let range: Range<Int>
  }

  /// Rates a day, in per cent.
  package private(set) var daily: [Found<FixedPoint>] = []
  /// Rates a month, in per cent.
  package private(set) var monthly: [Found<FixedPoint>] = []
  /// Fees an instalment, in per cent of the sum borrowed.
  package private(set) var fees: [Found<FixedPoint>] = []
  /// Numbers of instalments.
  package private(set) var instalments: [Found<Int>] = []

  private enum Kind { case daily, monthly, fee }
  private static let names = Lexicon<Kind>([
    (.daily, "日利率 日息 按日计息 每日利率 日费率 per_day a_day daily daily_rate daily_interest"),
    (.monthly, "月利率 月息 每月利率 per_month a_month monthly_rate monthly_interest"),
    (.fee, "月费率 每期费率 分期费率 每期手续费率 分期手续费率 月手续费率 每月手续费率 monthly_fee_rate monthly_fee instalment_fee installment_fee fee_per_instalment"),
  ])
  private static let fractions: [(word: [UInt8], shift: Int)] = [
    (Array("万分之".utf8), -2), (Array("千分之".utf8), -1), (Array("万".utf8), -2), (Array("千".utf8), -1), (Array("厘".utf8), -1),
  ]
  private static let numerals = ["零", "一", "二", "三", "四", "五", "六", "七", "八", "九"].map { Array($0.utf8) }

  /// Reads `text`.
  package init(_ text: [UInt8], numbers: [Mention]) {
    var at = 0
    while at < text.count {
      let byte = text[at]
      if byte & 0xC0 != 0x80, !byte.isLetter || at == 0 || !text[at - 1].isLetter, let name = PeriodicRates.names.match(text, at: at) {
        if let rate = PeriodicRates.rate(behind: name.end, text, numbers) ?? PeriodicRates.rate(before: at, text, numbers) {
          keep(rate, name.value == .monthly && PeriodicRates.speaksOfFee(text, before: at) ? .fee : name.value)
        }
        at = name.end
      } else {
        at += 1
      }
    }
    for mention in numbers { readInstalments(mention, text) }
  }

  /// Whether the words before a rate by the month call it a fee: the fee is 0.75 % a month.
  private static func speaksOfFee(_ text: [UInt8], before place: Int) -> Bool {
    let lead = text[max(0, place - 40)..<place]
    return [Array("fee".utf8), Array("费".utf8)].contains { word in
      lead.indices.contains { lead[$0...].prefix(word.count).map(\.lowered) == word }
    }
  }

  private mutating func keep(_ rate: Found<FixedPoint>, _ kind: Kind) {
    guard daily.count + monthly.count + fees.count < 32 else { return }
    switch kind {
    case .daily: daily.append(rate)
    case .monthly: monthly.append(rate)
    case .fee: fees.append(rate)
    }
  }

  private static func rate(behind place: Int, _ text: [UInt8], _ numbers: [Mention]) -> Found<FixedPoint>? {
    var start = place
    for word in ["为", "是", "：", "约", "按", "低至", ":", " ", "is ", "of "] where text[start...].starts(with: word.utf8) {
      start += word.utf8.count
    }
    for (word, shift) in fractions where text[start...].starts(with: word) {
      let digit = start + word.count
      if let value = numerals.firstIndex(where: { text[digit...].starts(with: $0) }) {
        return found(FixedPoint(value).shifted(shift), start..<(digit + 3))
      }
      if digit < text.count, let mention = first(numbers, from: digit), mention.range.lowerBound == digit {
        return found(mention.quantity?.printed.shifted(shift), start..<mention.range.upperBound)
      }
    }
    guard let mention = first(numbers, from: start), mention.range.lowerBound - start <= 3, let quantity = mention.quantity else {
      return nil
    }
    return quantity.unit == .percent ? found(quantity.value, mention.range) : nil
  }

  private static func found(_ value: FixedPoint?, _ range: Range<Int>) -> Found<FixedPoint>? {
    value.map { Found(value: $0, range: range) }
  }

  /// English puts the rate first: 0.75% per month.
  private static func rate(before place: Int, _ text: [UInt8], _ numbers: [Mention]) -> Found<FixedPoint>? {
    guard place > 0, text[place].isLetter, let mention = numbers.last(where: { $0.range.upperBound <= place }) else { return nil }
    guard place - mention.range.upperBound <= 1, let quantity = mention.quantity, quantity.unit == .percent else { return nil }
    return found(quantity.value, mention.range)
  }

  private mutating func readInstalments(_ mention: Mention, _ text: [UInt8]) {
    guard instalments.count < 8, let quantity = mention.quantity, quantity.decimals == 0, quantity.scale == 0 else { return }
    guard let count = Int(exactly: quantity.value.magnitude.billionths / 1_000_000_000), (2...360).contains(count) else { return }
    let said = text[mention.range]
    let behind = text[mention.range.upperBound...].prefix(14)
    let isHan = said.suffix(3).elementsEqual("期".utf8) || behind.starts(with: "期".utf8)
    let isEnglish = [" instalment", " installment", "-instalment", " monthly"].contains { behind.starts(with: $0.utf8) }
    let lead = text[max(0, mention.range.lowerBound - 5)..<mention.range.lowerBound]
    let isMonths = lead.elementsEqual("over ".utf8) && said.suffix(6).elementsEqual("months".utf8)
    if isHan || isEnglish || isMonths { instalments.append(Found(value: count, range: mention.range)) }
  }

  private static func first(_ numbers: [Mention], from place: Int) -> Mention? {
    let low = (0..<numbers.count).partitioningIndex { numbers[$0].range.lowerBound >= place }
    return low < numbers.count ? numbers[low] : nil
  }
}

/// Figures called annual rates.
package enum AnnualRateScan {
  private static let names = Lexicon<Bool>([
    (
      true,
      "年化利率 年化综合成本 年化成本 近似年化 年化 年利率 折合年利率 折合年化 年息 年费率 apr annual_rate annual_percentage_rate annualised_rate annualized_rate"
    )
  ])

  /// Every percentage named so, in order.
  package static func mentions(in text: [UInt8], numbers: [Mention]) -> [Mention] {
    numbers.compactMap { mention in
      guard let quantity = mention.quantity, quantity.unit == .percent else { return nil }
      return isNamed(mention.range, in: text) ? Mention(kind: .annualRate, range: mention.range, reading: mention.reading) : nil
    }
  }

  /// Whether the figure at `range` is called an annual rate right before or right behind it.
  package static func isNamed(_ range: Range<Int>, in text: [UInt8]) -> Bool {
    if names.match(text, endingAt: Filler.start(before: range.lowerBound, in: text)) != nil { return true }
    let place = range.upperBound
    return place < text.count && text[place] == 0x20 && names.match(text, at: place + 1) != nil
  }
}
