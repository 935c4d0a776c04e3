import ParapetText

/// Words as numbers, in ascending order, each once.
///
/// The lowest bit of a number tells whether it is a word that figures commonly have about them, whatever they are of.
struct StemSet: Sendable, Equatable {
  private(set) var stems: [UInt64] = []

  /// No words.
  init() {}

  /// The words of `stems`, which come in any order and may come twice.
  init(unsorted: consuming [UInt64]) {
    var words = unsorted
    if words.count > 1 {
      words.sort()
      var kept = 1
      for at in 1..<words.count where words[at] != words[kept - 1] {
        words[kept] = words[at]
        kept += 1
      }
      words.removeLast(words.count - kept)
    }
    stems = words
  }

  /// Whether a word is one that figures commonly have about them.
  @inline(__always) static func isCommon(_ stem: UInt64) -> Bool { stem & 1 == 1 }

  var isEmpty: Bool { stems.isEmpty }
  var count: Int { stems.count }
  /// How many words are no common ones.
  var specialCount: Int { stems.reduce(0) { $0 + (StemSet.isCommon($1) ? 0 : 1) } }
  /// The words that are no common ones.
  var special: StemSet { StemSet(sorted: stems.filter { !StemSet.isCommon($0) }) }

  private init(sorted stems: [UInt64]) { self.stems = stems }

  func contains(_ stem: UInt64) -> Bool {
    let low = (0..<stems.count).partitioningIndex { stems[$0] >= stem }
    return low < stems.count && stems[low] == stem
  }

  /// Calls `body` with every word that both have.
  @inline(__always) private func forEachShared(_ other: StemSet, _ body: (UInt64) -> Void) {
    var (a, b) = (0, 0)
    while a < stems.count, b < other.stems.count {
      if stems[a] == other.stems[b] {
        body(stems[a])
        a += 1
        b += 1
      } else if stems[a] < other.stems[b] {
        a += 1
      } else {
        b += 1
      }
    }
  }

  /// How many words both have: special ones, and any.
  func shared(with other: StemSet) -> (special: Int, any: Int) {
    var count = (special: 0, any: 0)
    forEachShared(other) {
      count.any += 1
      if !StemSet.isCommon($0) { count.special += 1 }
    }
    return count
  }

  func intersection(_ other: StemSet) -> StemSet {
    var both: [UInt64] = []
    forEachShared(other) { both.append($0) }
    return StemSet(sorted: both)
  }

  func union(_ other: StemSet) -> StemSet {
    if other.isEmpty { return self }
    if isEmpty { return other }
    return StemSet(unsorted: stems + other.stems)
  }

  func subtracting(_ other: StemSet) -> StemSet { StemSet(sorted: stems.filter { !other.contains($0) }) }
  func isSubset(of other: StemSet) -> Bool { shared(with: other).any == count }
  func isDisjoint(with other: StemSet) -> Bool { shared(with: other).any == 0 }
}
