/// What a table in Markdown must look like.
///
/// - Source: GitHub Flavored Markdown 0.29, section 4.10. There a row with too few or too many cells is filled up or cut; here it is a
///   fault, because a number would then stand under the wrong head or vanish.
public struct MarkdownTableForm: Sendable, Equatable {
  /// The names that the head must hold, in this order; nil when any will do.
  public var header: [String]?
  /// How many columns the table must have; nil for as many as its head.
  public var columns: Int?
  /// A form from its parts.
  public init(header: [String]? = nil, columns: Int? = nil) {
    self.header = header
    self.columns = columns
  }

  /// What is wrong with the tables of `text`, from the front; that there is none is a fault too.
  ///
  /// - Complexity: linear in the bytes.
  public func faults(in text: [UInt8]) -> [DocumentFault] {
    let lines = Rewriting.lines(of: text)
    let fences = CodeFence.all(in: text)
    var faults: [DocumentFault] = []
    var count = 0
    var index = 0
    var fence = 0
    while index + 1 < lines.count, faults.count < mostDocumentFaults {
      while fence < fences.count, fences[fence].range.upperBound <= lines[index].lowerBound { fence += 1 }
      let isInFence = fence < fences.count && fences[fence].range.lowerBound <= lines[index].lowerBound
      guard !isInFence, let head = cells(text, lines[index]), let rule = cells(text, lines[index + 1]), isRule(text, rule) else {
        index += 1
        continue
      }
      count += 1
      faults += judged(text, head, rule, lines[index], lines[index + 1])
      index += 2
      while index < lines.count, let row = cells(text, lines[index]) {
        if row.count != head.count { faults.append(wrongCount(row.count, head.count, lines[index])) }
        index += 1
      }
    }
    if count == 0 {
      faults.append(DocumentFault(kind: "table.missing", range: 0..<0, zh: "没有 Markdown 表格", en: "there is no Markdown table"))
    }
    return Array(faults.prefix(mostDocumentFaults))
  }

  private func judged(
    _ text: [UInt8], _ head: [Range<Int>], _ rule: [Range<Int>], _ headLine: Range<Int>, _ ruleLine: Range<Int>
  ) -> [DocumentFault] {
    var faults: [DocumentFault] = []
    if rule.count != head.count { faults.append(wrongCount(rule.count, head.count, ruleLine)) }
    let due = columns ?? header?.count ?? head.count
    if head.count != due {
      faults.append(wrongCount(head.count, due, headLine))
    } else if let header {
      for (number, pair) in zip(head, header).enumerated() where !text[pair.0].elementsEqual(pair.1.utf8) {
        faults.append(
          DocumentFault(
            kind: "table.header", range: pair.0, zh: "表头第 \(number + 1) 列应为“\(pair.1)”",
            en: "column \(number + 1) must be called “\(pair.1)”"))
      }
    }
    return faults
  }

  private func wrongCount(_ count: Int, _ due: Int, _ range: Range<Int>) -> DocumentFault {
    DocumentFault(
      kind: "table.cell-count", range: range, zh: "表格的这一行有 \(count) 格，应为 \(due) 格",
      en: "this row of the table has \(count) cells, \(due) are due")
  }

  /// The cells of a line, without the white space around them; nil when the line has no `|`.
  private func cells(_ text: [UInt8], _ line: Range<Int>) -> [Range<Int>]? {
    let line = JSON.trimmed(line, of: text)
    var bars: [Int] = []
    var index = line.lowerBound
    while index < line.upperBound {
      if text[index] == UInt8(ascii: "\\") { index += 1 } else if text[index] == UInt8(ascii: "|") { bars.append(index) }
      index += 1
    }
    guard !bars.isEmpty else { return nil }
    var cells: [Range<Int>] = []
    var start = line.lowerBound
    for bar in bars {
      if bar > line.lowerBound { cells.append(JSON.trimmed(start..<bar, of: text)) }
      start = bar + 1
    }
    if start < line.upperBound { cells.append(JSON.trimmed(start..<line.upperBound, of: text)) }
    return cells
  }

  /// Whether a line is the one of hyphens below the head.
  private func isRule(_ text: [UInt8], _ cells: [Range<Int>]) -> Bool {
    !cells.isEmpty
      && cells.allSatisfy { cell in
        var bytes = text[cell]
        if bytes.first == UInt8(ascii: ":") { bytes = bytes.dropFirst() }
        if bytes.last == UInt8(ascii: ":") { bytes = bytes.dropLast() }
        return !bytes.isEmpty && bytes.allSatisfy { $0 == UInt8(ascii: "-") }
      }
  }
}
