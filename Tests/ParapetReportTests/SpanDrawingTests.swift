import ParapetText
import Testing

@testable import ParapetReport

@Suite("spans under a text")
struct SpanDrawingTests {
  private func span(_ range: Range<Int>) -> TextSpan { TextSpan(utf8: range, scalar: range, utf16: range) }

  private func draw(_ text: String, expected: [Range<Int>], actual: [Range<Int>]) -> [String] {
    SpanDrawing(text, expected: expected.map(span), actual: actual.map(span)).lines(.plain)
  }

  @Test("a Han character counts two columns, a combining mark none")
  func columns() {
    #expect(draw("产品ab保本", expected: [4..<6], actual: [4..<6]) == ["  产品ab保本", "        ^^^^"])
    #expect(draw("e\u{301}本", expected: [2..<3], actual: [2..<3]) == ["  e\u{301}本", "   ^^"])
  }

  @Test("what was expected and what was found stand under each other where they differ")
  func differing() {
    let lines = draw("保本保息ok", expected: [0..<4], actual: [2..<6])
    #expect(lines == ["           保本保息ok", "expected   ^^^^^^^^", "found          ~~~~~~"])
    #expect(draw("ok", expected: [], actual: [0..<2]) == ["           ok", "found      ~~"])
    #expect(draw("ok", expected: [0..<2], actual: []) == ["           ok", "expected   ^^"])
  }

  @Test("lines without marks are left out; without any mark the first is shown")
  func lines() {
    #expect(draw("a\nb保\nc", expected: [3..<4], actual: [3..<4]) == ["  b保", "   ^^"])
    #expect(draw("a\nb", expected: [], actual: []) == ["  a"])
  }

  @Test("an invisible character is shown by its number, and can be marked")
  func invisible() {
    #expect(draw("a\u{200B}b", expected: [1..<2], actual: [1..<2]) == ["  a<U+200B>b", "   ^^^^^^^^"])
  }

  @Test("of a long line, the part around the first mark")
  func longLine() {
    let text = String(repeating: "长", count: 300)
    let lines = draw(text, expected: [200..<202], actual: [200..<202])
    #expect(lines.count == 2)
    #expect(lines[0].hasPrefix("  …长") && lines[0].hasSuffix("长…"))
    #expect(lines[1].hasSuffix("^^^^") && lines[1].count == 2 + 1 + 24 * 2 + 4)
  }

  @Test("a mark of no width stands where something is missing")
  func emptyMark() {
    #expect(draw("ab", expected: [1..<1], actual: []) == ["           ab", "expected    ^"])
    #expect(draw("ab", expected: [2..<2], actual: []) == ["           ab", "expected     ^"])
  }
}
