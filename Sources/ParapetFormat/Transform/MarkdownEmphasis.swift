/// Emphasis within a line: `*a*`, `**a**`, `***a***`, the same with `_`, and `~~a~~`.
///
/// CommonMark's rules would take the stars out of 5*3*2, 本金*利率*天数 and 张**先生，李**女士. Here a run of four and more is
/// never a mark; one and three must stand at the edge of a phrase; two may stand between Han characters, as models write
/// them, but not within a word or number, nor before what only follows a name.
struct MarkdownEmphasis {
  /// What stands beside a run.
  private enum Neighbour { case edge, space, alphanumeric, letter, opening, closing, clause, mark, sign }

  private struct Run {
    let range: Range<Int>
    let mark: UInt8
    let before: Neighbour
    let after: Neighbour
    let beforeIsDigit: Bool
    let afterIsDigit: Bool
    let isName: Bool
  }

  let bytes: [UInt8]
  init(_ bytes: [UInt8]) { self.bytes = bytes }

  func edits() -> [Transform.Edit] {
    guard bytes.contains(where: isMark) else { return [] }
    var list = EditList()
    for line in Rewriting.lines(of: bytes) where bytes[line].contains(where: isMark) { emphasis(line, &list) }
    return list.sorted
  }

  private func emphasis(_ line: Range<Int>, _ list: inout EditList) {
    // Openers of each kind; those that stand before an opener that found its closer are no longer open when they lie inside.
    var open: [Int: [Run]] = [:]
    for run in runs(line) {
      let kind = Int(run.mark) << 2 | run.range.count
      if canClose(run), let opener = open[kind]?.last, isPair(opener, run) {
        list.replace(opener.range)
        list.replace(run.range)
        for key in open.keys {
          while let last = open[key]?.last, last.range.lowerBound >= opener.range.lowerBound { open[key]?.removeLast() }
        }
      } else if canOpen(run) {
        open[kind, default: []].append(run)
      }
    }
  }

  private func runs(_ line: Range<Int>) -> [Run] {
    var runs: [Run] = []
    var index = line.lowerBound
    while index < line.upperBound {
      let mark = bytes[index]
      guard isMark(mark) else {
        index += mark == UInt8(ascii: "\\") ? 2 : 1
        continue
      }
      let start = index
      while index < line.upperBound, bytes[index] == mark { index += 1 }
      guard index - start <= 3, mark != UInt8(ascii: "~") || index - start == 2 else { continue }
      runs.append(
        Run(
          range: start..<index, mark: mark, before: before(start, line), after: after(index, line),
          beforeIsDigit: start > line.lowerBound && isDigit(bytes[start - 1]),
          afterIsDigit: index < line.upperBound && isDigit(bytes[index]),
          isName: Self.titles.contains { bytes[index..<line.upperBound].starts(with: $0) }))
    }
    return runs
  }

  /// What follows a name in Chinese: stars before it hide the name.
  private static let titles = ["先生", "女士", "小姐", "同志", "老师", "经理", "同学", "客户"].map { Array($0.utf8) }

  private func canOpen(_ run: Run) -> Bool {
    if run.isName { return false }
    switch run.after {
    case .edge, .space, .closing, .clause: return false
    default: break
    }
    if run.before == .alphanumeric, run.after == .alphanumeric { return false }
    switch (run.range.count, run.mark) {
    case (2, UInt8(ascii: "_")): return run.before != .alphanumeric && run.before != .letter
    case (2, _): return true
    case (3, _): return [.edge, .space, .opening, .mark].contains(run.before)
    default: return [.edge, .space, .opening, .clause, .mark].contains(run.before)
    }
  }

  private func canClose(_ run: Run) -> Bool {
    if run.isName { return false }
    switch run.before {
    case .edge, .space, .opening: return false
    default: break
    }
    if run.before == .alphanumeric, run.after == .alphanumeric { return false }
    switch (run.range.count, run.mark) {
    case (2, UInt8(ascii: "_")): return run.after != .alphanumeric && run.after != .letter
    case (2, _): return true
    default: return [.edge, .space, .closing, .clause, .mark].contains(run.after)
    }
  }

  private func isPair(_ opener: Run, _ closer: Run) -> Bool {
    // 尾号**1234和**5678: twice the hidden part of a number.
    if opener.afterIsDigit, closer.afterIsDigit, !opener.beforeIsDigit, opener.before == .letter, closer.before == .letter { return false }
    return opener.range.upperBound < closer.range.lowerBound
  }

  private func isMark(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "*") || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "~") }
  private func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  private func before(_ index: Int, _ line: Range<Int>) -> Neighbour {
    guard index > line.lowerBound else { return .edge }
    var start = index - 1
    while start > line.lowerBound, bytes[start] & 0xC0 == 0x80 { start -= 1 }
    return neighbour(Transform.scalar(bytes, start).scalar)
  }

  private func after(_ index: Int, _ line: Range<Int>) -> Neighbour {
    index < line.upperBound ? neighbour(Transform.scalar(bytes, index).scalar) : .edge
  }

  private func neighbour(_ scalar: Unicode.Scalar) -> Neighbour {
    if scalar.isASCII {
      let byte = UInt8(truncatingIfNeeded: scalar.value)
      if isDigit(byte) || (0x61...0x7A).contains(byte | 0x20) { return .alphanumeric }
      if byte <= 0x20 { return .space }
      if isMark(byte) { return .mark }
      switch scalar {
      case "(", "[", "{", "<": return .opening
      case ")", "]", "}", ">", "%": return .closing
      case ",", ".", ";", ":", "!", "?": return .clause
      default: return .sign
      }
    }
    if ["，", "。", "、", "；", "：", "！", "？", "…"].contains(scalar) { return .clause }
    switch scalar.properties.generalCategory {
    case .openPunctuation, .initialPunctuation: return .opening
    case .closePunctuation, .finalPunctuation: return .closing
    case .spaceSeparator, .lineSeparator, .paragraphSeparator: return .space
    case .otherPunctuation, .dashPunctuation, .connectorPunctuation, .mathSymbol, .currencySymbol, .modifierSymbol, .otherSymbol:
      return .sign
    default: return .letter
    }
  }
}
