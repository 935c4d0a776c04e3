/// The parts of a PCRE2 pattern that a mutation may change: its outermost alternatives and its bounded quantifiers.
///
/// All ranges are in UTF-8 bytes of the pattern. The pattern is one that PCRE2 has compiled; this only has to find its way through it.
///
/// - Source: pcre2pattern(3): escapes, `\Q…\E`, character classes, comments, groups, quantifiers.
struct PatternParts {
  /// A quantifier in braces.
  struct Quantifier: Equatable {
    /// The braces and what stands between them.
    let range: Range<Int>
    let least: Int
    /// Nil where there is no upper bound.
    let most: Int?
    /// Where that begins which is repeated.
    let start: Int
    /// Whether what is repeated is nearly anything: a negated class, a class such as `\w` or `\s`, a range outside ASCII, a word.
    let isOpen: Bool

    /// Whether the number says something by itself: so many digits, so many letters. What begins at none or at one, and runs of
    /// nearly anything, are gaps between words: their bounds are guesses.
    var isCount: Bool { least == most || (least > 1 && !isOpen) || most == nil }
  }

  /// The alternatives of the outermost alternation: of the pattern itself, or of the one group that is all of it but for anchors and
  /// looks around. One alternative when there is no alternation.
  let alternatives: [Range<Int>]
  /// Whether nothing stands around these alternatives: neither an anchor nor a look around.
  let isBare: Bool
  /// The bounded quantifiers, in order.
  let quantifiers: [Quantifier]

  init(_ pattern: String) {
    var reader = PatternReader(bytes: Array(pattern.utf8))
    reader.read()
    quantifiers = reader.quantifiers
    let outermost = reader.alternation(from: 0, to: reader.bytes.count, bars: reader.bars)
    let inner = outermost.count > 1 ? nil : reader.sole.map { reader.alternation(of: $0) }
    alternatives = inner ?? outermost
    isBare = inner == nil
  }
}
