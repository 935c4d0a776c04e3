import ParapetEntity
import ParapetGrounding
import Testing

/// Figures of another period or base, shares called all, and conditions left out, with the evidence that is shown beside them.
@Suite struct PeriodTests {
  private static let table = "| 项目 | 2025年 | 2024年 |\n|---|---|---|\n| 营业收入（亿元） | 50.1 | 48.3 |"

  /// The fault of the last claim of a kind, and the nearest evidence as it is written.
  private func fault(_ context: String, _ answer: String, _ kind: MentionKind = .quantity, asOf: String? = nil) -> (String, String)? {
    let text = Array(context.utf8)
    let index = EvidenceIndex(passages: [Passage(id: "a", utf8: text, asOf: asOf)], question: [])
    guard let judged = index.judge(kind, in: Array(answer.utf8)).last, case .unsupported(let fault) = judged.outcome else { return nil }
    let nearest = judged.nearest.map { String(decoding: text[$0.range], as: UTF8.self) }
    return ("\(fault.kind) \(fault.tier)", nearest ?? "")
  }

  @Test func theCellOfThePeriodNamedIsTheNearest() throws {
    let found = try #require(fault(Self.table, "2025年营业收入48.3亿元。"))
    #expect(found == ("binding likely", "50.1"))
  }

  @Test func headsInWordsOfTimeAreThoseOfTheDayOfTheMaterial() throws {
    let table = "| 项目 | 本年 | 上年 |\n|---|---|---|\n| 营业收入（亿元） | 50.1 | 48.3 |"
    #expect(fault(table, "2025年营业收入48.3亿元。", asOf: "2025-12-31")?.1 == "50.1")
    #expect(fault(table, "2024年营业收入48.3亿元。", asOf: "2025-12-31") == nil)
  }

  /// Whatever stands between two tables, the head of the first says nothing of the second.
  @Test(arguments: ["\n\n", "\n\n其他指标如下。\n"]) func aHeadEndsWithItsTable(_ between: String) {
    #expect(fault(Self.table + between + "| 投资收益（亿元） | 7.31 | 6.94 |", "2025年投资收益6.94亿元。") == nil)
  }

  @Test func datesInTheRowsOfATableAreNoHead() {
    let table = Self.table + "\n| 披露日 | 2026年3月30日 | 2025年3月28日 |\n| 净利润（亿元） | 6.42 | 5.97 |"
    #expect(fault(table, "2025年净利润5.97亿元。")?.1 == "6.42")
    #expect(fault(table, "2025年净利润6.42亿元。") == nil)
  }

  @Test func aSecondHeadSaysNothingOfTheRowsAboveIt() {
    let table = Self.table + "\n| | 2023年 | 2022年 |\n| 净利润（亿元） | 4.21 | 3.96 |"
    #expect(fault(table, "2025年营业收入48.3亿元。")?.1 == "50.1")
    #expect(fault(table, "2024年营业收入48.3亿元。") == nil)
    #expect(fault(table, "2023年净利润3.96亿元。")?.1 == "4.21")
  }

  @Test func theOtherBaseIsShown() throws {
    let found = try #require(fault("净利润同比增长8%。", "净利润环比增长8%。"))
    #expect(found == ("binding likely", "8%"))
  }

  @Test func whatSharesMakeIsShown() throws {
    let text = Array("股票45%、债券30%、现金20%，为全部配置。".utf8)
    let index = EvidenceIndex(passages: [Passage(id: "a", utf8: text)], question: [])
    let proof = try #require(index.judge(.quantity, in: text).last?.proof)
    #expect(proof.formula(["45%", "30%", "20%"]) == "45% + 30% + 20% = 95")
  }

  @Test func theConditionalSentenceIsShown() throws {
    let found = try #require(fault("持有满7天免赎回费。", "该基金免赎回费。", .statement))
    #expect(found == ("condition likely", "免赎回费"))
  }

  @Test func theProposalIsShown() throws {
    let found = try #require(fault("FINRA proposes to allow projections.", "FINRA now allows projections.", .statement))
    #expect(found == ("modality likely", "allow"))
  }
}
