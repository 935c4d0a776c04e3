import ParapetTesting

extension TestReport {
  /// The report as one page: figures, failures, audits, and every suite with its cases.
  public func html() -> [UInt8] {
    var figures: [(String, String, String)] = [
      (String(results.count), "个案例", "cases"), (String(results.count - failures.count - openGaps), "个通过", "passed"),
      (String(failures.count), "个未过", "failed"), (String(openGaps), "个已知缺口", "known gaps"),
    ]
    if let coverage { figures.append((TestReport.percent(coverage.percent), "条款覆盖", "clause coverage")) }
    if let mutation { figures.append((TestReport.percent(mutation.score), "变异得分", "mutation score")) }
    if let benign {
      let flagged = Set(benign.measures.flatMap { $0.alarms.map(\.text.id) }).count
      figures.append(("\(flagged) / \(benign.texts)", "条正常文本被误报", "benign texts flagged"))
    }
    var body = HTML.figures(figures)
    if !failures.isEmpty {
      body += "\n<h2>\(HTML.both("未过的案例", "Failures"))</h2>\n" + failures.map { $0.html() }.joined()
    }
    if let benign { body += benign.html() }
    if let coverage { body += coverage.html() }
    if let mutation { body += mutation.html() }
    body += suitesHTML
    return HTMLPage(title: ("规则测试报告", "Rule test report"), subtitle: subject, body: body).bytes
  }

  private var suitesHTML: String {
    let rows = suites.map { name, results in
      let failed = results.count { !$0.passed }
      let gaps = results.count { $0.kind == .gap && $0.passed }
      let state =
        failed > 0
        ? "<span class=\"bad\">✗ \(failed)</span>" : gaps > 0 ? "<span class=\"warn\">◌ \(gaps)</span>" : "<span class=\"good\">✓</span>"
      return [HTML.code(name), String(results.count), state]
    }
    return "\n<h2>\(HTML.both("全部规则与用例集", "All rules and suites"))</h2>\n"
      + HTML.table(
        "规则与用例集 rules and suites", [HTML.both("规则或用例集", "rule or suite"), HTML.both("案例", "cases"), HTML.both("结果", "result")], rows,
        numbers: [1])
  }
}

extension CaseResult {
  fileprivate func html() -> String {
    var parts = [
      "<h3>\(HTML.text(suite)) › \(HTML.text(name))</h3>",
      "<p class=\"quiet\"><code>\(HTML.text(file)):\(line):\(column)</code></p>",
      "<ul>" + problems.map { "<li class=\"bad\">\(HTML.text($0.message))</li>" }.joined() + "</ul>",
    ]
    if let expectedText, let actualText {
      if kind != .benign, expectedText != actualText {
        parts.append("<p>\(HTML.both("应找到", "expected"))</p><div class=\"text\">\(HTML.marked(expectedText, class: "expected"))</div>")
      }
      parts.append("<p>\(HTML.both("实际找到", "found"))</p><div class=\"text\">\(HTML.marked(actualText))</div>")
    }
    if !reasons.isEmpty {
      parts.append(
        "<details><summary>\(HTML.both("经过", "what happened"))</summary><ul>" + reasons.map { "<li>\(HTML.text($0))</li>" }.joined()
          + "</ul></details>")
    }
    return "<article class=\"failed\">\n" + parts.joined(separator: "\n") + "\n</article>\n"
  }
}
