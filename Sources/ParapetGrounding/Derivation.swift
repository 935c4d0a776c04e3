import ParapetEntity

/// The search for a computation that gives a claim.
///
/// Operands come from the answer's own supported figures, from a change that the evidence states by both ends, and from one row,
/// column or sentence whose words the question or the answer shares. How many hits chance alone would give decides what a hit is worth.
struct Derivation {
  enum Strength { case strong, weak, wrongUnit }
  struct Found {
    let proof: Proof
    let strength: Strength

    init(_ name: String, _ terms: [Term], _ result: FixedPoint?, strength: Strength = .strong, chance: Int? = nil) {
      proof = Proof(operation: name, operands: terms.prefix(12).map(\.operand), result: result, chance: chance)
      self.strength = strength
    }
  }

  let index: EvidenceIndex
  let judge: FigureJudge
  let claim: Quantity
  let range: Range<Int>
  let sentence: Range<Int>
  let cues: Cues
  /// How many pairs may still be tried.
  var budget: Int

  init(index: EvidenceIndex, judge: FigureJudge, claim: Quantity, range: Range<Int>, sentence: Range<Int>, cues: Cues) {
    self.index = index
    self.judge = judge
    self.claim = claim
    self.range = range
    self.sentence = sentence
    self.cues = cues
    budget = judge.budget
  }

  mutating func best() -> Found? {
    if let found = fromChanges() ?? fromExchange() { return found }
    // Two figures that the answer itself shows, and a result of four digits: luck hardly ever does that.
    let isTelling = claim.significantDigits >= 4
    if isTelling, let found = fromAnswer(.all) { return found }
    guard cues.any else { return nil }
    // What all cues allow has been tried.
    if !isTelling, let found = fromAnswer(cues) { return found }
    if let found = fromInterest() { return found }
    return fromEvidence()
  }

  // MARK: Changes stated by both ends

  private func fromChanges() -> Found? {
    if index.changes.count >= EvidenceReader.changeLimit { index.note(.changes) }
    var wrongUnit: Found?
    for change in [judge.changes, index.changes].joined() {
      let (from, to) = (change.from, change.to)
      let difference = (to.value - from.value).magnitude
      func found(_ name: String, _ result: FixedPoint?, _ strength: Strength = .strong) -> Found {
        Found(name, change.terms, result, strength: strength)
      }
      switch claim.unit {
      case .percentagePoints where from.unit == .percent && isNear(difference): return found("difference", difference)
      case .basisPoints where from.unit == .percent:
        if let points = difference.shifted(2), isNear(points) { return found("difference", points) }
      case .percent:
        if let share = difference.divided(by: from.value.magnitude)?.shifted(2), isNear(share) { return found("growth", share) }
        // A difference of two shares is counted in points.
        if from.unit == .percent, isNear(difference) || difference.shifted(2).map(isNear) == true {
          wrongUnit = found("difference", difference, .wrongUnit)
        }
      case .multiple:
        if let ratio = to.value.divided(by: from.value), isNear(ratio.magnitude) { return found("ratio", ratio) }
      case .plain, .counted, .money:
        if isNear(difference), from.unit != .percent { return found("difference", difference) }
      default: break
      }
      if claim.unit == .percentagePoints, from.unit == .percent, difference.shifted(2).map(isNear) == true {
        wrongUnit = found("difference", difference, .wrongUnit)
      }
    }
    return wrongUnit
  }

  func isNear(_ value: FixedPoint) -> Bool {
    (value.magnitude - claim.value.magnitude).magnitude.billionths * 2 <= claim.precision.billionths + 2
  }

  // MARK: The answer's own figures

  private func fromAnswer(_ cues: Cues) -> Found? {
    let operands = nearOperands()
    guard operands.count >= 2 else { return nil }
    let target = Target(claim.value, claim.precision)
    let window = target.hits
    let values = operands.map { Operand($0.quantity) }
    for first in operands.indices {
      for second in (first + 1)..<operands.count {
        var hit: Computation?
        Computation.forEach(values[first], values[second], claim: claim, cues: cues, in: window) {
          if hit == nil, target.isHit($0.value) { hit = $0 }
        }
        guard let hit else { continue }
        let terms = [operands[first], operands[second]]
        return Found(hit.kind.rawValue, hit.isTurned ? terms.reversed() : terms, hit.value)
      }
    }
    return runs(operands, [target])
  }

  /// The supported figures of the answer close by and those of the question, the last two dozen of them.
  private func nearOperands() -> [Term] {
    let asked = index.figures.suffix(24).filter { $0.passage < 0 }.map(Term.init)
    var near: [Term] = []
    near.reserveCapacity(24)
    for (quantity, place) in judge.supported.suffix(200).reversed() where abs(place.lowerBound - range.lowerBound) <= 600 {
      guard near.count + asked.count < 24 else { break }
      near.append(Term(quantity, .answer, place))
    }
    near.reverse()
    return near + asked
  }

  /// Three to twelve neighbours that sum, or average, to a target.
  func runs(_ terms: [Term], _ targets: [Target]) -> Found? {
    guard cues.total || cues.average else { return nil }
    for start in terms.indices {
      var sum = FixedPoint.zero
      for end in start..<min(start + 12, terms.count) {
        sum = sum + terms[end].quantity.value
        let count = end - start + 1
        guard count >= 3 else { continue }
        if cues.total, targets.contains(where: { $0.isHit(sum) }) { return Found("total", Array(terms[start...end]), sum) }
        if cues.average, let mean = sum.divided(by: FixedPoint(count)), targets.contains(where: { $0.isHit(mean) }) {
          return Found("average", Array(terms[start...end]), mean)
        }
      }
    }
    return nil
  }

  // MARK: Interest

  /// Principal × rate × days ÷ 365 or 360, with what the answer, the question or one sentence gives; a fee per period × periods.
  private func fromInterest() -> Found? {
    guard cues.product, claim.unit == .money || claim.unit == .plain else { return nil }
    let given = givenForInterest()
    let target = Target(claim.value, claim.precision)
    for principal in given.principals {
      for rate in given.rates {
        guard let share = rate.quantity.value.shifted(-2), let year = principal.quantity.value.times(share) else { continue }
        if target.isHit(year) { return Found("product", [principal, rate], year) }
        if let found = interest(principal, rate, year, nil, target) { return found }
        for count in given.counts {
          if let found = interest(principal, rate, year, count, target) { return found }
        }
      }
    }
    return nil
  }

  /// What interest may be computed with: the first few of each kind that stand near the claim or are given.
  private func givenForInterest() -> (principals: [Term], rates: [Term], counts: [Term]) {
    var given: (principals: [Term], rates: [Term], counts: [Term]) = ([], [], [])
    func add(_ quantity: Quantity, _ term: @autoclosure () -> Term) {
      guard quantity.value != claim.value || quantity.unit != claim.unit else { return }
      switch quantity.unit {
      case .money where quantity.value.magnitude >= FixedPoint(100) && given.principals.count < 6: given.principals.append(term())
      case .percent where quantity.value.magnitude <= FixedPoint(40) && given.rates.count < 6: given.rates.append(term())
      case .counted, .plain:
        if given.counts.count < 8, quantity.decimals == 0, quantity.value.magnitude <= FixedPoint(4000) { given.counts.append(term()) }
      default: break
      }
    }
    let own = judge.mentions.firstAtOrAfter(range.lowerBound)
    for mention in judge.mentions[max(0, own - 12)..<min(judge.mentions.count, own + 12)] {
      add(mention.quantity, Term(mention.quantity, .answer, mention.range))
    }
    for figure in index.figures.prefix(60) { add(figure.quantity, Term(figure)) }
    for figure in index.figures.suffix(12) { add(figure.quantity, Term(figure)) }
    // 万元收益 is the yield on ten thousand.
    if judge.speaksOfTenThousand {
      var tenThousand = claim
      tenThousand.value = FixedPoint(10_000)
      tenThousand.unit = .money
      add(tenThousand, Term(tenThousand, .answer, range))
    }
    return given
  }

  /// Interest of a year times a count, by the day or by the month, and an instalment with its fee.
  private func interest(_ principal: Term, _ rate: Term, _ year: FixedPoint, _ count: Term?, _ target: Target) -> Found? {
    let periods = count?.quantity.value ?? FixedPoint(1)
    guard let whole = year.times(periods) else { return nil }
    var terms: [Term] { count.map { [principal, rate, $0] } ?? [principal, rate] }
    if target.isHit(whole) { return Found("product", terms, whole) }
    for days in [365, 360, 12] {
      if let interest = whole.divided(by: FixedPoint(days)), target.isHit(interest) { return Found("interest", terms, interest) }
    }
    // One instalment: its part of the principal and its fee.
    if let part = principal.quantity.value.divided(by: periods), target.isHit(part + year) {
      return Found("instalment", terms, part + year)
    }
    return nil
  }
}
