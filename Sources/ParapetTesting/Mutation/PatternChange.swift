/// One way to change a pattern: an outermost alternative deleted, or a bounded quantifier widened or narrowed.
struct PatternChange {
  let kind: Mutant.Operator
  /// What is changed, as written, and into what.
  let what: String
  /// The byte of the pattern where the changed part begins.
  let utf8Offset: Int
  /// The pattern as changed.
  let pattern: String

  /// What was done to the pattern in the slot called `name`.
  func words(_ name: String) -> String {
    kind == .alternative ? "deleting “\(what)” from \(name)" : "changing \(what) in \(name)"
  }

  /// Every change of `pattern`, in the order of its parts, alternatives first.
  static func all(of pattern: String) -> [PatternChange] {
    let parts = PatternParts(pattern)
    return deletions(of: parts.alternatives, in: pattern)
      + parts.quantifiers.flatMap { quantifier in
        quantifier.changes.map { kind, other in
          PatternChange(
            kind: kind, what: "\(pattern.utf8Slice(quantifier.range)) → \(other)", utf8Offset: quantifier.range.lowerBound,
            pattern: pattern.replacingUTF8(quantifier.range, with: other))
        }
      }
  }

  private static func deletions(of alternatives: [Range<Int>], in pattern: String) -> [PatternChange] {
    guard alternatives.count > 1 else { return [] }
    return alternatives.indices.map { number in
      let range = alternatives[number]
      let isLast = number == alternatives.count - 1
      let cut = isLast ? range.lowerBound - 1..<range.upperBound : range.lowerBound..<range.upperBound + 1
      return PatternChange(
        kind: .alternative, what: pattern.utf8Slice(range), utf8Offset: range.lowerBound, pattern: pattern.replacingUTF8(cut, with: ""))
    }
  }
}

extension PatternParts.Quantifier {
  /// What it becomes: one step to each side for an exact count, twice and half the way for a range.
  fileprivate var changes: [(kind: Mutant.Operator, written: String)] {
    guard let most else {
      return least == 0 ? [] : [(.widen, "{\(least - 1),}"), (.narrow, "{\(least + 1),}")]
    }
    if most == least {
      return least == 0 ? [] : [(.widen, "{\(least),\(least + 1)}"), (.narrow, "{\(least - 1),\(least)}")]
    }
    return [(.widen, "{\(least),\(most * 2)}"), (.narrow, "{\(least),\(least + (most - least) / 2)}")]
  }
}

extension String {
  /// The stretch in `range` of its UTF-8, which lies on scalar boundaries.
  fileprivate func utf8Slice(_ range: Range<Int>) -> String { String(decoding: Array(utf8)[range], as: UTF8.self) }

  /// This string with a stretch of its UTF-8 replaced.
  fileprivate func replacingUTF8(_ range: Range<Int>, with other: String) -> String {
    var bytes = Array(utf8)
    bytes.replaceSubrange(range, with: other.utf8)
    return String(decoding: bytes, as: UTF8.self)
  }
}
