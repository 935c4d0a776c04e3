extension Diagnostic {
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
    let frame = CodeFrame(sourceLine, column: column, length: length)
    if !frame.text.isEmpty {
      lines.append(paint(Paint.blue, "\(gutter) |"))
      lines.append(paint(Paint.blue, "\(line) |") + " " + frame.text)
      lines.append(paint(Paint.blue, "\(gutter) |") + " " + frame.indent + paint(tint, frame.caret))
    }
    if let help { lines.append(gutter + paint(Paint.blue, " = ") + paint(Paint.bold, "help: ") + DisplayWidth.visible(help)) }
    return lines.joined(separator: "\n")
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
