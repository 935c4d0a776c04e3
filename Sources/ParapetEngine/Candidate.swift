/// A stretch that a clause of a rule found.
struct Candidate: Sendable {
  let clause: Int
  let part: Int
  let lexicon: Int
  /// In bytes of the view.
  let view: Range<Int>
  /// In bytes of the part as received.
  let original: Range<Int>
}

extension [Candidate] {
  /// One candidate for each place: leftmost first, then the longest, then the earlier clause; what lies inside a kept one goes.
  func settled() -> [Candidate] {
    let ordered = sorted { a, b in
      (a.part, a.original.lowerBound, -a.original.upperBound, a.clause, a.lexicon)
        < (b.part, b.original.lowerBound, -b.original.upperBound, b.clause, b.lexicon)
    }
    var kept: [Candidate] = []
    for candidate in ordered {
      if let last = kept.last, last.part == candidate.part, last.original.upperBound >= candidate.original.upperBound { continue }
      kept.append(candidate)
    }
    return kept
  }
}
