import ParapetEntity

/// A number of the evidence, with its place.
struct Figure: Sendable {
  let quantity: Quantity
  // Figures are copied often: places take little room.
  private let place: (passage: Int32, sentence: Int32, row: Int32, column: Int32, start: Int32, end: Int32)
  /// The powers of ten that a hint such as 单位：万元 or "in thousands" gives a bare number; empty where nothing is said.
  let hints: UnitHint

  init(passage: Int, range: Range<Int>, quantity: Quantity, row: Int?, column: Int?, sentence: Int, hints: UnitHint) {
    self.quantity = quantity
    self.hints = hints
    place = (
      Int32(clamping: passage), Int32(clamping: sentence), Int32(clamping: row ?? -1), Int32(clamping: column ?? -1),
      Int32(clamping: range.lowerBound), Int32(clamping: range.upperBound)
    )
  }

  /// The passage, or −1 for the question.
  var passage: Int { Int(place.passage) }
  var range: Range<Int> { Int(place.start)..<Int(place.end) }
  /// The sentence, or the row, numbered over all passages.
  var sentence: Int { Int(place.sentence) }
  /// The table row it stands in, numbered over all passages; nil in prose.
  var row: Int? { place.row < 0 ? nil : Int(place.row) }
  /// The table column, numbered over all passages.
  var column: Int? { place.column < 0 ? nil : Int(place.column) }
}

/// A sentence or a table row of the evidence.
struct Stretch: Sendable {
  let passage: Int
  let range: Range<Int>
  let isRow: Bool
  /// Whether it is a row without a label, as sums have.
  let isTotal: Bool
  /// Where its words stand: the sentence, or the label of the row.
  let label: Range<Int>
  /// The heading above a row.
  let heading: Range<Int>?
  /// The table that a row belongs to, numbered over all passages.
  let table: Int?
  /// The period that the label of a row names.
  var period: DateReading?

  func holds(_ place: Place) -> Bool { passage == place.passage && range.contains(place.range.lowerBound) }
}

/// Splits passages into sentences and table rows.
enum Layout {
  struct Line {
    let range: Range<Int>
    /// The cells of a table row; empty for prose.
    let cells: [Range<Int>]
  }

  /// The lines of a text whose sentences end at `ends`.
  static func lines(_ text: [UInt8], _ ends: TextEnds) -> [Line] {
    var lines: [Line] = []
    lines.reserveCapacity(text.count / 48 + 1)
    var start = 0
    for row in HTMLTable.rows(text) {
      addLines(text, ends, start..<row.lowerBound, to: &lines)
      lines.append(Line(range: row, cells: HTMLTable.cells(text, row)))
      start = row.upperBound
    }
    addLines(text, ends, start..<text.count, to: &lines)
    return lines
  }

  private static func addLines(_ text: [UInt8], _ ends: TextEnds, _ stretch: Range<Int>, to lines: inout [Line]) {
    var start = stretch.lowerBound
    while start < stretch.upperBound {
      let (end, isRow) = end(ofLineFrom: start, until: stretch.upperBound, in: text)
      if isRow {
        lines.append(Line(range: start..<end, cells: cells(text, start..<end)))
      } else {
        addSentences(ends, start..<end, to: &lines)
      }
      start = end + 1
    }
  }

  /// Where the line from `start` on ends, `limit` at the latest, and whether it has the marks of a table row.
  private static func end(ofLineFrom start: Int, until limit: Int, in text: [UInt8]) -> (Int, isRow: Bool) {
    precondition(limit <= text.count)
    return unsafe text.withUnsafeBytes { bytes in
      var end = start
      var isRow = false
      while end < limit, unsafe bytes[end] != 0x0A {
        if unsafe bytes[end] == 0x7C || bytes[end] == 0x09 { isRow = true }
        end &+= 1
        // Eight bytes at once that are neither.
        while end &+ 8 <= limit {
          let eight = unsafe bytes.loadUnaligned(fromByteOffset: end, as: UInt64.self)
          guard !eight.holds(0x0A0A_0A0A_0A0A_0A0A), isRow || !eight.holds(0x7C7C_7C7C_7C7C_7C7C) && !eight.holds(0x0909_0909_0909_0909)
          else { break }
          end &+= 8
        }
      }
      return (end, isRow)
    }
  }

  private static func cells(_ text: [UInt8], _ line: Range<Int>) -> [Range<Int>] {
    var cells: [Range<Int>] = []
    var start = line.lowerBound
    // A pipe that opens the line is a border.
    while start < line.upperBound, text[start] == 0x20 { start += 1 }
    if start < line.upperBound, text[start] == 0x7C, start == line.lowerBound, line.upperBound - 1 > start,
      text[line.upperBound - 1] == 0x7C
    {
      start += 1
    } else {
      start = line.lowerBound
    }
    var at = start
    while at < line.upperBound {
      if text[at] == 0x7C || text[at] == 0x09 {
        cells.append(start..<at)
        start = at + 1
      }
      at += 1
    }
    cells.append(start..<line.upperBound)
    return cells
  }

  private static func addSentences(_ ends: TextEnds, _ line: Range<Int>, to lines: inout [Line]) {
    var start = line.lowerBound
    ends.forEachSentenceEnd(in: line) { at in
      lines.append(Line(range: start..<(at + 1), cells: []))
      start = at + 1
    }
    if start < line.upperBound { lines.append(Line(range: start..<line.upperBound, cells: [])) }
  }
}
