extension Diagnostic {
  /// The widest stretch of a source line that is shown, in columns.
  private static let windowColumns = 120

  /// The diagnostic as a code frame: the message, where it is, the line, a caret under the place, and what to do.
  ///
  /// The caret stands right on a terminal that shows East Asian wide characters in two columns. With `color`, ANSI colours are used.
  public func rendered(color: Bool) -> String {
    let paint = Paint(on: color)
    let tint = severity == .error ? Paint.red : Paint.yellow
    let gutter = String(repeating: " ", count: String(line).utf8.count)
    var lines = [
      paint(tint, "\(severity.rawValue)[\(code)]") + paint(Paint.bold, ": " + DisplayWidth.visible(message)),
      gutter + paint(Paint.blue, "--> ") + DisplayWidth.visible(file) + ":\(line):\(column)",
    ]
    let frame = window
    if !frame.text.isEmpty {
      lines.append(paint(Paint.blue, "\(gutter) |"))
      lines.append(paint(Paint.blue, "\(line) |") + " " + frame.text)
      let caret = String(repeating: " ", count: frame.indent) + paint(tint, String(repeating: "^", count: frame.width))
      lines.append(paint(Paint.blue, "\(gutter) |") + " " + caret)
    }
    if let help { lines.append(gutter + paint(Paint.blue, " = ") + paint(Paint.bold, "help: ") + DisplayWidth.visible(help)) }
    return lines.joined(separator: "\n")
  }

  /// The part of the source line to show, how far the caret stands in, and how wide it is, in columns.
  private var window: (text: String, indent: Int, width: Int) {
    let cells = sourceLine.unicodeScalars.map { DisplayWidth.visible($0) }
    let widths = cells.map { DisplayWidth.columns(of: $0) }
    let first = min(max(0, column - 1), cells.count)
    let last = min(first + length, cells.count)
    var start = 0
    var end = cells.count
    if widths.reduce(0, +) > Diagnostic.windowColumns {
      var room = Diagnostic.windowColumns / 3
      start = first
      while start > 0, room > 0 {
        start -= 1
        room -= widths[start]
      }
      room = Diagnostic.windowColumns - widths[start..<first].reduce(0, +)
      end = first
      while end < cells.count, room > 0 {
        room -= widths[end]
        end += 1
      }
    }
    let head = start > 0 ? "…" : ""
    let tail = end < cells.count ? "…" : ""
    let indent = (start > 0 ? 1 : 0) + widths[start..<first].reduce(0, +)
    let covered = first < min(last, end) ? widths[first..<min(last, end)].reduce(0, +) : 1
    return (head + cells[start..<end].joined() + tail, indent, max(1, covered))
  }
}

/// ANSI colours, or none.
private struct Paint {
  static let bold = "1"
  static let red = "1;31"
  static let yellow = "1;33"
  static let blue = "34"
  let on: Bool
  func callAsFunction(_ style: String, _ text: String) -> String { on ? "\u{1B}[\(style)m\(text)\u{1B}[0m" : text }
}
