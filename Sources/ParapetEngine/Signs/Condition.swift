import ParapetPattern

/// What must hold besides for a sign to count: the bytes at its sides, and words that stand in certain stretches around it.
struct Condition: Sendable, Hashable {
  /// One of the words of a gate stands between two distances from the beginning of the sign, in bytes.
  struct Gated: Sendable, Hashable, BitwiseCopyable {
    let gate: Int32
    let least: Int32
    let most: Int32

    /// Bounds that are no bounds.
    static let anywhere = (least: Int32.min, most: Int32.max)
  }

  var edges = Edges.any
  var context: Gated?
  var besides: Gated?

  static let none = Condition()
}

/// Where in a text something stands, in blocks of equal length, at most 64: whether it stands in a stretch is one look.
struct BlockMap: Sendable {
  private let shift: Int
  private let count: Int

  /// The blocks of a text of `count` bytes.
  init(count: Int) {
    self.count = count
    shift = max(0, Int.bitWidth - 6 - count.leadingZeroBitCount)
  }

  /// The block of the byte at `offset`.
  func block(of offset: Int32) -> UInt64 { 1 &<< UInt64(Int(offset) &>> shift) }

  /// The blocks from `least` to `most` bytes behind `start`.
  @inline(__always)
  func blocks(from start: Int32, least: Int32, most: Int32) -> UInt64 {
    let first = max(0, Int(start) &+ Int(least)) &>> shift
    let last = min(count &- 1, Int(start) &+ Int(most)) &>> shift
    guard first <= last, last >= 0 else { return 0 }
    return UInt64.max &<< UInt64(first) & UInt64.max &>> UInt64(63 &- last)
  }
}
