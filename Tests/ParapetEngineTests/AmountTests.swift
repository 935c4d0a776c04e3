import Testing

@testable import ParapetEngine

@Suite("Amounts and names")
struct AmountTests {
  @Test(arguments: [
    ("50000", "50000.00", 0), ("49999.99", "50000", -1), ("50000.01", "50000", 1), ("007", "7", 0), ("-1", "0", -1), ("-0", "0", 0),
    ("-2.5", "-2.4", -1), ("99999999999999999999999.1", "99999999999999999999999.09", 1),
  ])
  func order(a: String, b: String, expected: Int) throws {
    let first = try #require(Amount(a))
    let second = try #require(Amount(b))
    #expect((first < second ? -1 : first == second ? 0 : 1) == expected)
  }

  @Test(arguments: ["", ".", "1.", ".5", "1e5", "1,000", "NaN", "--1", "1 ", "一百"])
  func notANumber(text: String) {
    #expect(Amount(text) == nil)
  }

  @Test(arguments: [
    ("credit_report.query", "credit_report.query", true),
    ("mcp:credit-bureau/*", "mcp:credit-bureau/query", true),
    ("mcp:credit-bureau/*", "mcp:credit-bureau", false),
    ("*transfer*", "bank.transfer.v2", true), ("*", "", true), ("a*b*c", "aXbYbZc", true),
    ("a*b", "aXbY", false),
  ])
  func globs(pattern: String, name: String, expected: Bool) {
    #expect(glob(pattern, name) == expected)
  }
}
