import ParapetTesting

extension TestReport {
  /// For a pull request: the counts, a table of audits, and the failures folded away.
  public func markdown() -> [UInt8] {
    let failed = failures.count
    var text = "### 规则测试 · Rule tests: \(failed == 0 ? "✅" : "❌") \(results.count - failed - openGaps) passed"
    if failed > 0 { text += ", \(failed) failed" }
    if openGaps > 0 { text += ", \(openGaps) known gaps" }
    text += "\n\n\(Markdown.line(subject))\n"
    let audits = auditLines(.plain).filter { !$0.hasPrefix(" ") }
    if !audits.isEmpty { text += "\n" + audits.map { "- \(Markdown.line($0))\n" }.joined() }
    if failed > 0 {
      text += "\n<details open><summary>失败 Failures (\(failed))</summary>\n"
      for result in failures.prefix(TestReport.shownFailures) {
        let block = result.lines(.plain).dropFirst(2).map { $0.replacing("`", with: "ˋ") }.joined(separator: "\n")
        text += "\n**\(Markdown.line("\(result.suite) › \(result.name)"))** `\(result.file):\(result.line)`\n\n```text\n\(block)\n```\n"
      }
      if failed > TestReport.shownFailures { text += "\n… and \(failed - TestReport.shownFailures) more\n" }
      text += "\n</details>\n"
    }
    return Array(text.utf8)
  }

  /// A comment on a pull request has a limit on its size.
  private static let shownFailures = 50
}
