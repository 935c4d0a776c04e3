/// What in a text can concern a fold, so that folds which would change nothing are not tried.
public struct TextTraits: Sendable, Equatable {
  /// The traits of all characters outside ASCII.
  let characters: CharacterTable.Traits
  /// Whether there may be a run of numerals that are not ASCII digits throughout.
  let mayHaveNumerals: Bool
  /// Whether separators may stand between two digits or two Han characters.
  let mayHaveGaps: Bool
  /// Whether there is KELVIN SIGN or LONG S, which in a caseless pattern are K and S.
  public let hasOddCase: Bool

  /// The traits of `text`.
  ///
  /// - Complexity: linear. Whoever walks over the text anyway takes a `TraitTally` along.
  public init(_ text: Span<UInt8>) {
    var tally = TraitTally()
    var i = 0
    var wasHan = false
    while i < text.count {
      if text[i] < 0x80 {
        let end = text.endOfASCII(from: i)
        tally.see(ascii: i..<end, of: text, afterHan: wasHan)
        (i, wasHan) = (end, false)
      } else {
        let (code, length) = text.scalar(at: i)
        wasHan = tally.see(code, in: i..<i &+ length)
        i &+= length
      }
    }
    self = tally.traits
  }

  init(_ tally: TraitTally) {
    var characters = tally.characters
    if tally.hasHan { characters.insert(.ideograph) }
    if tally.hasNumerals { characters.insert(.numeral) }
    self.characters = characters
    mayHaveNumerals = tally.mayHaveNumerals
    mayHaveGaps = tally.mayHaveGaps || !characters.isDisjoint(with: [.digitSeparator, .hanSeparator])
    hasOddCase = tally.hasOddCase
  }

  /// The part of `fold` that can change the text.
  public func effective(_ fold: Fold) -> Fold {
    var effective: Fold = []
    if fold.contains(.width), characters.contains(.width) { effective.insert(.width) }
    if fold.contains(.invisible), characters.contains(.invisible) { effective.insert(.invisible) }
    if fold.contains(.case), characters.contains(.upper) { effective.insert(.case) }
    if fold.contains(.han), characters.contains(.variant) { effective.insert(.han) }
    // Width makes numerals and separators of what was none.
    if fold.contains(.numerals), mayHaveNumerals || !effective.isEmpty { effective.insert(.numerals) }
    if fold.contains(.gaps), mayHaveGaps || !effective.isEmpty { effective.insert(.gaps) }
    return effective
  }
}
