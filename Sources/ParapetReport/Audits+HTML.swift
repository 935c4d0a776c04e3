import ParapetRule
import ParapetTesting

extension BenignOutcome {
  /// False alarms by rule, and a map of where rules looked.
  func html() -> String {
    let alarming = measures.filter { !$0.alarms.isEmpty }
    let rows = alarming.map { measure in
      [
        HTML.code(measure.rule), String(measure.alarms.count), String(measure.reached), TestReport.rate(measure),
        measure.alarms.prefix(5).map {
          "<div class=\"text\">\(HTML.marked($0.shown)) <span class=\"quiet\">\(HTML.text($0.text.id))</span></div>"
        }
        .joined(),
      ]
    }
    var html = "\n<h2>\(HTML.both("正常文本", "Benign texts"))</h2>\n"
    html +=
      "<p>\(HTML.both("触及：含有规则触发词、因而被细查的文本数；少于 \(BenignOutcome.leastReach) 条的规则视为未测。", "Reach: texts that hold a trigger of the rule, so that it looked closer. Under \(BenignOutcome.leastReach) a rule has not been measured."))</p>\n"
    html += HTML.table(
      "误报 false alarms",
      [
        HTML.both("规则", "rule"), HTML.both("误报", "flagged"), HTML.both("触及", "reach"), HTML.both("比率", "rate"), HTML.both("示例", "examples"),
      ], rows,
      numbers: [1, 2, 3])
    return html + heatMap
  }

  /// How many texts of each scene each rule looked at, and how many of them it flagged.
  private var heatMap: String {
    let rows = measures.filter { $0.reached > 0 }.map { measure in
      [HTML.code(measure.rule)]
        + scenes.map { scene in
          let reach = measure.reach[scene, default: 0]
          let alarms = measure.alarms.count { $0.text.scene == scene }
          let heat = reach == 0 ? 0 : reach < 10 ? 1 : reach < 50 ? 2 : 3
          return "<span class=\"h\(heat)\">&nbsp;\(reach)\(alarms > 0 ? " (\(alarms) ✗)" : "")&nbsp;</span>"
        }
    }
    return "\n<details open><summary>\(HTML.both("规则 × 场景", "rules × scenes"))</summary>\n<div class=\"heat\">"
      + HTML.table(
        "触及的文本数（误报数） texts looked at (false alarms)", [HTML.both("规则", "rule")] + scenes.map { HTML.text($0) }, rows) + "</div></details>\n"
  }
}

extension [RuleCoverage] {
  /// What nothing exercises, and how often the parts of each rule are exercised.
  func html() -> String {
    var html = "\n<h2>\(HTML.both("条款覆盖", "Clause coverage"))</h2>\n"
    let rows = flatMap { coverage in
      coverage.parts.map { part in
        let evasions = part.evasions.map { "\($0.fold) \($0.count)" }.joined(separator: ", ")
        return [
          HTML.code(coverage.rule), HTML.code(part.name), String(part.hits), String(part.misses),
          HTML.text(evasions), part.isCovered ? "<span class=\"good\">✓</span>" : "<span class=\"bad\">✗</span>",
        ]
      }
    }
    let heads = [
      HTML.both("规则", "rule"), HTML.both("条款", "part"), HTML.both("命中", "hits"), HTML.both("放过", "misses"), HTML.both("变形", "evasions"),
      HTML.both("覆盖", "covered"),
    ]
    let open = rows.filter { $0.last?.contains("✗") ?? false }
    if !open.isEmpty { html += HTML.table("无用例的条款 parts without an example", heads, open, numbers: [2, 3]) }
    return html + "<details><summary>\(HTML.both("全部条款", "all parts")) (\(rows.count))</summary>\n"
      + HTML.table("全部条款 all parts", heads, rows, numbers: [2, 3]) + "</details>\n"
  }
}

extension [MutationOutcome] {
  /// The score of each rule, and the survivors.
  func html() -> String {
    let rows = map { outcome in
      let survivors = outcome.survivors.map { "<li>\(HTML.text(outcome.file)):\($0.position?.line ?? 1): \(HTML.text($0.message))</li>" }
        .joined()
      return [
        HTML.code(outcome.rule), String(outcome.mutants), String(outcome.survivors.count),
        TestReport.percent([outcome].score),
        survivors.isEmpty ? "" : "<details><summary>\(outcome.survivors.count)</summary><ul>\(survivors)</ul></details>",
      ]
    }
    return "\n<h2>\(HTML.both("变异测试", "Mutation"))</h2>\n"
      + HTML.table(
        "每条规则 each rule",
        [
          HTML.both("规则", "rule"), HTML.both("变异", "mutants"), HTML.both("存活", "survived"), HTML.both("得分", "score"),
          HTML.both("存活者", "survivors"),
        ], rows,
        numbers: [1, 2, 3])
  }
}
