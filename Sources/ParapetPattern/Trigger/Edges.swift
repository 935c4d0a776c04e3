/// What must stand on either side of a run of digits: the byte in front of it, and the byte behind.
///
/// Most runs of a text have something else beside them, so that nothing is tried there.
public struct Edges: Sendable, Hashable {
  /// Everything, also where the run begins or ends the text.
  public static let any = Edges(before: .all, after: .all)

  var before: ByteSet
  var after: ByteSet

  /// The edges of the digits that `items` of a sequence, `outlines`, hold, and nothing but digits.
  ///
  /// Behind a run stands the first character that is no digit: of the next item that begins with none, or of one on the way there.
  init(of items: ClosedRange<Int>, in outlines: [Outline]) {
    // What only looks around is no part of the run.
    let digits = items.filter { outlines[$0].digits?.mayHaveDigits ?? false }
    let (first, last) = (digits.first ?? items.lowerBound, digits.last ?? items.upperBound)
    after = Self.edge(outlines[(last + 1)...], { $0.firsts }, sees: { $0.ahead })
    before = Self.edge(outlines[..<first].reversed(), { $0.lasts }, sees: { _ in nil }).ends
  }

  init(before: ByteSet, after: ByteSet) { (self.before, self.after) = (before, after) }

  /// Whether nothing is asked for.
  var isAny: Bool { self == .any }

  /// The union of what may come first on the way along `outlines`; everything where that is not known.
  private static func edge(
    _ outlines: some Sequence<Outline>, _ side: (Outline) -> ByteSet, sees ahead: (Outline) -> ByteSet?
  ) -> ByteSet {
    var found = ByteSet.none
    for outline in outlines {
      if let ahead = ahead(outline), ahead.isDisjoint(with: .digits) { return found.union(ahead) }
      let first = side(outline)
      guard first.isDisjoint(with: .digits) else {
        found = found.union(outline.characters.subtracting(.digits))
        continue
      }
      found = found.union(first)
      if outline.width.least > 0 { return found }
    }
    return .all
  }
}
