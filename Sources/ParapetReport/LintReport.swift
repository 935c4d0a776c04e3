public import ParapetEngine
import ParapetFormat
public import ParapetRule

/// What is wrong with a rule directory.
public struct LintReport: Sendable {
  /// Every problem.
  public let diagnostics: [Diagnostic]
  /// What was checked, for people.
  public let subject: String
  /// How many rules there are.
  public let ruleCount: Int
  /// The clauses that are tried on every text, since nothing shows where they can match.
  public let costs: [ScanCost]

  /// A report on `diagnostics`.
  public init(_ diagnostics: [Diagnostic], of subject: String, ruleCount: Int, costs: [ScanCost] = []) {
    self.diagnostics = diagnostics
    self.costs = costs
    self.subject = subject
    self.ruleCount = ruleCount
  }

  /// How many errors there are.
  public var errorCount: Int { diagnostics.count { $0.severity == .error } }

  /// Every problem with its place, and the counts.
  public func pretty(_ style: Style = .plain) -> [UInt8] {
    var text = diagnostics.map { $0.rendered(color: style.isColored) + "\n\n" }.joined()
    let warnings = diagnostics.count - errorCount
    func counted(_ count: Int, _ what: String) -> String { "\(count) \(what)\(count == 1 ? "" : "s")" }
    let sign = errorCount > 0 ? style.red("✗") : warnings > 0 ? style.yellow("!") : style.green("✓")
    text += "\(sign) \(subject): \(counted(ruleCount, "rule")), \(counted(errorCount, "error")), \(counted(warnings, "warning"))\n"
    if !costs.isEmpty {
      text += "\nNothing shows where \(counted(costs.count, "clause")) can match: PCRE2 walks each text for them, in µs per KB\n"
      for cost in costs {
        let tenths = Int((cost.microsecondsPerKB * 10).rounded())
        let figure = "\(tenths / 10).\(tenths % 10)"
        text += String(repeating: " ", count: max(0, 8 - figure.utf8.count)) + "\(figure)  \(cost.rule)  \(cost.clause)\n"
      }
    }
    return Array(text.utf8)
  }

  /// One JSON object.
  public func json() -> [UInt8] {
    var writer = JSONWriter()
    writer.beginObject()
    writer.key("schema")
    writer.value("lint-report/1")
    writer.key("subject")
    writer.value(subject)
    writer.key("diagnostics")
    writer.beginArray()
    for diagnostic in diagnostics {
      writer.beginObject()
      for (name, value) in [
        ("code", diagnostic.code), ("severity", diagnostic.severity.rawValue), ("file", diagnostic.file), ("message", diagnostic.message),
        ("help", diagnostic.help),
      ] {
        guard let value else { continue }
        writer.key(name)
        writer.value(value)
      }
      for (name, value) in [("line", diagnostic.line), ("column", diagnostic.column), ("length", diagnostic.length)] {
        writer.key(name)
        writer.value(value)
      }
      writer.endObject()
    }
    writer.endArray()
    writer.key("untriggered")
    writer.beginArray()
    for cost in costs {
      writer.beginObject()
      for (name, value) in [("rule", cost.rule), ("clause", cost.clause)] {
        writer.key(name)
        writer.value(value)
      }
      writer.key("ns_per_kb")
      writer.value(Int(cost.microsecondsPerKB * 1000))
      writer.endObject()
    }
    writer.endArray()
    writer.endObject()
    return writer.bytes + [10]
  }
}
