/// Where the sentences and the clauses of a text end, found in one pass, so that those around a place are told without reading.
///
/// It answers as `TextBounds` does.
struct TextEnds {
  /// The last byte of whatever ends a sentence, and of whatever ends a clause, in order.
  private var sentences: [Int32] = []
  private var clauses: [Int32] = []
  private let count: Int

  init(_ text: [UInt8]) {
    count = text.count
    clauses.reserveCapacity(text.count / 32)
    sentences.reserveCapacity(text.count / 64)
    unsafe text.withUnsafeBufferPointer { bytes in
      var at = 0
      while at < bytes.count {
        let byte = unsafe bytes[at]
        // Most are letters, digits and Chinese characters, which end nothing.
        if byte &- 0x40 < 0x3B || byte &- 0x30 < 10 {
          at &+= 1
          continue
        }
        if byte &- 0xE4 < 6 {
          at &+= 3
          continue
        }
        let last: Int
        switch byte {
        case 0x20:
          at &+= 1
          guard at > 1, unsafe bytes[at &- 2] >= 0x80 else { continue }
          last = at &- 1
        case 0x0A, 0x21, 0x2C, 0x2E, 0x3B, 0x3F, 0x7C:
          last = at
          at &+= 1
        case 0xE3, 0xEF:
          last = at &+ 2
          at &+= 3
          guard last < bytes.count else { continue }
        default:
          at &+= byte < 0xC0 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
          continue
        }
        guard TextBounds.endsClause(text, last) else { continue }
        clauses.append(Int32(truncatingIfNeeded: last))
        if TextBounds.endsSentence(text, last) { sentences.append(Int32(truncatingIfNeeded: last)) }
      }
    }
  }

  /// The sentence around `range`.
  func sentence(_ range: Range<Int>) -> Range<Int> { around(range, sentences) }

  /// The clause around `range`.
  func clause(_ range: Range<Int>) -> Range<Int> { around(range, clauses) }

  /// Calls `body` with the last byte of whatever ends a sentence in `range`.
  @inline(__always) func forEachSentenceEnd(in range: Range<Int>, _ body: (Int) -> Void) {
    for end in sentences.within(range) { body(Int(end)) }
  }

  private func around(_ range: Range<Int>, _ ends: [Int32]) -> Range<Int> {
    let before = ends.first(from: range.lowerBound)
    let behind = ends.first(from: range.upperBound)
    let start = before > 0 ? Int(ends[before - 1]) + 1 : 0
    let end = behind < ends.count ? Int(ends[behind]) : count
    return max(start, range.lowerBound - TextBounds.reach)..<min(end, range.upperBound + TextBounds.reach)
  }
}
