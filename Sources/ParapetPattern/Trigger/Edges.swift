/// What must stand on either side of a literal or a run of digits, the byte in front of it and the byte behind, and what is known of the run
/// itself.
///
/// Most words and numbers of a text have something else beside them, or are other numbers, so that nothing is tried there.
public struct Edges: Sendable, Hashable, BitwiseCopyable {
  /// Everything, also where the run begins or ends the text.
  public static let any = Edges(before: .all, after: .all)

  /// What may stand in front; ASCII letters are in lower case, and where the text begins a zero is thought.
  package internal(set) var before: ByteSet
  /// What may stand behind.
  package internal(set) var after: ByteSet
  /// Whether the digits of the pattern begin where the run does.
  var isOpening = false
  /// How many digits the run has at most.
  var most = UInt32.max
  /// The pairs of digits with which it may begin; see `DigitHeads.pairs`.
  var heads = UInt128.max

  /// The edges of the digits that `items` of a sequence, `outlines`, hold, and nothing but digits.
  ///
  /// Behind a run stands the first character that is no digit: of the next item that begins with none, or of one on the way there.
  init(of items: ClosedRange<Int>, in outlines: [Outline]) {
    // What only looks around is no part of the run.
    let digits = items.filter { outlines[$0].digits?.mayHaveDigits ?? false }
    let (first, last) = (digits.first ?? items.lowerBound, digits.last ?? items.upperBound)
    let behind = Self.edge(outlines[(last + 1)...], { $0.firsts }, sees: { $0.ahead ?? $0.leavesAhead })
    let inFront = Self.edge(outlines[..<first].reversed(), { $0.lasts }, sees: { $0.leavesBehind })
    (after, before) = (behind.bytes, inFront.bytes.ends)
    isOpening = inFront.isNext
    guard isOpening else { return }
    let run = outlines[first...last]
    let heads = run.reduce(DigitHeads.nothing) { $0.then($1.heads) }
    if !heads.mayBeShort { self.heads = heads.pairs }
    let width = run.reduce(Outline.Width.none) { $0 + $1.width }
    if behind.isNext, let reach = width.most, reach.blanks + reach.words == 0 { most = UInt32(clamping: reach.bytes) }
  }

  /// The edges of `literals`, which `items` of a sequence, `outlines`, spell out.
  init(of literals: Spellings, _ items: ClosedRange<Int>, in outlines: [Outline]) {
    let all = literals.literals
    let begins = all.allSatisfy { $0.first.map(ASCIISet.word.contains) ?? false }
    let ends = all.allSatisfy { $0.last.map(ASCIISet.word.contains) ?? false }
    // What only looks around is no part of them.
    let spelled = items.filter { outlines[$0].width.most != Reach.none }
    let behind = outlines[((spelled.last ?? items.upperBound) + 1)...]
    after = Self.next(on: behind, { $0.firsts }) { $0.ahead ?? ($0.isBoundary && !ends ? nil : $0.leavesAhead) }
    let inFront = outlines[..<(spelled.first ?? items.lowerBound)].reversed()
    before = Self.next(on: inFront, { $0.lasts }) { $0.isBoundary && !begins ? nil : $0.leavesBehind }.ends
  }

  init(before: ByteSet, after: ByteSet) { (self.before, self.after) = (before, after) }

  /// Whether nothing is asked for.
  public var isAny: Bool { self == .any }

  /// The union of what may come first on the way along `outlines`, everything where that is not known, and whether it is known to come right
  /// after the digits at which the way begins: that there are no more digits on it.
  private static func edge(
    _ outlines: some Sequence<Outline>, _ side: (Outline) -> ByteSet, sees look: (Outline) -> ByteSet?
  ) -> (bytes: ByteSet, isNext: Bool) {
    var found = ByteSet.none
    var isNext = true
    for outline in outlines {
      if let seen = look(outline), seen.isDisjoint(with: .digits) { return (found.union(seen), isNext) }
      let first = side(outline)
      guard first.isDisjoint(with: .digits) else {
        found = found.union(outline.characters.subtracting(.digits))
        isNext = false
        continue
      }
      found = found.union(first)
      if outline.width.least > 0 { return (found, isNext) }
    }
    return (.all, false)
  }

  /// What may come first on the way along `outlines`; everything where that is not known.
  private static func next(
    on outlines: some Sequence<Outline>, _ side: (Outline) -> ByteSet, sees look: (Outline) -> ByteSet?
  ) -> ByteSet {
    var found = ByteSet.none
    for outline in outlines {
      if let seen = look(outline) { return found.union(seen) }
      found = found.union(side(outline))
      if outline.width.least > 0 { return found }
    }
    return .all
  }
}
