import ParapetPattern
import Testing

@Suite struct PatternTests {
  @Test func `a digit next to a Han character stands at a word boundary`() throws {
    var matcher = Matcher()
    let phone = try Pattern(#"\b1\d{10}\b"#)
    let text = Array("手机号13812345678，谢谢".utf8)
    #expect(try matcher.firstRange(phone, in: text) == 9..<20)
  }

  @Test func `a pattern that was accepted before is compiled when it is used, and is the same`() throws {
    var matcher = Matcher()
    let source = #"(?<who>[a-z]+)@(\w+)"#
    let text = Array("to a@b and c@d".utf8)
    #expect(try matcher.firstMatch(Pattern(accepted: source), in: text) == matcher.firstMatch(Pattern(source), in: text))
    #expect(Pattern(accepted: source).group(named: "who") == 1)
    #expect(Pattern(accepted: source).groupCount == 2)
    // Nobody accepted this one: nothing is said of what it would match.
    #expect(throws: MatchFailure.noMemory) { try matcher.firstRange(Pattern(accepted: "("), in: text) }
  }

  @Test func `d and w are ASCII, p is Unicode`() throws {
    var matcher = Matcher()
    #expect(try matcher.firstRange(Pattern(#"\d"#), in: Array("１".utf8)) == nil)
    #expect(try matcher.firstRange(Pattern(#"\w"#), in: Array("中".utf8)) == nil)
    #expect(try matcher.firstRange(Pattern(#"\p{Han}+"#), in: Array("a中文b".utf8)) == 1..<7)
  }

  @Test(arguments: [("(", 1), ("a(b", 3), ("中文[", 7), (#"\C"#, 2), ("(*UCP)a", 6), ("(?<n>a)(?<n>b)", 12)])
  func `a pattern that PCRE2 refuses says where and why`(source: String, offset: Int) {
    let error = #expect(throws: Pattern.CompileError.self) { _ = try Pattern(source) }
    #expect(error?.offset == offset)
    #expect(error.map { !$0.message.isEmpty && $0.code != 0 } == true)
  }

  @Test func `PCRE2's own number and message are kept`() {
    let error = #expect(throws: Pattern.CompileError.self) { _ = try Pattern("(a") }
    #expect(error?.code == 114)
    #expect(error?.message == "missing closing parenthesis")
  }

  @Test func `groups have numbers and names`() throws {
    let pattern = try Pattern("(?<year>\\d{4})-(\\d\\d)-(?<日>\\d\\d)|(x)")
    #expect(pattern.groupCount == 4)
    #expect(pattern.group(named: "year") == 1)
    #expect(pattern.group(named: "日") == 3)
    #expect(pattern.group(named: "month") == nil)
    #expect(pattern.group(named: "year\0") == nil)
    #expect(pattern.groupNames.map(\.number) == [1, 3])
    var matcher = Matcher()
    let match = try #require(try matcher.firstMatch(pattern, in: Array("于2026-11-21止".utf8)))
    #expect(match == Match(groups: [3..<13, 3..<7, 8..<10, 11..<13, nil], range: 3..<13))
  }

  @Test func `lookbehind is known in characters`() throws {
    #expect(try Pattern("(?<=年化)利率").maxLookbehind == 2)
    #expect(try Pattern(#"\bx"#).maxLookbehind == 1)
    #expect(try Pattern("x").maxLookbehind == 0)
  }

  @Test func `options say what they mean`() throws {
    var matcher = Matcher()
    #expect(try matcher.firstRange(Pattern("cvv", options: .caseless), in: Array("CvV".utf8)) == 0..<3)
    #expect(try matcher.firstRange(Pattern("cvv"), in: Array("CvV".utf8)) == nil)
    #expect(try matcher.firstRange(Pattern("a$"), in: Array("a\n".utf8)) == 0..<1)
    #expect(try matcher.firstRange(Pattern("a$", options: .dollarEndOnly), in: Array("a\n".utf8)) == nil)
  }

  @Test func `the library tells its version`() throws {
    #expect(PCRE2.version.hasPrefix("10."))
    #expect(PCRE2.unicodeVersion.split(separator: ".").count == 3)
    #expect(try Pattern("a").isJIT == PCRE2.hasJIT)
    #expect(try !Pattern("a", jit: false).isJIT)
  }

  @Test func `a pattern may be empty or hold a zero byte`() throws {
    var matcher = Matcher()
    #expect(try matcher.firstRange(Pattern(""), in: []) == 0..<0)
    #expect(try matcher.firstRange(Pattern("a\0b"), in: Array("xa\0b".utf8)) == 1..<4)
  }
}
