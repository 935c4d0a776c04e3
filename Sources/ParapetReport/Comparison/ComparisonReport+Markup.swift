import ParapetRule
import ParapetTesting
import ParapetVerdict

extension ComparisonReport {
  /// For a pull request: counts, a table by rule, and the changes folded away.
  public func markdown() -> [UInt8] {
    var text = "### 规则变更的影响 · Effect of the rule change\n\n`\(old)` → `\(new)`, over `\(over)`\n\n**\(summary)**\n"
    if !comparison.counts.isEmpty {
      text += "\n| 规则 rule | 更严 stricter | 更宽 milder | 其他 other findings |\n|---|--:|--:|--:|\n"
      for count in comparison.counts { text += "| `\(count.rule)` | \(count.stricter) | \(count.milder) | \(count.findings) |\n" }
    }
    if !shown.isEmpty {
      text += "\n<details><summary>示例 Examples (\(shown.count) of \(comparison.changes.count))</summary>\n"
      for change in shown {
        let rules = change.rules.map { ($0.isAdded ? "+" : "−") + " `\($0.rule)`" }.joined(separator: ", ")
        text += "\n- **\(change.old.rawValue) → \(change.new.rawValue)** · event \(change.id ?? "line \(change.line)") · \(rules)\n"
        if let shown = change.newSpans.isEmpty ? change.oldText : change.newText { text += "  > \(Markdown.line(shown))\n" }
      }
      text += "\n</details>\n"
    }
    return Array(text.utf8)
  }

  /// A page, old and new side by side.
  public func html() -> [UInt8] {
    let stricter = comparison.decisions.count(where: \.isStricter)
    var body = HTML.figures([
      (String(comparison.events), "个事件", "events"), (String(comparison.decisions.count), "个决定改变", "decisions change"),
      (String(stricter), "个更严", "stricter"), (String(comparison.decisions.count - stricter), "个更宽", "milder"),
      (String(comparison.changes.count - comparison.decisions.count), "个仅发现不同", "other findings only"),
    ])
    if comparison.unreadable > 0 {
      body += "<p class=\"warn\">\(comparison.unreadable) \(HTML.both("条记录不是事件", "records were no events"))</p>\n"
    }
    body += "<h2>\(HTML.both("按规则", "By rule"))</h2>\n"
    body += HTML.table(
      "按规则 by rule",
      [HTML.both("规则", "rule"), HTML.both("更严", "stricter"), HTML.both("更宽", "milder"), HTML.both("其他发现", "other findings")],
      comparison.counts.map { [HTML.code($0.rule), String($0.stricter), String($0.milder), String($0.findings)] },
      numbers: [1, 2, 3], isHeaded: true)
    body += "<h2>\(HTML.both("改变的事件", "Changed events"))</h2>\n"
    for change in shown { body += html(change) }
    if hidden > 0 { body += "<p class=\"quiet\">\(HTML.both("另有 \(hidden) 个未列出", "\(hidden) more are not shown"))</p>\n" }
    return HTMLPage(title: ("规则变更的影响", "Effect of a rule change"), subtitle: "\(old) → \(new) · \(over)", body: body).bytes
  }

  private func html(_ change: DecisionChange) -> String {
    let rules = change.rules.map { rule in
      "<span class=\"tag \(rule.isAdded ? "bad" : "good")\">\(rule.isAdded ? "+" : "−") \(HTML.code(rule.rule))</span>"
    }.joined(separator: " ")
    func side(_ zh: String, _ en: String, _ decision: String, _ text: String?) -> String {
      let shown = text.map { "<div class=\"text\">\(HTML.marked($0))</div>" } ?? ""
      return "<div><p><b>\(HTML.both(zh, en))</b> <span class=\"tag\">\(decision)</span></p>\(shown)</div>"
    }
    return """
      <article>
      <h3>\(HTML.text(change.id ?? "")) <span class="quiet">\(HTML.text(over)):\(change.line) · \(change.stage.rawValue)</span></h3>
      <p>\(rules)</p>
      <div class="sides">
      \(side("原规则", "old", change.old.rawValue, change.oldText))
      \(side("新规则", "new", change.new.rawValue, change.newText))
      </div>
      </article>

      """
  }
}

/// Text in Markdown.
enum Markdown {
  /// `text` on one line, with nothing in it that would be markup.
  static func line(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n", "\r", "\t": result += " "
      case "\\", "`", "*", "_", "[", "]", "<", ">", "|", "#", "~", "!": result += "\\" + String(Character(scalar))
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
