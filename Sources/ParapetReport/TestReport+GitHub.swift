import ParapetTesting

extension TestReport {
  /// Workflow commands that GitHub, Gitea and Forgejo show at the line of the file.
  ///
  /// - Source: GitHub Actions, workflow commands: escapes of data and properties.
  public func github() -> [UInt8] {
    var text = ""
    for result in failures {
      let block = result.lines(.plain).dropFirst(2).joined(separator: "\n")
      let place = "file=\(TestReport.property(result.file)),line=\(result.line),col=\(result.column)"
      text += "::error \(place),title=\(TestReport.property("\(result.suite) › \(result.name)"))::\(TestReport.data(block))\n"
    }
    let (failed, total) = (failures.count, results.count)
    return Array(
      (text + "::notice title=parapet test::\(total - failed) of \(total) cases of \(TestReport.data(subject)) went as written\n").utf8)
  }

  private static func data(_ text: String) -> String {
    text.replacing("%", with: "%25").replacing("\r", with: "%0D").replacing("\n", with: "%0A")
  }

  private static func property(_ text: String) -> String { data(text).replacing(":", with: "%3A").replacing(",", with: "%2C") }
}
