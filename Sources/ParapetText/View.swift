/// A folded form of a text, with the way back.
public struct View: Sendable {
  /// How it was folded.
  public let fold: Fold
  /// The folded bytes, valid UTF-8.
  public let utf8: [UInt8]

  /// The way back; nil where every byte kept its place.
  private let map: OffsetMap?

  /// Whether it is the text itself: folding changed nothing.
  public let isOriginal: Bool

  init(fold: Fold, utf8: [UInt8], map: OffsetMap?, isOriginal: Bool) {
    self.fold = fold
    self.utf8 = utf8
    self.map = map
    self.isOriginal = isOriginal
  }

  /// Whether every offset of this view is the same offset of the text (the bytes may differ all the same).
  public var keepsOffsets: Bool { map == nil }

  /// The folded text as a string.
  public var string: String { String(decoding: utf8, as: UTF8.self) }

  /// The string in `range`, in bytes of this view, which must lie on scalar boundaries.
  public func string(in range: Range<Int>) -> String { String(decoding: utf8[range], as: UTF8.self) }

  /// The stretch of the text as received that `range` of this view came from.
  ///
  /// It begins where the first character of `range` began and ends where the last one ended: characters that folding left out at
  /// either edge are not part of it. An empty range goes to the empty range before the character that follows it.
  ///
  /// - Complexity: logarithmic in the number of places where folding moved the text.
  public func original(_ range: Range<Int>) -> Range<Int> {
    guard let map else { return range }
    let start = map.start(range.lowerBound)
    return range.isEmpty ? start..<start : start..<map.end(range.upperBound)
  }
}

extension Text {
  /// This text, folded.
  ///
  /// Where folding changes nothing the view shares the bytes of the text and no map is made.
  ///
  /// - Complexity: linear in the length of the text.
  public func view(_ fold: Fold) -> View { view(fold, keepsASCII: false) }

  /// This text folded by what `traits`, its own, say is effective, for whoever does not mind the case of ASCII letters: those stay.
  public func view(effective fold: Fold) -> View {
    fold.isEmpty ? View(fold: fold, utf8: utf8, map: nil, isOriginal: true) : view(fold, keepsASCII: true)
  }

  private func view(_ fold: Fold, keepsASCII: Bool) -> View {
    var folded = Folded(utf8: utf8, map: nil)
    if !fold.isDisjoint(with: [.width, .invisible, .case, .han]) {
      folded.fold { CharacterFold(fold, keepsASCII: keepsASCII).folded($0) }
    }
    if fold.contains(.numerals) {
      folded.fold { NumeralFold(acrossGaps: fold.contains(.gaps)).folded($0) }
    }
    if fold.contains(.gaps) {
      folded.fold { GapFold().folded($0) }
    }
    return View(fold: fold, utf8: folded.utf8, map: folded.map, isOriginal: folded.isUntouched)
  }
}

extension Folded {
  /// Folds what has been folded so far once more.
  mutating func fold(_ step: ([UInt8]) -> Folded?) {
    guard let next = step(utf8) else { return }
    isUntouched = false
    if let outer = next.map, let inner = map {
      let whole = outer.through(inner)
      map = whole.isIdentity ? nil : whole
    } else {
      map = next.map ?? map
    }
    utf8 = next.utf8
  }
}
