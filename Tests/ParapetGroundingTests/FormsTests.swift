import ParapetEntity
import ParapetGrounding
import Testing

/// Forms of material: tables in HTML over several lines, and words that name days by that of the material.
@Suite struct FormsTests {
  private func faults(_ context: String, _ answer: String, _ kind: MentionKind = .quantity, asOf: String? = nil) -> [String] {
    let index = EvidenceIndex(passages: [Passage(id: "a", utf8: Array(context.utf8), asOf: asOf)], question: [])
    return index.judge(kind, in: Array(answer.utf8)).compactMap {
      if case .unsupported(let fault) = $0.outcome { fault.kind } else { nil }
    }
  }

  static let table = """
    <TABLE>
    <tr><th>项目</th>
        <th>2025年</th><th>2024年</th></tr>
    <tr><td>利息收入</td>
        <td class="n">1,250.5</td><td>1,130.2</td></tr>
    <tr><td>手续费收入<td>310.4<td>295.1
    </TABLE>
    """

  @Test func aRowOfHTMLIsOneRowOverLines() {
    #expect(faults(Self.table, "利息收入增加120.3。").isEmpty)
    #expect(faults(Self.table, "手续费收入增加15.3。").isEmpty)
    #expect(faults(Self.table, "手续费收入增加51.3。") == ["absent"])
  }

  @Test(arguments: ["<tr>", "<tr><td", "<tr><td>1", "a<tr", "<", "<tr></tr><td>5</td>", "<table></table>"])
  func brokenTagsAreText(_ context: String) { #expect(faults(context + " 收入12.5亿元", "收入12.5亿元").isEmpty) }

  @Test(arguments: [
    ("去年净利润增加。", "2025年", true), ("上年度净利润增加。", "2025年", true), ("去年第三季度净利润增加。", "2025年第三季度", true), ("今年6月30日公布。", "2026年6月30日", true),
    ("昨日公布。", "2026年2月28日", true), ("昨日公布。", "2026年2月27日", false), ("本月公布。", "2026年3月", true), ("上月公布。", "2026年2月", true),
    ("上季度公布。", "2025年第四季度", true),
    ("It was announced yesterday.", "28 February 2026", true), ("Last year it paid.", "in 2025", true),
    ("Last year it paid.", "in 2021", false),
    ("净利润增加。", "2026年3月1日", true),
  ])
  func wordsOfTimeCountFromTheDayOfTheMaterial(_ context: String, _ answer: String, _ isSupported: Bool) {
    #expect(faults(context, answer, .date, asOf: "2026-03-01").isEmpty == isSupported)
  }

  @Test func withoutADayTheySayNothing() { #expect(faults("去年净利润增加。", "2025年", .date) == ["period"]) }

  @Test(arguments: [
    ("由80亿元增至100亿元，增长20%", ["arithmetic"]), ("由80亿元增至100亿元，增长25%", []), ("由80亿元增至100亿元，增幅约25.0%", []),
    ("由80亿元增至100亿元，占比20%", []), ("由80亿元和50亿元分别增至100亿元和60亿元，增长20%", []),
    ("from $80 million to $100 million, up 20%", ["arithmetic"]), ("from $80 million to $100 million, up 25%", []),
  ])
  func aPercentageFollowsFromItsChange(_ answer: String, _ expected: [String]) {
    let context = "收入由80亿元增至100亿元，另有50亿元、60亿元。Sales went from $80 million to $100 million."
    #expect(faults(context, answer).filter { $0 == "arithmetic" } == expected)
  }
}
