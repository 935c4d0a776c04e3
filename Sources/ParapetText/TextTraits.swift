/// What in a text can concern a fold, found in one pass, so that folds which would change nothing are not tried.
public struct TextTraits: Sendable, Equatable {
  /// The traits of all characters outside ASCII.
  private(set) var characters: CharacterTable.Traits = []
  /// Whether there may be a run of numerals that are not ASCII digits throughout.
  private(set) var mayHaveNumerals = false
  /// Whether separators may stand between two digits or two Han characters.
  private(set) var mayHaveGaps = false
  /// Whether there is KELVIN SIGN or LONG S, which in a caseless pattern are K and S.
  public private(set) var hasOddCase = false

  /// The traits of `text`.
  ///
  /// - Complexity: linear, eight bytes a step over ASCII.
  public init(_ text: Span<UInt8>) {
    let table = CharacterTable.shared
    let han = CharacterTable.Traits.ideograph.rawValue
    var all: UInt8 = 0
    var wasHan = false
    var numerals = 0
    var mayHaveNumerals = false
    var mayHaveGaps = false
    var hasOddCase = false
    var i = 0
    while i < text.count {
      if text[i] < 0x80 {
        let end = text.endOfASCII(from: i)
        if !mayHaveGaps { mayHaveGaps = TextTraits.mayHaveGaps(text, i..<end, afterHan: wasHan) }
        wasHan = false
        i = end
        continue
      }
      // `，` and `。` can part digits, and are no separators anywhere else.
      if i > 0, text[i &- 1].isDigit, text.isComma(at: i) { mayHaveGaps = true }
      let threes = text.traitsOfThrees(from: i, table)
      if threes.end > i {
        all |= threes.all
        numerals &+= threes.numerals
        wasHan = threes.last & han != 0
        i = threes.end
        continue
      }
      let (code, length) = text.scalar(at: i)
      let own = table.traits(of: code).rawValue
      all |= own
      wasHan = own & han != 0
      if own & CharacterTable.Traits.numeral.rawValue != 0 {
        numerals &+= 1
        // Digits of other scripts count at any length.
        if code < 0x2000 || code > 0xFFFF { mayHaveNumerals = true }
      }
      if code == 0x212A || code == 0x17F { hasOddCase = true }
      i &+= length
    }
    characters = CharacterTable.Traits(rawValue: all)
    if numerals > 0, numerals &+ text.countOfDigits(0..<text.count) >= NumeralFold.shortestRun { mayHaveNumerals = true }
    if !characters.isDisjoint(with: [.digitSeparator, .hanSeparator]) { mayHaveGaps = true }
    (self.mayHaveNumerals, self.mayHaveGaps, self.hasOddCase) = (mayHaveNumerals, mayHaveGaps, hasOddCase)
  }

  /// Whether a stretch of ASCII holds a digit with no letter behind it and another digit within reach, or is itself a gap between Han.
  private static func mayHaveGaps(_ text: Span<UInt8>, _ range: Range<Int>, afterHan: Bool) -> Bool {
    if afterHan, range.count <= 3, range.upperBound < text.count, !text[range.lowerBound].isDigit, !text[range.lowerBound].isLetter {
      return true
    }
    var i = range.lowerBound
    while i < range.upperBound {
      i = min(text.endOfUndigitedASCII(from: i), range.upperBound)
      while i < range.upperBound, text[i].isDigit { i &+= 1 }
      if i < range.upperBound, !text[i].isLetter { return true }
    }
    return false
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

extension Span<UInt8> {
  /// Where characters of three bytes end, from `offset` on, that concern no fold but as numerals: what traits they have together, which
  /// the last one has, and how many are numerals. The last few bytes of the text are left to whoever reads one character at a time.
  @inline(__always)
  fileprivate func traitsOfThrees(from offset: Int, _ table: CharacterTable) -> (end: Int, all: UInt8, last: UInt8, numerals: Int) {
    let harmless = CharacterTable.Traits([.ideograph, .numeral]).rawValue
    var (i, all, last, numerals) = (offset, UInt8(0), UInt8(0), 0)
    while i &+ 8 <= count {
      let bytes = word(at: i)
      guard bytes & 0xC0_C0F0 == 0x80_80E0 else { break }
      let code = UInt32(truncatingIfNeeded: (bytes & 0x0F) << 12 | bytes >> 2 & 0xFC0 | bytes >> 16 & 0x3F)
      let own = table.traits(of: code).rawValue
      // Below U+2000 are the digits of other scripts.
      guard own & ~harmless == 0, code >= 0x2000 else { break }
      last = own
      all |= own
      numerals &+= Int(own >> 7)
      i &+= 3
    }
    return (i, all, last, numerals)
  }

  /// Whether `，` or `。` begins at `offset`, where a character does.
  fileprivate func isComma(at offset: Int) -> Bool {
    guard self[offset] == 0xEF || self[offset] == 0xE3 else { return false }
    let code = scalar(at: offset).code
    return code == 0xFF0C || code == 0x3002
  }
}
