import ParapetRule
import ParapetTesting

extension RuleBook {
  /// The page of `rule`.
  func page(of rule: Rule) -> [UInt8] {
    let body = [
      "<p><a href=\"../index.html\">\(HTML.both("全部规则", "all rules"))</a> · <a href=\"../laws.html\">\(HTML.both("法规", "laws"))</a></p>",
      tags(of: rule),
      words(of: rule), legal(of: rule), examples(of: rule), coverage(of: rule),
    ].joined(separator: "\n")
    return HTMLPage(title: (rule.title.zh, rule.title.en), subtitle: "\(rule.id) \(rule.version)", body: body).bytes
  }

  private func tags(of rule: Rule) -> String {
    let facts: [(zh: String, en: String, value: String)] = [
      ("等级", "severity", rule.severity.rawValue), ("状态", "status", rule.status.rawValue), ("方式", "mode", rule.mode.rawValue),
      ("动作", "action", rule.actions), ("负责", "owner", rule.owner), ("复核", "reviewed", rule.reviewed),
      ("底线", "floor", rule.floor ? "✓" : "—"), ("文件", "file", rule.file), ("摘要", "digest", String(rule.digest.prefix(16))),
    ]
    let table = HTML.table(
      "标识 identity", [HTML.both("项", "slot"), HTML.both("值", "value")],
      facts.map { [HTML.both($0.zh, $0.en), HTML.code($0.value)] })
    return "<div class=\"facts\">\(table)</div>"
  }

  private func words(of rule: Rule) -> String {
    let story = RuleInWords(rule, replies: set.replies)
    return RuleInWords.Language.allCases.map { language in
      let title = language == .zh ? "规则说明" : "In words"
      let lines = story.sentences(in: language).map { HTML.text($0) }.joined(separator: "\n")
      return
        "<h2\(language == .en ? " lang=\"en\"" : "")>\(title)</h2>\n<div class=\"text\"\(language == .en ? " lang=\"en\"" : "")>\(lines)</div>"
    }.joined(separator: "\n")
  }

  private func legal(of rule: Rule) -> String {
    let rows = rule.legal.map { basis in
      let parts = basis.cite.split(separator: " ", maxSplits: 1).map(String.init)
      let instrument = parts.first.flatMap { set.legal.instrument($0) }
      let article = parts.count == 2 ? instrument?.article(parts[1]) : nil
      let standing = instrument.map { law.standing(of: $0) } ?? .inForce
      let checked = article?.checked ?? instrument?.checked ?? ""
      return [
        "<a href=\"../laws.html#\(HTML.attribute(parts.first ?? ""))\">\(HTML.code(basis.cite))</a><br>\(HTML.text(instrument?.title.zh ?? ""))",
        HTML.text(basis.demand),
        basis.verified
          ? "<span class=\"good\">✓</span> \(HTML.text(checked))" : "<span class=\"warn\">\(HTML.both("未核对", "not verified"))</span>",
        "<span class=\"\(standing == .inForce ? "good" : "bad")\">\(HTML.both(standing.words.zh, standing.words.en))</span>",
      ]
    }
    return "<h2>\(HTML.both("依据", "Legal basis"))</h2>\n"
      + HTML.table(
        "依据 legal basis", [HTML.both("出处", "source"), HTML.both("要求", "demands"), HTML.both("核对", "checked"), HTML.both("效力", "standing")],
        rows, isHeaded: true)
  }

  private func examples(of rule: Rule) -> String {
    let items = rule.examples.map { example in
      let kind: (zh: String, en: String, tone: String) =
        switch example.kind {
        case .hit: ("命中", "hit", "bad")
        case .miss: ("放过", "miss", "good")
        case .gap: ("缺口", "known gap", "warn")
        }
      let text = example.text.map { "<div class=\"text\">\(HTML.marked($0))</div>" } ?? ""
      let clauses = example.clauses.isEmpty ? "" : " \(HTML.code(example.clauses.joined(separator: ", ")))"
      let tool = example.tool.map { " \(HTML.code($0))" } ?? ""
      let why = example.why.map { " <span class=\"quiet\">\(HTML.text($0))</span>" } ?? ""
      let out = example.out.map { "<p class=\"quiet\">→</p><div class=\"text\">\(HTML.text($0))</div>" } ?? ""
      return "<div><span class=\"tag \(kind.tone)\">\(HTML.both(kind.zh, kind.en))</span>\(tool)\(clauses)\(why)\(text)\(out)</div>"
    }
    return "<h2>\(HTML.both("用例", "Examples"))</h2>\n" + items.joined(separator: "\n")
  }

  private func coverage(of rule: Rule) -> String {
    guard let coverage = coverage[rule.id], !coverage.parts.isEmpty else { return "" }
    return "<h2>\(HTML.both("条款覆盖", "Coverage"))</h2>\n"
      + HTML.table(
        "条款覆盖 coverage",
        [
          HTML.both("条款", "part"), HTML.both("命中", "hits"), HTML.both("放过", "misses"), HTML.both("变形", "evasions"),
          HTML.both("覆盖", "covered"),
        ],
        coverage.parts.map { part in
          [
            HTML.code(part.name), String(part.hits), String(part.misses),
            HTML.text(part.evasions.map { "\($0.fold) \($0.count)" }.joined(separator: ", ")),
            part.isCovered ? "<span class=\"good\">✓</span>" : "<span class=\"bad\">✗</span>",
          ]
        }, numbers: [1, 2], isHeaded: true)
  }
}
