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

  @Test(arguments: [
    (#"\d{16,19}"#, true), (#"[A-Z]{2}"#, true), (#"(?:[ -]?\d){16,19}"#, true), (#"(?:\s?\d){16,19}"#, true), ("[^。]{4}", true),
    ("(?:ab){2,}", true), (#"[^，。！？\n]{0,6}"#, false), (#"\d{1,4}"#, false), (#"(?:\w+\W+){0,3}"#, false), (#"(?:\w+ ){2,3}"#, false),
    ("[一-龥]{2,10}", false), (".{2,5}", false), (#"[^\n|]{4,160}"#, false),
  ])
  func aCountIsToldFromAGap(_ pattern: String, _ isCount: Bool) {
    #expect(PatternParts(pattern).quantifiers.map(\.isCount) == [isCount])
  }

  @Test(arguments: [
    ("x的{2,3}", "的{2,3}"), ("a(?:b|c){0,2}d", "(?:b|c){0,2}"), (#"a\d{2}?b"#, #"\d{2}"#), (#"[a\]b]{3}"#, #"[a\]b]{3}"#),
    (#"(a(b{2}))"#, "b{2}"),
  ])
  func whatIsRepeatedIsKnown(_ pattern: String, _ repeated: String) {
    let found = PatternParts(pattern).quantifiers.map {
      String(decoding: Array(pattern.utf8)[$0.start..<$0.range.upperBound], as: UTF8.self)
    }
    #expect(found == [repeated])
  }
}

@Suite struct PatternChangeTests {
  private func patterns(_ pattern: String, for use: PatternChange.Use = .spans) -> [String] {
    PatternChange.all(of: pattern, for: use).map(\.pattern)
  }

  @Test func countsMoveByOneAtEachBound() {
    #expect(patterns(#"(?<!\d)\d{16,19}"#) == [15, 17].map { #"(?<!\d)\d{\#($0),19}"# } + [18, 20].map { #"(?<!\d)\d{16,\#($0)}"# })
    #expect(patterns("[A-Z]{2}x") == ["[A-Z]{2,3}x", "[A-Z]{1,2}x"])
  }

  @Test func gapsOfOneAlternativeCloseAndOpenTogether() {
    #expect(
      patterns("a.{0,4}b[^。]{1,6}c|d") == [
        "d", "a.{0,4}b[^。]{1,6}c", "a.{0}b[^。]{1}c|d", "a.{0,}b[^。]{0,}c|d",
      ])
  }

  @Test func whatProvablyChangesNothingIsNoMutant() {
    // Where only the match counts, the upper bound of the first or last thing says nothing, unless something stands around it.
    #expect(patterns(#"\d{2,4}元"#, for: .whether) == [#"\d{1,4}元"#, #"\d{3,4}元"#])
    #expect(patterns(#"元.{0,4}"#, for: .whether) == [])
    #expect(patterns(#"^.{0,4}元$"#, for: .whether) == [#"^.{0}元$"#, #"^.{0,}元$"#])
    // A literal that an earlier one begins can never match; where only the match counts, one that holds another is not needed.
    #expect(patterns("保本|保本保息") == ["保本保息"])
    #expect(patterns("不保本|保本") == ["保本", "不保本"])
    #expect(patterns("不保本|保本", for: .whether) == ["不保本"])
  }
}
