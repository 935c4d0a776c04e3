import ParapetRule
import ParapetTesting
import ParapetText
import Testing

@testable import ParapetReport

@Suite("test reports")
struct TestReportTests {
  private static let results: [CaseResult] = {
    var hit = CaseResult(suite: "refusal.cn.promise", name: "hit 1", kind: .hit, file: "Rules/refusal/cn/promise.yaml", line: 20)
    var failed = CaseResult(
      suite: "refusal.cn.promise", name: "hit 2", kind: .hit, file: "Rules/refusal/cn/promise.yaml", line: 21, column: 9)
    failed.quote(SourceText(path: "p.yaml", utf8: Array((String(repeating: "\n", count: 20) + "  - 例: ⟦保本⟧").utf8)), showsText: true)
    let span = TextSpan(utf8: 0..<6, scalar: 0..<2, utf16: 0..<2)
    failed.text = "保本 <&\"\u{1}"
    failed.expected = [span]
    failed.problems = [.init(.missing, "nothing was found at characters 1–2", span: span)]
    failed.reasons = ["find.promise found characters 1–2, but unless.negated removed it"]
    failed.why = "说明"
    var gap = CaseResult(suite: "masking.cn.mobile", name: "gap 1", kind: .gap, file: "Rules/masking/cn/mobile.yaml", line: 9, column: 5)
    gap.text = "#"
    return [hit, failed, gap]
  }()

  private let report = TestReport(results, of: "the rules in Rules", milliseconds: 1034)

  @Test("pretty: failures with text, spans and reasons, then the counts")
  func pretty() {
    let expected = """
      ✗ refusal.cn.promise › hit 2
        Rules/refusal/cn/promise.yaml:21:9
        21 |   - 例: ⟦保本⟧
           |          ^^
        nothing was found at characters 1–2

                     保本 <&"<U+0001>
          expected   ^^^^

        · find.promise found characters 1–2, but unless.negated removed it
        the author says: 说明

      ✗ 3 cases of the rules in Rules: 1 passed, 1 failed, 1 known gap (1034 ms)

      """
    #expect(String(decoding: report.pretty(), as: UTF8.self) == expected)
  }

  @Test("JUnit: a suite a rule, failures with their reason, gaps skipped, and nothing that XML cannot hold")
  func junit() {
    let xml = String(decoding: report.junit(), as: UTF8.self)
    #expect(xml.contains("<testsuites name=\"parapet\" tests=\"3\" failures=\"1\" errors=\"0\" skipped=\"1\" time=\"1.034\">"))
    #expect(xml.contains("<testsuite name=\"refusal.cn.promise\" tests=\"2\" failures=\"1\" errors=\"0\" skipped=\"0\">"))
    #expect(xml.contains("<failure type=\"missing\" message=\"nothing was found at characters 1–2\">"))
    #expect(xml.contains("保本 &lt;&amp;&quot;"))
    #expect(xml.contains("<skipped message=\"known gap\"/>"))
    #expect(!xml.contains("\u{1}"))
  }

  @Test("JSON: counts and every case")
  func json() {
    let json = String(decoding: report.json(), as: UTF8.self)
    #expect(json.contains("\"summary\":{\"cases\":3,\"passed\":1,\"failed\":1,\"gaps\":1}"))
    #expect(json.contains("\"problems\":[{\"kind\":\"missing\",\"message\":\"nothing was found at characters 1–2\",\"scalar\":[0,2]}]"))
    #expect(json.contains("\"result\":\"gap\"") && json.contains("\"expected_text\":\"⟦保本⟧"))
  }

  @Test("the same results give the same bytes")
  func pure() {
    #expect(report.pretty() == report.pretty() && report.json() == report.json() && report.junit() == report.junit())
  }
}
