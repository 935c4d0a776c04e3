/// The traits of a text while somebody walks over it.
///
/// Whoever looks at every character anyway asks for the classes of characters of three bytes, and shows only those to `see` that are more
/// than Han characters and numerals.
package struct TraitTally {
  /// Whether there is a Han character.
  package var hasHan = false
  /// Whether there is a numeral outside ASCII.
  private(set) var hasNumerals = false
  /// Whether separators may stand between two digits or two Han characters.
  package var mayHaveGaps = false
  private(set) var characters: CharacterTable.Traits = []
  private(set) var mayHaveNumerals = false
  /// The last numerals that lie so close together that they may be one run: where they end, how many they are, and whether one is outside ASCII.
  private var run: (end: Int, count: Int, isForeign: Bool) = (-farthest, 0, false)
  private(set) var hasOddCase = false

  /// How many bytes may part two numerals of one run: characters that separate have four at most.
  private static let farthest = 4 * NumeralFold.longestGap

  /// Nothing seen.
  package init() {}

  /// What was seen.
  package var traits: TextTraits { TextTraits(self) }

  /// The classes of all characters of three bytes, by code point: `han`, `numeral`, and `other` for those that `see` must be shown.
  package static func classesOfThrees(han: UInt8, numeral: UInt8, other: UInt8) -> [UInt8] {
    let table = CharacterTable.shared
    func classes(of traits: CharacterTable.Traits, _ code: UInt32) -> UInt8 {
      var classes: UInt8 = traits.contains(.ideograph) ? han : 0
      if traits.contains(.numeral) { classes |= numeral }
      let isPlain = traits.subtracting([.ideograph, .numeral]).isEmpty && !isOdd(code) && !(isFar(code) && traits.contains(.numeral))
      if !isPlain { classes |= other }
      return classes
    }
    var all = [UInt8](repeating: 0, count: 1 << 16)
    for first in stride(from: UInt32(0), to: 0x1_0000, by: 64) {
      if let traits = table.traitsOfAll(inBlockOf: first) {
        let shared = classes(of: traits, 0xFFFF)
        if shared != 0 { for code in first..<first + 64 { all[Int(code)] = shared } }
      } else {
        for code in first..<first + 64 { all[Int(code)] = classes(of: table.traits(of: code), code) }
      }
    }
    return all
  }

  /// Whether numerals there are decimal digits of other scripts, which count at any length.
  private static func isFar(_ code: UInt32) -> Bool { code < 0x2000 || code > 0xFFFF }

  private static func isOdd(_ code: UInt32) -> Bool { code == 0x212A || code == 0x17F }

  // MARK: What is seen

  /// Takes note of a character outside ASCII that lies in `range`; whether it is Han. Whatever has a place is seen in order.
  @discardableResult
  package mutating func see(_ code: UInt32, in range: Range<Int>) -> Bool {
    let traits = noted(code)
    if traits.contains(.numeral) { see(numeralIn: range) }
    return traits.contains(.ideograph)
  }

  /// Takes note of a numeral outside ASCII.
  package mutating func see(numeralIn range: Range<Int>) {
    hasNumerals = true
    add(range, count: 1, isForeign: true)
  }

  /// Takes note of a run of ASCII digits.
  @inline(__always)
  package mutating func see(digitsIn range: Range<Int>) { add(range, count: range.count, isForeign: false) }

  @inline(__always)
  private mutating func add(_ range: Range<Int>, count: Int, isForeign: Bool) {
    let goesOn = range.lowerBound &- run.end <= Self.farthest
    run = (range.upperBound, (goesOn ? run.count : 0) &+ count, goesOn && run.isForeign || isForeign)
    if run.isForeign, run.count >= NumeralFold.shortestRun { mayHaveNumerals = true }
  }

  /// Takes note of a character; if it is a numeral, `see(numeralIn:)` is told as well.
  package mutating func see(counted code: UInt32) { _ = noted(code) }

  private mutating func noted(_ code: UInt32) -> CharacterTable.Traits {
    let traits = CharacterTable.shared.traits(of: code)
    characters.formUnion(traits)
    if traits.contains(.numeral), Self.isFar(code) { mayHaveNumerals = true }
    if Self.isOdd(code) { hasOddCase = true }
    return traits
  }

  /// Takes note of what stands behind a run of digits, where the text goes on: the three bytes there are the lowest of `word`.
  @inline(__always)
  package mutating func see(behindDigits word: UInt64) {
    guard !mayHaveGaps else { return }
    let next = UInt8(truncatingIfNeeded: word)
    if next < 0x80 {
      // A digit with no letter behind it: another one may be within reach.
      if (next | 0x20) &- 0x61 >= 26 { mayHaveGaps = true }
    } else if word & 0xFF_FFFF == 0x8C_BCEF || word & 0xFF_FFFF == 0x82_80E3 {
      // `，` and `。` can part digits, and are no separators anywhere else.
      mayHaveGaps = true
    }
  }

  /// Takes note of a run of ASCII behind a Han character, with more text behind it: it may be a gap.
  @inline(__always)
  package mutating func see(gap first: UInt8, length: Int) {
    if length <= 3, first &- 0x30 >= 10, (first | 0x20) &- 0x61 >= 26 { mayHaveGaps = true }
  }

  /// Takes note of a run of ASCII.
  mutating func see(ascii range: Range<Int>, of text: Span<UInt8>, afterHan: Bool) {
    if afterHan, range.upperBound < text.count { see(gap: text[range.lowerBound], length: range.count) }
    var i = range.lowerBound
    while i < range.upperBound {
      i = min(text.endOfUndigitedASCII(from: i), range.upperBound)
      let start = i
      while i < range.upperBound, text[i].isDigit { i &+= 1 }
      guard i > start else { continue }
      see(digitsIn: start..<i)
      guard i < text.count else { continue }
      see(behindDigits: (i..<min(i &+ 3, text.count)).reversed().reduce(0) { $0 << 8 | UInt64(text[$1]) })
    }
  }
}
