/// One HTML file that stands by itself: no network, no script, both languages, fit for a narrow screen and for paper.
///
/// Its colours keep a contrast of at least 4.5 to 1 for text.
///
/// - Source: WCAG 2.2, success criteria 1.4.3 (contrast), 1.4.10 (reflow), 1.3.1 (tables with headers).
struct HTMLPage {
  let title: (zh: String, en: String)
  /// What stands under the title.
  let subtitle: String
  /// The body, which is HTML already.
  let body: String

  /// The page.
  var bytes: [UInt8] {
    let html = """
      <!DOCTYPE html>
      <html lang="zh-Hans">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
      <title>\(HTML.text(title.zh)) · \(HTML.text(title.en))</title>
      <style>
      \(HTMLPage.style)
      </style>
      </head>
      <body>
      <header>
      <h1>\(HTML.both(title.zh, title.en))</h1>
      <p class="quiet">\(HTML.text(subtitle))</p>
      </header>
      <main>
      \(body)
      </main>
      </body>
      </html>

      """
    return Array(html.utf8)
  }
}

/// Text in HTML.
enum HTML {
  /// `text` between tags. Characters that a reader would not see are shown as their code point.
  static func text(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      if let reference = XML.reference(to: scalar) {
        result += reference
      } else if isShown(scalar) {
        result.unicodeScalars.append(scalar)
      } else {
        result += "<span class=\"code\">U+\(String(scalar.value, radix: 16, uppercase: true))</span>"
      }
    }
    return result
  }

  /// `text` in double quotes.
  static func attribute(_ text: String) -> String { XML.attribute(text) }

  private static func isShown(_ scalar: Unicode.Scalar) -> Bool {
    if scalar == "\n" || scalar == "\t" { return true }
    return !scalar.properties.isDefaultIgnorableCodePoint && scalar.properties.generalCategory != .control
  }

  /// A name as machines know it; a narrow column may break it behind a dot.
  static func code(_ name: String) -> String { "<code>\(text(name).replacing(".", with: ".<wbr>"))</code>" }

  /// A label in both languages.
  static func both(_ zh: String, _ en: String) -> String { "\(text(zh)) <span lang=\"en\">\(text(en))</span>" }

  /// A text in which `⟦ ⟧` stand around what was found.
  static func marked(_ marked: String, class name: String = "found") -> String {
    var result = ""
    var piece = ""
    func flush() {
      result += text(piece)
      piece = ""
    }
    for character in marked.unicodeScalars {
      switch character {
      case "⟦":
        flush()
        result += "<mark class=\"\(name)\">"
      case "⟧":
        flush()
        result += "</mark>"
      default: piece.unicodeScalars.append(character)
      }
    }
    flush()
    return result
  }

  /// A table that scrolls by itself where it is wider than the screen. Cells and heads are HTML already, the caption is text; columns in
  /// `numbers` align right.
  /// Where a heading above says the same as the caption, the table `isHeaded`: then its caption is only read out.
  static func table(
    _ caption: String, _ heads: [String], _ rows: [[String]], numbers: Set<Int> = [], isHeaded: Bool = false
  ) -> String {
    func cell(_ tag: String, _ index: Int, _ content: String) -> String {
      let scope = tag == "th" ? " scope=\"col\"" : ""
      return "<\(tag)\(scope)\(numbers.contains(index) ? " class=\"number\"" : "")>\(content)</\(tag)>"
    }
    let head = heads.enumerated().map { cell("th", $0, $1) }.joined()
    let body = rows.map { row in "<tr>" + row.enumerated().map { cell("td", $0, $1) }.joined() + "</tr>" }.joined(separator: "\n")
    return """
      <div class="scroll\(isHeaded ? " headed" : "")" tabindex="0" role="region" aria-label="\(attribute(caption))"><table>
      <caption>\(text(caption))</caption>
      <thead><tr>\(head)</tr></thead>
      <tbody>
      \(body)
      </tbody>
      </table></div>
      """
  }

  /// Figures in a row, each with what it counts.
  static func figures(_ figures: [(figure: String, zh: String, en: String)]) -> String {
    let items = figures.map { "<li><b>\(text($0.figure))</b> \(both($0.zh, $0.en))</li>" }
    return "<ul class=\"figures\">\n" + items.joined(separator: "\n") + "\n</ul>"
  }
}
