/// Numerals with up to three separators between two, and which of them stand in for digits.
///
/// Where separators are left out afterwards the cluster is one run. Else each group is a run by itself, and groups that are shorter count
/// with those beside them: 四111 1111 1111 1111. What stays:
/// - Han numerals at an edge beside a multiplier or unit (一百三十八亿, 二〇二六年), since they are a number in words;
/// - a numeral at an edge that is part of a word (勾选, 一直);
/// - circles without a Han numeral, since they hide digits (138○○○○8000);
/// - and, when others are left to fold, what may belong to the text around: one Han numeral beside at least seven ASCII digits when Han text
///   goes on (1380013800⓪一会儿), one numeral between longer groups (① 41㊀1 1111 ②), one that makes the first or last group longer than
///   the group beside it (①41㊀1-1111). Nothing is lost with the last one of a text: the text as it is is looked at as well.
struct NumeralCluster {
  struct Place {
    let start: Int
    let end: Int
    let numeral: Numeral
    var becomesDigit = false

    /// Whether what surrounds it decides whether it is a digit.
    var isOdd: Bool { numeral.kind != .ascii && numeral.kind != .decimal }
  }

  private(set) var places: [Place] = []
  /// Where the groups begin in `places`.
  private var heads: [Int] = []

  /// Reads the cluster that begins with the numeral at `offset`.
  mutating func read(_ bytes: Span<UInt8>, from offset: Int, _ table: CharacterTable) {
    places.removeAll(keepingCapacity: true)
    heads.removeAll(keepingCapacity: true)
    heads.append(0)
    var i = offset
    var gap = 0
    while i < bytes.count {
      let (code, length) = bytes.scalar(at: i)
      let numeral =
        bytes[i].isDigit
        ? Numeral(digit: bytes[i] &- 0x30, kind: .ascii) : table.traits(of: code).contains(.numeral) ? Numeral.of(code) : nil
      if let numeral {
        if gap > 0 { heads.append(places.count) }
        places.append(Place(start: i, end: i &+ length, numeral: numeral))
        gap = 0
      } else {
        gap += 1
        guard gap <= NumeralFold.longestGap, table.traits(of: code).contains(.digitSeparator) else { return }
      }
      i &+= length
    }
  }

  /// Decides which places become digits.
  mutating func judge(_ bytes: Span<UInt8>, acrossGaps: Bool, _ table: CharacterTable) {
    for index in places.indices where places[index].numeral.kind == .decimal { places[index].becomesDigit = true }
    guard places.count >= NumeralFold.shortestRun else { return }
    if acrossGaps || heads.count == 1 {
      fold(run(places.indices, in: bytes, table))
    } else {
      judgeGroups(bytes, table)
    }
  }

  private mutating func fold(_ range: Range<Int>) {
    for index in range where places[index].isOdd { places[index].becomesDigit = true }
  }

  // MARK: Groups

  private func group(_ number: Int) -> Range<Int> { heads[number]..<(number + 1 < heads.count ? heads[number + 1] : places.count) }

  private mutating func judgeGroups(_ bytes: Span<UInt8>, _ table: CharacterTable) {
    let hasSeveral = places.count { $0.numeral.kind != .ascii } > 1
    var first = 0
    for number in 0...heads.count {
      if number < heads.count, isPart(number, in: bytes, hasSeveral) { continue }
      foldGroups(first..<number, in: bytes, table)
      first = number + 1
    }
  }

  /// Whether a group may be part of a number in several; `hasSeveral` says whether the cluster has more than one numeral outside ASCII.
  private func isPart(_ number: Int, in bytes: Span<UInt8>, _ hasSeveral: Bool) -> Bool {
    let range = group(number)
    let (head, tail) = (places[range.lowerBound], places[range.upperBound - 1])
    if hasSeveral, range.count == 1, head.isOdd {
      let neighbours = [number - 1, number + 1].filter(heads.indices.contains)
      guard neighbours.contains(where: { group($0).count == 1 }) else { return false }
    }
    if head.numeral.kind == .han, isMultiplied(before: head.start, in: bytes) { return false }
    if tail.numeral.kind == .han, hasUnit(after: tail.end, in: bytes) { return false }
    return !hidesDigits(range)
  }

  /// Folds neighbouring groups, each of which may be part of one number.
  private mutating func foldGroups(_ numbers: Range<Int>, in bytes: Span<UInt8>, _ table: CharacterTable) {
    guard let first = numbers.first, let last = numbers.last else { return }
    let all = group(first).lowerBound..<group(last).upperBound
    let hasSeveral = places[all].count { $0.numeral.kind != .ascii } > 1
    for number in numbers {
      let range = group(number)
      if range.count >= NumeralFold.shortestRun {
        fold(run(range, in: bytes, table))
      } else if all.count >= NumeralFold.shortestRun {
        var (low, high) = (range.lowerBound, range.upperBound)
        if hasSeveral, first < last {
          if number == first, range.count == group(number + 1).count + 1, places[low].isOdd { low += 1 }
          if number == last, range.count == group(number - 1).count + 1, places[high - 1].isOdd { high -= 1 }
        }
        fold(withoutWords(low..<high, in: bytes))
      }
    }
  }

  // MARK: Runs

  /// The part of `range` that is a run of digits.
  private func run(_ range: Range<Int>, in bytes: Span<UInt8>, _ table: CharacterTable) -> Range<Int> {
    let own = withoutAmounts(withoutWords(range, in: bytes), in: bytes)
    let run = withoutNeighbours(own, in: bytes, table)
    return run.count < NumeralFold.shortestRun || hidesDigits(run) ? 0..<0 : run
  }

  /// `range` without the Han numerals at its edges that are a number in words with what stands beside them.
  private func withoutAmounts(_ range: Range<Int>, in bytes: Span<UInt8>) -> Range<Int> {
    var (low, high) = (range.lowerBound, range.upperBound)
    func isInWords(_ index: Int) -> Bool { places[index].numeral.kind == .han || places[index].numeral.kind == .circle }
    if low < high, isMultiplied(before: places[low].start, in: bytes) { while low < high, isInWords(low) { low += 1 } }
    if low < high, hasUnit(after: places[high - 1].end, in: bytes) { while low < high, isInWords(high - 1) { high -= 1 } }
    return low..<high
  }

  /// `range` without the numerals at its edges that are part of a word.
  private func withoutWords(_ range: Range<Int>, in bytes: Span<UInt8>) -> Range<Int> {
    var (low, high) = (range.lowerBound, range.upperBound)
    while low < high, isWord(bytes, at: places[low].start) { low += 1 }
    while low < high, isWord(bytes, at: places[high - 1].end) { high -= 1 }
    return low..<high
  }

  /// `run` without a Han numeral at an edge that the text around may own, if others are left to fold: the text as it is, without that
  /// numeral, is looked at anyway.
  private func withoutNeighbours(_ run: Range<Int>, in bytes: Span<UInt8>, _ table: CharacterTable) -> Range<Int> {
    let plain = NumeralFold.shortestRun
    var (low, high) = (run.lowerBound, run.upperBound)
    if run.count > plain, places[low].numeral.kind == .han, isHan(before: places[low].start, in: bytes, table) {
      if places[low + 1...low + plain].allSatisfy({ $0.numeral.kind == .ascii }) { low += 1 }
    }
    if high - low > plain, places[high - 1].numeral.kind == .han, isHan(after: places[high - 1].end, in: bytes, table) {
      if places[high - 1 - plain..<high - 1].allSatisfy({ $0.numeral.kind == .ascii }) { high -= 1 }
    }
    return places[low..<high].contains { $0.numeral.kind != .ascii } ? low..<high : run
  }

  /// Whether there are circles and no Han numerals.
  private func hidesDigits(_ range: Range<Int>) -> Bool {
    places[range].contains { $0.numeral.kind == .circle } && !places[range].contains { $0.numeral.kind == .han }
  }

  // MARK: Neighbours

  private func isMultiplied(before offset: Int, in bytes: Span<UInt8>) -> Bool {
    offset > 0 && Numeral.multipliers.contains(bytes.scalar(before: offset).code)
  }

  private func hasUnit(after offset: Int, in bytes: Span<UInt8>) -> Bool {
    offset < bytes.count && Numeral.units.contains(bytes.scalar(at: offset).code)
  }

  private func isHan(before offset: Int, in bytes: Span<UInt8>, _ table: CharacterTable) -> Bool {
    offset > 0 && table.traits(of: bytes.scalar(before: offset).code).contains(.ideograph)
  }

  private func isHan(after offset: Int, in bytes: Span<UInt8>, _ table: CharacterTable) -> Bool {
    offset < bytes.count && table.traits(of: bytes.scalar(at: offset).code).contains(.ideograph)
  }

  /// Whether the characters on both sides of `offset` are a word.
  private func isWord(_ bytes: Span<UInt8>, at offset: Int) -> Bool {
    guard offset > 0, offset < bytes.count, bytes[offset] >= 0x80, bytes[offset &- 1] >= 0x80 else { return false }
    return Numeral.words.contains([bytes.scalar(before: offset).code, bytes.scalar(at: offset).code])
  }
}
