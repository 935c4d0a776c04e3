/// Marks at the beginning of lines, and lines that are marks as a whole.
struct MarkdownBlocks {
  let bytes: [UInt8]
  private let lines: [Range<Int>]

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    lines = Rewriting.lines(of: bytes)
  }

  func edits() -> [Transform.Edit] {
    var list = EditList()
    var hasText = false  // whether the line before, of those that stay, has any
    var index = 0
    while index < lines.count {
      let line = lines[index]
      if index + 1 < lines.count, isRow(line), isDelimiterRow(lines[index + 1]) {
        index = table(at: index, &list)
        hasText = true
        continue
      }
      if isFence(line) || isRule(line) || (hasText && isUnderline(line)) {
        list.replace(line.lowerBound..<min(line.upperBound + 1, bytes.count))
      } else {
        prefix(line, &list)
        hasText = !Transform.isBlank(bytes[line])
      }
      index += 1
    }
    return list.edits
  }

  // MARK: Whole lines

  /// ``` or ~~~ with at most a word that names the language.
  private func isFence(_ line: Range<Int>) -> Bool {
    let content = trimmed(line)
    guard let mark = content.first, mark == UInt8(ascii: "`") || mark == UInt8(ascii: "~") else { return false }
    let rest = content.drop { $0 == mark }
    guard content.count - rest.count >= 3 else { return false }
    let name = rest.drop { $0 == 0x20 }
    return name.count <= 24 && name.allSatisfy { isWord($0) || [0x2B, 0x23, 0x2E, 0x2D].contains($0) }
  }

  /// `---`, `___`, `- - -` and `* * *`. Not `***`, which may be all that is shown of a value.
  private func isRule(_ line: Range<Int>) -> Bool {
    let content = trimmed(line)
    guard let mark = content.first, [0x2D, 0x5F, 0x2A].contains(mark), content.allSatisfy({ $0 == mark || $0 == 0x20 || $0 == 0x09 }) else {
      return false
    }
    let isSpaced = !zip(content, content.dropFirst()).contains { $0 == mark && $1 == mark }
    return content.count { $0 == mark } >= 3 && (mark != 0x2A || isSpaced)
  }

  private func isUnderline(_ line: Range<Int>) -> Bool {
    let content = trimmed(line)
    return content.count >= 3 && content.allSatisfy { $0 == UInt8(ascii: "=") }
  }

  // MARK: Tables

  private func isRow(_ line: Range<Int>) -> Bool { bytes[line].contains(UInt8(ascii: "|")) }

  /// A row such as `|---|:--:|`.
  private func isDelimiterRow(_ line: Range<Int>) -> Bool {
    let content = trimmed(line)
    guard content.contains(UInt8(ascii: "|")), content.contains(UInt8(ascii: "-")) else { return false }
    var cells = content.split(separator: UInt8(ascii: "|"), omittingEmptySubsequences: false).map { cell in
      cell.filter { $0 != 0x20 && $0 != 0x09 }
    }
    if cells.first?.isEmpty == true { cells.removeFirst() }
    if cells.last?.isEmpty == true { cells.removeLast() }
    return !cells.isEmpty
      && cells.allSatisfy { cell in
        var dashes = cell[...]
        if dashes.first == UInt8(ascii: ":") { dashes.removeFirst() }
        if dashes.last == UInt8(ascii: ":") { dashes.removeLast() }
        return !dashes.isEmpty && dashes.allSatisfy { $0 == UInt8(ascii: "-") }
      }
  }

  /// Turns a table into lines with two spaces between cells, and returns the line after it.
  private func table(at first: Int, _ list: inout EditList) -> Int {
    row(lines[first], &list)
    let delimiter = lines[first + 1]
    list.replace(delimiter.lowerBound..<min(delimiter.upperBound + 1, bytes.count))
    var index = first + 2
    while index < lines.count, isRow(lines[index]) {
      row(lines[index], &list)
      index += 1
    }
    return index
  }

  private func row(_ line: Range<Int>, _ list: inout EditList) {
    let content = trimmed(line)
    for bar in content.indices where bytes[bar] == UInt8(ascii: "|") && (bar == content.startIndex || bytes[bar - 1] != UInt8(ascii: "\\"))
    {
      var start = bar
      var end = bar + 1
      while start > content.startIndex, isSpace(bytes[start - 1]) { start -= 1 }
      while end < content.endIndex, isSpace(bytes[end]) { end += 1 }
      start = max(start, list.edits.last?.range.upperBound ?? 0)
      list.replace(start..<end, bar == content.startIndex || bar == content.endIndex - 1 ? "" : "  ")
    }
  }

  // MARK: Beginnings of lines

  private func prefix(_ line: Range<Int>, _ list: inout EditList) {
    var start = line.lowerBound
    while start < line.upperBound, isSpace(bytes[start]) { start += 1 }
    let indent = start - line.lowerBound
    var mark = line.lowerBound  // the indentation goes with the first mark
    while start < line.upperBound, indent <= 3, bytes[start] == UInt8(ascii: ">"), let end = quote(start, line) {
      list.replace(mark..<end)
      start = end
      mark = end
    }
    if indent <= 3, let end = heading(start, line) {
      list.replace(mark..<end)
      closingHashes(end, line, &list)
    } else if start + 1 < line.upperBound, isSpace(bytes[start + 1]) {
      bullet(start, line, &list)
    }
  }

  /// The end of a quotation mark `> `. Before a number it may mean "greater than".
  private func quote(_ start: Int, _ line: Range<Int>) -> Int? {
    var end = start + 1
    if Transform.isBlank(bytes[end..<line.upperBound]) { return end }
    guard isSpace(bytes[end]) else { return nil }
    while end < line.upperBound, isSpace(bytes[end]) { end += 1 }
    return (0x30...0x39).contains(bytes[end]) ? nil : end
  }

  /// The end of `## ` and the like. Models also write `##标题`, without the space.
  private func heading(_ start: Int, _ line: Range<Int>) -> Int? {
    var end = start
    while end < line.upperBound, bytes[end] == UInt8(ascii: "#") { end += 1 }
    let hashes = end - start
    guard (1...6).contains(hashes), end < line.upperBound else { return nil }
    if hashes > 1, bytes[end] >= 0x80 { return end }
    guard isSpace(bytes[end]) else { return nil }
    while end < line.upperBound, isSpace(bytes[end]) { end += 1 }
    return Transform.isBlank(bytes[end..<line.upperBound]) ? nil : end
  }

  private func closingHashes(_ start: Int, _ line: Range<Int>, _ list: inout EditList) {
    var end = line.upperBound
    while end > start, isSpace(bytes[end - 1]) || bytes[end - 1] == 0x0D { end -= 1 }
    var hashes = end
    while hashes > start, bytes[hashes - 1] == UInt8(ascii: "#") { hashes -= 1 }
    var space = hashes
    while space > start, isSpace(bytes[space - 1]) { space -= 1 }
    if hashes < end, space < hashes, space > start { list.replace(space..<end) }
  }

  /// `*` and `+` become `-`, which reads as a list in plain text too. Before a number `+` is a sign.
  private func bullet(_ start: Int, _ line: Range<Int>, _ list: inout EditList) {
    guard bytes[start] == UInt8(ascii: "*") || bytes[start] == UInt8(ascii: "+") else { return }
    let text = bytes[(start + 1)..<line.upperBound].drop(while: isSpace)
    guard let first = text.first, first != 0x0D, bytes[start] == UInt8(ascii: "*") || !(0x30...0x39).contains(first) else { return }
    list.replace(start..<start + 1, "-")
  }

  private func trimmed(_ line: Range<Int>) -> ArraySlice<UInt8> {
    var slice = bytes[line]
    while let last = slice.last, isSpace(last) || last == 0x0D { slice.removeLast() }
    return slice.drop(while: isSpace)
  }
  private func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
  private func isWord(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20) || byte == 0x5F }
}
