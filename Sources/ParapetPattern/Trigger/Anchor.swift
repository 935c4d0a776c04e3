/// Something that every match of a part of a pattern holds.
struct Anchor: Sendable {
  enum Sign: Sendable {
    case literals(Spellings)
    case digits(Int)
    case spacedDigits(Int)
    case token(Int)
    case at
  }

  var sign: Sign
  /// Bytes between the beginning of the part and the sign.
  var least: Int
  var most: Reach?
  /// How rare it is in ordinary text: about the negative logarithm of its share of positions, in bits.
  var rarity: Double
  /// Which of the items of a sequence it comes from.
  var items: ClosedRange<Int> = 0...0
  /// What must stand beside it, when it is a literal or a run of digits.
  var edges = Edges.any
  /// Whether it is looked for ahead: then what comes later in the pattern may stand in front of it.
  var isAhead = false

  /// What it is worth as the sign that opens a match: a sign that may stand anywhere behind the beginning is of less use, one of which it is
  /// known what stands beside it of a little more.
  var value: Double { rarity - (most.map { $0.estimate > 96 ? 2 : 0 } ?? 6) + (edges.isAny ? 0 : 0.25) }

  /// The same, seen from something `width` in front of it.
  func moved(by width: Outline.Width) -> Anchor {
    var moved = self
    moved.least += width.least
    moved.most = most.flatMap { a in width.most.map { a + $0 } }
    return moved
  }

  var literals: Spellings? { if case .literals(let literals) = sign { literals } else { nil } }

  /// One anchor of literals that stands in whatever any of `outlines` matches, or nil.
  static func ofAll(_ outlines: [Outline]) -> Anchor? {
    var result: Anchor?
    for outline in outlines {
      var best = outline.whole
      for anchor in outline.anchors where anchor.literals != nil && anchor.rarity > best?.rarity ?? -1 { best = anchor }
      guard let best else { return nil }
      guard let known = result else {
        result = best
        continue
      }
      guard let a = known.literals, let b = best.literals, let both = a.joined(with: b) else { return nil }
      result = Anchor(
        sign: .literals(both), least: min(known.least, best.least), most: known.most.flatMap { a in best.most.map { a.or($0) } },
        rarity: min(known.rarity, best.rarity) - 0.8, isAhead: known.isAhead || best.isAhead)
    }
    return result
  }
}
