import ParapetFormat
import ParapetTesting
import ParapetText
import ParapetVerdict

extension TestReport {
  /// The report as one JSON object. Texts are veiled as they are in the results.
  public func json() -> [UInt8] {
    var writer = JSONWriter()
    writer.beginObject()
    writer.key("schema")
    writer.value("test-report/1")
    writer.key("subject")
    writer.value(subject)
    writer.key("summary")
    writer.beginObject()
    for (name, count) in [
      ("cases", results.count), ("passed", results.count - failures.count - openGaps), ("failed", failures.count), ("gaps", openGaps),
    ] {
      writer.key(name)
      writer.value(count)
    }
    writer.endObject()
    writer.key("cases")
    writer.beginArray()
    for result in results { result.write(to: &writer) }
    writer.endArray()
    writer.endObject()
    return writer.bytes + [10]
  }
}

extension CaseResult {
  fileprivate func write(to writer: inout JSONWriter) {
    func member(_ name: String, _ value: String?) {
      guard let value else { return }
      writer.key(name)
      writer.value(value)
    }
    writer.beginObject()
    member("suite", suite)
    member("name", name)
    member("kind", kind.rawValue)
    member("file", file)
    writer.key("line")
    writer.value(line)
    writer.key("column")
    writer.value(column)
    member("result", kind == .gap && passed ? "gap" : passed ? "passed" : "failed")
    writer.key("problems")
    writer.beginArray()
    for problem in problems { problem.write(to: &writer) }
    writer.endArray()
    member("decision", decision?.rawValue)
    member("expected_decision", expectedDecision?.rawValue)
    member("text", actualText)
    member("expected_text", expectedText)
    writer.key("reasons")
    writer.beginArray()
    for reason in reasons { writer.value(reason) }
    writer.endArray()
    member("why", why)
    writer.endObject()
  }
}

extension CaseResult.Problem {
  fileprivate func write(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.key("kind")
    writer.value(kind.rawValue)
    writer.key("message")
    writer.value(message)
    if let span {
      writer.key("scalar")
      writer.beginArray()
      writer.value(span.scalar.lowerBound)
      writer.value(span.scalar.upperBound)
      writer.endArray()
    }
    writer.endObject()
  }
}
