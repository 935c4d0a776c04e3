import ParapetEntity
import ParapetText

/// Judges the figures of one answer.
struct FigureJudge {
  let index: EvidenceIndex
  let options: GroundingOptions
  let answer: [UInt8]
  /// Its numbers.
  let mentions: [PlacedQuantity]
  let changes: [FromTo]
  /// The results of shown calculations, by where they begin.
  let results: [Int: Mention]
  /// Where shown calculations stand; the first few hundred of them.
  let expressions: [Range<Int>]
  let speaksOfTenThousand: Bool
  /// The years that the answer names.
  let mentionedYears: [(range: Range<Int>, year: Int)]
  /// The words of the answer that speak of computations.
  let cueWords: CueWords
  /// The figures found supported so far, for repeats and for sums over them, and where they begin.
  var supported: [(quantity: Quantity, range: Range<Int>)] = []
  /// Which of `mentions` these are.
  private var isSupported: [Bool]
  /// The figures of the evidence that the answer gives.
  var taken: FigureMarks
  /// The figures of the evidence that give each of `mentions`, by their places in `carriers`; empty where none does.
  private var carried: [Range<Int>]
  private var carriers: [Int] = []
  /// Its words and clauses.
  let words: AnswerWords
  /// The bases of changes that the answer names.
  private(set) lazy var bases = ChangeBases(answer, answer.indices, at: words.places)
  /// The annual rates that follow from what is said.
  private lazy var annualRates = AnnualRates(index, reader)
  let reader: MentionReader
  /// What agrees in value with the claim that is judged.
  private var matches: [EvidenceIndex.Match] = []
  /// How many pairs of operands may still be tried for this answer.
  var budget = FigureJudge.pairLimit
  /// For how many absent figures all of the evidence may still be looked through; the rest are judged by themselves.
  var looks = FigureJudge.absentLimit

  /// The most pairs of operands that are tried for an answer.
  static let pairLimit = 200_000
  /// For how many figures of an answer all of the evidence is looked through.
  static let absentLimit = 40

  init(index: EvidenceIndex, answer reader: MentionReader, options: GroundingOptions) {
    self.index = index
    self.options = options
    self.reader = reader
    answer = reader.utf8
    mentions = reader.quantities
    isSupported = Array(repeating: false, count: mentions.count)
    carried = Array(repeating: 0..<0, count: mentions.count)
    carriers.reserveCapacity(mentions.count * 2)
    let read = index.read(reader)
    words = AnswerWords(reader.utf8, index.words, at: read.places)
    results = Dictionary(
      reader.mentions(of: .equation).compactMap { equation in
        guard case .equation(let reading) = equation.reading else { return nil }
        return (reading.statedRange.lowerBound, equation)
      }
    ) { first, _ in first }
    expressions = results.values.map(\.range).sorted { $0.lowerBound < $1.lowerBound }.prefix(200).map { $0 }
    speaksOfTenThousand = answer[...].hasExactly(FigureJudge.tenThousand)
    mentionedYears = reader.mentions(of: .date).compactMap { mention in mention.date?.year.map { (mention.range, $0) } }
    changes = read.changes
    cueWords = CueWords(answer, at: words.places)
    taken = FigureMarks(index.figures.count)
  }

  /// The figures of the evidence that give a number of the answer; empty where none does.
  func carriers(of number: Int) -> ArraySlice<Int> { carriers[carried[number]] }

  private static let tenThousand = Array("万元".utf8)

  func judgements(of kind: MentionKind) -> [ClaimJudgement] {
    var judge = self
    let all = judge.judgeAll()
    guard kind == .money else { return all }
    return mentions.indices.filter { mentions[$0].quantity.unit == .money }.map { all[$0] }
  }

  /// Whether a number is a constant inside a shown calculation.
  private func isConstant(_ claim: Quantity, _ range: Range<Int>) -> Bool {
    !expressions.isEmpty && FigureJudge.constants.contains(claim.value)
      && expressions.contains { $0.contains(range.lowerBound) && $0.upperBound > range.upperBound }
  }

  /// The judgements on all of `mentions`.
  private mutating func judgeAll() -> [ClaimJudgement] {
    var results: [ClaimJudgement] = []
    var waiting: [Int] = []
    results.reserveCapacity(mentions.count)
    supported.reserveCapacity(mentions.count)
    for (number, mention) in mentions.enumerated() {
      let claim = mention.quantity
      let verdict = direct(claim, mention.range, number)
      if let verdict {
        if case .supported = verdict.outcome { support(number) }
        results.append(judgement(claim, mention.range, verdict))
      } else {
        waiting.append(number)
        results.append(judgement(claim, mention.range, Verdict(outcome: .supported(derivation: nil), nearest: nil)))
      }
    }
    // What is computed may rest on figures that follow it, so it is judged once those that are not are known.
    for number in waiting {
      let claim = mentions[number].quantity
      let verdict = computed(claim, mentions[number].range)
      if case .supported = verdict.outcome { support(number) }
      results[number] = judgement(claim, mentions[number].range, verdict)
    }
    // Whether it is of the right thing shows once it is known which figures the answer gives.
    for (number, mention) in mentions.enumerated() where !carried[number].isEmpty {
      guard let doubt = doubt(mention.quantity, mention.range, carriers[carried[number]]) else { continue }
      results[number] = judgement(mention.quantity, mention.range, doubt)
    }
    for (number, proof) in falseWholes() {
      guard case .supported = results[number].outcome else { continue }
      let verdict = Verdict(outcome: .unsupported(FaultKind.arithmetic.fault(.likely)), nearest: nil, proof: proof)
      results[number] = judgement(mentions[number].quantity, mentions[number].range, verdict)
    }
    return results
  }

  private mutating func support(_ number: Int) {
    supported.append((mentions[number].quantity, mentions[number].range))
    isSupported[number] = true
  }

  struct Verdict {
    let outcome: ClaimJudgement.Outcome
    let nearest: Figure?
    var proof: Proof?

    /// Supported, by a proof.
    static func supported(_ proof: Proof, _ nearest: Figure? = nil) -> Verdict {
      Verdict(outcome: .supported(derivation: proof.operation), nearest: nearest, proof: proof)
    }
  }

  private func judgement(_ claim: Quantity, _ range: Range<Int>, _ verdict: Verdict) -> ClaimJudgement {
    ClaimJudgement(
      range: range, unit: claim.unit.name, outcome: verdict.outcome, nearest: index.nearest(verdict.nearest), proof: verdict.proof)
  }

  // MARK: Direct support

  /// What the evidence says without arithmetic; nil when it neither carries the claim nor contradicts it plainly.
  private mutating func direct(_ claim: Quantity, _ range: Range<Int>, _ number: Int) -> Verdict? {
    if claim.role == .label, let meant = meantReference(claim, range) {
      return Verdict(outcome: .unsupported(FaultKind.absent.fault(.certain)), nearest: meant)
    }
    if claim.value == .zero || claim.role == .label || isConstant(claim, range) {
      return Verdict(outcome: .supported(derivation: nil), nearest: nil)
    }
    if claim.role == .name || claim.role == .ordinal { return named(claim, range) }
    // One list serves all claims.
    matches.removeAll(keepingCapacity: true)
    index.addValueMatches(claim, options, isEnglishList: !followsHan(range), to: &matches)
    var best: EvidenceIndex.Match?
    for match in matches {
      let figure = index.figures[match.figure]
      guard index.unitsAgree(claim, figure, match.agreement, options), index.currenciesAgree(claim, figure, options) else { continue }
      if figure.row == nil { taken.insert(match.figure) }
      if best.map({ ($0.agreement, $0.figure) > (match.agreement, match.figure) }) ?? true { best = match }
    }
    // A cell is taken once: the one beside it may print the same.
    if let cell = matches.first(where: { index.figures[$0.figure].row != nil && !taken.contains($0.figure) }) { taken.insert(cell.figure) }
    if let best {
      if best.agreement <= .rounded {
        let start = carriers.count
        for match in matches where match.agreement <= .rounded { carriers.append(match.figure) }
        carried[number] = start..<carriers.count
      }
      let figure = index.figures[best.figure]
      return .supported(Proof(operation: best.agreement.name, operand: Term(figure).operand), figure)
    }
    if index.dates.hasBareYear(claim) { return Verdict(outcome: .supported(derivation: nil), nearest: nil) }
    return isSmall(claim) ? Verdict(outcome: .supported(derivation: nil), nearest: nil) : nil
  }

  /// A number inside a name, or in an order: it must occur, whatever it counts.
  private mutating func named(_ claim: Quantity, _ range: Range<Int>) -> Verdict? {
    var hit: Figure?
    index.collect(index.byPrinted, claim.printed.magnitude.billionths, claim.printed.magnitude.billionths) { entry in
      taken.insert(entry.figure)
      if hit == nil { hit = index.figures[entry.figure] }
    }
    if hit != nil || claim.value.magnitude < FixedPoint(10) || index.dates.hasBareYear(claim) {
      return Verdict(outcome: .supported(derivation: nil), nearest: hit)
    }
    return nil
  }

  /// Counts up to ten without a unit, and words for small numbers, are part of the language more often than they are claims.
  private func isSmall(_ claim: Quantity) -> Bool {
    guard claim.decimals == 0, claim.scale == 0, claim.value.magnitude <= FixedPoint(10) else { return false }
    return claim.unit == .plain || (claim.unit == .counted && claim.script != .digits) || claim.unit == .multiple
  }

  private func followsHan(_ range: Range<Int>) -> Bool {
    answer[range].contains { $0 >= 0xE3 } || (range.lowerBound >= 3 && answer[range.lowerBound - 3] >= 0xE3)
  }

  // MARK: Computed or wrong

  private mutating func computed(_ claim: Quantity, _ range: Range<Int>) -> Verdict {
    if let verdict = shownEquation(claim, range) ?? statedChange(claim, range) { return verdict }
    if claim.role == .name || claim.role == .ordinal { return absent(claim, range, weak: nil) }
    let sentence = words.sentence(range)
    let cues = cueWords.within(sentence).union(index.questionCues)
    if let proof = repeated(claim) { return .supported(proof) }
    if claim.unit == .percent, AnnualRateScan.isNamed(range, in: answer), let proof = annualRates.proof(of: claim) {
      return .supported(proof)
    }
    var weak: Proof?
    if options.derive {
      var derivation = Derivation(index: index, judge: self, claim: claim, range: range, sentence: sentence, cues: cues)
      let found = derivation.best()
      budget = derivation.budget
      switch found?.strength {
      case .strong:
        if let found { return .supported(found.proof) }
      case .wrongUnit: return Verdict(outcome: .unsupported(FaultKind.unit.fault(.likely)), nearest: nil, proof: found?.proof)
      case .weak: weak = found?.proof
      case nil: break
      }
    }
    if let fault = faultOfDigits(claim) ?? faultOfRoundedScale(claim, range) {
      return Verdict(outcome: .unsupported(fault.fault), nearest: fault.figure)
    }
    return absent(claim, range, weak: weak)
  }

  /// The verdict on a figure that the evidence does not give.
  private mutating func absent(_ claim: Quantity, _ range: Range<Int>, weak: Proof?) -> Verdict {
    looks -= 1
    if looks < 0 { index.note(.absentFigures) }
    if index.figures.count > FigureJudge.lookLimit { index.note(.evidenceNumbers) }
    let rival =
      looks >= 0 ? rival(of: claim, range, cues: cuesAround(range, in: words.clause(range)).subtracting(.multiplying)) : nil
    let tier = tierOfAbsence(claim, range, rival)
    // A calculation with what the question names may be meant, however many others chance would give.
    if let weak, tier != .certain || weak.chance != nil {
      return Verdict(outcome: .unsupported(FaultKind.weak.fault(.warn)), nearest: nil, proof: weak)
    }
    let nearest = rival.map { index.figures[$0.figure] } ?? (looks >= 0 ? closest(claim) : nil)
    return Verdict(outcome: .unsupported(FaultKind.absent.fault(tier)), nearest: nearest)
  }

  /// The same figure was supported elsewhere in the answer.
  private func repeated(_ claim: Quantity) -> Proof? {
    let half = claim.precision.billionths / 2
    let same = supported.suffix(400).first {
      $0.quantity.unit == claim.unit && abs($0.quantity.value.magnitude.billionths - claim.value.magnitude.billionths) <= half
    }
    guard let same else { return nil }
    return Proof(operation: "repeat", operands: [Proof.Operand(source: .answer, range: same.range)])
  }

  /// The result of a calculation that the answer shows.
  private func shownEquation(_ claim: Quantity, _ range: Range<Int>) -> Verdict? {
    guard let equation = results[range.lowerBound] else { return nil }
    guard case .equation(let reading) = equation.reading else { return nil }
    let left = Proof.Operand(source: .answer, range: equation.range.lowerBound..<max(equation.range.lowerBound, range.lowerBound))
    let proof = Proof(operation: "equation", operands: [left], result: reading.computed)
    guard EquationCheck.holds(reading) else {
      return Verdict(outcome: .unsupported(FaultKind.arithmetic.fault(EquationCheck.tier(reading))), nearest: nil, proof: proof)
    }
    var at = mentions.firstAtOrAfter(equation.range.lowerBound)
    while at < mentions.count, mentions[at].range.lowerBound < range.lowerBound {
      guard isSupported[at] || FigureJudge.constants.contains(mentions[at].quantity.value) else { return nil }
      at += 1
    }
    return .supported(proof)
  }

  /// Numbers that calculations bring along: days and months of a year, and factors.
  private static let constants = Set([1, 2, 12, 30, 100, 360, 365, 366, 1000, 10_000].map { FixedPoint($0) })

  /// The number stands in the evidence with another unit, currency or order of magnitude.
  func faultOfDigits(_ claim: Quantity) -> (fault: ClaimJudgement.Fault, figure: Figure)? {
    let value = claim.value.magnitude.billionths
    var currency: Figure?
    var unit: Figure?
    index.collect(index.byValue, value, value) { entry in
      let figure = index.figures[entry.figure]
      if index.unitsAgree(claim, figure, .exact, options) {
        if currency == nil, !index.currenciesAgree(claim, figure, options) { currency = figure }
      } else if unit == nil {
        unit = figure
      }
    }
    if let currency { return (FaultKind.currency.fault(.certain), currency) }
    if let unit, claim.significantDigits > 1 || claim.decimals > 0 || claim.value.magnitude >= FixedPoint(10) {
      return (FaultKind.unit.fault(isPlainUnitFault(claim, unit.quantity) ? .certain : .likely), unit)
    }
    return faultOfScale(claim)
  }

  /// Per cent against an amount leaves no doubt; a count may be of what a unit counts.
  private func isPlainUnitFault(_ claim: Quantity, _ figure: Quantity) -> Bool {
    let shares: [Quantity.Unit] = [.percent, .percentagePoints, .basisPoints]
    return claim.unit != .multiple && figure.unit != .multiple && !(shares.contains(claim.unit) && figure.unit == .counted)
  }

  private func faultOfScale(_ claim: Quantity) -> (fault: ClaimJudgement.Fault, figure: Figure)? {
    guard claim.unit != .percent, claim.unit != .percentagePoints, claim.unit != .basisPoints else { return nil }
    for power in FigureJudge.scalePowers {
      for exponent in stride(from: power, through: -power, by: -2 * power) {
        guard let value = claim.value.magnitude.shifted(exponent), value.billionths != 0, value.shifted(-exponent) == claim.value.magnitude
        else {
          continue
        }
        var hit: Figure?
        index.collect(index.byValue, value.billionths, value.billionths) { entry in
          let figure = index.figures[entry.figure]
          guard hit == nil, !entry.isHinted || claim.scale > 0, index.unitsAgree(claim, figure, .exact, options) else { return }
          // A bare number in prose stands for itself.
          if claim.scale > 0, figure.quantity.unit == .plain, figure.quantity.scale == 0, figure.row == nil, claim.significantDigits < 3 {
            return
          }
          // A shift by one digit means the scale only where there is a scale word; otherwise it is another number.
          guard claim.scale > 0 || figure.quantity.scale > 0 || figure.quantity.printed.magnitude == claim.printed.magnitude else { return }
          hit = figure
        }
        if let hit {
          guard claim.significantDigits >= 2 || hit.quantity.printed.magnitude == claim.printed.magnitude else { continue }
          let isKnown = hit.quantity.scale > 0 || hit.row == nil || !hit.hints.isEmpty
          return (FaultKind.scale.fault(isKnown ? .certain : .likely), hit)
        }
      }
    }
    return nil
  }

  /// By which powers of ten a scale may be mistaken, and by which it commonly is.
  private static let scalePowers = [1, 2, 3, 4, 5, 6, 8, 9, 12]
  private static let commonScalePowers = [4, 3, 6, 8, 9, 12]

  /// The number is a rounded or hedged one of the evidence, at another order of magnitude.
  private func faultOfRoundedScale(_ claim: Quantity, _ range: Range<Int>) -> (fault: ClaimJudgement.Fault, figure: Figure)? {
    guard claim.scale > 0, claim.unit != .percent, claim.printed.magnitude >= FixedPoint(2) else { return nil }
    for power in FigureJudge.commonScalePowers {
      for exponent in stride(from: -power, through: power, by: 2 * power) {
        guard let value = claim.value.shifted(exponent), let precision = claim.precision.shifted(exponent), precision.billionths > 0 else {
          continue
        }
        var shifted = claim
        shifted.value = value
        shifted.precision = precision
        for match in index.valueMatches(shifted, options, isEnglishList: false)
        where match.agreement <= .truncated && match.agreement != .asFraction {
          let figure = index.figures[match.figure]
          guard figure.passage >= 0, !taken.contains(match.figure), index.unitsAgree(claim, figure, .exact, options) else { continue }
          let isSaid = isSaidOf(match.figure, range)
          guard isSaid || claim.significantDigits >= 3 else { continue }
          return (FaultKind.scale.fault(isSaid ? .certain : .likely), figure)
        }
      }
    }
    return nil
  }

  /// The evidence of the same unit whose value lies closest.
  private func closest(_ claim: Quantity) -> Figure? {
    let value = claim.value.magnitude.billionths
    var best: (distance: Int128, figure: Int)?
    index.collect(index.byValue, value / 2, value * 2) { entry in
      let figure = index.figures[entry.figure]
      guard figure.passage >= 0, figure.quantity.unit == claim.unit || figure.quantity.unit == .plain else { return }
      let distance = abs(entry.magnitude - value)
      if best.map({ ($0.distance, $0.figure) > (distance, entry.figure) }) ?? true { best = (distance, entry.figure) }
    }
    return best.map { index.figures[$0.figure] }
  }
}

/// Which figures of the evidence are marked.
struct FigureMarks {
  private var marks: [Bool]

  init(_ count: Int) { marks = Array(repeating: false, count: count) }

  func contains(_ figure: Int) -> Bool { marks[figure] }
  mutating func insert(_ figure: Int) { marks[figure] = true }
}

extension Quantity.Unit {
  /// The name in judgements.
  var name: String {
    switch self {
    case .plain, .counted: "number"
    case .money: "money"
    case .percent: "percent"
    case .percentagePoints: "percentage-points"
    case .basisPoints: "basis-points"
    case .multiple: "multiple"
    }
  }
}

/// What stands somewhere in a text.
protocol Placed {
  var range: Range<Int> { get }
}

extension Mention: Placed {}
extension PlacedQuantity: Placed {}

extension Array where Element: Placed {
  /// The place of the first that begins at `byte` or behind it.
  func firstAtOrAfter(_ byte: Int) -> Int {
    return (0..<count).partitioningIndex { self[$0].range.lowerBound >= byte }
  }
}
