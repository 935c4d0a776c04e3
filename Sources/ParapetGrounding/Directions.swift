import ParapetEntity
import ParapetText

/// Words of direction: against the two ends they stand between, against the evidence for their figure, and against the words around
/// them in the evidence.
extension EvidenceIndex {
  func judgeDirections(in reader: MentionReader, _ options: GroundingOptions) -> [ClaimJudgement] {
    let words = reader.mentions(of: .direction)
    guard !words.isEmpty else { return [] }
    let answer = reader.utf8
    let numbers = reader.quantities
    let read = read(reader)
    let (pairs, ends) = (read.changes, read.places.ends)
    return words.map { word in
      guard case .direction(let direction) = word.reading else {
        return ClaimJudgement(range: word.range, unit: "direction", outcome: .supported(derivation: nil), nearest: nil)
      }
      let found =
        contradictsLoss(answer, ends, word.range, direction)
        ?? contradictsEnds(answer, ends, word.range, direction, pairs, words)
        ?? (isSpread(answer, ends, word.range)
          ? nil
          : contradictsFigure(answer, ends, word.range, direction, numbers, options)
            ?? contradictsNeighbours(answer, word.range, direction) ?? isNeverSaid(answer, ends, word.range, direction))
      guard let found else {
        return ClaimJudgement(range: word.range, unit: "direction", outcome: .supported(derivation: nil), nearest: nil)
      }
      return ClaimJudgement(
        range: word.range, unit: "direction", outcome: .unsupported(FaultKind.direction.fault(found.tier)), nearest: nearest(found.place))
    }
  }

  private struct Contradiction {
    let tier: ClaimJudgement.Fault.Tier
    let place: Place?
  }

  /// Losses and cuts in a decrease turn the sense of a word.
  private static let turning = ["亏", "损", "赤字", "降幅", "跌幅", "loss", "deficit", "分别", "respectively", "-"].map { Array($0.utf8) }

  private func isTurned(_ text: ArraySlice<UInt8>) -> Bool { EvidenceIndex.turning.contains { text.hasExactly($0) } }

  /// Widening and narrowing of falls and losses say the opposite of what the words say by themselves.
  private func isSpread(_ text: [UInt8], _ ends: TextEnds, _ word: Range<Int>) -> Bool {
    EvidenceIndex.spreads.contains { begins(text, word, with: $0) } && isTurned(text[ends.clause(word)])
  }

  private func begins(_ text: [UInt8], _ word: Range<Int>, with beginning: [UInt8]) -> Bool {
    beginning.count <= word.count && beginning.indices.allSatisfy { text[word.lowerBound + $0] == beginning[$0] }
  }

  private static let spreads = ["扩大", "收窄", "缩小", "走阔", "widen", "narrow"].map { Array($0.utf8) }
  private static let turnsToProfit = Array("扭亏".utf8)

  private static let losses = ["亏损", "赤字", "loss", "deficit"].map { Array($0.utf8) }

  private func isOfLoss(_ clause: ArraySlice<UInt8>) -> Bool { EvidenceIndex.losses.contains { clause.holds($0) } }

  /// Widening of a loss that narrows in the evidence, or the other way round; and a turn to profit where it only says that the loss narrows
  /// or widens.
  private func contradictsLoss(_ answer: [UInt8], _ ends: TextEnds, _ word: Range<Int>, _ direction: Direction) -> Contradiction? {
    let isTurn = begins(answer, word, with: EvidenceIndex.turnsToProfit)
    guard isTurn || isSpread(answer, ends, word), isTurn || isOfLoss(answer[ends.clause(word)]) else { return nil }
    let said = directions.words.filter { evidence in
      guard evidence.place.passage >= 0 else { return false }
      let text = text(evidence.place.passage)
      let ends = self.ends(ofPassage: evidence.place.passage)
      return isSpread(text, ends, evidence.place.range) && isOfLoss(text[ends.clause(evidence.place.range)])
    }
    guard let first = said.first, !passages.contains(where: { $0.utf8.holds(EvidenceIndex.turnsToProfit) }) else { return nil }
    guard isTurn || said.allSatisfy({ $0.direction != direction }) else { return nil }
    return Contradiction(tier: .likely, place: first.place)
  }

  /// A Chinese word whose direction the passages never name, while they do name the other.
  private func isNeverSaid(_ answer: [UInt8], _ ends: TextEnds, _ word: Range<Int>, _ direction: Direction) -> Contradiction? {
    guard answer[word.lowerBound] >= 0x80, directions.said.place(direction) == nil else { return nil }
    guard let other = directions.said.place(direction == .up ? .down : .up), other.passage >= 0 else { return nil }
    guard !isTurned(answer[ends.clause(word)]) else { return nil }
    return Contradiction(tier: .likely, place: other)
  }

  // MARK: Both ends

  private func contradictsEnds(
    _ answer: [UInt8], _ ends: TextEnds, _ word: Range<Int>, _ direction: Direction, _ pairs: [FromTo], _ words: [Mention]
  ) -> Contradiction? {
    let near = (0..<pairs.count).partitioningIndex { pairs[$0].range.lowerBound >= word.lowerBound - 200 }
    for pair in pairs[near...] {
      guard pair.range.lowerBound <= word.lowerBound + 200 else { break }
      guard let actual = pair.direction, actual != direction else { continue }
      let clause = ends.clause(pair.range)
      let isInside = pair.range.contains(word.lowerBound)
      guard
        isInside
          || (clause.contains(word.lowerBound) && pair.range.lowerBound - word.upperBound <= 24 && word.lowerBound < pair.range.lowerBound)
      else { continue }
      guard !isTurned(answer[clause]), isInside || !isSaid(actual, words, word.upperBound..<pair.range.upperBound) else { continue }
      return Contradiction(tier: .certain, place: nil)
    }
    return nil
  }

  /// Whether a word of direction in `range` says `direction`: the increase was 6.9 %, down from 12.9 %.
  private func isSaid(_ direction: Direction, _ words: [Mention], _ range: Range<Int>) -> Bool {
    var at = words.firstAtOrAfter(range.lowerBound)
    while at < words.count, words[at].range.lowerBound < range.upperBound {
      if words[at].reading == .direction(direction) { return true }
      at += 1
    }
    return false
  }

  // MARK: The figure

  private func contradictsFigure(
    _ answer: [UInt8], _ ends: TextEnds, _ word: Range<Int>, _ direction: Direction, _ numbers: [PlacedQuantity],
    _ options: GroundingOptions
  ) -> Contradiction? {
    guard let claim = tiedFigure(answer, ends.clause(word), word, numbers)?.quantity else { return nil }
    if let change = changes.first(where: { $0.passage >= 0 && gives($0, claim) }), let actual = change.direction {
      if actual != direction, !isTurned(answer[ends.clause(word)]),
        !isTurned(text(change.passage)[self.ends(ofPassage: change.passage).clause(change.range)])
      {
        return Contradiction(tier: .certain, place: Place(passage: change.passage, range: change.range))
      }
    }
    var against: Place?
    for match in valueMatches(claim, options, isEnglishList: false) where match.agreement <= .hedged {
      let figure = figures[match.figure]
      guard unitsAgree(claim, figure, match.agreement, options) else { continue }
      // One clause that says the same, or says nothing, is enough.
      guard let said = saidOtherwise(than: direction, match.figure) else { return nil }
      if against == nil { against = said }
    }
    return against.map { Contradiction(tier: .likely, place: $0) }
  }

  /// The figure that a word of direction speaks of: the next one in its clause, or the one right before.
  private func tiedFigure(
    _ answer: [UInt8], _ clause: Range<Int>, _ word: Range<Int>, _ numbers: [PlacedQuantity]
  ) -> PlacedQuantity? {
    let isEnglish = answer[word.lowerBound] < 0x80
    let reach = isEnglish ? 40 : 30
    let next = numbers.firstAtOrAfter(word.upperBound)
    if next < numbers.count, case let after = numbers[next], after.range.upperBound <= clause.upperBound + 40,
      after.range.lowerBound - word.upperBound <= reach, clause.contains(after.range.lowerBound)
    {
      return after
    }
    let own = numbers.firstAtOrAfter(word.lowerBound)
    guard own > 0, case let before = numbers[own - 1], before.range.upperBound <= word.lowerBound, clause.contains(before.range.lowerBound),
      word.lowerBound - before.range.upperBound <= (isEnglish ? 24 : 9)
    else { return nil }
    return before
  }

  /// Whether a change by both ends comes to `claim`.
  private func gives(_ change: FromTo, _ claim: Quantity) -> Bool {
    let difference = (change.to.value - change.from.value).magnitude
    var values: [FixedPoint?] = []
    switch claim.unit {
    case .percentagePoints: values = [difference]
    case .basisPoints: values = [difference.shifted(2)]
    case .percent: values = [difference.divided(by: change.from.value.magnitude)?.shifted(2)]
    default: values = change.from.unit == .percent ? [] : [difference]
    }
    return values.contains { value in
      value.map { ($0 - claim.value.magnitude).magnitude.billionths * 2 <= claim.precision.billionths + 2 } ?? false
    }
  }

  /// The first word of direction in the clause of a figure, where one stands there and none says `direction`; nil for table cells.
  ///
  /// The last word before the figure counts, or else all that stand close behind it.
  private func saidOtherwise(than direction: Direction, _ number: Int) -> Place? {
    let figure = figures[number]
    guard figure.row == nil else { return nil }
    let range = figure.range
    let clause = self.words.clause(of: number)
    let directions = directions
    var first: Place?
    var (isSaid, isBefore) = (false, false)
    var at = directions.first(passage: figure.passage, from: range.lowerBound - 90)
    while at < directions.words.count, directions.words[at].place.passage == figure.passage {
      let word = directions.words[at]
      guard word.place.range.lowerBound - range.upperBound <= 24 else { break }
      at += 1
      guard clause.contains(word.place.range.lowerBound), range.lowerBound - word.place.range.upperBound <= 60 else { continue }
      if word.place.range.upperBound <= range.lowerBound {
        (first, isSaid) = (word.place, word.direction == direction)
        isBefore = true
      } else if !isBefore {
        first = first ?? word.place
        isSaid = isSaid || word.direction == direction
      }
    }
    return isSaid ? nil : first
  }

  // MARK: The words around

  /// A word that the evidence says the other way round between the same neighbours.
  private func contradictsNeighbours(_ answer: [UInt8], _ word: Range<Int>, _ direction: Direction) -> Contradiction? {
    var isSaid = false
    var against: Place?
    Neighbourhood.forEach(around: word, in: answer) { neighbour in
      guard let said = directions.said(beside: neighbour) else { return }
      isSaid = isSaid || said.place(direction) != nil
      guard let other = said.place(direction == .up ? .down : .up) else { return }
      if against.map({ (other.passage, other.range.lowerBound) < ($0.passage, $0.range.lowerBound) }) ?? true { against = other }
    }
    // Said so somewhere: nothing to report.
    guard !isSaid, let against else { return nil }
    return Contradiction(tier: .likely, place: against)
  }
}
