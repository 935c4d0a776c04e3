/// Groups of ASCII digits with gaps between them, as one number or many.
///
/// A gap is up to three separators, one line end among them at most. Which gaps are left out:
/// - a single `.` only in a chain of two or more with at least two digits in every group (138.0013.8000) that is no IPv4 address, or in a
///   chain of five or more (1.3.8.0.0.1); else it is a decimal point or the number of a section;
/// - a comma unless its chain groups thousands (1,380,013,800) or in the Indian way (1,38,00,138); `，` and `。` only in a chain of two or
///   more; none of these beside a blank, where they part sentences and list items;
/// - nothing inside or beside a decimal, a grouped number or a date (2026-08-15, unless the sign goes on beyond it or the groups around
///   it make an identity number of it): such a group is a number of its own;
/// - a line end unless the cluster has several, being a column of numbers;
/// - never three or more `*` or several symbols, which hide digits.
struct DigitCluster {
  struct Group {
    let start: Int
    let end: Int
    /// Whether the group is part of a number that is complete.
    var isNumber = false

    var count: Int { end - start }
  }

  struct Kind: OptionSet {
    let rawValue: UInt8
    static let point = Kind(rawValue: 1 << 0)
    static let comma = Kind(rawValue: 1 << 1)
    static let pause = Kind(rawValue: 1 << 2)
    static let other = Kind(rawValue: 1 << 3)
    static let barrier = Kind(rawValue: 1 << 4)
  }

  struct Gap {
    let start: Int
    let end: Int
    let kind: Kind
    let hasLineEnd: Bool
    /// The one character of the gap; 0 where it has several.
    let sole: UInt32
    var isKept = false
  }

  private(set) var groups: [Group] = []
  private(set) var gaps: [Gap] = []

  /// Reads the cluster that begins with the digit at `offset` and decides which of its gaps are kept.
  ///
  /// - Returns: where the cluster ends.
  mutating func read(_ bytes: Span<UInt8>, from offset: Int, _ table: CharacterTable) -> Int {
    if !groups.isEmpty { groups.removeAll(keepingCapacity: true) }
    if !gaps.isEmpty { gaps.removeAll(keepingCapacity: true) }
    var i = offset
    var kinds: Kind = []
    while true {
      let start = i
      while i < bytes.count, bytes[i].isDigit { i &+= 1 }
      groups.append(Group(start: start, end: i))
      guard let gap = Gap(bytes, at: i, table), gap.end < bytes.count, bytes[gap.end].isDigit else { break }
      gaps.append(gap)
      kinds.insert(gap.kind)
      i = gap.end
    }
    if !gaps.isEmpty { judge(bytes, kinds) }
    return checkCharacter(bytes, from: i, table)
  }

  /// Decides which gaps are kept.
  private mutating func judge(_ bytes: Span<UInt8>, _ kinds: Kind) {
    if gaps.count > 1 { markDates(bytes) }
    if kinds.contains(.point) { markPoints(bytes) }
    if kinds.contains(.comma) { markCommas() }
    if kinds.contains(.pause) { markPauses() }
    for index in gaps.indices where gaps[index].kind == .barrier || groups[index].isNumber || groups[index + 1].isNumber {
      gaps[index].isKept = true
    }
    if gaps.count(where: { $0.hasLineEnd && !$0.isKept }) > 1 {
      for index in gaps.indices where gaps[index].hasLineEnd { gaps[index].isKept = true }
    }
  }

  /// Takes in the gap before the X that closes an identity number of 17 digits.
  ///
  /// - Source: GB 11643-1999, the check character.
  private mutating func checkCharacter(_ bytes: Span<UInt8>, from end: Int, _ table: CharacterTable) -> Int {
    guard let gap = Gap(bytes, at: end, table), gap.kind == .other, gap.end < bytes.count, bytes[gap.end] | 0x20 == 0x78 else { return end }
    if gap.end + 1 < bytes.count, bytes[gap.end + 1].isDigit || bytes[gap.end + 1].isLetter { return end }
    var count = 0
    for index in groups.indices.reversed() {
      count += groups[index].count
      if index > 0, gaps[index - 1].isKept { break }
    }
    guard count == 17 else { return end }
    gaps.append(gap)
    return gap.end
  }

  // MARK: Chains

  /// The next chain of gaps of one kind from `index` on, which moves behind it.
  private func chain(of kind: Kind, from index: inout Int) -> Range<Int>? {
    while index < gaps.count, gaps[index].kind != kind { index &+= 1 }
    let start = index
    while index < gaps.count, gaps[index].kind == kind { index &+= 1 }
    return start < index ? start..<index : nil
  }

  /// Marks the groups that `chain` joins as parts of one number.
  private mutating func markNumber(_ chain: Range<Int>) {
    for index in chain.lowerBound...chain.upperBound { groups[index].isNumber = true }
  }

  private mutating func markPoints(_ bytes: Span<UInt8>) {
    var index = 0
    while let chain = chain(of: .point, from: &index) {
      if chain.count >= 5 || (chain.count >= 2 && isWide(chain) && !isAddress(chain, bytes)) { continue }
      markNumber(chain)
    }
  }

  private mutating func markCommas() {
    var index = 0
    while let chain = chain(of: .comma, from: &index) {
      if isGrouped(chain) { markNumber(chain) }
    }
  }

  private mutating func markPauses() {
    var index = 0
    while let chain = chain(of: .pause, from: &index) {
      if chain.count >= 2, isWide(chain), !isGrouped(chain) { continue }
      for gap in chain { gaps[gap].isKept = true }
    }
  }

  /// Whether each group that `chain` joins has two digits at least.
  private func isWide(_ chain: Range<Int>) -> Bool {
    (chain.lowerBound...chain.upperBound).allSatisfy { groups[$0].count >= 2 }
  }

  /// Whether the groups are those of a number with its thousands, or in the Indian way its hundreds, set apart.
  private func isGrouped(_ chain: Range<Int>) -> Bool {
    let first = groups[chain.lowerBound].count
    guard first <= 3, groups[chain.upperBound].count == 3 else { return false }
    let between = chain.lowerBound + 1..<chain.upperBound
    return between.allSatisfy { groups[$0].count == 3 } || (first < 3 && between.allSatisfy { groups[$0].count == 2 })
  }

  private func isAddress(_ chain: Range<Int>, _ bytes: Span<UInt8>) -> Bool {
    guard chain.count == 3 else { return false }
    for index in chain.lowerBound...chain.upperBound where groups[index].count > 3 || Self.value(groups[index], bytes) > 255 {
      return false
    }
    return true
  }

  // MARK: Dates

  private static func value(_ group: Group, _ bytes: Span<UInt8>) -> Int {
    var value = 0
    for offset in group.start..<group.end { value = value * 10 + Int(bytes[offset] &- 0x30) }
    return value
  }

  private mutating func markDates(_ bytes: Span<UInt8>) {
    for index in gaps.indices.dropLast() {
      let sign = gaps[index].sole
      guard gaps[index + 1].sole == sign, Self.isDateSign(sign) else { continue }
      let (year, month, day) = (groups[index], groups[index + 1], groups[index + 2])
      guard year.count == 4, month.count <= 2, day.count <= 2, (1900...2099).contains(Self.value(year, bytes)),
        (1...12).contains(Self.value(month, bytes)), (1...31).contains(Self.value(day, bytes))
      else { continue }
      if index > 0, gaps[index - 1].sole == sign { continue }
      if index + 2 < gaps.count, gaps[index + 2].sole == sign { continue }
      if index > 0, index + 3 < groups.count, groups[index - 1].count == 6, (3...4).contains(groups[index + 3].count) { continue }
      for part in index...index + 2 { groups[part].isNumber = true }
    }
  }

  private static func isDateSign(_ code: UInt32) -> Bool {
    switch code {
    case 0x2D, 0x2E, 0x2F, 0x2010, 0x2011, 0x2013, 0x2212: true  // - . / and hyphens, dash, minus
    default: false
    }
  }
}
