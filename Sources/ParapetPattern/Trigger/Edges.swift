/// What must stand on either side of a run of digits, the byte in front of it and the byte behind, and what is known of the run itself.
///
/// Most runs of a text have something else beside them, or are other numbers, so that nothing is tried there.
public struct Edges: Sendable, Hashable, BitwiseCopyable {
  /// Everything, also where the run begins or ends the text.
  public static let any = Edges(before: .all, after: .all)

  var before: ByteSet
  var after: ByteSet
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

  init(before: ByteSet, after: ByteSet) { (self.before, self.after) = (before, after) }

  /// Whether nothing is asked for.
  var isAny: Bool { self == .any }

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
}
