import ParapetEntity

/// How sure it is that a figure which the evidence lacks is wrong.
extension FigureJudge {
  mutating func tierOfAbsence(_ claim: Quantity, _ range: Range<Int>, _ sentence: Range<Int>) -> ClaimJudgement.Fault.Tier {
    if claim.script == .words { return .likely }
    let named = namedUnit(claim, answer[range])
    let cues = cuesAround(range, in: sentence)
    looks -= 1
    guard looks >= 0 else { return isBare(claim) || cues.any ? .likely : .certain }
    if let named, isSameSpan(claim, named) { return .likely }
    if isBare(claim) {
      guard let named, isMeasured(claim, named), !isComputable(claim, range) else { return .likely }
    }
    // A bare result whose operands nobody shows may be right.
    return cues.any && hasOperands(claim, named, cues) ? .likely : .certain
  }

  /// What the words around the claim speak of; its own "percent" is a unit, and a share only where "of" follows.
  private func cuesAround(_ range: Range<Int>, in sentence: Range<Int>) -> Cues {
    let own = range.clamped(to: sentence)
    if answer[own.upperBound..<sentence.upperBound].starts(with: " of".utf8) { return Cues(answer[sentence]).union(index.questionCues) }
    let before = Cues(answer[sentence.lowerBound..<own.lowerBound])
    return before.union(Cues(answer[own.upperBound..<sentence.upperBound])).union(index.questionCues)
  }

  /// Round numbers, small counts and numbers in names are often said of things that the evidence puts otherwise.
  private func isBare(_ claim: Quantity) -> Bool {
    guard claim.decimals == 0 else { return false }
    if claim.value.magnitude < FixedPoint(10), claim.scale == 0 { return true }
    if claim.significantDigits <= 1 { return true }
    if claim.unit == .counted, claim.value.magnitude < FixedPoint(100) { return true }
    return claim.unit == .plain && claim.scale == 0 && claim.value.magnitude < FixedPoint(1000)
  }

  /// Units that leave no doubt what is measured.
  private enum NamedUnit: Equatable {
    case money, percent, days, weeks, months, years
  }

  private func namedUnit(_ quantity: Quantity, _ text: ArraySlice<UInt8>) -> NamedUnit? {
    switch quantity.unit {
    case .money: return .money
    case .percent: return .percent
    case .counted: break
    default: return nil
    }
    return FigureJudge.spans.first { word, _ in
      text.indices.contains { start in
        text[start...].count >= word.count && zip(text[start...], word).allSatisfy { $0 == $1 || ($0 &- 0x41 < 26 && $0 + 32 == $1) }
      }
    }?.unit
  }

  private static let spans: [(word: [UInt8], unit: NamedUnit)] = [
    (Array("天".utf8), .days), (Array("日".utf8), .days), (Array("day".utf8), .days), (Array("周".utf8), .weeks),
    (Array("星期".utf8), .weeks), (Array("week".utf8), .weeks), (Array("个月".utf8), .months), (Array("month".utf8), .months),
    (Array("年".utf8), .years), (Array("year".utf8), .years),
  ]

  /// The most numbers of the evidence that are looked at.
  private static let lookLimit = 1000

  /// Whether the passages measure in the claim's unit, and the claim rounds no figure of theirs.
  private func isMeasured(_ claim: Quantity, _ unit: NamedUnit) -> Bool {
    var step = claim.precision.billionths
    let value = claim.value.magnitude.billionths
    while step < value, value % (step * 10) == 0 { step *= 10 }
    var isMeasured = false
    for figure in index.figures.prefix(FigureJudge.lookLimit) where figure.passage >= 0 && figure.quantity.role == .measure {
      guard figure.quantity.unit == claim.unit, figure.quantity.script == .digits,
        namedUnit(figure.quantity, index.text(figure.passage)[figure.range]) == unit
      else { continue }
      let distance = abs(figure.quantity.value.magnitude.billionths - value)
      if distance < step, distance * 5 <= value { return false }
      isMeasured = true
    }
    return isMeasured
  }

  /// Whether any computation at all gives the claim; round numbers come about in ways that no cue betrays.
  private mutating func isComputable(_ claim: Quantity, _ range: Range<Int>) -> Bool {
    guard index.options.derive else { return false }
    let sentence = TextBounds.sentence(answer, range)
    var derivation = Derivation(index: index, judge: self, claim: claim, range: range, sentence: sentence, cues: .all)
    let found = derivation.best()
    budget = derivation.budget
    return found != nil || budget <= 0
  }

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

  // MARK: Operands

  /// Whether the evidence, the question and the answer hold numbers from which what the cues speak of could give the claim.
  private func hasOperands(_ claim: Quantity, _ named: NamedUnit?, _ cues: Cues) -> Bool {
    let given = index.figures.prefix(FigureJudge.lookLimit).map { inScale(of: claim, $0) } + supported.suffix(200).map(\.quantity)
    let values = given.filter { $0.role == .measure && $0.value != .zero }
    let shares = values.filter { $0.unit == .percent }
    let amounts = values.filter { $0.unit == .money || $0.unit == .plain || $0.unit == .counted }
    switch claim.unit {
    case .percentagePoints, .basisPoints: return shares.count >= 2
    case .percent:
      if (cues.change || cues.average || cues.total) && shares.count >= 2 { return true }
      return (cues.change || cues.share || cues.ratio) && hasPair(amounts)
    case .multiple: return !shares.isEmpty || hasPair(amounts)
    case .money, .plain, .counted:
      let value = claim.value.magnitude
      let alike = amounts.filter { $0.unit == claim.unit || $0.unit == .plain || claim.unit == .plain }
      if alike.count >= 2 {
        if cues.change, alike.contains(where: { $0.value.magnitude > value }) { return true }
        if cues.total, alike.filter({ $0.value.magnitude < value }).count >= 2 { return true }
        if cues.average, alike.contains(where: { $0.value.magnitude < value }), alike.contains(where: { $0.value.magnitude > value }) {
          return true
        }
      }
      if cues.ratio || (cues.share && claim.unit != .money), hasQuotient(claim, amounts) { return true }
      if cues.change, hasGrowth(claim, alike, shares) { return true }
      return (cues.product || cues.share) && hasProduct(claim, alike, shares, amounts)
    }
  }

  /// A bare number of a table whose unit nobody states may be meant in the claim's thousands or millions.
  private func inScale(of claim: Quantity, _ figure: Figure) -> Quantity {
    var quantity = figure.quantity
    guard claim.scale > 0, quantity.scale == 0, figure.row != nil, quantity.unit == .plain || quantity.unit == .money else {
      return quantity
    }
    quantity.value = quantity.value.shifted(claim.scale) ?? quantity.value
    return quantity
  }

  /// An amount grown at a rate.
  private func hasGrowth(_ claim: Quantity, _ bases: [Quantity], _ shares: [Quantity]) -> Bool {
    guard let base = bases.map(\.value.magnitude).max(), let rate = shares.map(\.value.magnitude).max() else { return false }
    return (FixedPoint(100) + rate).times(base)?.shifted(-2).map { $0 >= claim.value.magnitude } ?? true
  }

  /// Whether two of them count the same.
  private func hasPair(_ amounts: [Quantity]) -> Bool {
    let plain = amounts.count { $0.unit == .plain }
    return [Quantity.Unit.money, .counted].contains { unit in plain + amounts.count { $0.unit == unit } >= 2 }
  }

  /// An amount by a count, or two amounts by each other.
  private func hasQuotient(_ claim: Quantity, _ amounts: [Quantity]) -> Bool {
    let larger = amounts.contains { $0.value.magnitude > claim.value.magnitude && (claim.unit != .money || $0.unit != .counted) }
    return larger && amounts.contains { claim.unit != .money || $0.unit != .money }
  }

  /// An amount at a rate, for as many periods as are named, or an amount a period.
  private func hasProduct(_ claim: Quantity, _ bases: [Quantity], _ shares: [Quantity], _ amounts: [Quantity]) -> Bool {
    guard claim.unit != .counted else { return false }
    let periods = amounts.filter { $0.unit != .money && $0.decimals == 0 && $0.scale == 0 && $0.value.magnitude <= FixedPoint(60) }
      .map(\.value.magnitude)
    let most = max(periods.max() ?? FixedPoint(1), FixedPoint(1))
    guard let base = bases.map(\.value.magnitude).max() else { return false }
    if let rate = shares.map(\.value.magnitude).max() {
      let product = base.times(rate)?.shifted(-2)?.times(most)
      if product.map({ $0 >= claim.value.magnitude }) ?? true { return true }
    }
    let instalments = base.times(most).map { $0 >= claim.value.magnitude } ?? true
    return !periods.isEmpty && instalments && bases.contains { $0.unit == .money && $0.value.magnitude < claim.value.magnitude }
  }
}
