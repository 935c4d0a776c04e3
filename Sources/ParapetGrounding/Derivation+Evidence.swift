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
    var hit: (name: String, terms: [Term], value: FixedPoint)?
    var pairs = min(Derivation.pairLimit, budget)
    func consider(_ a: Int, _ b: Int) {
      let (first, second) = (index.figures[a], index.figures[b])
      for (values, target) in readings(first, second) {
        for computation in Computation.all(first.quantity, second.quantity, values: values, claim: claim, cues: cues) {
          chance.count(computation.value, target)
          if hit == nil, target.isHit(computation.value) {
            let terms = [Term(first), Term(second)]
            hit = (computation.name, computation.isTurned ? terms.reversed() : terms, computation.value)
          }
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
    if let hit {
      return Found(hit.name, hit.terms, hit.value, strength: chance.isLow ? .strong : .weak, chance: chance.permille)
    }
    if let run = run(among: labelled) { return Found(run, strength: chance.isLow ? .strong : .weak, chance: chance.permille) }
    guard usable.count <= Derivation.anyPairLimit else { return nil }
    budget -= usable.count * usable.count / 2
    for (place, a) in usable.enumerated() {
      for b in usable[(place + 1)...] {
        consider(a, b)
        if let hit { return Found("far", hit.terms, hit.value, strength: .weak) }
      }
    }
    guard let run = run(among: usable) else { return nil }
    return Found(run, strength: .weak, chance: nil)
  }

  private func isOperand(_ figure: Figure) -> Bool {
    figure.passage >= 0 && figure.quantity.role == .measure && figure.quantity.value != .zero
  }

  private func isLabelled(_ figure: Figure, _ query: Set<UInt64>) -> Bool {
    let stretch = index.stretches[figure.sentence]
    let share = Stems.share(of: judge.evidenceWords.ofStretch(figure.sentence), in: query, or: index.questionStems)
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
  private func run(among figures: [Int]) -> Found? {
    guard cues.total || cues.average else { return nil }
    let precision = FixedPoint(1).shifted(-claim.decimals) ?? FixedPoint(1)
    let targets = [Target(claim.value, claim.precision), Target(claim.printed, precision)]
    let groups = [
      grouped(figures) { $0.row }, grouped(figures) { $0.column }, grouped(figures) { $0.row == nil ? $0.sentence : nil },
    ]
    for group in groups.joined() where group.count >= 3 {
      if let found = runs(group.map { Term(index.figures[$0]) }, targets) { return found }
    }
    return nil
  }

  /// Figures with one key, in reading order.
  private func grouped(_ figures: [Int], by key: (Figure) -> Int?) -> [[Int]] {
    var groups: [[Int]] = []
    var places: [Int: Int] = [:]
    for figure in figures {
      guard let key = key(index.figures[figure]) else { continue }
      if let place = places[key] {
        groups[place].append(figure)
      } else {
        places[key] = groups.count
        groups.append([figure])
      }
    }
    return groups
  }
}

extension Derivation.Found {
  /// The same result, believed otherwise.
  fileprivate init(_ found: Self, strength: Derivation.Strength, chance: Int?) {
    let operation = strength == .weak && chance == nil ? "far" : found.proof.operation
    proof = Proof(operation: operation, operands: found.proof.operands, result: found.proof.result, chance: chance)
    self.strength = strength
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

  /// The hits that luck would give, in thousandths.
  var permille: Int { Int(clamping: Int128(seen.count) * width.tolerance * 2400 / width.value) }
}
