/// One way to change a pattern that leaves it another language: a case deleted, a count moved, gaps closed or opened.
///
/// A case is an outermost alternative: what an author would call one. The gaps of a case are one decision, how loosely it is worded, and
/// are changed together: an author who moves one bound from 8 to 9 has decided nothing, one who lets anything stand between two words has.
struct PatternChange {
  /// What a pattern is asked: where it matches, or only whether.
  enum Use { case spans, whether }

  let kind: Mutant.Operator
  /// What is changed, in short.
  let what: String
  /// What was done, before the name of the slot: `deleting “稳赚” from`.
  let verb: String
  /// The byte of the pattern where the changed part begins.
  let utf8Offset: Int
  /// The pattern as changed.
  let pattern: String

  /// What was done to the pattern in the slot called `name`.
  func words(_ name: String) -> String { "\(verb) \(name)" }

  /// Every change of `pattern`, in the order of its parts, alternatives first. Changes that provably change nothing are left out.
  static func all(of pattern: String, for use: Use = .spans) -> [PatternChange] {
    let parts = PatternParts(pattern)
    return deletions(of: parts, in: pattern, for: use)
      + parts.quantifiers.filter(\.isCount).flatMap { counts(of: $0, parts, in: pattern, for: use) }
      + parts.alternatives.flatMap { gaps(of: $0, parts, in: pattern, for: use) }
  }

  // MARK: alternatives

  private static func deletions(of parts: PatternParts, in pattern: String, for use: Use) -> [PatternChange] {
    guard parts.alternatives.count > 1 else { return [] }
    let written = parts.alternatives.map { pattern.utf8Slice($0) }
    return parts.alternatives.indices.filter { !parts.isSpare($0, among: written, for: use) }.map { number in
      let range = parts.alternatives[number]
      let isLast = number == parts.alternatives.count - 1
      let cut = isLast ? range.lowerBound - 1..<range.upperBound : range.lowerBound..<range.upperBound + 1
      let what = written[number].shortened
      return PatternChange(
        kind: .alternative, what: what, verb: "deleting “\(what)” from", utf8Offset: range.lowerBound,
        pattern: pattern.replacingUTF8([(cut, "")]))
    }
  }

  // MARK: counts

  private static func counts(
    of quantifier: PatternParts.Quantifier, _ parts: PatternParts, in pattern: String, for use: Use
  ) -> [PatternChange] {
    let isEdge = use == .whether && parts.isAtEdge(quantifier)
    return quantifier.moves(upper: !isEdge).map { kind, other in
      let written = pattern.utf8Slice(quantifier.start..<quantifier.range.upperBound).shortened
      let what = "\(pattern.utf8Slice(quantifier.range)) → \(other)"
      return PatternChange(
        kind: kind, what: what, verb: "changing \(written) to \(other) in", utf8Offset: quantifier.range.lowerBound,
        pattern: pattern.replacingUTF8([(quantifier.range, other)]))
    }
  }

  // MARK: gaps

  private static func gaps(of range: Range<Int>, _ parts: PatternParts, in pattern: String, for use: Use) -> [PatternChange] {
    let gaps = parts.quantifiers.filter { !$0.isCount && range.contains($0.range.lowerBound) }
    let inner = use == .spans ? gaps : gaps.filter { !parts.isAtEdge($0) }
    // The upper bound of a gap at the edge says nothing there; that it may not be empty does.
    let loose = use == .spans ? gaps : gaps.filter { $0.least > 0 || !parts.isAtEdge($0) }
    let changes: [(kind: Mutant.Operator, verb: String, gaps: [PatternParts.Quantifier], bound: (PatternParts.Quantifier) -> String)] = [
      (.close, "closing", inner, { "{\($0.least)}" }), (.open, "opening", loose, { _ in "{0,}" }),
    ]
    let what = pattern.utf8Slice(range).shortened
    return changes.compactMap { kind, verb, gaps, bound in
      guard let first = gaps.first else { return nil }
      let shown = gaps.prefix(3).map { pattern.utf8Slice($0.start..<$0.range.upperBound).shortened }
      let list = shown.joined(separator: ", ") + (gaps.count > 3 ? "…" : "")
      return PatternChange(
        kind: kind, what: "\(kind.rawValue) “\(what)”", verb: "\(verb) the gap\(gaps.count == 1 ? "" : "s") \(list) in",
        utf8Offset: first.start, pattern: pattern.replacingUTF8(gaps.map { ($0.range, bound($0)) }))
    }
  }
}

extension PatternParts {
  /// Whether the alternative at `number` can never be what decides: another, all literal, matches first or matches as well.
  fileprivate func isSpare(_ number: Int, among written: [String], for use: PatternChange.Use) -> Bool {
    guard isBare else { return false }
    return written.indices.contains { other in
      guard other != number, !written[other].isEmpty, written[other].isLiteral else { return false }
      if use == .whether, written[number].isLiteral, written[number].contains(written[other]) {
        return written[number] != written[other] || other < number
      }
      return other < number && written[number].utf8.starts(with: written[other].utf8) && written[number].isLiteral
    }
  }

  /// Whether `quantifier` repeats the first or the last thing of an alternative that nothing stands around: where only the match counts
  /// and not how long it is, its upper bound says nothing.
  fileprivate func isAtEdge(_ quantifier: Quantifier) -> Bool {
    isBare && alternatives.contains { $0.lowerBound == quantifier.start || $0.upperBound == quantifier.range.upperBound }
  }
}

extension PatternParts.Quantifier {
  /// Each bound moved by one to each side; the upper one where it says something.
  fileprivate func moves(upper: Bool) -> [(kind: Mutant.Operator, written: String)] {
    let end = most.map(String.init) ?? ""
    if least == most {
      guard least > 0 else { return [] }
      return (upper ? [(.widen, "{\(least),\(least + 1)}")] : []) + [(.widen, "{\(least - 1),\(end)}")]
    }
    var moves: [(kind: Mutant.Operator, written: String)] = []
    if least > 0 { moves.append((.widen, "{\(least - 1),\(end)}")) }
    moves.append((.narrow, "{\(least + 1),\(end)}"))
    if let most, upper { moves += [(.narrow, "{\(least),\(most - 1)}"), (.widen, "{\(least),\(most + 1)}")] }
    return moves
  }
}

extension String {
  /// Its first 60 characters, and a sign that there is more.
  fileprivate var shortened: String { count <= 60 ? self : prefix(60) + "…" }

  /// Whether a pattern of just this matches just this.
  fileprivate var isLiteral: Bool { !utf8.contains { "\\^$.[]|()?*+{}".utf8.contains($0) } }

  /// The stretch in `range` of its UTF-8, which lies on scalar boundaries.
  fileprivate func utf8Slice(_ range: Range<Int>) -> String { String(decoding: Array(utf8)[range], as: UTF8.self) }

  /// This string with stretches of its UTF-8, in order and apart from each other, replaced.
  fileprivate func replacingUTF8(_ changes: [(range: Range<Int>, other: String)]) -> String {
    var bytes = Array(utf8)
    for (range, other) in changes.reversed() { bytes.replaceSubrange(range, with: other.utf8) }
    return String(decoding: bytes, as: UTF8.self)
  }
}
