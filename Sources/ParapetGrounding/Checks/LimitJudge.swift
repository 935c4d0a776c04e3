import ParapetEntity

/// Figures against what can be, and against the ranges that the evidence or the answer gives.
struct LimitJudge {
  let index: EvidenceIndex
  let answer: [UInt8]

  func judgements() -> [ClaimJudgement] {
    let mentions = Recognizer.mentions(of: .limit, in: answer)
    guard !mentions.isEmpty else { return [] }
    let claims = Dictionary(Recognizer.mentions(of: .quantity, in: answer).map { ($0.range, $0.quantity) }) { first, _ in first }
    return mentions.map { mention in
      var outcome = ClaimJudgement.Outcome.supported(derivation: nil)
      if case .check(let check) = mention.reading {
        switch check.outcome {
        case .broken: outcome = .unsupported(CheckFault.range.fault(.certain))
        case .doubtful where claims[mention.range].flatMap { $0 }.map { !index.says($0) } ?? true:
          outcome = .unsupported(CheckFault.range.fault(.likely))
        case .doubtful, .holds: break
        }
      }
      return ClaimJudgement(range: mention.range, unit: "limit", outcome: outcome, nearest: nil)
    }
  }
}

extension EvidenceIndex {
  /// Values that differ from what the answer says of the same thing elsewhere.
  func judgeContradictions(in answer: [UInt8]) -> [ClaimJudgement] {
    Recognizer.mentions(of: .contradiction, in: answer).map { mention in
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
