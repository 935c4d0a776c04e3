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
  static let operandLimit = 4000

  mutating func fromEvidence() -> Found? {
    guard budget > 0 else {
      index.note(.pairs)
      return nil
    }
    if index.figures.count > Derivation.operandLimit { index.note(.operands) }
    let usable = index.operands
    budget -= usable.count
    let labelled = labelled(usable)
    var search = Search(claim: claim, cues: cues)
    var pairs = min(Derivation.pairLimit, budget)
    let figures = index.figures
    outer: for (place, a) in labelled.enumerated() {
      let isCell = figures[a].row != nil
      for other in labelled.indices[(place + 1)...].prefix(Derivation.reach) {
        let b = labelled[other]
        // Of prose only one sentence counts, and its figures stand together.
        guard isCell || figures[b].sentence == figures[a].sentence else { break }
        guard sharesScope(figures[a], figures[b]) else { continue }
        budget -= 1
        pairs -= 1
        if pairs < 0 {
          index.note(.pairs)
          break outer
        }
        search.consider(figures[a], figures[b])
      }
    }
    let chance = search.chance
    if let hit = search.hit {
      return Found(hit.name, hit.terms, hit.value, strength: chance.isLow ? .strong : .weak, chance: chance.permille)
    }
    if let run = run(among: labelled) { return Found(run, strength: chance.isLow ? .strong : .weak, chance: chance.permille) }
    guard usable.count <= Derivation.anyPairLimit else { return nil }
    budget -= usable.count * usable.count / 2
    for (place, a) in usable.enumerated() {
      for b in usable[(place + 1)...] {
        search.consider(index.figures[a], index.figures[b])
        if let hit = search.hit { return Found("far", hit.terms, hit.value, strength: .weak) }
      }
    }
    guard let run = run(among: usable) else { return nil }
    return Found(run, strength: .weak, chance: nil)
  }

  /// Those of `figures` whose row or sentence the question or the answer names.
  private func labelled(_ figures: [Int]) -> [Int] {
    let (words, query) = (index.words, judge.words.make(sentence))
    let question = words.question
    words.mark(query, 1)
    words.mark(question, 1)
    defer {
      words.unmark(query)
      words.unmark(question)
    }
    var named: [Int] = []
    named.reserveCapacity(figures.count)
    let all = index.figures
    var (last, isLastNamed) = (-1, false)
    for figure in figures {
      let stretch = all[figure].sentence
      if stretch != last { (last, isLastNamed) = (stretch, isNamed(stretch)) }
      if isLastNamed { named.append(figure) }
    }
    return named
  }

  /// Whether a sentence or a label has enough of the words that are marked.
  private func isNamed(_ stretch: Int) -> Bool {
    let label = index.words.ofStretch(stretch)
    // A row label of one third, a sentence of a few words that the question names.
    let share = (label.count * 34 + 99) / 100
    return index.words.isReached(index.stretches[stretch].isRow ? share : min(share, 3), label, marked: 1)
  }

  private func sharesScope(_ a: Figure, _ b: Figure) -> Bool {
    guard a.passage == b.passage else { return false }
    if let row = a.row, row == b.row { return true }
    if let column = a.column, column == b.column { return true }
    return a.sentence == b.sentence
  }

  /// Sums and means of three to twelve neighbours in a row or a column.
  private func run(among figures: [Int]) -> Found? {
    guard cues.total || cues.average else { return nil }
    let precision = FixedPoint(1).shifted(-claim.decimals) ?? FixedPoint(1)
    let targets = [Target(claim.value, claim.precision), Target(claim.printed, precision)]
    let cells = figures.filter { index.figures[$0].row != nil }
    let prose = cells.isEmpty ? figures : figures.filter { index.figures[$0].row == nil }
    let groups = [grouped(cells) { $0.row }, grouped(cells) { $0.column }, grouped(prose) { $0.sentence }]
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

/// A search among pairs of figures for a computation that gives the claim.
private struct Search {
  let claim: Quantity
  let cues: Cues
  private let target: Target
  /// The claim as printed, for figures in the unit of their table; nil where it has no scale.
  private let printedTarget: Target?
  private(set) var chance = Chance()
  private(set) var hit: (name: String, terms: [Term], value: FixedPoint)?

  init(claim: Quantity, cues: Cues) {
    self.claim = claim
    self.cues = cues
    target = Target(claim.value, claim.precision)
    let precision = FixedPoint(1).shifted(-claim.decimals) ?? FixedPoint(1)
    printedTarget = claim.scale > 0 && claim.unit != .percent ? Target(claim.printed, precision) : nil
  }

  /// Tries everything with two figures: with their scales, and as printed in their table's unit.
  mutating func consider(_ a: Figure, _ b: Figure) {
    consider(a, b, target)
    if let printedTarget, a.quantity.scale == 0, b.quantity.scale == 0, a.hints.isEmpty || a.hints.contains(claim.scale) {
      consider(a, b, printedTarget)
    }
  }

  private mutating func consider(_ a: Figure, _ b: Figure, _ target: Target) {
    Computation.forEach(Operand(a.quantity), Operand(b.quantity), claim: claim, cues: cues, in: target.surroundings) { computation in
      chance.count(computation.value, target)
      if hit == nil, target.isHit(computation.value) {
        let terms = [Term(a), Term(b)]
        hit = (computation.kind.rawValue, computation.isTurned ? terms.reversed() : terms, computation.value)
      }
    }
  }
}

/// How many hits luck alone would give: candidates around the target, times the width of a hit, over the width of the surroundings.
struct Chance {
  /// Candidates around the target, some of them more than once.
  private var seen: [Int128] = []
  private var width: (tolerance: Int128, value: Int128) = (0, 1)

  mutating func count(_ candidate: FixedPoint, _ target: Target) {
    guard target.isAround(candidate) else { return }
    seen.append(candidate.magnitude.billionths)
    width = (target.tolerance, max(target.value, 1))
  }

  /// How many different candidates were seen.
  private var distinct: Int128 {
    var last: Int128?
    return seen.sorted().reduce(0) { count, value in
      defer { last = value }
      return value == last ? count : count + 1
    }
  }

  /// Whether fewer than three tenths of a hit are expected.
  var isLow: Bool {
    // λ = n · 2·tolerance / (1.5 v − v/1.5), and 1.5 − 1/1.5 = 5/6.
    distinct * width.tolerance * 24 < width.value * 3
  }

  /// The hits that luck would give, in thousandths.
  var permille: Int { Int(clamping: distinct * width.tolerance * 2400 / width.value) }
}
