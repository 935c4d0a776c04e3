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

  enum Kind { case point, comma, pause, other, barrier }

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
    groups.removeAll(keepingCapacity: true)
    gaps.removeAll(keepingCapacity: true)
    var i = offset
    while true {
      let start = i
      while i < bytes.count, bytes[i].isDigit { i &+= 1 }
      groups.append(Group(start: start, end: i))
      guard let gap = Gap(bytes, at: i, table), gap.end < bytes.count, bytes[gap.end].isDigit else { break }
      gaps.append(gap)
      i = gap.end
    }
    if gaps.isEmpty {
      return checkCharacter(bytes, from: i, table)
    }
    markDates(bytes)
    markChains(of: .point) { chain in
      let wide = chain.groups.allSatisfy { $0.count >= 2 }
      return (chain.gaps.count >= 2 && wide && !Self.isAddress(chain.groups, bytes)) || chain.gaps.count >= 5
    }
    markChains(of: .comma) { !Self.isGrouped($0.groups) }
    markPauses()
    for index in gaps.indices where gaps[index].kind == .barrier || groups[index].isNumber || groups[index + 1].isNumber {
      gaps[index].isKept = true
    }
    if gaps.count(where: { $0.hasLineEnd && !$0.isKept }) > 1 {
      for index in gaps.indices where gaps[index].hasLineEnd { gaps[index].isKept = true }
    }
    return checkCharacter(bytes, from: i, table)
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

  private typealias Chain = (groups: ArraySlice<Group>, gaps: ArraySlice<Gap>)

  /// Marks the groups as numbers that are joined by a chain of gaps of one kind which `isGap` finds to be no gaps.
  private mutating func markChains(of kind: Kind, isGap: (Chain) -> Bool) {
    forEachChain(of: kind) { cluster, chain in
      if isGap((cluster.groups[chain.lowerBound...chain.upperBound], cluster.gaps[chain])) { return }
      for index in chain.lowerBound...chain.upperBound { cluster.groups[index].isNumber = true }
    }
  }

  private mutating func markPauses() {
    forEachChain(of: .pause) { cluster, chain in
      let groups = cluster.groups[chain.lowerBound...chain.upperBound]
      if chain.count >= 2, groups.allSatisfy({ $0.count >= 2 }), !Self.isGrouped(groups) { return }
      for index in chain { cluster.gaps[index].isKept = true }
    }
  }

  private mutating func forEachChain(of kind: Kind, _ body: (inout DigitCluster, Range<Int>) -> Void) {
    var index = 0
    while index < gaps.count {
      let start = index
      while index < gaps.count, gaps[index].kind == kind { index += 1 }
      if start < index { body(&self, start..<index) } else { index += 1 }
    }
  }

  private static func isGrouped(_ groups: ArraySlice<Group>) -> Bool {
    guard let first = groups.first, let last = groups.last, (1...3).contains(first.count), last.count == 3 else { return false }
    let between = groups.dropFirst().dropLast()
    return between.allSatisfy { $0.count == 3 } || (first.count < 3 && between.allSatisfy { $0.count == 2 })
  }

  private static func isAddress(_ groups: ArraySlice<Group>, _ bytes: Span<UInt8>) -> Bool {
    groups.count == 4 && groups.allSatisfy { $0.count <= 3 && value($0, bytes) <= 255 }
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
      guard Self.dateSigns.contains(sign), gaps[index + 1].sole == sign else { continue }
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

  private static let dateSigns: Set<UInt32> = Set("-/.‐‑–−".unicodeScalars.map(\.value))
}
