/// The fold `gaps`: separators between digits, or between Han characters, are left out.
struct GapFold {
  private static let longest = 3

  /// The text folded, or nil when nothing changes.
  func folded(_ text: [UInt8]) -> Folded? {
    let bytes = text.span
    let table = CharacterTable.shared
    var rewriter = Rewriter(text)
    var cluster = DigitCluster()
    var i = 0
    while i < bytes.count {
      if bytes[i].isDigit {
        i = cluster.read(bytes, from: i, table)
        for gap in cluster.gaps where !gap.isKept { rewriter.drop(gap.start, gap.end) }
        continue
      }
      if bytes[i] < 0x80 {
        i = bytes.endOfUndigitedASCII(from: i)
        continue
      }
      let (code, length) = bytes.scalar(at: i)
      i &+= length
      guard table.traits(of: code).contains(.ideograph) else { continue }
      i = endOfHan(bytes, from: i, table)
      guard i < bytes.count else { break }
      let end = hanGap(bytes, from: i, table)
      if end > i {
        rewriter.drop(i, end)
        i = end
      }
    }
    return rewriter.finish()
  }

  /// The first offset from `offset` on at which no Han character stands, or the end.
  private func endOfHan(_ bytes: Span<UInt8>, from offset: Int, _ table: CharacterTable) -> Int {
    let han = CharacterTable.Traits.ideograph.rawValue
    var i = bytes.endOfThrees(from: offset, table, han, han)
    while i < bytes.count, bytes[i] >= 0x80 {
      let (code, length) = bytes.scalar(at: i)
      guard table.traits(of: code).contains(.ideograph) else { break }
      i &+= length
    }
    return i
  }

  /// Where the separators from `offset` on end, if another Han character stands there; else `offset`.
  private func hanGap(_ bytes: Span<UInt8>, from offset: Int, _ table: CharacterTable) -> Int {
    var end = offset
    var count = 0
    while end < bytes.count {
      let (code, length) = bytes.scalar(at: end)
      let traits = table.traits(of: code)
      if traits.contains(.ideograph) { return end }
      count += 1
      guard count <= Self.longest, traits.contains(.hanSeparator) else { return offset }
      end &+= length
    }
    return offset
  }
}
