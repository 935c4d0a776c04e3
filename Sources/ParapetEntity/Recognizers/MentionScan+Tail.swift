/// What follows a number.
extension MentionScan {
  /// Scale, unit and hedge behind a number that ends at `number`; nil when letters follow that are none of these.
  func readTail(_ number: Int, bracket: Bool, money: Bool, alone: Bool) -> Tail? {
    var tail = Tail(end: number, scale: 0, unit: .plain, currency: nil, hedge: nil, isNegative: false)
    var place = number
    if bracket {
      if byte(place) == 0x25 {
        tail.unit = .percent
        place += 1
        tail.end = place
      }
      if byte(place) == 0x29 {
        place += 1
        // Accounting brackets hold a number of some size; (1) and (12) are more often list numbers.
        tail.isNegative = !alone || tail.unit == .percent
        tail.end = tail.unit == .percent ? place - 1 : number
      }
    }
    if byte(place).isLetter, byte(place).isWord, Vocabulary.units.match(text, at: place) == nil,
      Vocabulary.wordScales.match(text, at: place) == nil, !isLetterScale(place, money: money)
    {
      if let ordinal = ordinalEnd(place) {
        tail.end = ordinal
        tail.unit = .plain
        return tail
      }
      return nil
    }
    place = readScale(place, money: money, &tail)
    readUnit(place, money: money, &tail)
    if tail.hedge == nil, let hedge = Vocabulary.hedgesAfter.match(text, at: afterBlanks(tail.end)) { tail.hedge = hedge.value }
    return tail
  }

  private func isLetterScale(_ place: Int, money: Bool) -> Bool {
    guard byte(place).isLetter, let match = Vocabulary.letterScales.match(text, at: place) else { return false }
    return (money || text[place].isUpperLetter) && !byte(match.end).isWord
  }

  private func ordinalEnd(_ place: Int) -> Int? {
    for word in ["st", "nd", "rd", "th"] as [StaticString] where has(word, place) && !byte(place + 2).isWord { return place + 2 }
    return nil
  }

  private func readScale(_ start: Int, money: Bool, _ tail: inout Tail) -> Int {
    var place = start
    // 100余万, 20多亿.
    let infix = afterBlanks(place)
    switch han(infix) {
    case 0x4F59, 0x591A, 0x6765:
      if Vocabulary.hanScales.match(text, at: infix + 3) != nil {
        tail.hedge = .over
        place = infix + 3
      }
    default: break
    }
    let spaced = place == start ? infix : afterBlanks(place)
    if byte(spaced) >= 0x80, let scale = Vocabulary.hanScales.match(text, at: spaced), isHanScale(scale.value, end: scale.end) {
      tail.scale = scale.value
      tail.end = scale.end
      place = scale.end
      if has("余", place) || (has("多", place) && !has("多元", place)) {
        tail.hedge = .over
        place += 3
      }
      return place
    }
    let hyphen = byte(spaced) == 0x2D ? spaced + 1 : spaced
    if byte(hyphen).isLetter, let scale = Vocabulary.wordScales.match(text, at: hyphen) {
      tail.scale = scale.value
      tail.end = scale.end
      return scale.end
    }
    if isLetterScale(place, money: money), let scale = Vocabulary.letterScales.match(text, at: place) {
      tail.scale = scale.value
      tail.end = scale.end
      return scale.end
    }
    return start
  }

  /// Whether 千 and 百 scale the number, and do not begin a unit (千瓦) or a fraction (百分点).
  private func isHanScale(_ scale: Int, end: Int) -> Bool {
    guard scale <= 3 else { return true }
    if scale == 3 { return !["瓦", "米", "克", "卡", "伏", "帕", "字"].contains { has($0, end) } }
    return !has("分", end)
  }

  private func readUnit(_ start: Int, money: Bool, _ tail: inout Tail) {
    let spaced = afterBlanks(start)
    // ‰ stands for a tenth of a per cent.
    if byte(spaced) == 0xE2, has("‰", spaced) {
      tail.unit = .percent
      tail.scale -= 1
      tail.end = spaced + 3
      return
    }
    if byte(spaced) == 0xE6, has("成", spaced), tail.scale == 0, !has("成立", spaced), !has("成为", spaced), !has("成功", spaced),
      !has("成交", spaced)
    {
      tail.unit = .percent
      tail.scale = 1
      tail.end = spaced + 3
      return
    }
    let place = byte(spaced) == 0x2D && byte(spaced + 1).isLetter ? spaced + 1 : spaced
    guard let unit = Vocabulary.units.match(text, at: place) else { return }
    if unit.value.unit == .counted {
      if !money, tail.unit == .plain {
        tail.unit = .counted
        tail.end = unit.end
      }
      return
    }
    // `x` and `times` belong to the number only where they close it.
    if unit.value.unit == .multiple, text[place].isLetter || text[place] == 0xC3, place != start || byte(unit.end).isWord {
      if !has("times", place) || money { return }
    }
    if money, unit.value.unit != .money { return }
    tail.unit = unit.value.unit
    tail.currency = unit.value.currency
    tail.end = unit.end
  }
}
