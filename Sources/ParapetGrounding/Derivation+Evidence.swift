import ParapetEntity

/// The part of the search that takes its operands from rows, columns and sentences of the evidence.
extension Derivation {
  /// Above this many numbers a hit among any two of them says nothing.
  private static let anyPairLimit = 80
  /// The most pairs that are looked at.
  private static let pairLimit = 40_000
  /// How far apart, in numbers, two operands may stand.
  private static let reach = 400

  /// The most numbers of the evidence that are taken as operands.
  private static let operandLimit = 4000

  mutating func fromEvidence() -> Found? {
    guard budget > 0 else { return nil }
    let query = Stems.of(judge.answer, sentence)
    let usable = index.figures.indices.prefix(Derivation.operandLimit).filter { isOperand(index.figures[$0]) }
    budget -= usable.count
    let labelled = usable.filter { isLabelled(index.figures[$0], query) }
    var chance = Chance()
    var hit: String?
    var pairs = min(Derivation.pairLimit, budget)
    func consider(_ a: Int, _ b: Int) {
      let (first, second) = (index.figures[a], index.figures[b])
      for (values, target) in readings(first, second) {
        for computation in Computation.all(first.quantity, second.quantity, values: values, claim: claim, cues: cues) {
          chance.count(computation.value, target)
          if hit == nil, target.isHit(computation.value) { hit = computation.name }
        }
      }
    }
    outer: for (place, a) in labelled.enumerated() {
      for b in labelled[(place + 1)...].prefix(Derivation.reach) where sharesScope(index.figures[a], index.figures[b]) {
        budget -= 1
        pairs -= 1
        if pairs < 0 { break outer }
        consider(a, b)
      }
    }
    if hit == nil, runsHit(labelled) { hit = "total" }
    if let hit { return Found(name: hit, strength: chance.isLow ? .strong : .weak) }
    guard usable.count <= Derivation.anyPairLimit else { return nil }
    budget -= usable.count * usable.count / 2
    for (place, a) in usable.enumerated() {
      for b in usable[(place + 1)...] {
        consider(a, b)
        if hit != nil { return Found(name: "far", strength: .weak) }
      }
    }
    if runsHit(usable) { return Found(name: "far", strength: .weak) }
    return nil
  }

  private func isOperand(_ figure: Figure) -> Bool {
    figure.passage >= 0 && figure.quantity.role == .measure && figure.quantity.value != .zero
  }

  private func isLabelled(_ figure: Figure, _ query: Set<UInt64>) -> Bool {
    let stretch = index.stretches[figure.sentence]
    let share = Stems.share(of: stretch.stems, in: query, or: index.questionStems)
    // A row label of one third, a sentence of a few words that the question names.
    return stretch.isRow ? share.of == 0 || share.shared * 100 >= share.of * 34 : share.shared >= 3 || share.shared * 100 >= share.of * 34
  }

  private func sharesScope(_ a: Figure, _ b: Figure) -> Bool {
    guard a.passage == b.passage else { return false }
    if let row = a.row, row == b.row { return true }
    if let column = a.column, column == b.column { return true }
    return a.sentence == b.sentence
  }

  /// The values in which two figures may be compared with the claim: with their scales, and as printed in their table's unit.
  private func readings(_ a: Figure, _ b: Figure) -> [((FixedPoint, FixedPoint), Target)] {
    var found = [((a.quantity.value, b.quantity.value), Target(claim.value, claim.precision))]
    if claim.scale > 0, claim.unit != .percent, a.quantity.scale == 0, b.quantity.scale == 0,
      a.hints.isEmpty || a.hints.contains(claim.scale)
    {
      let precision = FixedPoint(1).shifted(-claim.decimals) ?? FixedPoint(1)
      found.append(((a.quantity.value, b.quantity.value), Target(claim.printed, precision)))
    }
    return found
  }

  /// Sums and means of three to twelve neighbours in a row or a column.
  private func runsHit(_ figures: [Int]) -> Bool {
    guard cues.total || cues.average else { return false }
    let precision = FixedPoint(1).shifted(-claim.decimals) ?? FixedPoint(1)
    let targets = [Target(claim.value, claim.precision), Target(claim.printed, precision)]
    var groups: [[Int]] = []
    groups += Dictionary(grouping: figures.filter { index.figures[$0].row != nil }) { index.figures[$0].row ?? 0 }.values
    groups += Dictionary(grouping: figures.filter { index.figures[$0].column != nil }) { index.figures[$0].column ?? 0 }.values
    groups += Dictionary(grouping: figures.filter { index.figures[$0].row == nil }) { index.figures[$0].sentence }.values
    for group in groups where group.count >= 3 {
      for start in group.indices {
        var sum = FixedPoint.zero
        for end in start..<min(start + 12, group.count) {
          sum = sum + index.figures[group[end]].quantity.value
          let count = end - start + 1
          guard count >= 3 else { continue }
          if cues.total, targets.contains(where: { $0.isHit(sum) }) { return true }
          if cues.average, let mean = sum.divided(by: FixedPoint(count)), targets.contains(where: { $0.isHit(mean) }) { return true }
        }
      }
    }
    return false
  }
}

/// How many hits luck alone would give: candidates around the target, times the width of a hit, over the width of the surroundings.
struct Chance {
  private var seen: Set<Int128> = []
  private var width: (tolerance: Int128, value: Int128) = (0, 1)

  mutating func count(_ candidate: FixedPoint, _ target: Target) {
    guard target.isAround(candidate) else { return }
    seen.insert(candidate.magnitude.billionths)
    width = (target.tolerance, max(target.value, 1))
  }

  /// Whether fewer than three tenths of a hit are expected.
  var isLow: Bool {
    // λ = n · 2·tolerance / (1.5 v − v/1.5), and 1.5 − 1/1.5 = 5/6.
    Int128(seen.count) * width.tolerance * 24 < width.value * 3
  }
}
