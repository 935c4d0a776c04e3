/// Code, links and images within a line.
struct MarkdownInlines {
  let bytes: [UInt8]
  init(_ bytes: [UInt8]) { self.bytes = bytes }

  func edits() -> [Transform.Edit] {
    guard bytes.contains(where: { $0 == UInt8(ascii: "`") || $0 == UInt8(ascii: "[") || $0 == UInt8(ascii: "<") }) else { return [] }
    var list = EditList()
    for line in Rewriting.lines(of: bytes) {
      // Code first: its marks decide what the others may be. They are looked for once it is out.
      let before = list.edits.count
      code(line, &list)
      if list.edits.count == before { links(line, &list) }
    }
    return list.sorted
  }

  /// Runs of backticks in pairs of equal length.
  private func code(_ line: Range<Int>, _ list: inout EditList) {
    var runs: [Range<Int>] = []
    var index = line.lowerBound
    while index < line.upperBound {
      guard bytes[index] == UInt8(ascii: "`") else {
        index += bytes[index] == UInt8(ascii: "\\") ? 2 : 1
        continue
      }
      let start = index
      while index < line.upperBound, bytes[index] == UInt8(ascii: "`") { index += 1 }
      runs.append(start..<index)
    }
    var lastOfLength: [Int: Int] = [:]
    for (number, run) in runs.enumerated() { lastOfLength[run.count] = number }
    var number = 0
    while number < runs.count {
      let opener = runs[number]
      number += 1
      // Known not to come again: a search for every such run could cost the square of the line.
      guard lastOfLength[opener.count, default: 0] >= number else { continue }
      guard let closer = runs[number...].firstIndex(where: { $0.count == opener.count }) else { continue }
      list.replace(opener)
      list.replace(runs[closer])
      number = closer + 1
    }
  }

  /// `[text](address)`, `![text](address)` and `<https://…>`, from the inside out.
  private func links(_ line: Range<Int>, _ list: inout EditList) {
    var open: [Int] = []
    var index = line.lowerBound
    while index < line.upperBound {
      switch bytes[index] {
      case UInt8(ascii: "\\"): index += 1
      case UInt8(ascii: "["): open.append(index)
      case UInt8(ascii: "]"):
        guard let start = open.popLast() else { break }
        guard let end = destination(index + 1, line.upperBound) else { break }
        let isImage = start > line.lowerBound && bytes[start - 1] == UInt8(ascii: "!")
        list.replace((isImage ? start - 1 : start)..<start + 1)
        list.replace(index..<end)
        index = end - 1
      case UInt8(ascii: "<"):
        guard let end = autolink(index, line.upperBound) else { break }
        list.replace(index..<index + 1)
        list.replace(end - 1..<end)
        index = end - 1
      default: break
      }
      index += 1
    }
  }

  /// The end of `(address "title")`, or nil. What stands there must look like an address: brackets are text as well.
  private func destination(_ start: Int, _ limit: Int) -> Int? {
    guard start < limit, bytes[start] == UInt8(ascii: "(") else { return nil }
    var index = start + 1
    func skipSpace() { while index < limit, bytes[index] == 0x20 || bytes[index] == 0x09 { index += 1 } }
    skipSpace()
    let isAngled = index < limit && bytes[index] == UInt8(ascii: "<")
    if isAngled { index += 1 }
    let first = index
    var depth = 0
    scan: while index < limit {
      switch bytes[index] {
      case UInt8(ascii: ">") where isAngled: break scan
      case 0x20 where isAngled: break
      case 0x00...0x20, UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "<"), UInt8(ascii: ">"): break scan
      case UInt8(ascii: "("): depth += 1
      case UInt8(ascii: ")"):
        if depth == 0 { break scan }
        depth -= 1
      default: break
      }
      index += 1
    }
    guard isAddress(bytes[first..<index]) else { return nil }
    if isAngled {
      guard index < limit, bytes[index] == UInt8(ascii: ">") else { return nil }
      index += 1
    }
    skipSpace()
    if index < limit, bytes[index] == UInt8(ascii: "\"") || bytes[index] == UInt8(ascii: "'") {
      let quote = bytes[index]
      guard let end = bytes[(index + 1)..<limit].prefix(512).firstIndex(of: quote) else { return nil }
      index = end + 1
      skipSpace()
    }
    return index < limit && bytes[index] == UInt8(ascii: ")") ? index + 1 : nil
  }

  private func isAddress(_ text: ArraySlice<UInt8>) -> Bool {
    if text.isEmpty { return true }
    let isASCII = text.allSatisfy { $0 < 0x80 }
    return text.contains {
      $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "#") || (isASCII && ($0 == UInt8(ascii: ".") || $0 == UInt8(ascii: ":")))
    }
  }

  private func autolink(_ start: Int, _ limit: Int) -> Int? {
    let schemes = ["http://", "https://", "mailto:"]
    guard schemes.contains(where: { bytes[(start + 1)..<limit].starts(with: $0.utf8) }) else { return nil }
    let end = bytes[(start + 1)..<limit].firstIndex { $0 <= 0x20 || $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: ">") }
    return end.flatMap { bytes[$0] == UInt8(ascii: ">") ? $0 + 1 : nil }
  }
}
