import ParapetEntity

extension EvidenceIndex {
  /// Citations that lead to a passage, but not to the one that holds the figures of their sentence.
  ///
  /// A citation that leads nowhere is judged as an identifier.
  func judgeCitations(in answer: MentionReader, _ options: GroundingOptions) -> [ClaimJudgement] {
    let mentions = answer.mentions(of: .citation)
    let numbers = answer.numbers
    let answer = answer.utf8
    var places: [[UInt8]: Int?] = [:]
    var known: [Claim: Figure?] = [:]
    return judgeKeys(.citation, mentions).map { judgement in
      guard case .supported = judgement.outcome, passages.count > 1 else { return judgement }
      let mark = Array(answer[judgement.range])
      let place = places[mark] ?? passageCited(mark[...])
      places[mark] = .some(place)
      guard let cited = place else { return judgement }
      let sentence = TextBounds.sentence(answer, judgement.range)
      // The figures between the citation and the one in front of it, or the beginning of the sentence.
      var first = numbers.firstAtOrAfter(judgement.range.lowerBound)
      let end = first
      while first > 0, numbers[first - 1].kind != .citation, numbers[first - 1].range.lowerBound >= sentence.lowerBound { first -= 1 }
      guard let wrong = misplaced(numbers[first..<end], cited, options, &known) else { return judgement }
      return ClaimJudgement(
        range: judgement.range, unit: judgement.unit, outcome: .unsupported(CheckFault.miscited.fault(.likely)), nearest: nearest(wrong))
    }
  }

  /// A figure that is said with a citation.
  private struct Claim: Hashable {
    let quantity: Quantity
    let cited: Int
  }

  /// The figure of another passage that a stretch of the answer says, where the cited one does not hold it. `known` keeps what was found for
  /// the figures before.
  private func misplaced(
    _ numbers: ArraySlice<Mention>, _ cited: Int, _ options: GroundingOptions, _ known: inout [Claim: Figure?]
  ) -> Figure? {
    for mention in numbers {
      guard let quantity = mention.quantity, quantity.role == .measure, isTelling(quantity) else { continue }
      let claim = Claim(quantity: quantity, cited: cited)
      let figure = known[claim] ?? misplaced(claim, options)
      known[claim] = .some(figure)
      if let figure { return figure }
    }
    return nil
  }

  private func misplaced(_ claim: Claim, _ options: GroundingOptions) -> Figure? {
    let held = valueMatches(claim.quantity, options, isEnglishList: false).filter {
      $0.agreement <= .rounded && unitsAgree(claim.quantity, figures[$0.figure], $0.agreement, options)
    }
    guard let other = held.first(where: { figures[$0.figure].passage >= 0 }) else { return nil }
    let isHeld = held.contains { figures[$0.figure].passage == claim.cited || figures[$0.figure].passage < 0 }
    return isHeld ? nil : figures[other.figure]
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
