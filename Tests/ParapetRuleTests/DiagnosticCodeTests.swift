import ParapetRule
import Testing

@Suite struct DiagnosticCodeTests {
  @Test func everyCodeHasAnArticle() {
    for code in DiagnosticCode.allCases {
      let article = code.article
      for text in [article.title.zh, article.title.en, article.what, article.why, article.fix, article.wrong, article.right] {
        #expect(!text.isEmpty, "\(code.rawValue)")
      }
      #expect(article.wrong != article.right, "\(code.rawValue)")
    }
  }

  @Test func titlesTellCodesApart() {
    let titles = DiagnosticCode.allCases.map(\.title.en)
    #expect(Set(titles).count == titles.count)
  }

  @Test func codesLookAlike() {
    for code in DiagnosticCode.allCases {
      #expect(code.rawValue.wholeMatch(of: /P0[1-9][0-9]{2}/) != nil)
    }
  }

  @Test func thePageReadsAsAPage() {
    #expect(
      DiagnosticCode.duplicateKey.page == """
        P0107 · duplicate key · 键重复 (error)

        The same key stands twice in one mapping. The place is the second one.

        Why: Only one of the two could count, and two readers may not pick the same.
        What to do: Join the two values, or delete one.

        Wrong:
            find:
              promise: {phrases: [保本]}
              promise: {phrases: [刚兑]}
        Right:
            find:
              promise: {phrases: [保本, 刚兑]}
        """)
  }
}
