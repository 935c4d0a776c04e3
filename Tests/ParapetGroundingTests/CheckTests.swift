import ParapetEntity
import ParapetGrounding
import Testing

/// Checks of settlement, ranges, offers, references and of questions that the material does not answer.
@Suite struct CheckTests {
  @Test(arguments: [
    // Weekends, lags and the day's value.
    Trial("周五成交，T+1交收。", "资金周一交收。"), Trial("周五成交，T+1交收。", "资金周六交收。", "schedule"),
    Trial("交易于周四成交，T+2交收。", "将于周五交收。", "schedule"), Trial("交易于周四成交，T+2交收。", "将于周二交收。"),
    Trial("The trade was executed on Friday and settles T+1.", "It settles on Sunday.", "schedule"),
    Trial("In this market trades settle on Sunday.", "It settles on Sunday."),
    Trial("赎回资金T+2到账。", "赎回资金T+1到账。", "schedule"), Trial("申购T+1确认，赎回款T+3到账。", "赎回款T+1到账。", "schedule"),
    Trial("申购T+1确认，赎回款T+3到账。", "申购T+1确认。"), Trial("下一个工作日到账。", "资金T+1到账。"), Trial("见公告。", "资金T+1到账。"),
    Trial("交易日15:00前按当日净值。", asked: "我周六提交申购，按哪天的净值？", "按当日净值确认。", "schedule"),
    Trial("交易日15:00前按当日净值。", asked: "我下午4点提交申购，按哪天的净值？", "按当日净值确认。", "schedule"),
    Trial("交易日15:00前按当日净值。", asked: "我14:30提交申购，按哪天的净值？", "按当日净值确认。"),
    Trial("交易日15:00前按当日净值。", asked: "我周六提交申购，按哪天的净值？", "交易日15:00前的按当日净值，您的按下一交易日净值。"),
    // Ranges.
    Trial("投保年龄18至60周岁。", "投保年龄为65周岁。", "range"), Trial("投保年龄18至60周岁。", "投保年龄为45周岁。", "absent"),
    Trial("贷款年利率3.0%-4.5%。", "贷款年利率4.5%。"), Trial("贷款年利率3.0%-4.5%。", "贷款年利率5.2%。", "range"),
    Trial("见说明书。", "贷款期限为0天。", "range"),
    // What is not to be had.
    Trial("本行无保本理财。", asked: "你们的保本理财怎么买？", "保本理财购买步骤如下：登录手机银行。", "premise"),
    Trial("本行无保本理财。", asked: "你们的保本理财怎么买？", "本行无保本理财，无法购买。"),
    Trial("We do not offer margin loans.", "You can apply for margin loans online.", "premise"),
    // References.
    Trial("Costs are set out, see note 10 of the Financial Statements.", "Costs: see note 39 of the Financial Statements.", "absent"),
    Trial("Costs are set out, see note 10 of the Financial Statements.", "Costs: see note 10 of the Financial Statements."),
    // Nothing of what was asked.
    Trial("2024年业绩比较基准为3.25%。", asked: "2026年的业绩比较基准是多少？", "业绩比较基准为3.25%。", "unanswerable"),
    Trial("2024年业绩比较基准为3.25%。", asked: "2026年的业绩比较基准是多少？", "2024年为3.25%，2026年未披露。"),
    Trial("2024年业绩比较基准为3.25%。", asked: "2024年的业绩比较基准是多少？", "3.25%。"),
    Trial("The bank publishes a report.", asked: "Who is the CEO?", "It is Jane Roe.", "unanswerable"),
    Trial("The bank publishes a report.", asked: "Who is the CEO?", "The report does not say."),
    // A result off by a rounding on the way, and one that is wrong.
    Trial("65,984 and 65,398 million.", "65,984 / 65,398 = 1.2", "arithmetic"),
  ])
  func findsWhatIsWrongAndPassesWhatIsRight(_ trial: Trial) {
    let faults = trial.faults()
    if let fault = trial.fault {
      #expect(faults.contains { $0.kind == fault && $0.tier != .warn }, "found \(faults.map { "\($0.kind) \($0.tier)" })")
    } else {
      #expect(faults.isEmpty, "found \(faults.map { "\($0.kind) \($0.tier)" })")
    }
  }

  @Test func aSlipInTheLastDigitsIsNotCertain() {
    let tiers = { (answer: String) in Trial("31,357 and 36,087 million.", answer).faults([.equation]).map(\.tier) }
    #expect(tiers("(31,357 / 36,087) x 100 = 86.88%") == [.likely])
    #expect(tiers("(31,357 / 36,087) x 100 = 83.88%") == [.certain])
    #expect(tiers("(31,357 / 36,087) x 100 = 86.89%") == [])
  }

  @Test(arguments: [
    "It led to a $104.2 million increase in inventories from $1.5 billion to $1.6 billion.",
    "The sales increase was 6.9% in 2022, down from 12.9% in 2021.",
  ])
  func whatIsSaidOfAnotherChangeIsNoContradiction(_ answer: String) {
    #expect(Trial(answer, answer).faults([.direction]).isEmpty)
  }

  /// The formula of an annual rate names what it was computed from.
  @Test(arguments: [
    ("日息万五。", "年化利率18.25%。", "万五 × 365 = 18.25%"), ("月利率0.5%。", "年化利率6.00%。", "0.5% × 12 = 6%"),
    ("12,000元分12期，月费率0.6%。", "年化利率约13.0%。", "IRR(0.6%, 12期) × 12 = "),
  ])
  func annualRatesShowTheirFormula(_ context: String, _ answer: String, _ formula: String) throws {
    let text = Array(context.utf8)
    let index = EvidenceIndex(passages: [Passage(id: "a", utf8: text)], question: [])
    let proof = try #require(index.judge(.annualRate, in: Array(answer.utf8)).first?.proof)
    let said = proof.operands.map { String(decoding: text[$0.range], as: UTF8.self) }
    #expect(proof.formula(said)?.hasPrefix(formula) == true, "\(proof.formula(said) ?? "none")")
  }

  @Test func withoutPassagesNobodyAsksForAbstention() {
    let index = EvidenceIndex(passages: [], question: Array("Who is the CEO?".utf8))
    #expect(index.judge(.answer, in: Array("It is Jane Roe.".utf8)).isEmpty)
  }
}
