import ParapetEntity

/// How sure it is that a figure which the evidence lacks is wrong.
extension FigureJudge {
  func tierOfAbsence(_ claim: Quantity, _ range: Range<Int>, _ rival: Rival?) -> ClaimJudgement.Fault.Tier {
    if isMistakenYear(claim, answer[range]) || isWrongInList(claim, range) { return .certain }
    guard let rival, rival.isPlain, claim.script != .words, !isRounded(claim), !isSumOfTwo(claim) else { return .likely }
    if let named = namedUnit(claim, answer[range]) { return isSameSpan(claim, named) ? .likely : .certain }
    // Things up to nine are counted off lists.
    let isFew = claim.decimals == 0 && claim.scale == 0 && claim.value.magnitude < FixedPoint(10)
    return isFew && (claim.unit == .counted || claim.unit == .plain) ? .likely : .certain
  }

  /// A bare number that is a year of the evidence but for one digit, and no year of our time.
  private func isMistakenYear(_ claim: Quantity, _ text: ArraySlice<UInt8>) -> Bool {
    guard claim.unit == .plain, claim.decimals == 0, claim.scale == 0, claim.role == .measure, text.count == 4 else { return false }
    if index.dates.hasYear(besides: Print(claim, text).digits) || index.asksForYear { return true }
    guard !index.dates.isYearless else { return false }
    // Where a year stands, and years are spoken of: in 2811, FY 4871; 2019, 8933 and 2017; 3398北京冬奥会 for 2022北京冬奥会.
    let before = answer[..<text.startIndex].suffix(8)
    if FigureJudge.yearLeads.contains(where: { before.suffix($0.count).holds($0) }) || isListedWithYears(text.startIndex..<text.endIndex) {
      return true
    }
    guard let behind = Neighbourhood.behind(text.endIndex, answer) else { return false }
    return index.yearNeighbours.contains(behind)
  }

  private static let yearLeads = ["fiscal ", "year ", "years ", "in ", "fy ", "during "].map { Array($0.utf8) }

  /// Whether nothing but what joins a list or a span stands between a number and a year before or behind it.
  private func isListedWithYears(_ range: Range<Int>) -> Bool {
    let before = mentionedYears.last { $0.range.upperBound <= range.lowerBound }?.range
    let behind = mentionedYears.first { $0.range.lowerBound >= range.upperBound }?.range
    return before.map { isJoin(answer[$0.upperBound..<range.lowerBound]) } ?? false
      || behind.map { isJoin(answer[range.upperBound..<$0.lowerBound]) } ?? false
  }

  private func isJoin(_ gap: ArraySlice<UInt8>) -> Bool {
    gap.count <= 10 && FigureJudge.yearJoins.contains { gap.elementsEqual($0) }
  }

  private static let yearJoins = [", ", " and ", ", and ", "-", " - ", " to ", " through ", "/", "、", "和", "至"].map { Array($0.utf8) }

  /// Whether a claim stands in a list with figures that one row, column or sentence gives, and that has another for its place.
  private func isWrongInList(_ claim: Quantity, _ range: Range<Int>) -> Bool {
    guard claim.role == .measure, claim.script == .digits else { return false }
    let own = Print(claim, answer[range])
    let place = mentions.firstAtOrAfter(range.lowerBound)
    for neighbour in [place - 1, place + 1] where mentions.indices.contains(neighbour) {
      let other = mentions[neighbour].range
      let gap = other.lowerBound < range.lowerBound ? other.upperBound..<range.lowerBound : range.upperBound..<other.lowerBound
      guard isListed(gap) else { continue }
      for match in carriers(of: neighbour).prefix(8) where hasOther(own, claim, beside: match) { return true }
    }
    return false
  }

  /// Whether the row, column or sentence of a figure has one that the answer does not give, and that looks as the claim does.
  private func hasOther(_ own: Print, _ claim: Quantity, beside match: Int) -> Bool {
    let given = index.figures[match]
    guard given.passage >= 0 else { return false }
    let prints = index.prints
    let nearby = max(0, match - FigureJudge.listReach)..<min(prints.count, match + FigureJudge.listReach)
    return nearby.contains { number in
      let figure = index.figures[number]
      guard number != match, !taken.contains(number), figure.passage == given.passage, figure.quantity.role == .measure else {
        return false
      }
      let isBeside =
        given.row == nil ? figure.sentence == given.sentence : figure.row == given.row || figure.column == given.column
      return isBeside && figure.quantity.unit == given.quantity.unit && own.likeness(to: prints[number]) != .none
    }
  }

  /// How far from a figure, in numbers, its list may reach.
  private static let listReach = 60

  private func isListed(_ gap: Range<Int>) -> Bool {
    gap.count <= 10 && FigureJudge.listJoins.contains { answer[gap].elementsEqual($0) }
  }

  private static let listJoins = [", ", " and ", ", and ", "; ", " & ", ",", "、", "，", "和", "及", "；"].map { Array($0.utf8) }

  /// Whether a claim is a round number that stands for one close by.
  private func isRounded(_ claim: Quantity) -> Bool {
    guard claim.decimals == 0, claim.significantDigits <= 1 else { return false }
    let value = claim.value.magnitude.billionths
    var isClose = false
    index.collect(index.byValue, value - value / 10, value + value / 10) { entry in
      if index.figures[entry.figure].quantity.unit == claim.unit { isClose = true }
    }
    return isClose
  }

  /// Whether two figures beside each other that count the same add up to the claim, or differ by it.
  private func isSumOfTwo(_ claim: Quantity) -> Bool {
    let isScaled = claim.unit == .plain && claim.scale > 0
    guard claim.unit == .counted || claim.unit == .money || isScaled else { return false }
    let target = Target(claim.value, claim.precision)
    let figures = index.figures.prefix(FigureJudge.lookLimit)
    let isLong = claim.scale > 0 && claim.printed.magnitude >= FixedPoint(1000)
    for (place, a) in figures.enumerated()
    where a.row == nil && (a.quantity.unit == claim.unit || isScaled && a.quantity.scale == claim.scale) && a.passage >= 0 {
      for b in figures.dropFirst(place + 1).prefix(isLong ? 4 : 1) {
        guard b.passage == a.passage, b.quantity.unit == a.quantity.unit, isLong || b.sentence == a.sentence else { continue }
        if target.isHit(a.quantity.value + b.quantity.value) || target.isHit(a.quantity.value - b.quantity.value) { return true }
      }
    }
    return false
  }

  /// What the words around the claim speak of; its own "percent" is a unit, and a share only where "of" follows.
  func cuesAround(_ range: Range<Int>, in sentence: Range<Int>) -> Cues {
    let own = range.clamped(to: sentence)
    if answer[own.upperBound..<sentence.upperBound].starts(with: " of".utf8) { return cueWords.within(sentence).union(index.questionCues) }
    let before = cueWords.within(sentence.lowerBound..<own.lowerBound)
    return before.union(cueWords.within(own.upperBound..<sentence.upperBound)).union(index.questionCues)
  }

  /// Units that leave no doubt what is measured.
  enum NamedUnit: Equatable {
    case money, percent, days, weeks, months, years
  }

  func namedUnit(_ quantity: Quantity, _ text: ArraySlice<UInt8>) -> NamedUnit? {
    switch quantity.unit {
    case .money: return .money
    case .percent: return .percent
    case .counted where !text.hasExactly(FigureJudge.age): break
    default: return nil
    }
    return FigureJudge.spans.first { word, _ in
      text.indices.contains { start in
        text[start...].count >= word.count && zip(text[start...], word).allSatisfy { $0 == $1 || ($0 &- 0x41 < 26 && $0 + 32 == $1) }
      }
    }?.unit
  }

  /// A year of age is no span of time.
  private static let age = Array("岁".utf8)
  private static let spans: [(word: [UInt8], unit: NamedUnit)] = [
    (Array("天".utf8), .days), (Array("日".utf8), .days), (Array("day".utf8), .days), (Array("周".utf8), .weeks),
    (Array("星期".utf8), .weeks), (Array("week".utf8), .weeks), (Array("个月".utf8), .months), (Array("month".utf8), .months),
    (Array("年".utf8), .years), (Array("year".utf8), .years),
  ]

  /// The most numbers of the evidence that are looked at.
  static let lookLimit = 1000

  /// Whether the evidence gives the same span of time in another unit.
  private func isSameSpan(_ claim: Quantity, _ unit: NamedUnit) -> Bool {
    guard claim.unit == .counted else { return false }
    let value = claim.value.magnitude
    for figure in index.figures.prefix(FigureJudge.lookLimit) where figure.quantity.unit == .counted {
      guard let other = namedUnit(figure.quantity, index.text(figure.passage)[figure.range]), other != unit else { continue }
      for (large, small, factor) in FigureJudge.conversions {
        let (whole, parts) = unit == large ? (value, figure.quantity.value.magnitude) : (figure.quantity.value.magnitude, value)
        guard (unit, other) == (large, small) || (other, unit) == (large, small) else { continue }
        if whole.times(FixedPoint(factor)) == parts { return true }
      }
    }
    return false
  }

  /// How many of a smaller unit a larger one holds, as calendars and as banks count.
  private static let conversions: [(large: NamedUnit, small: NamedUnit, factor: Int)] = [
    (.years, .months, 12), (.years, .days, 365), (.years, .days, 366), (.years, .days, 360), (.months, .days, 30), (.months, .days, 31),
    (.weeks, .days, 7),
  ]
}
