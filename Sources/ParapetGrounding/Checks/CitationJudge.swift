import ParapetEntity

extension EvidenceIndex {
  /// Citations that lead to a passage, but not to the one that holds the figures of their sentence.
  ///
  /// A citation that leads nowhere is judged as an identifier.
  func judgeCitations(in answer: MentionReader, _ options: GroundingOptions) -> [ClaimJudgement] {
    let mentions = answer.mentions(of: .citation)
    let numbers = answer.numbers
    let answer = answer.utf8
    return judgeKeys(.citation, mentions).map { judgement in
      guard case .supported = judgement.outcome, passages.count > 1, let cited = passageCited(answer[judgement.range]) else {
        return judgement
      }
      let sentence = TextBounds.sentence(answer, judgement.range)
      let before = numbers.last { $0.kind == .citation && $0.range.upperBound <= judgement.range.lowerBound }?.range.upperBound ?? 0
      let stretch = max(sentence.lowerBound, before)..<judgement.range.lowerBound
      guard let wrong = misplaced(numbers, stretch, cited, options) else { return judgement }
      return ClaimJudgement(
        range: judgement.range, unit: judgement.unit, outcome: .unsupported(CheckFault.miscited.fault(.likely)), nearest: nearest(wrong))
    }
  }

  /// The figure of another passage that a sentence says, where the cited one does not hold it.
  private func misplaced(_ numbers: [Mention], _ stretch: Range<Int>, _ cited: Int, _ options: GroundingOptions) -> Figure? {
    for mention in numbers where stretch.contains(mention.range.lowerBound) {
      guard let claim = mention.quantity, claim.role == .measure, isTelling(claim) else { continue }
      let held = valueMatches(claim, options, isEnglishList: false).filter {
        $0.agreement <= .rounded && unitsAgree(claim, figures[$0.figure], $0.agreement, options)
      }
      guard let other = held.first(where: { figures[$0.figure].passage >= 0 }) else { continue }
      if !held.contains(where: { figures[$0.figure].passage == cited || figures[$0.figure].passage < 0 }) { return figures[other.figure] }
    }
    return nil
  }

  /// Whether a figure is more than a small count, which stands in many passages for many things.
  private func isTelling(_ claim: Quantity) -> Bool {
    claim.significantDigits >= 2 || claim.decimals > 0 || claim.unit != .plain && claim.unit != .counted
      || claim.value.magnitude >= FixedPoint(100)
  }

  /// The passage that a single reference leads to, by number or by id; nil where it is a list.
  private func passageCited(_ mark: ArraySlice<UInt8>) -> Int? {
    let inner = mark.filter { $0 != 0x5B && $0 != 0x5D && $0 < 0x80 && $0 > 0x20 }
    if let number = Int(String(decoding: inner, as: UTF8.self)) {
      // A number may be the passage's own: [2] at the start of what it says.
      guard passages.indices.contains(number - 1), !passages.contains(where: { $0.utf8.starts(with: [0x5B]) }) else { return nil }
      return number - 1
    }
    let name = inner.map(\.lowerLetter)
    let matches = passages.indices.filter { passages[$0].id.utf8.map(\.lowerLetter) == name }
    return matches.count == 1 ? matches.first : nil
  }
}
