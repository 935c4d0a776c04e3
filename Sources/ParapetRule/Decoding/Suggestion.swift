/// Finds what somebody probably meant to write.
public enum Suggestion {
  /// The candidate nearest to `word`, when it is near enough to be a slip.
  public static func nearest(to word: String, in candidates: some Sequence<String>) -> String? {
    let limit = max(1, word.unicodeScalars.count / 3)
    var best: (name: String, distance: Int)?
    for candidate in candidates {
      let distance = distance(Array(word.unicodeScalars), Array(candidate.unicodeScalars))
      if distance <= limit, distance < best?.distance ?? Int.max { best = (candidate, distance) }
    }
    return best?.name
  }

  /// "did you mean …?", or what there is to choose from.
  static func help(for word: String, in candidates: [String]) -> String? {
    if let name = nearest(to: word, in: candidates) { return "did you mean `\(name)`?" }
    guard !candidates.isEmpty else { return nil }
    guard candidates.count <= 24 else { return nil }
    return "there is " + candidates.map { "`\($0)`" }.joined(separator: ", ")
  }

  /// Insertions, deletions, substitutions and swaps of neighbours that turn `a` into `b`.
  ///
  /// - Source: F. J. Damerau, "A technique for computer detection and correction of spelling errors", CACM 7(3), 1964, in its
  ///   restricted form (optimal string alignment).
  static func distance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
    if a.isEmpty || b.isEmpty { return max(a.count, b.count) }
    var beforeLast: [Int] = []
    var last = Array(0...b.count)
    for i in 1...a.count {
      var row = [i]
      for j in 1...b.count {
        var cost = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1))
        if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] { cost = min(cost, beforeLast[j - 2] + 1) }
        row.append(cost)
      }
      beforeLast = last
      last = row
    }
    return last[b.count]
  }
}
