import ParapetEntity

/// Figures that the evidence prints, but of something else, under another condition, or only in the question.
extension FigureJudge {
  /// What speaks against a claim whose value the evidence gives in `matches`; nil when nothing does.
  ///
  /// Only prose is looked at: the cells of a table carry their labels in places that flattened text has lost.
  mutating func doubt(_ claim: Quantity, _ range: Range<Int>, _ matches: [Int]) -> Verdict? {
    guard claim.role == .measure, let first = matches.first else { return nil }
    guard looks > 0 else {
      index.note(.absentFigures)
      return nil
    }
    looks -= 1
    let figures = matches.prefix(64).map { index.figures[$0] }
    if figures.allSatisfy({ $0.passage < 0 }) { return premise(claim, range) }
    if let fault = unitOfTable(claim, range, figures) { return fault }
    guard figures.allSatisfy({ $0.row == nil && $0.passage >= 0 }) else { return nil }
    let clause = TextBounds.clause(answer, range)
    if let fault = condition(clause, figures) { return fault }
    if let fault = currencyOfRate(claim, clause, figures) { return fault }
    return lettered(claim, clause, matches) ?? binding(claim, range, matches, nearest: first)
  }

  // MARK: Units of tables

  /// The number of a cell with 元 behind it, where the material says that its table is in 万元 or 亿元.
  ///
  /// Prices and amounts a share or a head are in yuan in such tables as well, and they are small.
  private func unitOfTable(_ claim: Quantity, _ range: Range<Int>, _ figures: [Figure]) -> Verdict? {
    guard claim.unit == .money, claim.currency == .yuan, claim.scale == 0, claim.value.magnitude >= FixedPoint(1000),
      answer[range].suffix(3).elementsEqual("元".utf8), let first = figures.first
    else { return nil }
    let isScaled = figures.allSatisfy { figure in
      figure.row != nil && figure.quantity.unit == .plain && figure.quantity.scale == 0 && figure.quantity.value == claim.value
        && (figure.hints.contains(4) || figure.hints.contains(8))
    }
    return isScaled ? Verdict(outcome: .unsupported(FaultKind.scale.fault(.likely)), nearest: first) : nil
  }

  // MARK: Conditions

  /// The evidence gives the figure under a condition only, and the claim's sentence names none.
  private func condition(_ clause: Range<Int>, _ figures: [Figure]) -> Verdict? {
    let sentence = TextBounds.sentence(answer, clause)
    for kind in ConditionWords.Kind.allCases where !conditions.say(kind, in: sentence) {
      let isBound = figures.allSatisfy { figure in
        let start = figure.range.lowerBound
        let around = kind == .limit ? max(0, start - 20)..<start : TextBounds.clause(index.text(figure.passage), figure.range)
        return index.conditions[figure.passage].say(kind, in: around)
      }
      if isBound { return Verdict(outcome: .unsupported(FaultKind.condition.fault(.likely)), nearest: figures.first) }
    }
    return nil
  }

  // MARK: Premises

  /// Only the question gives the figure, and the evidence says another one of the same thing.
  private func premise(_ claim: Quantity, _ range: Range<Int>) -> Verdict? {
    let clause = Stems.around(range, in: answer, TextBounds.clause(answer, range)).special
    guard !clause.isEmpty else { return nil }
    for (number, figure) in index.figures.prefix(FigureJudge.lookLimit).enumerated() where figure.passage >= 0 && figure.row == nil {
      guard !taken.contains(number), figure.quantity.unit == claim.unit, claim.unit != .plain, figure.quantity.value != claim.value else {
        continue
      }
      if !index.words.beside(number).isDisjoint(with: clause) {
        return Verdict(outcome: .unsupported(FaultKind.premise.fault(.likely)), nearest: figure)
      }
    }
    return nil
  }

  // MARK: Binding

  /// Another figure of the evidence has the words that set the claim apart, and those that give its value have others.
  private func binding(_ claim: Quantity, _ range: Range<Int>, _ matches: [Int], nearest: Int) -> Verdict? {
    // What is said of 环比增长8% is 环比: the direction is judged by itself.
    let verb = reader.mentions(of: .direction).last { $0.range.upperBound == range.lowerBound }
    let words = Stems.around((verb?.range ?? range).lowerBound..<range.upperBound, in: answer, TextBounds.clause(answer, range))
    let own = matches.prefix(8).reduce(StemSet()) { $0.union(index.words.beside($1)) }
    let strange = own.subtracting(words).specialCount
    let wanted = words.subtracting(own).special
    guard strange > 0, !wanted.isEmpty else { return nil }
    let shared = words.intersection(own)
    let sentence = index.figures[nearest].sentence
    // The sentence itself and those beside it.
    for number in index.figures(ofStretches: sentence - 1, through: sentence + 1, limit: FigureJudge.lookLimit) {
      let figure = index.figures[number]
      guard figure.passage >= 0, figure.row == nil, !taken.contains(number), figure.quantity.unit == claim.unit,
        figure.quantity.scale == claim.scale
      else { continue }
      let beside = index.words.beside(number)
      // It has what the claim says and the matched one lacks, and all that the two share.
      guard beside.shared(with: wanted).any * 2 >= wanted.count, shared.isSubset(of: beside) else { continue }
      return Verdict(outcome: .unsupported(FaultKind.binding.fault(.likely)), nearest: figure)
    }
    return nil
  }
}
