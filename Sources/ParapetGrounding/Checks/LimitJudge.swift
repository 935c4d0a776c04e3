import ParapetEntity

/// Figures against what can be, and against the ranges that the evidence gives.
struct LimitJudge {
  let index: EvidenceIndex
  let answer: MentionReader

  func judgements() -> [ClaimJudgement] {
    guard !answer.mentions(of: .limit).isEmpty else { return [] }
    return LimitScan.figures(in: answer.utf8, numbers: answer.numbers).map { figure in
      var outcome = ClaimJudgement.Outcome.supported(derivation: nil)
      var nearest: Place?
      switch figure.outcome {
      case .broken: outcome = .unsupported(CheckFault.range.fault(.certain))
      case .doubtful where !index.says(figure.quantity): outcome = .unsupported(CheckFault.range.fault(.likely))
      case .doubtful, .holds:
        nearest = crossedRange(figure)
        if nearest != nil { outcome = .unsupported(CheckFault.range.fault(.likely)) }
      }
      return ClaimJudgement(range: figure.range, unit: "limit", outcome: outcome, nearest: index.nearest(nearest))
    }
  }

  /// The one range of the evidence for what a figure measures, where the figure lies outside and is said nowhere.
  private func crossedRange(_ figure: LimitScan.Measured) -> Place? {
    let given = index.rereading.ranges.filter { $0.given.measure == figure.measure && $0.given.unit == figure.quantity.unit }
    guard let only = given.first, given.allSatisfy({ $0.given.low == only.given.low && $0.given.high == only.given.high }) else {
      return nil
    }
    let value = figure.quantity.value
    guard value < only.given.low || value > only.given.high, !index.says(figure.quantity) else { return nil }
    return Place(passage: only.passage, range: only.given.range)
  }
}

extension EvidenceIndex {
  /// Values that differ from what the answer says of the same thing elsewhere.
  func judgeContradictions(in answer: MentionReader) -> [ClaimJudgement] {
    answer.mentions(of: .contradiction).map { mention in
      var other: Proof?
      if case .check(let check) = mention.reading, let range = check.other {
        other = Proof(operation: "contradiction", operands: [Proof.Operand(source: .answer, range: range)])
      }
      return ClaimJudgement(
        range: mention.range, unit: "contradiction", outcome: .unsupported(CheckFault.contradiction.fault(.likely)), nearest: nil,
        proof: other)
    }
  }

  /// Whether a passage says the same figure.
  func says(_ claim: Quantity) -> Bool {
    valueMatches(claim, GroundingOptions(), isEnglishList: false).contains { $0.agreement <= .rounded && figures[$0.figure].passage >= 0 }
  }
}
