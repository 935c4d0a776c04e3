import ParapetEntity
import Testing

/// Validators of figures that stand together, and of codes.
@Suite struct FigureValidatorTests {
  private func accepts(_ name: String, _ text: String) throws -> Bool {
    try #require(Validator.all[name]).accepts(Array(text.utf8)[...])
  }

  @Test(
    arguments: [
      ("￥107,000.53 人民币壹拾万柒仟元伍角叁分", true), ("￥107,000.53 人民币壹拾万零柒仟元伍角叁分", true), ("￥1,680.32 壹仟陆佰捌拾元叁角贰分", true),
      ("￥1,680.32 壹仟陆佰捌拾元零叁角贰分", true), ("￥16,409.02 壹万陆仟肆佰零玖元贰角", false), ("￥16,409.02 壹万陆仟肆佰零玖元零贰分", true),
      ("壹亿零壹佰万元整 101,000,000.00", true), ("壹万亿元整 1000000000000", true), ("壹拾元整 10", true), ("拾元整 10", true), ("10.7万元 壹拾万柒仟元整", true),
      ("壹佰圆正 ￥100", true), ("贰佰元 ￥200.01", false), ("伍仟元 5000.00元", true), ("无 5000", false), ("壹壹元 11", false), ("壹仟壹仟元 2000", false),
    ])
  func `amounts in capitals and in digits`(text: String, agree: Bool) throws {
    #expect(try accepts("cn-amounts-agree", text) == agree)
  }

  @Test(
    arguments: [
      ("3.6%–7.2%", true), ("7.2%–3.6%", false), ("5万–50万元", true), ("50–5万元", false), ("5–50万元", true), ("5%", true), ("3%至3%", true),
    ])
  func `ends of a range`(text: String, ascends: Bool) throws {
    #expect(try accepts("range-ascends", text) == ascends)
  }

  @Test(
    arguments: [
      ("45%、债券30%、现金20%", false), ("45%、债券30%、现金25%", true), ("33.3%、二类33.3%、三类33.3%", true), ("33.3%、二类33.3%、三类33.1%", false),
      ("100%", true),
    ])
  func `shares of a whole`(text: String, complete: Bool) throws {
    #expect(try accepts("shares-complete", text) == complete)
  }

  private static let head = "| 项目 | 金额 |\n|---|---|\n"
  @Test(
    arguments: [
      (head + "| 甲 | 10 |\n| 乙 | 20 |\n| 合计 | 30 |", true), (head + "| 甲 | 10 |\n| 乙 | 20 |\n| **合计** | 32 |", false),
      (head + "| 甲 | 10 |\n| 乙 | 20 |\n| 合计 | 31 |", true),
      (head + "| 甲 | 10.3 |\n| 乙 | 20.3 |\n| 合计 | 30.7 |", true), (head + "| 甲 | 10.3 |\n| 乙 | 20.3 |\n| 合计 | 31.0 |", false),
      (head + "| 甲 | 10 |\n| 乙 | – |\n| 合计 | 99 |", true), (head + "| 甲 | 10 |\n| 小计 | 10 |\n| 乙 | 5 |\n| 合计 | 99 |", true),
      (head + "| 甲 | 10 |\n| 合计 | 99 |", true), (head + "| 甲 | 10 |\n| 乙 | 20 |", true), ("", false), ("|", true), ("| 合计 |", true),
      (head + "| 甲 | (10) |\n| 乙 | 20 |\n| 合计 | 10 |", true),
    ])
  func `totals of a table`(text: String, addsUp: Bool) throws {
    #expect(try accepts("table-adds-up", text) == addsUp)
  }

  @Test(
    arguments: [
      ("3.45%降至3.35%，下降0.1%", false), ("4%降至2%，下降50%", true), ("3.45%降至3.35%", true), ("100%降至50%，下降50%", true),
    ])
  func `differences of rates`(text: String, right: Bool) throws {
    #expect(try accepts("rate-change-in-points", text) == right)
  }

  @Test(arguments: [("$5,000美元", true), ("¥5000美元", false), ("¥3万日元", true), ("€300 EUR", true), ("£20 EUR", false), ("5000", true)])
  func `currencies of one amount`(text: String, one: Bool) throws {
    #expect(try accepts("one-currency", text) == one)
  }

  @Test func `codes of the standards`() throws {
    for code in ["ABCDCN22", "ABCDGB2LXXX", "abcdcn22"] { #expect(try accepts("bic", code)) }
    for code in ["ABCDXX22", "AB1DCN22", "ABCDCN2", "ABCDCN22XX", ""] { #expect(try !accepts("bic", code)) }
    for code in ["CNY", "USD", "HKD", "XAF"] { #expect(try accepts("currency-code", code)) }
    for code in ["RMB", "UKP", "XXY", "CN", ""] { #expect(try !accepts("currency-code", code)) }
    for code in ["CN", "HK", "GB", "US"] { #expect(try accepts("country-code", code)) }
    for code in ["UK", "XX", "EU", "CHN", ""] { #expect(try !accepts("country-code", code)) }
    for code in ["SALA", "SUPP", "PENS", "INTC"] { #expect(try accepts("payment-purpose", code)) }
    for code in ["SALY", "SAL", "SALAR", ""] { #expect(try !accepts("payment-purpose", code)) }
    for code in ["110000", "110105", "440305", "429004", "659001", "371202", "810000", "440305001000"] {
      #expect(try accepts("cn-division", code))
    }
    for code in ["160101", "111501", "440001x", "341400", "4403", "000000", ""] { #expect(try !accepts("cn-division", code)) }
  }
}
