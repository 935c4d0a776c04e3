/// Splits passages into sentences and table rows.
struct Layout {
  struct Line {
    let range: Range<Int>
    /// The cells of a table row; empty for prose.
    let cells: [Range<Int>]
  }

  /// The lines of a text of which `places` tells where lines, cells and tags begin and where sentences end.
  static func lines(_ text: [UInt8], _ places: WordPlaces) -> [Line] {
    var layout = Layout(text, places)
    layout.lines.reserveCapacity(text.count / 48 + 1)
    var start = 0
    for row in places.hasTags ? HTMLTable.rows(text) : [] {
      layout.addLines(start..<row.lowerBound)
      layout.lines.append(Line(range: row, cells: HTMLTable.cells(text, row)))
      start = row.upperBound
    }
    layout.addLines(start..<text.count)
    return layout.lines
  }

  private let text: [UInt8]
  private let places: WordPlaces
  private var lines: [Line] = []
  /// The first of the marks of the layout that has not been passed.
  private var next = 0

  private init(_ text: [UInt8], _ places: WordPlaces) { (self.text, self.places) = (text, places) }

  private mutating func addLines(_ stretch: Range<Int>) {
    var start = stretch.lowerBound
    while start < stretch.upperBound {
      let (end, isRow) = end(ofLineFrom: start, until: stretch.upperBound)
      if isRow {
        lines.append(Line(range: start..<end, cells: Layout.cells(text, start..<end)))
      } else {
        addSentences(start..<end)
      }
      start = end + 1
    }
  }

  /// Where the line from `start` on ends, `limit` at the latest, and whether it has the marks of a table row.
  private mutating func end(ofLineFrom start: Int, until limit: Int) -> (Int, isRow: Bool) {
    var isRow = false
    while next < places.layout.count, places.layout[next] < limit {
      let at = Int(places.layout[next])
      next += 1
      guard at >= start else { continue }
      if text[at] == 0x0A { return (at, isRow) }
      isRow = isRow || text[at] == 0x7C || text[at] == 0x09
    }
    return (limit, isRow)
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

  private mutating func addSentences(_ line: Range<Int>) {
    var start = line.lowerBound
    places.ends.forEachSentenceEnd(in: line) { at in
      lines.append(Line(range: start..<(at + 1), cells: []))
      start = at + 1
    }
    if start < line.upperBound { lines.append(Line(range: start..<line.upperBound, cells: [])) }
  }
}
