import ParapetEntity
import Testing

/// A text and what is found in it, piece by piece.
struct Reading: Sendable, CustomTestStringConvertible {
  let kind: MentionKind
  let text: String
  let found: [String]
  var testDescription: String { "\(kind.rawValue): \(text)" }

  init(_ kind: MentionKind, _ text: String, _ found: String...) {
    self.kind = kind
    self.text = text
    self.found = found
  }
}

@Suite struct RecognizerTests {
  static func pieces(_ kind: MentionKind, _ text: String) -> [String] {
    let bytes = Array(text.utf8)
    return Recognizer.mentions(of: kind, in: bytes).map { String(decoding: bytes[$0.range], as: UTF8.self) }
  }

  static func quantity(_ text: String) -> Quantity? { Recognizer.mentions(of: .quantity, in: Array(text.utf8)).first?.quantity }

  static let readings = [
    Reading(.quantity, "营业收入128.6亿元，同比增长11.6%", "128.6亿元", "11.6%"),
    Reading(.quantity, "变动-6.76%-4.28%", "-6.76%", "4.28%"),
    Reading(.quantity, "100余万户、20-34岁、三成、百分之五", "100余万户", "20", "34岁", "三成", "百分之五"),
    Reading(.quantity, "下降0.09个百分点（9bp）", "0.09个百分点", "9bp"),
    Reading(.quantity, "a loss of US$ (20.0) million and 25 basis points", "US$ (20.0) million", "25 basis points"),
    Reading(.quantity, "twenty-five percent of 4,650,000 shares", "twenty-five percent", "4,650,000 shares"),
    Reading(.quantity, "1. 先登录\n2) 再查询"),
    Reading(.quantity, "2026年8月15日 14:30 银发〔2026〕42号 [3] 400-800-8000 版本1.2.3"),
    Reading(.quantity, "总资产13800000000元", "13800000000元"),
    Reading(.quantity, "订单号202608151230001234567890"),
    Reading(.quantity, "5G和737MAX，Rivian147美元", "5G", "737MAX", "147美元"),
    Reading(.money, "12亿港元、$4.52bn、3家", "12亿港元", "$4.52bn"),
    Reading(.date, "2026年上半年、二〇二六年一季度、8月15日、16日起", "2026年上半年", "二〇二六年一季度", "8月15日", "16日"),
    Reading(
      .date, "2026-08-15, 15/08/2026, July 3, 2018, 3 July, Q3 2019, FY19, fiscal 2019", "2026-08-15", "15/08/2026", "July 3, 2018",
      "3 July", "Q3 2019", "FY19", "2019"),
    Reading(.date, "自二〇二六年五月一日、二〇二五年十二月起", "二〇二六年五月一日", "二〇二五年十二月"),
    Reading(.date, "the first half of 2026, its first half and nine months of 2025", "first half of 2026", "nine months of 2025"),
    Reading(.date, "近2000家、2,018元、3个月、2019万元"),
    Reading(.documentNumber, "根据银发〔2026〕42号和证监会公告[2020]66号、金规(2025)9号", "银发〔2026〕42号", "证监会公告[2020]66号", "金规(2025)9号"),
    Reading(.lawArticle, "《证券法》第八十八条第一款、第17条、第三季度", "《证券法》第八十八条第一款", "第17条"),
    Reading(.lawArticle, "Section 10(b), Article 5, Rule 206(4)-1(h)", "Section 10(b)", "Article 5", "Rule 206(4)-1(h)"),
    Reading(.citation, "见[3]、[kb:prod-07#2]、【1】、[1, 2]；[文字](u) [2026]", "[3]", "[kb:prod-07#2]", "【1】", "[1, 2]"),
    Reading(.contact, "热线95588、400-800-8000、010-66010000、13800138000", "95588", "400-800-8000", "010-66010000", "13800138000"),
    Reading(
      .contact, "visit https://www.example.com/a?b=1, a@b.com or 1-800-555-0100; v1.2.3 e.g. this", "https://www.example.com/a?b=1",
      "a@b.com", "1-800-555-0100"),
    Reading(.contact, "贷款95588元，13800138000元"),
    Reading(.equation, "128.6/115.2-1=11.63%，a==b，1+1=2", "128.6/115.2-1=11.63%", "1+1=2"),
    Reading(.equation, "10万元×3.5%×180/365 ≈ 1,726.03元", "10万元×3.5%×180/365 ≈ 1,726.03元"),
    // The characters 贷, 钒 and 者 are followed by it or end in a byte of ÷ and ×; powers, functions and unknowns are not computed.
    Reading(.equation, "房贷100×5%=5，贷10+5=15，钒1+2=3", "100×5%=5", "10+5=15", "1+2=3"),
    Reading(.equation, "√9+1=4，8÷4×2=4，2x+3=7，2x-3=7，f(1+2)=5，100×1.05²=110.25，2x3=6，2x+3x=5x", "8÷4×2=4", "2x3=6", "2x+3x=5x"),
    Reading(.direction, "同比增长，跌幅收窄，增持，It rose, then declined up to 5", "增长", "跌幅", "收窄", "rose", "declined"),
  ]

  @Test(arguments: readings) func findsTheMentions(_ reading: Reading) {
    #expect(Self.pieces(reading.kind, reading.text) == reading.found)
  }

  @Test func valuesAreRead() throws {
    let expected: [(String, Int, Int, Quantity.Unit)] = [
      // Text, value in thousandths, unit of the last digit in thousandths, unit.
      ("15.74亿", 1_574_000_000_000, 1_000_000_000, .plain), ("3.5%", 3_500, 100, .percent), ("三成", 30_000, 10_000, .percent),
      ("百分之五", 5_000, 1_000, .percent), ("两万五千元", 25_000_000, 1_000_000, .money), ("2千瓦", 2_000, 1_000, .counted),
      ("3万亿元", 3_000_000_000_000_000, 1_000_000_000_000_000, .money), ("$4.5m", 4_500_000_000, 100_000_000, .money),
      ("4.5 million", 4_500_000_000, 100_000_000, .plain), ("5‰", 500, 100, .percent), ("25bps", 25_000, 1_000, .basisPoints),
      ("(1,234)", -1_234_000, 1_000, .plain), ("21.2倍", 21_200, 100, .multiple), ("1,234.50", 1_234_500, 10, .plain),
    ]
    for (text, value, precision, unit) in expected {
      let quantity = try #require(Self.quantity(text), "\(text)")
      #expect(quantity.value.billionths == Int128(value) * 1_000_000, "\(text)")
      #expect(quantity.precision.billionths == Int128(precision) * 1_000_000, "\(text)")
      #expect(quantity.unit == unit, "\(text)")
    }
  }

  @Test func hedgesAndCurrenciesAreRead() {
    #expect(Self.quantity("约3%")?.hedge == .about)
    #expect(Self.quantity("超7万")?.hedge == .over)
    #expect(Self.quantity("近20%")?.hedge == .under)
    #expect(Self.quantity("不超过20%")?.hedge == nil)
    #expect(Self.quantity("nearly $5")?.hedge == .under)
    #expect(Self.quantity("12亿港元")?.currency == .hongKongDollar)
    #expect(Self.quantity("$5")?.currency == .anyDollar)
    #expect(Self.quantity("US$5")?.currency == .usDollar)
    #expect(Self.quantity("RMB5")?.currency == .yuan)
    #expect(Quantity.Currency.anyDollar.mayBe(.usDollar) && !Quantity.Currency.euro.mayBe(.anyDollar))
  }

  @Test func fixedPointIsExactAndBounded() {
    let tenth = FixedPoint(1).shifted(-1)
    #expect((tenth ?? .zero) + FixedPoint(billionths: 200_000_000) == FixedPoint(billionths: 300_000_000))
    #expect(FixedPoint(1).divided(by: .zero) == nil)
    #expect(FixedPoint(1_000_000_000).times(FixedPoint(1_000_000_000)) == nil)
    #expect(FixedPoint(1).shifted(18) == nil && FixedPoint(1).shifted(17) != nil)
  }

  @Test func mentionsKeepTheirOrderAndTheirBytes() {
    let text = Array("2026年，见[1]：收入3.2亿元（+5%），热线95588，《证券法》第五条，1+1=2，银发〔2026〕42号。".utf8)
    for kind in MentionKind.allCases {
      let mentions = Recognizer.mentions(of: kind, in: text)
      for (first, second) in zip(mentions, mentions.dropFirst()) { #expect(first.range.upperBound <= second.range.lowerBound) }
      #expect(mentions.allSatisfy { $0.kind == kind })
    }
  }

  @Test(
    .timeLimit(.minutes(10)),
    arguments: ["7", "1,", "(", "1=", "[", "1.", "《", "第", "二", "a.b-", "增", "万", "1-", "http://", "@", "\u{0}", "€", "1 "])
  func hostileTextsTakeNoLongerThanTheirLength(_ piece: String) {
    let text = Array(String(repeating: piece, count: piece == "7" ? 100_000 : piece == "[" || piece == "(" ? 10_000 : 2_000).utf8)
    for kind in MentionKind.allCases { _ = Recognizer.mentions(of: kind, in: text) }
  }

  @Test func cutTextsAreRead() {
    // A text may end anywhere, even within a character.
    let text = Array("约12.5亿元《法》第十条〔2026〕3号[1]=3+4=7 a@b.com 400-800-8000 2026年8月15日±≈−".utf8)
    for end in text.indices {
      for kind in MentionKind.allCases { _ = Recognizer.mentions(of: kind, in: Array(text[..<end])) }
      for kind in MentionKind.allCases { _ = Recognizer.mentions(of: kind, in: Array(text[end...])) }
    }
  }
}
