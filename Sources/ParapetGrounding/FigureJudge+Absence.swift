import ParapetEntity

/// How sure it is that a figure which the evidence lacks is wrong.
extension FigureJudge {
  func tierOfAbsence(_ claim: Quantity, _ range: Range<Int>, _ cues: Cues) -> ClaimJudgement.Fault.Tier {
    if claim.script == .words || claim.hedge != nil && claim.significantDigits <= 1 { return .likely }
    let named = namedUnit(claim, answer[range])
    if isBare(claim), named == nil || !isMeasured(claim, named) { return .likely }
    // A bare result whose operands nobody shows may be right.
    return cues.any && hasOperands(claim, named, cues) ? .likely : .certain
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

  /// Whether the passages measure in the claim's unit, and the claim neither rounds a figure of theirs nor is two of them taken together.
  private func isMeasured(_ claim: Quantity, _ unit: NamedUnit?) -> Bool {
    var step = claim.precision.billionths
    let value = claim.value.magnitude.billionths
    while step < value, value % (step * 10) == 0 { step *= 10 }
    var measured: [Int128] = []
    for figure in index.figures.prefix(FigureJudge.lookLimit) where figure.passage >= 0 && figure.quantity.role == .measure {
      guard figure.quantity.unit == claim.unit, figure.quantity.script == .digits,
        namedUnit(figure.quantity, index.text(figure.passage)[figure.range]) == unit
      else { continue }
      if abs(figure.quantity.value.magnitude.billionths - value) < step { return false }
      measured.append(figure.quantity.value.magnitude.billionths)
    }
    let known = Set(measured)
    return !measured.isEmpty && !measured.contains { known.contains($0 + value) || known.contains(value - $0) }
  }

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
