import ParapetEntity

/// The search for a computation that gives a claim.
///
/// Operands come from the answer's own supported figures, from a change that the evidence states by both ends, and from one row,
/// column or sentence whose words the question or the answer shares. How many hits chance alone would give decides what a hit is worth.
struct Derivation {
  enum Strength { case strong, weak, wrongUnit }
  struct Found {
    let name: String
    let strength: Strength
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
    if let found = fromChanges() { return found }
    // Two figures that the answer itself shows, and a result of four digits: luck hardly ever does that.
    if claim.significantDigits >= 4, let found = fromAnswer(.all) { return found }
    guard cues.any else { return nil }
    if let found = fromAnswer(cues) ?? fromInterest() { return found }
    return fromEvidence()
  }

  // MARK: Changes stated by both ends

  private func fromChanges() -> Found? {
    let pairs = judge.changes.map { ($0.from, $0.to) } + index.changes.map { ($0.from, $0.to) }
    var wrongUnit = false
    for (from, to) in pairs {
      let difference = (to.value - from.value).magnitude
      switch claim.unit {
      case .percentagePoints where from.unit == .percent && isNear(difference): return Found(name: "difference", strength: .strong)
      case .basisPoints where from.unit == .percent:
        if let points = difference.shifted(2), isNear(points) { return Found(name: "difference", strength: .strong) }
      case .percent:
        if let share = difference.divided(by: from.value.magnitude)?.shifted(2), isNear(share) {
          return Found(name: "growth", strength: .strong)
        }
        // A difference of two shares is counted in points.
        if from.unit == .percent, isNear(difference) || difference.shifted(2).map(isNear) == true { wrongUnit = true }
      case .multiple:
        if let ratio = to.value.divided(by: from.value), isNear(ratio.magnitude) { return Found(name: "ratio", strength: .strong) }
      case .plain, .counted, .money:
        if isNear(difference), from.unit != .percent { return Found(name: "difference", strength: .strong) }
      default: break
      }
      if claim.unit == .percentagePoints, from.unit == .percent, difference.shifted(2).map(isNear) == true { wrongUnit = true }
    }
    return wrongUnit ? Found(name: "difference", strength: .wrongUnit) : nil
  }

  func isNear(_ value: FixedPoint) -> Bool {
    (value.magnitude - claim.value.magnitude).magnitude.billionths * 2 <= claim.precision.billionths + 2
  }

  // MARK: The answer's own figures

  private func fromAnswer(_ cues: Cues) -> Found? {
    let near = judge.supported.suffix(200).filter { abs($0.range.lowerBound - range.lowerBound) <= 600 }.map(\.quantity)
    let asked = index.figures.suffix(24).filter { $0.passage < 0 }.map(\.quantity)
    let operands = Array((near + asked).suffix(24))
    guard operands.count >= 2 else { return nil }
    let target = Target(claim.value, claim.precision)
    for (place, a) in operands.enumerated() {
      for b in operands[(place + 1)...] {
        for computation in Computation.all(a, b, values: (a.value, b.value), claim: claim, cues: cues) where target.isHit(computation.value)
        {
          return Found(name: computation.name, strength: .strong)
        }
      }
    }
    return runs(operands.map(\.value), target) ? Found(name: "total", strength: .strong) : nil
  }

  /// Whether three to twelve neighbours sum, or average, to the target.
  private func runs(_ values: [FixedPoint], _ target: Target) -> Bool {
    guard cues.total || cues.average else { return false }
    for start in values.indices {
      var sum = FixedPoint.zero
      for end in start..<min(start + 12, values.count) {
        sum = sum + values[end]
        let count = end - start + 1
        guard count >= 3 else { continue }
        if cues.total, target.isHit(sum) { return true }
        if cues.average, let mean = sum.divided(by: FixedPoint(count)), target.isHit(mean) { return true }
      }
    }
    return false
  }

  // MARK: Interest

  /// Principal × rate × days ÷ 365 or 360, with what the answer, the question or one sentence gives; a fee per period × periods.
  private func fromInterest() -> Found? {
    guard cues.product, claim.unit == .money || claim.unit == .plain else { return nil }
    let own = judge.mentions.firstAtOrAfter(range.lowerBound)
    var given = judge.mentions[max(0, own - 12)..<min(judge.mentions.count, own + 12)].compactMap(\.quantity)
    given += (index.figures.prefix(60) + index.figures.suffix(12)).map(\.quantity)
    // 万元收益 is the yield on ten thousand.
    if judge.speaksOfTenThousand {
      var tenThousand = claim
      tenThousand.value = FixedPoint(10_000)
      tenThousand.unit = .money
      given.append(tenThousand)
    }
    given = given.filter { $0.value != claim.value || $0.unit != claim.unit }
    let principals = given.filter { $0.unit == .money && $0.value.magnitude >= FixedPoint(100) }.prefix(6)
    let rates = given.filter { $0.unit == .percent && $0.value.magnitude <= FixedPoint(40) }.prefix(6)
    let counts = given.filter { ($0.unit == .counted || $0.unit == .plain) && $0.decimals == 0 && $0.value.magnitude <= FixedPoint(4000) }
      .prefix(8)
    let target = Target(claim.value, claim.precision)
    for principal in principals {
      for rate in rates {
        guard let year = rate.value.shifted(-2).flatMap({ principal.value.times($0) }) else { continue }
        if target.isHit(year) { return Found(name: "product", strength: .strong) }
        for count in counts.map(\.value) + [FixedPoint(1)] {
          guard let whole = year.times(count) else { continue }
          if target.isHit(whole) { return Found(name: "product", strength: .strong) }
          for days in [365, 360, 12] {
            if let interest = whole.divided(by: FixedPoint(days)), target.isHit(interest) {
              return Found(name: "interest", strength: .strong)
            }
          }
          // One instalment: its part of the principal and its fee.
          if let part = principal.value.divided(by: count), target.isHit(part + year) {
            return Found(name: "instalment", strength: .strong)
          }
        }
      }
    }
    return nil
  }
}

/// A value to be hit within half a unit of the last printed digit.
struct Target {
  let value: Int128
  let tolerance: Int128

  init(_ value: FixedPoint, _ precision: FixedPoint) {
    self.value = value.magnitude.billionths
    // Two billionths more, for what division cuts off.
    tolerance = precision.billionths / 2 + 2
  }

  func isHit(_ candidate: FixedPoint) -> Bool { abs(candidate.magnitude.billionths - value) <= tolerance }
  /// Whether a candidate lies within a factor of one and a half, where the hits of chance are counted.
  func isAround(_ candidate: FixedPoint) -> Bool {
    let magnitude = candidate.magnitude.billionths
    return magnitude * 3 >= value * 2 && magnitude * 2 <= value * 3
  }
}

/// One way to compute with two operands.
struct Computation {
  let name: String
  let value: FixedPoint

  /// Everything that the cues allow with `a` and `b`, in the claim's unit.
  static func all(_ a: Quantity, _ b: Quantity, values: (FixedPoint, FixedPoint), claim: Quantity, cues: Cues) -> [Computation] {
    var found: [Computation] = []
    let (x, y) = values
    let isShare = { (unit: Quantity.Unit) in unit == .percent }
    func add(_ name: String, _ value: FixedPoint?) {
      if let value { found.append(Computation(name: name, value: value)) }
    }
    let sameKind = isShare(a.unit) == isShare(b.unit)
    switch claim.unit {
    case .percent:
      if sameKind, !isShare(a.unit) {
        if cues.change || cues.share {
          add("growth", (x - y).divided(by: y.magnitude)?.shifted(2))
          add("growth", (y - x).divided(by: x.magnitude)?.shifted(2))
        }
        if cues.share || cues.ratio {
          add("share", x.divided(by: y)?.shifted(2))
          add("share", y.divided(by: x)?.shifted(2))
        }
      } else if sameKind {
        if cues.average { add("average", (x + y).divided(by: FixedPoint(2))) }
        if cues.total { add("total", x + y) }
        if cues.change { add("difference", x - y) }
      }
    case .percentagePoints:
      if isShare(a.unit), isShare(b.unit) { add("difference", x - y) }
    case .basisPoints:
      if isShare(a.unit), isShare(b.unit) { add("difference", (x - y).shifted(2)) }
    default:
      if sameKind || claim.unit == .plain {
        if cues.change { add("difference", x - y) }
        if cues.total { add("total", x + y) }
        if cues.average { add("average", (x + y).divided(by: FixedPoint(2))) }
        if cues.ratio || cues.share || cues.change, claim.unit != .money {
          add("ratio", x.divided(by: y))
          add("ratio", y.divided(by: x))
        }
      }
      if !sameKind, cues.product || cues.share {
        add("product", x.times(y)?.shifted(-2))
      }
    }
    return found
  }
}
