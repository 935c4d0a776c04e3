/// A line of source with carets under a place in it, right on a terminal that shows East Asian wide characters in two columns.
public struct CodeFrame: Sendable, Equatable {
  /// The widest stretch of a line that is shown, in columns.
  private static let windowColumns = 120

  /// The line, or the part of it around the place, safe to print.
  public let text: String
  /// Blanks up to the place.
  public let indent: String
  /// Carets under the place, at least one.
  public let caret: String

  /// A frame of `line`; `column` counts its Unicode scalars from 1, and `length` how many are meant.
  public init(_ line: String, column: Int, length: Int = 1) {
    let cells = line.unicodeScalars.map { DisplayWidth.visible($0) }
    let widths = cells.map { DisplayWidth.columns(of: $0) }
    let first = min(max(0, column - 1), cells.count)
    let last = min(first + length, cells.count)
    var start = 0
    var end = cells.count
    if widths.reduce(0, +) > CodeFrame.windowColumns {
      var room = CodeFrame.windowColumns / 3
      start = first
      while start > 0, room > 0 {
        start -= 1
        room -= widths[start]
      }
      room = CodeFrame.windowColumns - widths[start..<first].reduce(0, +)
      end = first
      while end < cells.count, room > 0 {
        room -= widths[end]
        end += 1
      }
    }
    let covered = first < min(last, end) ? widths[first..<min(last, end)].reduce(0, +) : 1
    text = (start > 0 ? "…" : "") + cells[start..<end].joined() + (end < cells.count ? "…" : "")
    indent = String(repeating: " ", count: (start > 0 ? 1 : 0) + widths[start..<first].reduce(0, +))
    caret = String(repeating: "^", count: max(1, covered))
  }
}
