import ParapetRule
import ParapetText

/// A text with lines under it that show what was expected and what was found, also where characters fill two columns.
struct SpanDrawing {
  /// The widest stretch of a line that is shown, in columns.
  private static let windowColumns = 100
  /// How many characters are shown in front of the first mark of a long line.
  private static let lead = 24

  let text: String
  let expected: [Range<Int>]
  let actual: [Range<Int>]
  /// What stands in front of the line of each kind of mark, filled to one width.
  private var labels = (expected: "expected   ", actual: "found      ")

  /// A drawing of `text`; spans count its Unicode scalars.
  init(_ text: String, expected: [TextSpan], actual: [TextSpan]) {
    self.text = text
    self.expected = expected.map(\.scalar)
    self.actual = actual.map(\.scalar)
  }

  /// A drawing of what was found before and after a change.
  init(_ text: String, before: [TextSpan], after: [TextSpan]) {
    self.init(text, expected: before, actual: after)
    labels = ("before     ", "after      ")
  }

  /// The lines, without indentation. Lines of the text that have no marks are left out, unless none has.
  func lines(_ style: Style) -> [String] {
    let scalars = Array(text.unicodeScalars)
    let rows = rows(of: scalars)
    let marked = rows.filter { row in (expected + actual).contains { touches($0, row) } }
    let differ = expected != actual
    return (marked.isEmpty ? Array(rows.prefix(1)) : marked).flatMap { draw($0, of: scalars, differ: differ, style) }
  }

  private func rows(of scalars: [Unicode.Scalar]) -> [Range<Int>] {
    var rows: [Range<Int>] = []
    var start = 0
    for end in 0...scalars.count where end == scalars.count || scalars[end] == "\n" {
      rows.append(start..<end)
      start = end + 1
    }
    return rows
  }

  private func touches(_ mark: Range<Int>, _ row: Range<Int>) -> Bool {
    mark.isEmpty ? row.lowerBound <= mark.lowerBound && mark.lowerBound <= row.upperBound : mark.overlaps(row)
  }

  private func draw(_ row: Range<Int>, of scalars: [Unicode.Scalar], differ: Bool, _ style: Style) -> [String] {
    let window = window(of: row, scalars)
    let cells = scalars[window].map { DisplayWidth.visible($0) }
    let head = window.lowerBound > row.lowerBound ? "…" : ""
    let tail = window.upperBound < row.upperBound ? "…" : ""
    let label = differ ? "           " : "  "
    var lines = [label + head + cells.joined() + tail]
    func under(_ marks: [Range<Int>], _ sign: Character) -> String? {
      guard marks.contains(where: { touches($0, row) }) else { return nil }
      var line = String(repeating: " ", count: head.isEmpty ? 0 : 1)
      for (index, cell) in zip(window, cells) {
        let isMarked = marks.contains { $0.contains(index) || ($0.isEmpty && $0.lowerBound == index) }
        line += String(repeating: isMarked ? sign : " ", count: DisplayWidth.columns(of: cell))
      }
      if marks.contains(where: { $0.isEmpty && $0.lowerBound == window.upperBound }) { line.append(sign) }
      while line.last == " " { line.removeLast() }
      return line
    }
    if let line = under(expected, "^") { lines.append((differ ? labels.expected : "  ") + style.green(line)) }
    if differ, let line = under(actual, "~") { lines.append(labels.actual + style.red(line)) }
    return lines
  }

  /// The part of a row that is shown: all of it, or a stretch that begins a little before the first mark.
  private func window(of row: Range<Int>, _ scalars: [Unicode.Scalar]) -> Range<Int> {
    func width(_ index: Int) -> Int { DisplayWidth.columns(of: DisplayWidth.visible(scalars[index])) }
    guard row.reduce(0, { $0 + width($1) }) > SpanDrawing.windowColumns else { return row }
    let first = (expected + actual).filter { touches($0, row) }.map(\.lowerBound).min() ?? row.lowerBound
    let start = max(row.lowerBound, min(first, row.upperBound) - SpanDrawing.lead)
    var end = start
    var columns = 0
    while end < row.upperBound, columns < SpanDrawing.windowColumns {
      columns += width(end)
      end += 1
    }
    return start..<end
  }
}
