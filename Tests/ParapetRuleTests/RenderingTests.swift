import ParapetRule
import Testing

@Suite struct RenderingTests {
  private func diagnostic(_ line: String, column: Int, length: Int, help: String? = nil) -> Diagnostic {
    Diagnostic(
      code: .unknownValue, file: "a.yaml", line: 7, column: column, length: length, message: "wrong", help: help, sourceLine: line)
  }

  @Test func theCaretCountsWideCharactersTwice() {
    #expect(
      diagnostic("title: {zh: 保本，x, en: ｘ}", column: 17, length: 1).rendered(color: false) == """
        error[P0205]: wrong
         --> a.yaml:7:17
          |
        7 | title: {zh: 保本，x, en: ｘ}
          |                    ^
        """)
  }

  @Test func theCaretCoversWideCharacters() {
    let lines = diagnostic("a保本b", column: 2, length: 2).rendered(color: false).split(separator: "\n")
    #expect(lines.last == "  |  ^^^^")
  }

  @Test func combiningMarksTakeNoColumn() {
    let lines = diagnostic("e\u{301}x!", column: 4, length: 1).rendered(color: false).split(separator: "\n")
    #expect(lines.last == "  |   ^")
  }

  @Test func tabsAndInvisibleCharactersAreShown() {
    let lines = diagnostic("\ta\u{202E}b", column: 4, length: 1).rendered(color: false).split(separator: "\n")
    #expect(lines[3] == "7 |     a<U+202E>b")
    #expect(lines.last == "  |              ^")
  }

  @Test func nothingWritesToTheTerminal() {
    var diagnostic = diagnostic("x: \u{1B}[2J", column: 4, length: 1)
    diagnostic.message = "`\u{1B}]0;gone\u{7}`"
    diagnostic.file = "\u{1B}[31m.yaml"
    #expect(!diagnostic.rendered(color: false).unicodeScalars.contains("\u{1B}"))
    #expect(!diagnostic.rendered(color: false).unicodeScalars.contains("\u{7}"))
  }

  @Test func aCaretBehindTheLineStaysThere() {
    let lines = diagnostic("保本", column: 3, length: 5).rendered(color: false).split(separator: "\n")
    #expect(lines.last == "  |     ^")
  }

  @Test func longLinesAreCutAroundTheCaret() {
    let line = String(repeating: "长", count: 200) + "x" + String(repeating: "y", count: 200)
    let lines = diagnostic(line, column: 201, length: 1).rendered(color: false).split(separator: "\n")
    #expect(lines[3].hasPrefix("7 | …长长"))
    #expect(lines[3].hasSuffix("yy…"))
    #expect(lines[3].unicodeScalars.count < 130)
    // One column for the ellipsis and two for each of the twenty wide characters before the caret.
    let caret = "  | " + String(repeating: " ", count: 41) + "^"
    #expect(String(lines[4]) == caret)
  }

  @Test func coloursOnlyWhereAsked() {
    let text = diagnostic("x", column: 1, length: 1, help: "mend it").rendered(color: true)
    #expect(text.hasPrefix("\u{1B}[1;31merror[P0205]\u{1B}[0m"))
    #expect(text.contains("help: "))
  }

  @Test func sortedByFileAndPlaceEachOnce() {
    let late = diagnostic("x", column: 9, length: 1)
    let early = diagnostic("x", column: 2, length: 1)
    var other = early
    other.file = "A.yaml"
    #expect(Diagnostic.sorted([late, early, other, early]) == [other, early, late])
  }
}
