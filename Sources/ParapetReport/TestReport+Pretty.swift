import ParapetRule
import ParapetTesting

extension TestReport {
  /// The report for people: every failure with its text, what was expected, what was found and why, then the counts.
  public func pretty(_ style: Style = .plain) -> [UInt8] {
    var lines: [String] = []
    for failure in failures {
      lines += failure.lines(style)
      lines.append("")
    }
    lines += auditLines(style)
    lines.append(summary(style))
    return Array((lines.joined(separator: "\n") + "\n").utf8)
  }

  private func summary(_ style: Style) -> String {
    let failed = failures.count
    let passed = results.count - failed - openGaps
    var parts = ["\(passed) passed"]
    if failed > 0 { parts.append(style.red("\(failed) failed")) }
    if openGaps > 0 { parts.append(style.yellow("\(openGaps) known gap\(openGaps == 1 ? "" : "s")")) }
    let counted = "\(results.count) case\(results.count == 1 ? "" : "s") of \(subject)"
    let time = milliseconds.map { style.dim(" (\($0) ms)") } ?? ""
    let sign = failed > 0 ? style.red("✗") : style.green("✓")
    return "\(sign) \(counted): \(parts.joined(separator: ", "))\(time)"
  }
}

extension CaseResult {
  /// The case as a block of lines.
  func lines(_ style: Style) -> [String] {
    var lines = [style.red("✗ ") + style.bold("\(suite) › \(name)"), "  " + style.blue("\(file):\(line):\(column)")]
    if let sourceLine {
      let frame = CodeFrame(sourceLine, column: column, length: length)
      let gutter = String(repeating: " ", count: String(line).utf8.count)
      lines.append("  " + style.blue("\(line) |") + " " + frame.text)
      lines.append("  " + style.blue("\(gutter) |") + " " + frame.indent + style.red(frame.caret))
    }
    for problem in problems { lines.append("  \(problem.message)") }
    if let text {
      lines.append("")
      lines += SpanDrawing(text, expected: kind == .miss ? [] : expected, actual: actual).lines(style).map { "    " + $0 }
      lines.append("")
    }
    for reason in reasons { lines.append("  " + style.dim("· ") + reason) }
    if let why { lines.append("  " + style.dim("the author says: ") + why) }
    return lines
  }
}
