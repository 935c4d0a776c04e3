import ParapetTesting

extension TestReport {
  /// The report as JUnit XML, one test suite a rule, profile or fixture file. A known gap that is still open is a skipped case.
  public func junit() -> [UInt8] {
    var xml = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    xml += "<testsuites name=\"parapet\" tests=\"\(results.count)\" failures=\"\(failures.count)\" errors=\"0\" skipped=\"\(openGaps)\""
    if let milliseconds { xml += " time=\"\(TestReport.seconds(milliseconds))\"" }
    xml += ">\n"
    for (name, results) in suites {
      let failed = results.count { !$0.passed }
      let skipped = results.count { $0.kind == .gap && $0.passed }
      xml +=
        "  <testsuite name=\"\(XML.attribute(name))\" tests=\"\(results.count)\" failures=\"\(failed)\" errors=\"0\" skipped=\"\(skipped)\">\n"
      for result in results { xml += result.testcase() }
      xml += "  </testsuite>\n"
    }
    return Array((xml + "</testsuites>\n").utf8)
  }

  private static func seconds(_ milliseconds: Int) -> String {
    let fraction = String(milliseconds % 1000)
    return "\(milliseconds / 1000)." + String(repeating: "0", count: 3 - fraction.utf8.count) + fraction
  }
}

extension CaseResult {
  fileprivate func testcase() -> String {
    var xml = "    <testcase classname=\"\(XML.attribute(suite))\" name=\"\(XML.attribute(name))\" "
    xml += "file=\"\(XML.attribute(file))\" line=\"\(line)\""
    if let problem = problems.first {
      let block = lines(.plain).dropFirst().joined(separator: "\n")
      xml += ">\n      <failure type=\"\(problem.kind.rawValue)\" message=\"\(XML.attribute(problem.message))\">"
      return xml + XML.text(block) + "</failure>\n    </testcase>\n"
    }
    if kind == .gap { return xml + ">\n      <skipped message=\"known gap\"/>\n    </testcase>\n" }
    return xml + "/>\n"
  }
}
