import ParapetEntity

/// Figures that the evidence prints, but of something else, under another condition, or only in the question.
extension FigureJudge {
  /// What speaks against a claim whose value the evidence gives in `matches`; nil when nothing does.
  ///
  /// Only prose is looked at: the cells of a table carry their labels in places that flattened text has lost.
  mutating func doubt(_ claim: Quantity, _ range: Range<Int>, _ matches: [Int]) -> Verdict? {
    guard looks > 0, claim.role == .measure, let first = matches.first else { return nil }
    let figures = matches.map { index.figures[$0] }
    if figures.allSatisfy({ $0.passage < 0 }) { return premise(claim, range) }
    guard figures.allSatisfy({ $0.row == nil && $0.passage >= 0 }) else { return nil }
    looks -= 1
    let clause = TextBounds.clause(answer, range)
    if let fault = condition(clause, figures) { return fault }
    return binding(claim, range, matches, nearest: first)
  }

  // MARK: Conditions

  /// Words that bound a figure: what is at most twenty must not become twenty.
  private static let limits = ["最高", "不超过", "至多", "上限", "最多", "up to", "at most", "a maximum of", "as much as"].map { Array($0.utf8) }
  /// Words for whom and when a figure holds.
  private static let terms = [
    "新客", "新用户", "首年", "首月", "首期", "限时", "审批为准", "new customer", "first year", "first-year", "introductory",
  ].map { Array($0.utf8) }

  /// The evidence gives the figure under a condition only, and the claim's sentence names none.
  private func condition(_ clause: Range<Int>, _ figures: [Figure]) -> Verdict? {
    let sentence = answer[TextBounds.sentence(answer, clause)]
    for words in [FigureJudge.limits, FigureJudge.terms] {
      guard !words.contains(where: { sentence.holds($0) }) else { continue }
      let isBound = figures.allSatisfy { figure in
        let text = index.text(figure.passage)
        let around = words == FigureJudge.limits ? max(0, figure.range.lowerBound - 20)..<figure.range.lowerBound : TextBounds.clause(text, figure.range)
        return words.contains { text[around].holds($0) }
      }
      if isBound { return Verdict(outcome: .unsupported(FaultKind.condition.fault(.likely)), nearest: figures.first) }
    }
    return nil
  }

  // MARK: Premises

  /// Only the question gives the figure, and the evidence says another one of the same thing.
  private func premise(_ claim: Quantity, _ range: Range<Int>) -> Verdict? {
    let clause = Stems.around(range, in: answer, TextBounds.clause(answer, range)).subtracting(Stems.common)
    guard !clause.isEmpty else { return nil }
    for (number, figure) in index.figures.prefix(FigureJudge.lookLimit).enumerated() where figure.passage >= 0 && figure.row == nil {
      guard !taken.contains(number), figure.quantity.unit == claim.unit, claim.unit != .plain, figure.quantity.value != claim.value else { continue }
      if evidenceWords.beside(number).intersection(clause).count >= 1 {
        return Verdict(outcome: .unsupported(FaultKind.premise.fault(.likely)), nearest: figure)
      }
    }
    return nil
  }

  // MARK: Binding

  /// Another figure of the evidence has the words that set the claim apart, and those that give its value have others.
  private func binding(_ claim: Quantity, _ range: Range<Int>, _ matches: [Int], nearest: Int) -> Verdict? {
    let words = Stems.around(range, in: answer, TextBounds.clause(answer, range))
    var own: Set<UInt64> = []
    for match in matches.prefix(8) { own.formUnion(evidenceWords.beside(match)) }
    let strange = own.subtracting(words).subtracting(Stems.common)
    let wanted = words.subtracting(own).subtracting(Stems.common)
    guard !strange.isEmpty, !wanted.isEmpty else { return nil }
    let shared = words.intersection(own)
    for (number, figure) in index.figures.prefix(FigureJudge.lookLimit).enumerated() where figure.passage >= 0 && figure.row == nil {
      guard !taken.contains(number), figure.quantity.unit == claim.unit, figure.quantity.scale == claim.scale,
        figure.sentence == index.figures[nearest].sentence || abs(figure.sentence - index.figures[nearest].sentence) == 1
      else { continue }
      let beside = evidenceWords.beside(number)
      // It has what the claim says and the matched one lacks, and all that the two share.
      guard beside.intersection(wanted).count * 2 >= wanted.count, shared.isSubset(of: beside) else { continue }
      return Verdict(outcome: .unsupported(FaultKind.binding.fault(.likely)), nearest: figure)
    }
    return nil
  }
}
