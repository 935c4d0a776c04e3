import ParapetEngine
import ParapetFormat
import ParapetRule
import ParapetText
import ParapetVerdict

extension Recording {
  /// The case as an item of the list `cases` of a fixture file, called `id`.
  public func yaml(id: String) -> String {
    var lines = ["  # recorded: \(replaced) values replaced, \(removed) taken out; read every word before keeping it"]
    lines.append("  - id: \(Recording.quoted(id))")
    lines.append("    from: recorded by engine \(verdict.engine.version), profile \(verdict.ruleset.profile)")
    lines.append("    stage: \(event.stage.rawValue)")
    if case .object(let facts) = event.facts.value, !facts.isEmpty { lines.append("    facts: \(Recording.written(event.facts))") }
    if let text = event.text { lines.append("    text: \(Recording.quoted(marked(text)))") }
    if let tool = event.tool {
      lines.append("    tool: \(Recording.quoted(tool.name))")
      lines.append("    args: \(Recording.written(tool.arguments))")
    }
    lines.append("    expect:")
    lines.append("      decision: \(verdict.decision.rawValue)")
    if !verdict.findings.isEmpty {
      lines.append("      findings:")
      var seen: [String] = []
      for finding in verdict.findings {
        let line = "        - {rule: \(finding.rule), clause: \(finding.clause)}"
        if !seen.contains(line) { seen.append(line) }
      }
      lines += seen
    }
    if !verdict.suppressed.isEmpty {
      lines.append("      suppressed:")
      var seen: [String] = []
      for removal in verdict.suppressed {
        let line = "        - {rule: \(removal.rule), by: \(removal.by)}"
        if !seen.contains(line) { seen.append(line) }
      }
      lines += seen
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// The text with marks around what was found; marks do not overlap, so of spans that do the first stays.
  private func marked(_ text: Text) -> String {
    var spans: [TextSpan] = []
    for span in Set(verdict.findings.filter { $0.part == "/text" }.compactMap(\.span)).sorted() where !span.utf8.isEmpty {
      if let last = spans.last, last.utf8.upperBound > span.utf8.lowerBound { continue }
      spans.append(span)
    }
    return MarkedText(text, spans: spans).marked
  }

  /// JSON in double quotes is YAML as well.
  private static func quoted(_ text: String) -> String {
    var writer = JSONWriter()
    writer.value(text)
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  private static func written(_ json: JSON) -> String {
    var writer = JSONWriter()
    writer.value(json)
    return String(decoding: writer.bytes, as: UTF8.self)
  }
}
