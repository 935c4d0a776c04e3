import ParapetEntity

/// Figures that the evidence prints, but of something else, under another condition, or only in the question.
extension FigureJudge {
  /// What speaks against a claim whose value the evidence gives in `matches`; nil when nothing does.
  ///
  /// Of tables only units, periods and bases are looked at: other labels stand in places that flattened text has lost.
  mutating func doubt(_ claim: Quantity, _ range: Range<Int>, _ matches: ArraySlice<Int>) -> Verdict? {
    guard claim.role == .measure, let first = matches.first else { return nil }
    guard looks > 0 else {
      index.note(.absentFigures)
      return nil
    }
    looks -= 1
    let found = matches.prefix(64)
    var (isAsked, isProse) = (true, true)
    for match in found {
      // The place alone is looked at, for figures are many bytes.
      let (passage, row) = (index.figures[match].place.passage, index.figures[match].place.row)
      isAsked = isAsked && passage < 0
      isProse = isProse && passage >= 0 && row < 0
    }
    if isAsked { return premise(claim, range) }
    if let fault = unitOfTable(claim, range, found) { return fault }
    let clause = words.clause(range)
    if let fault = otherBase(range, clause, found) ?? otherPeriod(claim, range, clause, matches) { return fault }
    guard isProse else { return nil }
    if let fault = condition(clause, found) ?? currencyOfRate(claim, clause, found) ?? lettered(claim, clause, found) { return fault }
    return binding(claim, range, clause, matches, nearest: first)
  }

  // MARK: Units of tables

  /// The number of a cell with 元 behind it, where the material says that its table is in 万元 or 亿元.
  ///
  /// Prices and amounts a share or a head are in yuan in such tables as well, and they are small.
  private func unitOfTable(_ claim: Quantity, _ range: Range<Int>, _ matches: ArraySlice<Int>) -> Verdict? {
    guard claim.unit == .money, claim.currency == .yuan, claim.scale == 0, claim.value.magnitude >= FixedPoint(1000),
      answer[range].suffix(3).elementsEqual("元".utf8), let first = matches.first
    else { return nil }
    let isScaled = matches.allSatisfy { match in
      let figure = index.figures[match]
      return figure.row != nil && figure.quantity.unit == .plain && figure.quantity.scale == 0 && figure.quantity.value == claim.value
        && (figure.hints.contains(4) || figure.hints.contains(8))
    }
    return isScaled ? Verdict(outcome: .unsupported(FaultKind.scale.fault(.likely)), nearest: index.figures[first]) : nil
  }

  // MARK: Conditions

  /// The evidence gives the figure under a condition only, and the claim's sentence names none.
  private func condition(_ clause: Range<Int>, _ matches: ArraySlice<Int>) -> Verdict? {
    let said = index.conditions
    for kind in ConditionWords.Kind.allCases {
      let isBound = matches.allSatisfy { match in
        let passage = Int(index.figures[match].place.passage)
        guard said[passage].holds(kind) else { return false }
        let start = Int(index.figures[match].place.start)
        return said[passage].say(kind, in: kind == .limit ? max(0, start - 20)..<start : index.words.clause(of: match))
      }
      if isBound, !words.conditions.say(kind, in: words.sentence(clause)) {
        return Verdict(outcome: .unsupported(FaultKind.condition.fault(.likely)), nearest: matches.first.map { index.figures[$0] })
      }
    }
    return nil
  }

  // MARK: Premises

  /// Only the question gives the figure, and the evidence says another one of the same thing.
  private func premise(_ claim: Quantity, _ range: Range<Int>) -> Verdict? {
    let clause = words.make(words.clause(range), without: range)
    guard index.words.specialCount(clause) > 0 else { return nil }
    index.words.mark(clause, 1)
    defer { index.words.unmark(clause) }
    for (number, figure) in index.figures.prefix(FigureJudge.lookLimit).enumerated() where figure.passage >= 0 && figure.row == nil {
      guard !taken.contains(number), figure.quantity.unit == claim.unit, claim.unit != .plain, figure.quantity.value != claim.value else {
        continue
      }
      if index.words.count(index.words.beside(number), marked: 1).special > 0 {
        return Verdict(outcome: .unsupported(FaultKind.premise.fault(.likely)), nearest: figure)
      }
    }
    return nil
  }

  // MARK: Binding

  /// Another figure of the evidence has the words that set the claim apart, and those that give its value have others.
  private func binding(_ claim: Quantity, _ range: Range<Int>, _ clause: Range<Int>, _ matches: ArraySlice<Int>, nearest: Int) -> Verdict? {
    // What the claim's clause has bears the mark 1, what the matched ones have bears 2.
    let evidence = index.words
    let own = words.make(clause, without: range)
    evidence.mark(own, 1)
    for match in matches.prefix(8) { evidence.mark(evidence.beside(match), 2) }
    defer {
      evidence.unmark(own)
      for match in matches.prefix(8) { evidence.unmark(evidence.beside(match)) }
    }
    let wanted = evidence.count(own, markedJust: 1).special
    guard wanted > 0, matches.prefix(8).contains(where: { evidence.count(evidence.beside($0), markedJust: 2).special > 0 }) else {
      return nil
    }
    let shared = evidence.count(own, markedJust: 3).any
    let sentence = index.figures[nearest].sentence
    // The sentence itself and those beside it.
    for number in index.figures(ofStretches: sentence - 1, through: sentence + 1, limit: FigureJudge.lookLimit) {
      let figure = index.figures[number]
      guard figure.passage >= 0, figure.row == nil, !taken.contains(number), figure.quantity.unit == claim.unit,
        figure.quantity.scale == claim.scale
      else { continue }
      let beside = evidence.beside(number)
      // It has what the claim says and the matched one lacks, and all that the two share.
      guard evidence.count(beside, markedJust: 1).special * 2 >= wanted, evidence.count(beside, markedJust: 3).any == shared else {
        continue
      }
      return Verdict(outcome: .unsupported(FaultKind.binding.fault(.likely)), nearest: figure)
    }
    return nil
  }
}
