/// The fold `numerals`: numerals of other shapes become ASCII digits where they stand in for digits.
///
/// A run of at least seven numerals counts, ASCII digits among them. With `gaps` up to three separators may stand between two.
/// What stays:
/// - a run beside a multiplier or unit (一百三十八亿, 二〇二六年), since it is a number in words;
/// - a numeral at an edge of a run that is part of a word (勾选, 一直);
/// - one Han numeral beside at least seven ASCII digits when Han text goes on (13800138000一直);
/// - circles without a Han numeral, since they hide digits (138○○○○8000).
struct NumeralFold {
  /// Whether separators may stand inside a run.
  let acrossGaps: Bool

  static let shortestRun = 7
  static let longestGap = 3

  struct Place {
    let start: Int
    let end: Int
    let numeral: Numeral
  }

  /// The text folded, or nil when nothing changes.
  func folded(_ text: [UInt8]) -> Folded? {
    let bytes = text.span
    let table = CharacterTable.shared
    var rewriter = Rewriter(text)
    var places: [Place] = []
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
      collect(from: start(of: i, in: bytes, above: floor, table), in: bytes, table, into: &places)
      floor = places.last?.end ?? i &+ length
      i = floor
      let run = digits(places, in: bytes, table)
      for (index, place) in places.enumerated() where place.numeral.kind != .ascii {
        guard run.contains(index) || place.numeral.kind == .decimal else { continue }
        rewriter.replace(place.start, place.end, by: 0x30 + UInt32(place.numeral.digit))
      }
    }
    return rewriter.finish()
  }

  /// Where the run begins that has its first numeral outside ASCII at `offset`.
  private func start(of offset: Int, in bytes: Span<UInt8>, above floor: Int, _ table: CharacterTable) -> Int {
    var start = offset
    while true {
      while start > floor, bytes[start &- 1].isDigit { start &-= 1 }
      guard acrossGaps else { return start }
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

  private func collect(from start: Int, in bytes: Span<UInt8>, _ table: CharacterTable, into places: inout [Place]) {
    places.removeAll(keepingCapacity: true)
    var i = start
    var gap = 0
    while i < bytes.count {
      let (code, length) = bytes.scalar(at: i)
      if bytes[i].isDigit {
        places.append(Place(start: i, end: i &+ 1, numeral: Numeral(digit: bytes[i] &- 0x30, kind: .ascii)))
        gap = 0
      } else if table.traits(of: code).contains(.numeral), let numeral = Numeral.of(code) {
        places.append(Place(start: i, end: i &+ length, numeral: numeral))
        gap = 0
      } else {
        gap += 1
        guard acrossGaps, gap <= Self.longestGap, table.traits(of: code).contains(.digitSeparator) else { return }
      }
      i &+= length
    }
  }

  /// Which of the places become digits.
  private func digits(_ places: [Place], in bytes: Span<UInt8>, _ table: CharacterTable) -> Range<Int> {
    var low = 0
    var high = places.count
    func isHan(before index: Int) -> Bool {
      let offset = places[index].start
      return offset > 0 && table.traits(of: bytes.scalar(before: offset).code).contains(.ideograph)
    }
    func isHan(after index: Int) -> Bool {
      let offset = places[index].end
      return offset < bytes.count && table.traits(of: bytes.scalar(at: offset).code).contains(.ideograph)
    }
    while low < high, isWord(bytes, at: places[low].start) { low += 1 }
    while low < high, isWord(bytes, at: places[high - 1].end) { high -= 1 }
    let plain = Self.shortestRun
    if high - low > plain, places[low].numeral.kind == .han, isHan(before: low) {
      if places[low + 1...low + plain].allSatisfy({ $0.numeral.kind == .ascii }) { low += 1 }
    }
    if high - low > plain, places[high - 1].numeral.kind == .han, isHan(after: high - 1) {
      if places[high - 1 - plain..<high - 1].allSatisfy({ $0.numeral.kind == .ascii }) { high -= 1 }
    }
    guard high - low >= Self.shortestRun else { return 0..<0 }
    let run = places[low..<high]
    let inWords = run.contains { $0.numeral.kind == .han }
    if inWords {
      let start = places[low].start
      let end = places[high - 1].end
      if start > 0, Numeral.multipliers.contains(bytes.scalar(before: start).code) { return 0..<0 }
      if end < bytes.count, Numeral.units.contains(bytes.scalar(at: end).code) { return 0..<0 }
    } else if run.contains(where: { $0.numeral.kind == .circle }) {
      return 0..<0
    }
    return low..<high
  }

  /// Whether the characters on both sides of `offset` are a word.
  private func isWord(_ bytes: Span<UInt8>, at offset: Int) -> Bool {
    guard offset > 0, offset < bytes.count, bytes[offset] >= 0x80, bytes[offset &- 1] >= 0x80 else { return false }
    return Numeral.words.contains([bytes.scalar(before: offset).code, bytes.scalar(at: offset).code])
  }
}
