import ParapetEntity
import ParapetText

/// Where the sentences and the clauses of a text end, found in one pass, so that those around a place are told without reading.
///
/// It answers as `TextBounds` does.
struct TextEnds {
  /// The last byte of whatever ends a sentence, and of whatever ends a clause, in order.
  private var sentences: [Int32] = []
  private var clauses: [Int32] = []
  private let count: Int

  /// The characters that may end something.
  static let opens: WordFilter = {
    var opens = WordFilter()
    for sign in ["\n", "!", ",", ".", ";", "?", "|", " ", "。", "！", "？", "；", "，"] { opens.add(sign.utf8) }
    return opens
  }()

  /// The ends of a text of `count` bytes, none of which is known yet.
  init(count: Int) {
    self.count = count
    clauses.reserveCapacity(count / 32)
    sentences.reserveCapacity(count / 64)
  }

  /// Adds what ends with the character at `at`, which `opens` says may end something; the places come in ascending order.
  @inline(__always) mutating func add(_ text: [UInt8], at: Int) {
    let byte = text[at]
    // Most are blanks between words.
    if byte == 0x20, at == 0 || text[at - 1] < 0x80 { return }
    let last = byte < 0x80 ? at : at + 2
    guard last < text.count, TextBounds.endsClause(text, last) else { return }
    clauses.append(Int32(truncatingIfNeeded: last))
    if TextBounds.endsSentence(text, last) { sentences.append(Int32(truncatingIfNeeded: last)) }
  }

  /// The sentence around `range`.
  func sentence(_ range: Range<Int>) -> Range<Int> { around(range, sentences) }

  /// The clause around `range`.
  func clause(_ range: Range<Int>) -> Range<Int> { around(range, clauses) }

  /// Calls `body` with the last byte of whatever ends a sentence in `range`.
  @inline(__always) func forEachSentenceEnd(in range: Range<Int>, _ body: (Int) -> Void) {
    for end in sentences.within(range) { body(Int(end)) }
  }

  /// Tells the clauses around places that come in ascending order.
  struct Walk {
    fileprivate let clauses: [Int32]
    fileprivate let count: Int
    private var next = 0

    fileprivate init(_ ends: TextEnds) { (clauses, count) = (ends.clauses, ends.count) }

    /// The clause around `range`.
    mutating func clause(_ range: Range<Int>) -> Range<Int> {
      while next < clauses.count, clauses[next] < range.lowerBound { next += 1 }
      return TextEnds.between(clauses, next, count, range)
    }
  }

  func walk() -> Walk { Walk(self) }

  private func around(_ range: Range<Int>, _ ends: [Int32]) -> Range<Int> {
    TextEnds.between(ends, ends.first(from: range.lowerBound), count, range)
  }

  /// The stretch around `range` between two of `ends`, of which that at `before` is the first that does not lie before it.
  @inline(__always) private static func between(_ ends: [Int32], _ before: Int, _ count: Int, _ range: Range<Int>) -> Range<Int> {
    // Hardly ever does anything end within.
    var behind = before
    while behind < ends.count, ends[behind] < range.upperBound { behind += 1 }
    let start = before > 0 ? Int(ends[before - 1]) + 1 : 0
    let end = behind < ends.count ? Int(ends[behind]) : count
    return max(start, range.lowerBound - TextBounds.reach)..<min(end, range.upperBound + TextBounds.reach)
  }
}

extension [Int32] {
  /// Where the first of these ascending places that does not lie before `byte` stands among them.
  fileprivate func first(from byte: Int) -> Int {
    return (0..<count).partitioningIndex { self[$0] >= byte }
  }

  /// Those of these ascending places that lie in `range`.
  fileprivate func within(_ range: Range<Int>) -> ArraySlice<Int32> {
    let start = first(from: range.lowerBound)
    return self[start..<Swift.max(start, first(from: range.upperBound))]
  }
}
