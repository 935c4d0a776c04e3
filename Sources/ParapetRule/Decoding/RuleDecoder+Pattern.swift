internal import ParapetPattern
internal import ParapetText

extension RuleDecoder {
  /// The pattern in `node`, compiled; nil, with PCRE2's own words at PCRE2's own place, when it does not compile.
  func pattern(_ node: Node, _ what: String, fold: Fold, mayMatchNothing: Bool = true) -> Pattern? {
    guard let source = reader.text(node, what) else { return nil }
    do {
      let pattern = try Pattern(source, options: fold.contains(.case) ? .caseless : [], jit: false)
      if !mayMatchNothing, pattern.leastLength == 0, RuleDecoder.matchesNothing(pattern) {
        report.add(
          .emptyMatch, at: node.place, "the pattern also matches where there is nothing",
          help: "make at least one part of it obligatory: `+` for `*`, or no `?`")
        return nil
      }
      warn(ofFoldedIn: source, at: node, fold)
      return pattern
    } catch {
      let place = node.place(ofUTF8Offset: error.offset)
      if RuleDecoder.lookbehindErrors.contains(error.code) {
        report.add(
          .variableLookbehind, at: place, "PCRE2: \(error.message)",
          help: "a lookbehind must have a fixed length; say what may stand before in `unless: {name: {before: '…$'}}`, or in `context`")
      } else {
        report.add(.badPattern, at: place, "PCRE2: \(error.message)", help: RuleDecoder.advice(for: node, error.code))
      }
      return nil
    }
  }

  /// Warns of the first character in the pattern that no text has once it is folded; the ends of a range such as `一-龥` are none.
  private func warn(ofFoldedIn source: String, at node: Node, _ fold: Fold) {
    let fold = fold.intersection([.width, .invisible, .han])
    let scalars = Array(source.unicodeScalars)
    var offset = 0
    for (index, scalar) in scalars.enumerated() {
      let folded = scalar.isASCII ? String(scalar) : fold.apply(String(scalar))
      if !folded.unicodeScalars.elementsEqual([scalar]), !RuleDecoder.endsRange(scalars, at: index) {
        report.add(
          .foldedAway, at: node.place(ofUTF8Offset: offset), "`fold` leaves no such character in any text",
          help: folded.isEmpty ? "leave it out" : "write `\(folded)`, which stands for it in the folded text")
        return
      }
      offset += UTF8.width(scalar)
    }
  }

  /// Whether a hyphen joins the character at `index` to another that is not ASCII either.
  private static func endsRange(_ scalars: [Unicode.Scalar], at index: Int) -> Bool {
    [-1, 1].contains { step in
      let other = index + 2 * step
      return scalars.indices.contains(other) && scalars[index + step] == "-" && !scalars[other].isASCII
    }
  }

  /// The pattern in `node` as written, or nil when it does not compile.
  func patternSource(_ node: Node, _ what: String, fold: Fold, mayMatchNothing: Bool = true) -> String? {
    pattern(node, what, fold: fold, mayMatchNothing: mayMatchNothing)?.source
  }

  /// "lookbehind assertion is not fixed length" and "lookbehind assertion is too long".
  private static let lookbehindErrors: [Int32] = [125, 187]

  private static func advice(for node: Node, _ code: Int32) -> String? {
    switch code {
    case 106: "a `[` is not closed; as a character it is written `\\[`"
    case 109: "`*`, `+`, `?` and `{` repeat what stands before them; as a character they are written with a backslash"
    case 114: "a `(` is not closed; as a character it is written `\\(`"
    case 122: "a `)` has no `(`; as a character it is written `\\)`"
    default: nil
    }
  }

  /// Whether `pattern` matches the empty stretch of some short text. PCRE2 could tell exactly only by its own compiled form; these
  /// texts show every pattern whose parts are all optional, and boundaries alone.
  static func matchesNothing(_ pattern: Pattern) -> Bool {
    var matcher = Matcher()
    return ["", "a", "1", " ", "中"].contains { text in
      // What cannot be matched within the limits is not a match of nothing.
      let match = try? matcher.firstMatch(pattern, in: Array(text.utf8))
      return match?.range.isEmpty == true
    }
  }
}
