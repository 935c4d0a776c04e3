/// What there is to know about a diagnostic code: the page that `parapet explain P0107` prints.
public struct DiagnosticArticle: Sendable {
  /// What it is called.
  public let title: LocalizedText
  /// What it means.
  public let what: String
  /// Why it matters.
  public let why: String
  /// What to do.
  public let fix: String
  /// A few lines that have the problem.
  public let wrong: String
  /// The same lines without it.
  public let right: String

  init(_ zh: String, _ en: String, what: String, why: String, fix: String, wrong: String, right: String) {
    title = LocalizedText(zh: zh, en: en)
    self.what = what
    self.why = why
    self.fix = fix
    self.wrong = wrong
    self.right = right
  }
}

extension DiagnosticCode {
  private static let articles: [DiagnosticCode: DiagnosticArticle] = [
    fileArticles, slotArticles, identityArticles, findArticles, exceptionArticles, requireArticles, thenArticles, exampleArticles,
    legalArticles, sharedArticles, profileArticles, overrideArticles,
  ].reduce(into: [:]) { $0.merge($1) { first, _ in first } }

  /// Everything there is to know about it.
  public var article: DiagnosticArticle {
    DiagnosticCode.articles[self] ?? DiagnosticArticle("", rawValue, what: "", why: "", fix: "", wrong: "", right: "")
  }

  /// What it is called.
  public var title: LocalizedText { article.title }

  /// The page for people, in plain text.
  public var page: String {
    func indented(_ text: String) -> String {
      text.split(separator: "\n", omittingEmptySubsequences: false).map { $0.isEmpty ? "" : "    " + $0 }.joined(separator: "\n")
    }
    let article = article
    return """
      \(rawValue) · \(article.title.en) · \(article.title.zh) (\(severity.rawValue))

      \(article.what)

      Why: \(article.why)
      What to do: \(article.fix)

      Wrong:
      \(indented(article.wrong))
      Right:
      \(indented(article.right))
      """
  }
}
