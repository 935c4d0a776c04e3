import ParapetFormat
import ParapetRule

extension LegalIndex {
  /// For a terminal: each instrument with its articles and their rules. Articles that no rule serves are counted, and listed with `all`.
  public func pretty(_ style: Style = .plain, all: Bool) -> [UInt8] {
    var lines: [String] = []
    for instrument in instruments {
      let standing = standing(of: instrument)
      let entries = entries(of: instrument)
      let idle = entries.filter(\.rules.isEmpty)
      guard all || idle.count < entries.count else { continue }
      let state = standing == .inForce ? "" : "  " + style.red(standing.words.zh + " · " + standing.words.en)
      lines.append(style.bold(instrument.key) + "  \(instrument.title.zh) · \(instrument.title.en)" + state)
      for entry in entries where all || !entry.rules.isEmpty {
        let doubt = entry.verified ? "" : style.yellow(" (wording not verified)")
        lines.append("  \(entry.article ?? "–")\(doubt)  \(entry.demand)")
        lines.append("    " + (entry.rules.isEmpty ? style.dim("no rule") : entry.rules.joined(separator: ", ")))
      }
      if !all, !idle.isEmpty { lines.append(style.dim("  and \(idle.count) articles that no rule serves")) }
      lines.append("")
    }
    for (entry, standing) in invalid {
      lines.append(style.red("✗ ") + "\(entry.cite) is \(standing.words.en); cited by \(entry.rules.joined(separator: ", "))")
    }
    let served = instruments.flatMap { self.entries(of: $0) }
    lines.append("\(served.count { !$0.rules.isEmpty }) of \(served.count) entries are served by a rule, as of \(day)")
    return Array((lines.joined(separator: "\n") + "\n").utf8)
  }

  /// One JSON object.
  public func json() -> [UInt8] {
    var writer = JSONWriter()
    writer.object {
      $0.member("schema", "legal-index/1")
      $0.member("as_of", day)
      $0.list("instruments", instruments) { instrument, writer in
        writer.object {
          $0.member("key", instrument.key)
          $0.member("title_zh", instrument.title.zh)
          $0.member("title_en", instrument.title.en)
          $0.member("standing", standing(of: instrument).words.en)
          $0.list("articles", entries(of: instrument)) { entry, writer in
            writer.object {
              $0.member("cite", entry.cite)
              $0.member("demands", entry.demand)
              $0.key("verified")
              $0.value(entry.verified)
              $0.list("rules", entry.rules) { $1.value($0) }
            }
          }
        }
      }
    }
    return writer.bytes + [10]
  }

  /// A page. `link` makes the address of a rule's page; without it rules are not linked.
  func html(link: ((String) -> String)?) -> String {
    instruments.map { instrument in
      let standing = standing(of: instrument)
      let rows = entries(of: instrument).map { entry in
        let rules = entry.rules.map { rule in
          let name = HTML.code(rule)
          return link.map { "<a href=\"\($0(rule))\">\(name)</a>" } ?? name
        }
        return [
          HTML.text(entry.article ?? "—"), HTML.text(entry.demand),
          entry.verified
            ? "<span class=\"good\">✓</span> <span class=\"quiet\">\(HTML.text(entry.checked ?? ""))</span>"
            : "<span class=\"warn\">\(HTML.both("未核对", "not verified"))</span>",
          rules.isEmpty ? "<span class=\"quiet\">—</span>" : rules.joined(separator: "<br>"),
        ]
      }
      let state = standing == .inForce ? "good" : "bad"
      return """
        <h2 id="\(HTML.attribute(instrument.key))">\(HTML.both(instrument.title.zh, instrument.title.en))</h2>
        <p>\(HTML.code(instrument.key)) · \(HTML.text(instrument.issuer)) · \
        <span class="tag \(state)">\(HTML.both(standing.words.zh, standing.words.en))</span></p>

        """
          + HTML.table(
            instrument.title.zh,
            [HTML.both("条", "article"), HTML.both("要求", "demands"), HTML.both("核对", "checked"), HTML.both("规则", "rules")],
            rows, isHeaded: true)
    }.joined(separator: "\n")
  }

  /// The whole index as a page that stands by itself.
  public func html() -> [UInt8] {
    HTMLPage(title: ("法规索引", "Laws and the rules that serve them"), subtitle: day, body: html(link: nil)).bytes
  }
}
