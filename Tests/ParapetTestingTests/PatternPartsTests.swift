import Testing

@testable import ParapetTesting

@Suite struct PatternPartsTests {
  private func alternatives(_ pattern: String) -> [String] {
    PatternParts(pattern).alternatives.map { String(decoding: Array(pattern.utf8)[$0], as: UTF8.self) }
  }

  @Test(arguments: [
    (#"保本|保息"#, ["保本", "保息"]),
    (#"a(?:b|c)d|e[|]f|g\|h"#, [#"a(?:b|c)d"#, "e[|]f", #"g\|h"#]),
    (#"\b(?:lose|win)\b"#, ["lose", "win"]),
    (#"(?<![0-9])(一|二)(?!x|y)"#, ["一", "二"]),
    (#"(?<n>a|b)"#, ["a", "b"]),
    (#"(?:a|b){2}"#, ["(?:a|b){2}"]),
    (#"x(?:a|b)"#, ["x(?:a|b)"]),
    (#"\Qa|b\E|c"#, [#"\Qa|b\E"#, "c"]),
    (#"[]|]|[^]|]|[[:alpha:]|]"#, ["[]|]", "[^]|]", "[[:alpha:]|]"]),
    (#"(?#a|b)c|d"#, ["(?#a|b)c", "d"]),
    (#"(?i)a|b"#, ["(?i)a", "b"]),
    (#"\x{200b}|\p{Han}"#, [#"\x{200b}"#, #"\p{Han}"#]),
  ])
  func theOutermostAlternativesAreFound(_ pattern: String, _ expected: [String]) {
    #expect(alternatives(pattern) == expected)
  }

  @Test func boundedQuantifiersAreFound() {
    let pattern = #"\d{4}[{2,3}]x{2,}\{5}(?:ab){0,8}{"#
    let found = PatternParts(pattern).quantifiers.map {
      (String(decoding: Array(pattern.utf8)[$0.range], as: UTF8.self), $0.least, $0.most)
    }
    #expect(found.map(\.0) == ["{4}", "{2,}", "{0,8}"])
    #expect(found.map(\.1) == [4, 2, 0])
    #expect(found.map(\.2) == [4, nil, 8])
  }
}
