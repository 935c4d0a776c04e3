import ParapetEntity
import ParapetGrounding
import Testing

/// An answer held against its evidence.
struct Trial: Sendable, CustomTestStringConvertible {
  let context: String
  let question: String
  let answer: String
  /// The kind of fault that must be found; nil when the answer must pass.
  let fault: String?
  var testDescription: String { "\(fault ?? "passes"): \(answer)" }

  init(_ context: String, asked question: String = "", _ answer: String, _ fault: String? = nil) {
    self.context = context
    self.question = question
    self.answer = answer
    self.fault = fault
  }

  /// Every fault found, as kind and tier.
  func faults(_ kinds: [MentionKind] = MentionKind.allCases) -> [ClaimJudgement.Fault] {
    let index = EvidenceIndex(passages: [Passage(id: "kb:prod-07#2", utf8: Array(context.utf8))], question: Array(question.utf8))
    return kinds.flatMap { index.judge($0, in: Array(answer.utf8)) }.compactMap {
      if case .unsupported(let fault) = $0.outcome { fault } else { nil }
    }
  }
}

@Suite struct GroundingTests {
  static let bank = "甲银行2026年上半年营业收入128.6亿元，上年同期115.2亿元。"
  static let margin = "净息差由1.69%降至1.54%。"
  static let badLoans = "不良率由1.42%降至1.33%。"
  static let rate = "LPR由3.45%调整为3.35%。"
  static let segments = "分部收入分别为12.1亿元、8.3亿元、4.6亿元。"

  static let trials = [
    // Wrong numbers.
    Trial(bank, "营业收入128.6亿元，同比增长11.6%（128.6/115.2-1=11.63%）。"),
    Trial(bank, "营业收入126.8亿元。", "absent"),
    Trial(bank, "甲银行2026年上半年营收约129亿元。"),
    Trial("7日年化收益率1.523%。", "万元日收益约0.42元。"),
    Trial("7日年化收益率1.523%。", "万元日收益约0.52元。", "absent"),
    Trial("Net interest income was $4.52bn.", "It was about $4.5 billion."),
    Trial("Net interest income was $4.52bn.", "It was $5.42bn.", "absent"),
    // Scale.
    Trial("净利润3.2亿元。", "净利润为3.2亿元。"),
    Trial("净利润3.2亿元。", "净利润为32,000万元。"),
    Trial("净利润3.2亿元。", "净利润为3.2万元。", "scale"),
    Trial("净利润3.2亿元。", "净利润为32亿元。", "scale"),
    Trial("单位：万元\n项目 | 2026\n存款余额 | 1,250,000", "存款余额125亿元。"),
    Trial("单位：万元\n项目 | 2026\n存款余额 | 1,250,000", "存款余额125万元。", "scale"),
    Trial("AUM of $4.5 million", "AUM is $4.5m."),
    Trial("AUM of $4.5 million", "AUM is $4.5 billion.", "scale"),
    Trial("(in thousands)\nItem | 2019\nRevenue | $1,910", "Revenue was $1.9 million."),
    Trial("(in thousands)\nItem | 2019\nRevenue | $1,910", "Revenue was $1,910 million.", "scale"),
    // Units.
    Trial(badLoans, "不良率下降0.09个百分点（9bp），相对下降6.3%。"),
    Trial(badLoans, "不良率下降0.09%。", "unit"),
    Trial(badLoans, "不良率下降9%。", "unit"),
    Trial(rate, "LPR下降10个基点。"),
    Trial(rate, "LPR下降10个百分点。", "unit"),
    Trial("The rate was cut from 5.50% to 5.25%.", "It was cut by 25 basis points."),
    Trial("The rate was cut from 5.50% to 5.25%.", "It was cut by 25%.", "unit"),
    Trial("每股分红1.58元。", "每股分红1.58%。", "unit"),
    // Sums and shares.
    Trial(segments, "分部收入合计25.0亿元。"),
    Trial(segments, "分部收入合计24.0亿元。", "absent"),
    // Direction.
    Trial(margin, "净息差收窄15bp。"),
    Trial(margin, "净息差扩大15bp。", "direction"),
    Trial("The yield fell to 3.9% from 4.1%.", "The yield declined to 3.9%."),
    Trial("The yield fell to 3.9% from 4.1%.", "The yield rose to 3.9%.", "direction"),
    Trial("今日收盘较前一日下跌3.25%。", "较前一日下跌3.25%。"),
    Trial("今日收盘较前一日下跌3.25%。", "较前一日上涨3.25%。", "direction"),
    Trial(badLoans, "不良率由1.42%升至1.33%。", "direction"),
    Trial("成本降幅收窄至3%。", "成本降幅收窄至3%。"),
    // Currency.
    Trial("规模12亿港元。", "规模12亿港元。"),
    Trial("规模12亿港元。", "规模12亿元人民币。", "currency"),
    Trial("Fees of €25m.", "Fees were €25m."),
    Trial("Fees of €25m.", "Fees were $25m.", "currency"),
    Trial("Fees of $25m.", "费用为2,500万美元。"),
    // Dates.
    Trial("公告日期2026年8月15日。", "公告于2026-08-15发布。"),
    Trial("公告日期2026年8月15日。", "公告于2025年8月15日发布。", "period"),
    Trial("公告日期2026年8月15日。", "公告于8月16日发布。", "period"),
    Trial("Filed on July 3, 2018.", "It was filed on 3 July 2018."),
    Trial("Filed on July 3, 2018.", "It was filed on July 9, 2018.", "period"),
    // Identifiers.
    Trial("依据银发〔2026〕42号执行。", "见银发[2026]42号。"),
    Trial("依据银发〔2026〕42号执行。", "见银发〔2021〕237号。", "absent"),
    Trial("《证券投资顾问业务暂行规定》第十九条禁止承诺收益。", "《证券投资顾问业务暂行规定》第19条禁止承诺收益。"),
    Trial("《证券投资顾问业务暂行规定》第十九条禁止承诺收益。", "《证券投资顾问业务暂行规定》第五十条禁止承诺收益。", "absent"),
    Trial("See Section 10(b).", "Section 10(b) applies."),
    Trial("See Section 10(b).", "Section 10(c) applies.", "absent"),
    Trial("管理费0.15%/年。", "管理费0.15% [kb:prod-07#2]。"),
    Trial("管理费0.15%/年。", "管理费0.15% [1]。"),
    Trial("管理费0.15%/年。", "管理费0.15% [kb:prod-99#2]。", "absent"),
    Trial("管理费0.15%/年。", "管理费0.15% [2]。", "absent"),
    Trial("客服热线95588。", "请拨打95588。"),
    Trial("客服热线95588。", "请拨打客服400-123-4567。", "absent"),
    Trial("网址www.example-bank.cn。", "请访问 https://www.example-bank.cn/help 。"),
    Trial("网址www.example-bank.cn。", "请访问 www.examp1e-bank.cn 。", "absent"),
    Trial("Call +1-800-555-0100.", "Call 1-800-555-0199.", "absent"),
    // Arithmetic.
    Trial("年利率3.5%。", asked: "10万元存180天利息多少？", "10万元×3.5%×180/365=1,726.03元。"),
    Trial("年利率3.5%。", asked: "10万元存180天利息多少？", "利息为1,726.03元。"),
    Trial("年利率3.5%。", asked: "10万元存180天利息多少？", "利息为1,750.00元。"),
    Trial("年利率3.5%。", asked: "10万元存180天利息多少？", "利息为1,525元。", "absent"),
    Trial(bank, "128.6 - 115.2 = 14.4", "arithmetic"),
    Trial("月费率0.6%。", asked: "12,000元分12期，手续费多少？", "手续费合计864元，每期1,072元。"),
    // What needs no evidence.
    Trial(bank, "1. 先登录手机银行\n2. 再点击查询\n资料中没有该信息，请以产品说明书为准。"),
    Trial(bank, asked: "20万元怎么存？", "您的20万元可以分3步存入。"),
    Trial("", ""),
  ]

  @Test(arguments: trials) func findsWhatIsWrongAndPassesWhatIsRight(_ trial: Trial) {
    let faults = trial.faults()
    if let fault = trial.fault {
      #expect(faults.contains { $0.kind == fault && $0.tier != .warn }, "found \(faults.map { "\($0.kind) \($0.tier)" })")
    } else {
      #expect(faults.isEmpty, "found \(faults.map { "\($0.kind) \($0.tier)" })")
    }
  }

  static let product = "稳享90天：七日年化收益率2.135%，起购金额1万元，期限90天。"
  static let income = "Net interest income was $4.52bn in 2025, up from $4.10bn in 2024. The fee is 0.15% a year."

  @Test(arguments: [
    Trial(product, "起购金额5000元。"), Trial(product, "期限91天。"), Trial("单笔限额5万元。", "单笔限额20万元。"),
    Trial("单笔5万元，每日20万元。", "单笔10万元。"), Trial("年费100元。", "年费300元。"), Trial("逾期超过3个月上报。", "逾期超过6个月上报。"),
    Trial("Term is 12 months.", "Term is 24 months."), Trial("The fee is 0.15%.", "The fee is 0.51%."),
    Trial("设网点12家。", "设网点15家。"), Trial("销量44万辆，同比增长30%。", "销量55万辆，同比增长30%。"),
    Trial(income, "The fee is 0.51 percent a year."), Trial(income, "Net interest income was $5.42bn."),
  ])
  func whatNothingCouldHaveGivenIsCertain(_ trial: Trial) {
    let tiers = trial.faults([.quantity]).map(\.tier)
    #expect(tiers == [.certain], "found \(tiers)")
  }

  @Test(arguments: [
    // Counts, and what the passages do not measure at all.
    Trial("有3种方式。", "有5种方式。"), Trial("起购金额1万元。", "期限91天。"),
    // Rounded, converted, computed without a word of it.
    Trial("涨至40310美元。", "重回4万美元上方。"), Trial("期限3年，宽限期6个月。", "期限36个月。"), Trial("期限1年。", "期限365天。"),
    Trial("违约金为剩余本金的1%。本金100万元。", "违约金为1万元。"), Trial("净利润7861万元，将减少4861万元。", "净利润3000万元。"),
    // Operands stand by.
    Trial("年利率3.5%。", asked: "10万元存180天利息多少？", "利息为1,525元。"), Trial(segments, "分部收入合计24.0亿元。"),
    Trial("Sales grew 2678.2%.", "Sales grew more than 26 times."),
  ])
  func whatMayHaveBeenComputedIsNotCertain(_ trial: Trial) {
    let tiers = trial.faults([.quantity]).map(\.tier)
    #expect(!tiers.contains(.certain), "found \(tiers)")
  }

  @Test func everyMentionIsJudgedAtItsOwnPlace() {
    let answer = Array("营业收入126.8亿元，同比增长11.6%。".utf8)
    let index = EvidenceIndex(passages: [Passage(id: "a", utf8: Array(Self.bank.utf8))], question: [])
    // Of answers only those are judged that nothing answers.
    for kind in MentionKind.allCases where kind != .answer {
      #expect(index.judge(kind, in: answer).map(\.range) == Recognizer.mentions(of: kind, in: answer).map(\.range))
    }
  }

  @Test func theNearestEvidenceIsNamed() throws {
    let index = EvidenceIndex(passages: [Passage(id: "a", utf8: Array(Self.bank.utf8))], question: [])
    let judgement = try #require(index.judge(.quantity, in: Array("营业收入126.8亿元。".utf8)).first)
    let nearest = try #require(judgement.nearest)
    #expect(String(decoding: Array(Self.bank.utf8)[nearest.range], as: UTF8.self) == "128.6亿元")
    #expect(judgement.unit == "money")
  }

  @Test func reasonsQuoteNothing() {
    for trial in Self.trials {
      for fault in trial.faults() {
        let digits = (fault.reasonZh + fault.reasonEn).unicodeScalars.contains { ("0"..."9").contains($0) }
        #expect(!digits && !fault.reasonZh.isEmpty && !fault.reasonEn.isEmpty)
      }
    }
  }

  @Test func optionsAreHeeded() {
    var options = GroundingOptions()
    options.derive = false
    let passages = [Passage(id: "a", utf8: Array(Self.segments.utf8))]
    let strict = EvidenceIndex(passages: passages, question: [])
    #expect(isUnsupported(strict.judge(.quantity, in: Array("分部收入合计25.0亿元。".utf8), options: options)))
    options = GroundingOptions()
    options.matchUnits = false
    let loose = EvidenceIndex(passages: [Passage(id: "a", utf8: Array("每股分红1.58元。".utf8))], question: [])
    #expect(!isUnsupported(loose.judge(.quantity, in: Array("每股分红1.58%。".utf8), options: options)))
  }

  private func isUnsupported(_ judgements: [ClaimJudgement]) -> Bool {
    judgements.contains { if case .unsupported = $0.outcome { true } else { false } }
  }

  @Test(
    .timeLimit(.minutes(10)),
    arguments: ["7", "1,", "(", "1=", "由1%", "[1", "约", "1.", "1 | ", "《", "第", "2026年", "a.b-", "增", "万", "1-", "from 1 to 2 "])
  func hostileTextsTakeNoLongerThanTheirLength(_ piece: String) {
    let text = Array(String(repeating: piece, count: 600).utf8)
    let index = EvidenceIndex(passages: [Passage(id: "a", utf8: text)], question: text)
    for kind in MentionKind.allCases { _ = index.judge(kind, in: text) }
  }
}
