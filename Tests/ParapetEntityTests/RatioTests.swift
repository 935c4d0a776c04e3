import ParapetEntity
import Testing

/// Ratios in words, amounts in capitals, and codes of securities: the value and the exact stretch of each.
@Suite struct RatioTests {
  static func read(_ text: String) -> [(piece: String, value: String, unit: Quantity.Unit)] {
    let bytes = Array(text.utf8)
    return Recognizer.mentions(of: .quantity, in: bytes).compactMap { mention in
      mention.quantity.map { (String(decoding: bytes[mention.range], as: UTF8.self), $0.value.text, $0.unit) }
    }
  }

  @Test(arguments: [
    ("会员享八折优惠", "八折", "80"), ("现打九五折", "九五折", "95"), ("低至8.8折起", "8.8折", "88"), ("全场95折", "95折", "95"), ("5折封顶", "5折", "50"),
    ("印花税千分之一", "千分之一", "0.1"), ("佣金万分之二点五", "万分之二点五", "0.025"), ("违约金按日万分之5计收", "万分之5", "0.05"), ("不超过千分之3.5", "千分之3.5", "0.35"),
    ("占百分之十二", "百分之十二", "12"),
  ])
  func sharesInWordsAreReadInPerCent(_ text: String, _ piece: String, _ value: String) throws {
    let found = try #require(Self.read(text).first)
    #expect((found.piece, found.value) == (piece, value))
    #expect(found.unit == .percent)
  }

  @Test(arguments: [
    ("罚息按日息万五计收", "万五", "0.05"), ("佣金万1.5", "万1.5", "0.015"), ("手续费千一", "千一", "0.1"), ("月息八厘", "八厘", "0.8"), ("月息1分", "1分", "1"),
    ("年息为六厘", "六厘", "6"),
    ("日息2厘", "2厘", "0.02"), ("年息1.2分", "1.2分", "12"),
  ])
  func interestInCustomaryWordsIsReadInPerCent(_ text: String, _ piece: String, _ value: String) throws {
    let found = try #require(Self.read(text).first)
    #expect((found.piece, found.value) == (piece, value))
    #expect(found.unit == .percent)
  }

  @Test(arguments: ["得了八分", "万一亏损", "手续费千万元", "利息五千元", "月息分期", "利率万分"])
  func otherWordsAreNoRates(_ text: String) { #expect(Self.read(text).allSatisfy { $0.unit != .percent }) }

  @Test(arguments: [
    ("收入翻番", "翻番", "2"), ("规模翻了一番", "翻了一番", "2"), ("利润翻两番", "翻两番", "4"), ("十年翻3番", "翻3番", "8"), ("用户数翻倍", "翻倍", "2"),
  ])
  func doublingsAreMultiples(_ text: String, _ piece: String, _ value: String) throws {
    let found = try #require(Self.read(text).first { $0.unit == .multiple })
    #expect((found.piece, found.value) == (piece, value))
  }

  @Test(arguments: [
    ("金额壹亿贰仟万元整", "壹亿贰仟万元整", "120000000"), ("合计人民币壹拾万柒仟元伍角叁分", "人民币壹拾万柒仟元伍角叁分", "107000.53"),
    ("大写：伍佰元整。", "伍佰元整", "500"), ("贷款叁仟贰佰万元", "叁仟贰佰万元", "32000000"),
  ])
  func amountsInCapitalsAreMoney(_ text: String, _ piece: String, _ value: String) throws {
    let found = try #require(Self.read(text).first)
    #expect((found.piece, found.value) == (piece, value))
    #expect(found.unit == .money)
  }

  @Test(arguments: ["折合人民币", "一波三折", "三折页宣传单", "陆家嘴与伍先生", "翻看两遍", "五折算法", "百折不挠"])
  func whatOnlyLooksLikeOneIsNone(_ text: String) { #expect(Self.read(text).isEmpty) }

  @Test(arguments: [
    ("招商示例（600519.SH）", "600519.SH", "sh:600519"), ("港股00700.HK收涨", "00700.HK", "hk:00700"), ("listed as 700.HK", "700.HK", "hk:00700"),
    ("输入SZ000001查询", "SZ000001", "sz:000001"), ("基金代码：110022，", "110022", "110022"), ("代码600036，", "600036", "600036"),
    ("证券代码为 600519", "600519", "600519"),
    ("the fund code is 161725", "161725", "161725"), ("ISIN US0378331005 applies", "US0378331005", "isin:us0378331005"),
  ])
  func codesOfSecuritiesAreReadAsWhatTheyAre(_ text: String, _ piece: String, _ key: String) throws {
    let bytes = Array(text.utf8)
    let found = Recognizer.mentions(of: .securityCode, in: bytes)
    #expect(found.map { String(decoding: bytes[$0.range], as: UTF8.self) } == [piece])
    #expect(found.first?.reading == .key(Array(key.utf8)))
    #expect(Recognizer.mentions(of: .quantity, in: bytes).isEmpty)
  }

  /// A wrong check digit, no word that calls it a code, and another kind of number.
  @Test(arguments: ["ISIN US0378331006", "收盘600519手", "邮编518000", "600519.00元", "行政区划代码110101"])
  func otherNumbersAreNoCodes(_ text: String) { #expect(Recognizer.mentions(of: .securityCode, in: Array(text.utf8)).isEmpty) }

  @Test func aWallOfCapitalsTakesNoSquareOfItsLength() {
    let wall = Array(String(repeating: "壹", count: 100_000).utf8)
    let time = ContinuousClock().measure { _ = Recognizer.mentions(of: .quantity, in: wall) }
    #expect(time < .seconds(5))
  }
}
