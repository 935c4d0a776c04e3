import ParapetFormat
import Testing

/// Patterns of ECMA-262, which PCRE2 would read differently.
@Suite struct ECMAPatternTests {
  private func quoted(_ text: String) -> String {
    var writer = JSONWriter()
    writer.value(text)
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  private func matches(_ pattern: String, _ text: String) throws -> Bool {
    let schema = try JSONSchema(JSON(parsing: Array("{\"pattern\":\(quoted(pattern))}".utf8)))
    return try schema.violations(in: JSON(parsing: Array(quoted(text).utf8))).isEmpty
  }

  @Test(
    arguments: [
      (#"^\s$"#, "\u{3000}", true), (#"^[\s]$"#, "\u{FEFF}", true), (#"^\S$"#, "\u{A0}", false), (#"^[^\S]$"#, "\u{A0}", true),
      (#"^[\S]$"#, "中", true), ("^.$", "\u{2028}", false), ("^.$", "中", true), (#"^\v$"#, "\u{B}", true), (#"^\v$"#, "\n", false),
      (#"^(a)?\1b$"#, "b", true), (#"^(a)?\1b$"#, "aab", true), (#"^(a)?\1b$"#, "ab", false), (#"^(?<x>a)\k<x>$"#, "aa", true),
      ("^[]$", "", false), ("^[^]$", "\n", true), ("^[[:alpha:]]$", "a]", true), ("^[[:alpha:]]$", "a", false), (#"^\cJ$"#, "\n", true),
      (#"^[\b]$"#, "\u{8}", true), (#"^\0$"#, "\0", true), ("^a{,2}$", "a{,2}", true), (#"^[\w-.]$"#, "-", true),
      (#"^\p{Script=Han}+$"#, "汉字", true),
      (#"^[^\u4e00-\u9fff]$"#, "a", true), (#"^\P{L}$"#, "1", true), (#"^(?<金额>\d+)元$"#, "12元", true), (#"^#\ $"#, "# ", true),
    ])
  func `a pattern means what ECMA-262 says`(pattern: String, text: String, isMatch: Bool) throws {
    #expect(try matches(pattern, text) == isMatch)
  }

  @Test(
    arguments: [
      #"\A"#, #"\Z"#, #"\h"#, #"\Qa\E"#, #"\K"#, "(?i)a", "(?#x)", "(?>a)", "(?P<a>b)", "a++", "a**", "*a", "(*ACCEPT)", "(?|a)", "(?R)",
      "a)", "(a",
      "[a", "[b-a]", "a{2,1}", #"\1"#, #"\k<x>"#, #"\u12"#, #"\ud800"#, #"\x1"#, #"\p{"#, "\\", "(?<1>a)", "(?<a>x)(?<a>y)", #"\01"#,
    ])
  func `what ECMA-262 does not have is refused, not reinterpreted`(pattern: String) {
    #expect(throws: JSONSchema.SchemaError.self) { _ = try matches(pattern, "a") }
  }

  @Test func `a format of regex is judged by the letter`() throws {
    let schema = try JSONSchema(JSON(parsing: Array(#"{"format":"regex"}"#.utf8)), options: .init(assertsFormat: true))
    func accepts(_ pattern: String) throws -> Bool { try schema.violations(in: JSON(parsing: Array(quoted(pattern).utf8))).isEmpty }
    for pattern in ["(?<=a+)b", "[]", "[^]", #"\cA"#, #"^\d{3,}\/$"#] { #expect(try accepts(pattern), "\(pattern)") }
    for pattern in ["{", "]", #"\@"#, #"[\w-a]"#, "(?i)a"] { #expect(try !accepts(pattern), "\(pattern)") }
  }
}
