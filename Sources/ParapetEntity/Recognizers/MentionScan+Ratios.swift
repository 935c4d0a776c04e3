/// Ratios in words: 八折, 九五折, 翻两番, 万分之五; and amounts in capitals, 壹亿贰仟万元整.
///
/// - Source: GB/T 15835-2011 for numerals; the writing rules for bills (支付结算办法附一) for capitals.
extension MentionScan {
  // MARK: Discounts

  /// `8折`, `8.8折`, `95折`: what is left of a price, in per cent.
  func keepFold(_ number: ASCIINumber, from start: Int) -> Bool {
    guard isFold(number.end), number.decimals <= 2, let printed = FixedPoint(mantissa: number.mantissa, decimals: number.decimals) else {
      return false
    }
    let isTwoDigits = number.decimals == 0 && number.digits == 2
    guard isTwoDigits || number.digits - number.decimals == 1, printed > .zero else { return false }
    guard let value = isTwoDigits ? printed : printed.shifted(1) else { return false }
    keepPercent(value, decimals: max(0, number.decimals - 1), significant: 2, range: start..<(number.end + 3), script: .digits)
    return true
  }

  /// `八折`, `九五折`; not 一波三折.
  private func readFold() -> Bool {
    guard let first = HanNumeral.digit(text, at), first > 0 else { return false }
    let second = HanNumeral.digit(text, at + 3)
    let end = second == nil ? at + 3 : at + 6
    guard isFold(end), !has("波", at - 3) else { return false }
    keepPercent(FixedPoint(first * 10 + (second ?? 0)), decimals: 0, significant: 2, range: at..<(end + 3), script: .han)
    return true
  }

  /// Whether 折 stands at `place` and begins no other word, such as 折合.
  private func isFold(_ place: Int) -> Bool {
    guard has("折", place) else { return false }
    return !["合", "旧", "算", "叠", "页", "线", "腾", "损", "返", "射", "价", "现", "痕", "股"].contains { has($0, place + 3) }
  }

  // MARK: Doubling

  /// `翻番`, `翻了一番`, `翻两番`: two to the power of how often it doubled; `翻倍`.
  private func readDoubling() -> Bool {
    var place = at + 3
    if has("了", place) { place += 3 }
    var times = 1
    if has("倍", place) {
      place += 3
    } else {
      if let digit = HanNumeral.digit(text, place) {
        times = digit
        place += 3
      } else if byte(place).isDigit, !byte(place + 1).isDigit {
        times = Int(byte(place)) - 0x30
        place += 1
      }
      guard has("番", place), (1...9).contains(times) else { return false }
      place += 3
    }
    let value = FixedPoint(1 << times)
    let quantity = Quantity(
      value: value, printed: value, precision: FixedPoint(1), decimals: 0, significantDigits: 1, scale: 0, unit: .multiple, currency: nil,
      hedge: at > 0 ? Vocabulary.hedgesBefore.match(text, endingAt: at)?.value ?? nil : nil, role: .measure, script: .han,
      isNegative: false)
    keep(quantity, at..<place)
    return true
  }

  // MARK: Parts of a hundred, a thousand, ten thousand

  /// `百分之五`, `千分之3`, `万分之五`, in per cent.
  private func readParts() -> Bool {
    for (word, scale) in [("百分之", 0), ("千分之", -1), ("万分之", -2)] as [(StaticString, Int)] where has(word, at) {
      let number = at + 9
      if byte(number).isDigit, let ascii = asciiNumber(number),
        let value = FixedPoint(mantissa: ascii.mantissa, decimals: ascii.decimals)
      {
        keepPercent(
          value, decimals: ascii.decimals, significant: ascii.significant, range: at..<ascii.end, script: .digits, scale: scale)
        return true
      }
      guard let numeral = HanNumeral.read(text, number) else { return false }
      keepPercent(
        numeral.value, decimals: numeral.decimals, significant: numeral.significant, range: at..<numeral.end, script: .han, scale: scale)
      return true
    }
    return false
  }

  // MARK: Capitals

  /// `人民币壹亿贰仟万元整`.
  private func readCapitals() -> Bool {
    guard isCapital(at) else { return false }
    let stretch = text[at..<min(text.count, at + 120)]
    guard let amount = CapitalAmount.first(in: stretch), amount.range.lowerBound == at,
      let value = FixedPoint(mantissa: Int128(amount.fen), decimals: 2)
    else {
      // What is no amount here is none at its next character either.
      while isCapital(at) { at += 3 }
      return true
    }
    let start = at - 9 >= floor && has("人民币", at - 9) ? at - 9 : at
    let isWhole = amount.fen % 100 == 0
    var (rest, digits) = (isWhole ? amount.fen / 100 : amount.fen, 0)
    while rest > 0, rest % 10 == 0 { rest /= 10 }
    while rest > 0 { (rest, digits) = (rest / 10, digits + 1) }
    let quantity = Quantity(
      value: value, printed: value, precision: isWhole ? FixedPoint(1) : FixedPoint(billionths: FixedPoint.unit / 100),
      decimals: isWhole ? 0 : 2, significantDigits: digits, scale: 0, unit: .money, currency: .yuan, hedge: nil, role: .measure,
      script: .han, isNegative: false)
    keep(quantity, start..<amount.range.upperBound)
    return true
  }

  private func isCapital(_ place: Int) -> Bool {
    let character = han(place)
    return CapitalAmount.openings.contains { Int($0.value) == character }
  }

  /// Whatever of these stands at the place of reading.
  func readRatio() -> Bool {
    switch han(at) {
    case 0x7FFB: readDoubling()
    case 0x767E: readParts()
    case 0x5343, 0x4E07: readParts() || readRatePart()
    default: readInterestWord(until: at) || readFold() || readCapitals()
    }
  }
}
