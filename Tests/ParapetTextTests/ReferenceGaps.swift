import Foundation

@testable import ParapetText

/// `gaps`, plainly: what stands between two digits is cut into words and judged as a list of them.
struct ReferenceGaps {
  typealias Piece = ReferenceFold.Piece

  let pieces: [Piece]

  func folded() -> [Piece] {
    var kept = [Bool](repeating: true, count: pieces.count)
    var index = 0
    while index < pieces.count {
      if isDigit(index) {
        index = cluster(from: index, &kept)
      } else if ReferenceFold.isHan(pieces[index].scalar) {
        var end = index + 1
        while end < pieces.count, end - index <= 3, ReferenceFold.separatesHan(pieces[end].scalar), !ReferenceFold.isHan(pieces[end].scalar)
        {
          end += 1
        }
        if end < pieces.count, ReferenceFold.isHan(pieces[end].scalar) {
          for gap in index + 1..<end { kept[gap] = false }
        }
        index = max(index + 1, end < pieces.count && ReferenceFold.isHan(pieces[end].scalar) ? end : index + 1)
      } else {
        index += 1
      }
    }
    return zip(pieces, kept).filter(\.1).map(\.0)
  }

  private func isDigit(_ index: Int) -> Bool { pieces.indices.contains(index) && ("0"..."9").contains(pieces[index].scalar) }

  /// The separator at `index` as a string, or nil.
  private func word(_ index: Int) -> String? {
    let rest = pieces[index...].prefix(12).map { String($0.scalar) }.joined()
    if rest.hasPrefix("*") { return String(repeating: "*", count: pieces[index...].prefix { $0.scalar == "*" }.count) }
    // A line end and its return are one character to Swift, so they are compared by scalars.
    if pieces[index].scalar == "\r" { return pieces.indices.contains(index + 1) && pieces[index + 1].scalar == "\n" ? "\r\n" : nil }
    if let tag = rest.prefixMatch(of: #/<\/?[A-Za-z][A-Za-z0-9]{0,7}>/#.matchingSemantics(.unicodeScalar)) { return String(tag.0) }
    if rest.unicodeScalars.starts(with: "{,}".unicodeScalars) { return "{,}" }
    let scalar = pieces[index].scalar
    if "\n,，。".unicodeScalars.contains(scalar) || ReferenceFold.separatesDigits(scalar) { return String(scalar) }
    return nil
  }

  /// The separators from `index` up to a digit or to what is no separator, or nil when there are none or too many.
  private func words(_ index: Int) -> [String]? {
    var words: [String] = []
    var next = index
    while next < pieces.count, !isDigit(next), let word = word(next) {
      words.append(word)
      next += word.unicodeScalars.count
    }
    let ends = words.count { $0.unicodeScalars.contains("\n") }
    return (1...3).contains(words.count) && ends < 2 ? words : nil
  }

  private func length(_ words: [String]) -> Int { words.map(\.unicodeScalars.count).reduce(0, +) }

  private func isBarrier(_ words: [String]) -> Bool {
    if words.contains(where: { $0.hasPrefix("***") }) { return true }
    let symbols = words.filter { word in
      word.unicodeScalars.count == 1 && word.unicodeScalars.allSatisfy(ReferenceFold.isSymbol)
    }
    if symbols.count > 1 { return true }
    if words.count == 1 { return false }
    if words.contains(where: { [",", "{,}", "，", "。"].contains($0) }) { return true }
    let line = words.map { word in
      word == "." ? "." : word.unicodeScalars.count == 1 && word.unicodeScalars.allSatisfy(ReferenceFold.isBlank) ? "b" : "x"
    }.joined()
    return line.contains(".") && line.wholeMatch(of: /b[b]?\.[bx]?/) == nil
  }

  private func cluster(from first: Int, _ kept: inout [Bool]) -> Int {
    var groups: [Range<Int>] = []
    var gaps: [[String]] = []
    var index = first
    while true {
      let start = index
      while isDigit(index) { index += 1 }
      groups.append(start..<index)
      guard let gap = words(index), isDigit(index + length(gap)) else { break }
      gaps.append(gap)
      index += length(gap)
    }
    var numbers = [Bool](repeating: false, count: groups.count)
    var closed = gaps.map(isBarrier)
    for date in dates(groups, gaps) { for part in date..<date + 3 { numbers[part] = true } }
    for chain in chains(gaps, ["."]) {
      let counts = groups[chain.lowerBound...chain.upperBound].map(\.count)
      let isAddress = counts.count == 4 && groups[chain.lowerBound...chain.upperBound].allSatisfy { $0.count <= 3 && value($0) <= 255 }
      let joins = chain.count >= 5 || (chain.count >= 2 && counts.allSatisfy { $0 > 1 } && !isAddress)
      if !joins { for part in chain.lowerBound...chain.upperBound { numbers[part] = true } }
    }
    for chain in chains(gaps, [",", "{,}"]) where isGrouped(groups[chain.lowerBound...chain.upperBound].map(\.count)) {
      for part in chain.lowerBound...chain.upperBound { numbers[part] = true }
    }
    for chain in chains(gaps, ["，", "。"]) {
      let counts = groups[chain.lowerBound...chain.upperBound].map(\.count)
      if chain.count < 2 || counts.contains(1) || isGrouped(counts) { for gap in chain { closed[gap] = true } }
    }
    for gap in gaps.indices where numbers[gap] || numbers[gap + 1] { closed[gap] = true }
    let lines = gaps.indices.filter { !closed[$0] && gaps[$0].joined().unicodeScalars.contains("\n") }
    if lines.count > 1 { for gap in lines { closed[gap] = true } }
    for gap in gaps.indices where !closed[gap] {
      for place in groups[gap].upperBound..<groups[gap + 1].lowerBound { kept[place] = false }
    }
    let digits = groups.enumerated().reduce(0) { sum, group in
      (group.offset > 0 && closed[group.offset - 1] ? 0 : sum) + group.element.count
    }
    if digits == 17, let gap = words(index), !isBarrier(gap), !["，", "。", ",", "{,}", "."].contains(gap.joined()) {
      let check = index + length(gap)
      let next = pieces.indices.contains(check + 1) ? pieces[check + 1].scalar : " "
      if pieces.indices.contains(check), "Xx".unicodeScalars.contains(pieces[check].scalar),
        !(next.isASCII && (next.properties.isAlphabetic || isDigit(check + 1)))
      {
        for place in index..<check { kept[place] = false }
        return check
      }
    }
    return index
  }

  private func value(_ group: Range<Int>) -> Int {
    Int(String(String.UnicodeScalarView(pieces[group].map(\.scalar)))) ?? .max
  }

  private func chains(_ gaps: [[String]], _ signs: [String]) -> [Range<Int>] {
    let matches = gaps.map { $0.count == 1 && signs.contains($0[0]) }
    return matches.indices.filter { matches[$0] && ($0 == 0 || !matches[$0 - 1]) }.map { start in
      start..<(matches[start...].firstIndex(of: false) ?? matches.count)
    }
  }

  private func isGrouped(_ counts: [Int]) -> Bool {
    let line = counts.map(String.init).joined(separator: "-")
    return line.wholeMatch(of: /[123](-3)+/) != nil || line.wholeMatch(of: /[12](-2)+-3/) != nil
  }

  private func dates(_ groups: [Range<Int>], _ gaps: [[String]]) -> [Int] {
    groups.indices.filter { start in
      guard start + 2 < groups.count, gaps[start] == gaps[start + 1], gaps[start].count == 1 else { return false }
      guard ["-", "/", ".", "‐", "‑", "–", "−"].contains(gaps[start][0]) else { return false }
      let line = groups[start...start + 2].map(\.count)
      guard line[0] == 4, line[1] < 3, line[2] < 3, 1900...2099 ~= value(groups[start]), 1...12 ~= value(groups[start + 1]),
        1...31 ~= value(groups[start + 2])
      else { return false }
      if start > 0, gaps[start - 1] == gaps[start] { return false }
      if start + 2 < gaps.count, gaps[start + 2] == gaps[start] { return false }
      return !(start > 0 && start + 3 < groups.count && groups[start - 1].count == 6 && [3, 4].contains(groups[start + 3].count))
    }
  }
}
