/// A folded form of a text, with the way back.
public struct View: Sendable {
  /// How it was folded.
  public let fold: Fold
  /// The folded bytes, valid UTF-8.
  public let utf8: [UInt8]

  /// The way back; nil where every byte kept its place.
  fileprivate let map: OffsetMap?

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

  /// This text folded by what `traits`, its own, say is effective of the folds that look at one character at a time, for whoever does not
  /// mind the case of ASCII letters: those stay.
  public func view(effective fold: Fold) -> View {
    fold.isEmpty ? View(fold: fold, utf8: utf8, map: nil, isOriginal: true) : view(fold, keepsASCII: true)
  }

  private func view(_ fold: Fold, keepsASCII: Bool) -> View {
    var folded = Folded(utf8: utf8, map: nil)
    if !fold.isDisjoint(with: .ofCharacters) {
      folded.fold { CharacterFold(fold, keepsASCII: keepsASCII).folded($0) }
    }
    var view = View(fold: fold.intersection(.ofCharacters), folded)
    if fold.contains(.numerals) { view = view.withNumerals(acrossGaps: fold.contains(.gaps)) ?? view }
    if fold.contains(.gaps) { view = view.withoutGaps() ?? view }
    return view.called(fold)
  }
}

extension View {
  fileprivate init(fold: Fold, _ folded: Folded) {
    self.init(fold: fold, utf8: folded.utf8, map: folded.map, isOriginal: folded.isUntouched)
  }

  /// This view under the name of the `fold` that led to it, of which parts may have changed nothing.
  public consuming func called(_ fold: Fold) -> View { View(fold: fold, utf8: utf8, map: map, isOriginal: isOriginal) }

  /// This view, which has neither `numerals` nor `gaps`, with `numerals` as well; nil when that changes nothing.
  public func withNumerals(acrossGaps: Bool) -> View? {
    adding(.numerals) { NumeralFold(acrossGaps: acrossGaps).folded($0) }
  }

  /// This view with `gaps` as well; nil when that changes nothing.
  public func withoutGaps() -> View? { adding(.gaps) { GapFold().folded($0) } }

  private func adding(_ fold: Fold, _ step: ([UInt8]) -> Folded?) -> View? {
    var folded = Folded(utf8: utf8, map: map, isUntouched: isOriginal)
    return folded.fold(step) ? View(fold: self.fold.union(fold), folded) : nil
  }
}

extension Fold {
  /// The folds that look at one character at a time; the others look at what those make of a text.
  public static let ofCharacters: Fold = [.width, .invisible, .case, .han]
}

extension View {
  /// Whether this is another folding of the same text that came to the same bytes by more or fewer folds: then every place is the same place.
  public func isSame(as other: View) -> Bool {
    (fold.isSubset(of: other.fold) || fold.isSuperset(of: other.fold)) && utf8 == other.utf8
  }
}

extension Folded {
  /// Folds what has been folded so far once more; false when that changes nothing.
  @discardableResult
  mutating func fold(_ step: ([UInt8]) -> Folded?) -> Bool {
    guard let next = step(utf8) else { return false }
    isUntouched = false
    if let outer = next.map, let inner = map {
      let whole = outer.through(inner)
      map = whole.isIdentity ? nil : whole
    } else {
      map = next.map ?? map
    }
    utf8 = next.utf8
    return true
  }
}
