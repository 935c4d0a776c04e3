import ParapetText

/// A stretch that a clause of a rule found.
struct Candidate: Sendable {
  /// Who found it where.
  struct Place: Sendable {
    let clause: Int
    let part: Int
    /// The number of the view that it was found in.
    let viewNumber: Int
    /// Whether it is a value that the clause found further in front.
    var isAgain = false
  }

  private let place: Place
  /// In bytes of the view.
  let view: Range<Int>
  /// In bytes of the part as received.
  let original: Range<Int>

  /// What was found in `range` of `view`.
  init(_ place: Place, _ range: Range<Int>, in view: View) {
    self.place = place
    self.view = range
    original = view.original(range)
  }

  var clause: Int { place.clause }
  var part: Int { place.part }
  var viewNumber: Int { place.viewNumber }
  var isAgain: Bool { place.isAgain }
}

/// What the clauses of one rule found. A stretch that a clause sees in both views of a rule is one candidate.
struct Found {
  private struct Place: Hashable {
    let clause: Int
    let part: Int
    let range: Range<Int>
  }
  private(set) var candidates: [Candidate] = []
  /// The clauses that found something in the part of the last candidate, in the order in which they looked. Parts come in order.
  private var looked: [Int] = []
  /// Every place, once a clause comes to a part again or back in it. Most never do, and each of their stretches is new.
  private var places: Set<Place>?

  /// Forgets all of it, and keeps the memory.
  mutating func removeAll() {
    candidates.clear()
    looked.clear()
    places = nil
  }

  /// Makes room for so many, if they are the first.
  mutating func makeRoom(for count: Int) { if candidates.isEmpty { candidates.reserveCapacity(count) } }

  /// Whether the clause has found this stretch before.
  mutating func has(_ candidate: Candidate) -> Bool {
    if places == nil, !isBehindAll(candidate) { places = Set(candidates.map(place)) }
    return places?.contains(place(of: candidate)) ?? false
  }

  /// Adds `candidate` unless it is known.
  mutating func add(_ candidate: Candidate) {
    if !has(candidate) { addNew(candidate) }
  }

  /// Adds `candidate`, which is not known.
  mutating func addNew(_ candidate: Candidate) {
    if let last = candidates.last, last.part != candidate.part { looked.clear() }
    if looked.last != candidate.clause { looked.append(candidate.clause) }
    candidates.append(candidate)
    let known = place(of: candidate)
    places?.insert(known)
  }

  /// Whether a stretch lies behind all that its clause has found in its part.
  private func isBehindAll(_ candidate: Candidate) -> Bool {
    guard let last = candidates.last else { return true }
    if last.part != candidate.part { return last.part < candidate.part }
    if last.clause != candidate.clause { return !looked.contains(candidate.clause) }
    return candidate.original.lowerBound > last.original.lowerBound
  }

  private func place(of candidate: Candidate) -> Place {
    Place(clause: candidate.clause, part: candidate.part, range: candidate.original)
  }
}

extension [Candidate] {
  /// One candidate for each place: leftmost first, then the longest, then what was found for itself, then the earlier clause; what lies inside
  /// a kept one goes.
  consuming func settled() -> [Candidate] {
    // Most come in order, and none within another.
    let isSettled = indices.dropFirst().allSatisfy { place in
      let (last, next) = (self[place - 1], self[place])
      guard last.part == next.part else { return last.part < next.part }
      return last.original.lowerBound < next.original.lowerBound && last.original.upperBound < next.original.upperBound
    }
    if isSettled { return self }
    let ordered = sorted { a, b in
      (a.part, a.original.lowerBound, -a.original.upperBound, a.isAgain ? 1 : 0, a.clause, a.viewNumber)
        < (b.part, b.original.lowerBound, -b.original.upperBound, b.isAgain ? 1 : 0, b.clause, b.viewNumber)
    }
    var kept: [Candidate] = []
    for candidate in ordered {
      if let last = kept.last, last.part == candidate.part, last.original.upperBound >= candidate.original.upperBound { continue }
      kept.append(candidate)
    }
    return kept
  }
}
