/// The fold `numerals`: numerals of other shapes become ASCII digits where they stand in for digits.
///
/// At least seven numerals in a row count, ASCII digits among them, with up to three separators between two: `NumeralCluster` says which
/// become digits.
struct NumeralFold {
  /// Whether separators are left out afterwards, so that what they part is one run.
  let acrossGaps: Bool

  static let shortestRun = 7
  static let longestGap = 3

  /// The text folded, or nil when nothing changes.
  func folded(_ text: [UInt8]) -> Folded? {
    let bytes = text.span
    let table = CharacterTable.shared
    var rewriter = Rewriter(text)
    var cluster = NumeralCluster()
    var floor = 0
    var i = 0
    while i < bytes.count {
      if bytes[i] < 0x80 {
        i = bytes.endOfASCII(from: i)
        continue
      }
      i = bytes.endOfThrees(from: i, table, CharacterTable.Traits.numeral.rawValue, 0)
      guard i < bytes.count, bytes[i] >= 0x80 else { continue }
      let (code, length) = bytes.scalar(at: i)
      guard table.traits(of: code).contains(.numeral) else {
        i &+= length
        continue
      }
      cluster.read(bytes, from: start(of: i, in: bytes, above: floor, table), table)
      floor = cluster.places.last?.end ?? i &+ length
      i = floor
      cluster.judge(bytes, acrossGaps: acrossGaps, table)
      for place in cluster.places where place.becomesDigit {
        rewriter.replace(place.start, place.end, by: 0x30 + UInt32(place.numeral.digit))
      }
    }
    return rewriter.finish()
  }

  /// Where the cluster begins that has its first numeral outside ASCII at `offset`.
  private func start(of offset: Int, in bytes: Span<UInt8>, above floor: Int, _ table: CharacterTable) -> Int {
    var start = offset
    while true {
      while start > floor, bytes[start &- 1].isDigit { start &-= 1 }
      var before = start
      for _ in 0..<Self.longestGap where before > floor {
        let (code, length) = bytes.scalar(before: before)
        guard table.traits(of: code).contains(.digitSeparator) else { break }
        before &-= length
      }
      guard before < start, before > floor, bytes[before &- 1].isDigit else { return start }
      start = before
    }
  }
}
