extension Sequence<String> {
  /// The element that `name` is probably a slip of, or nil when none is near.
  func nearest(to name: String) -> String? {
    let scored = map { ($0, name.edits(to: $0)) }
    guard let best = scored.min(by: { $0.1 < $1.1 }), best.1 <= Swift.max(1, name.unicodeScalars.count / 3) else { return nil }
    return best.0
  }
}

extension String {
  /// How many characters must be added, removed, changed or swapped with their neighbour to make `other`.
  ///
  /// - Source: optimal string alignment distance (Damerau 1964).
  fileprivate func edits(to other: String) -> Int {
    let a = Array(unicodeScalars)
    let b = Array(other.unicodeScalars)
    var rows = [Array(0...b.count)]
    for i in a.indices {
      var row = [i + 1] + Array(repeating: 0, count: b.count)
      for j in b.indices {
        row[j + 1] = Swift.min(rows[i][j + 1] + 1, row[j] + 1, rows[i][j] + (a[i] == b[j] ? 0 : 1))
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { row[j + 1] = Swift.min(row[j + 1], rows[i - 1][j - 1] + 1) }
      }
      rows.append(row)
    }
    return rows[a.count][b.count]
  }
}
