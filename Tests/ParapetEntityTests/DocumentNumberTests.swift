import ParapetEntity
import Testing

/// Numbers of official documents in Chinese and in English: what is one document has one key.
@Suite struct DocumentNumberTests {
  static func read(_ kind: MentionKind, _ text: String) -> [(piece: String, key: String)] {
    let bytes = Array(text.utf8)
    return Recognizer.mentions(of: kind, in: bytes).compactMap { mention in
      guard case .key(let key) = mention.reading else { return nil }
      return (String(decoding: bytes[mention.range], as: UTF8.self), String(decoding: key, as: UTF8.self))
    }
  }

  @Test(arguments: [
    ("under Yinfa [2018] No. 106 of the bank", "Yinfa [2018] No. 106", "银发(2018)106"),
    ("Yin Fa (2018) No.106", "Yin Fa (2018) No.106", "银发(2018)106"),
    ("the Yin-Fa [2018] 106", "Yin-Fa [2018] 106", "银发(2018)106"),
    ("See Yin Bao Jian Fa [2021] No. 17.", "Yin Bao Jian Fa [2021] No. 17", "银保监发(2021)17"),
    ("Caikuai [2017] No. 7", "Caikuai [2017] No. 7", "财会(2017)7"), ("Guobanfa [2014] No. 17", "Guobanfa [2014] No. 17", "国办发(2014)17"),
    ("the CBIRC Order No. 3 of 2020", "CBIRC Order No. 3 of 2020", "银保监会令(2020)3"),
    ("CBIRC Decree No. 1 [2020] of May", "CBIRC Decree No. 1 [2020]", "银保监会令(2020)1"),
    ("CBIRC Order [2020] No. 3", "CBIRC Order [2020] No. 3", "银保监会令(2020)3"), ("Order [2020] No. 3", "Order [2020] No. 3", "令(2020)3"),
    ("Decree No. 3 [2020] of the CBIRC", "Decree No. 3 [2020]", "银保监会令(2020)3"),
    ("State Council Order No. 764", "State Council Order No. 764", "国务院令()764"),
    ("CSRC Announcement [2026] No. 1", "CSRC Announcement [2026] No. 1", "证监会公告(2026)1"),
    ("依据银保监会令2020年第3号", "银保监会令2020年第3号", "银保监会令(2020)3"),
    ("《条例》（国务院令第764号）", "国务院令第764号", "国务院令()764"),
    ("国家金融监督管理总局令2025年第3号公布", "国家金融监督管理总局令2025年第3号", "金融监管总局令(2025)3"),
    ("中国人民银行公告2021年第07号", "中国人民银行公告2021年第07号", "中国人民银行公告(2021)7"),
  ])
  func oneKeyInBothLanguages(_ text: String, _ piece: String, _ key: String) throws {
    let found = try #require(Self.read(.documentNumber, text).first, "\(text)")
    #expect((found.piece, found.key) == (piece, key))
  }

  @Test(arguments: [
    "Executive Order No. 14117 of 2024", "purchase order No. 764", "[2026] No. 42", "Note No. 5 of 2020", "the Fa [2018] No. 106",
    "safe order No. 3 of 2020",
    "报告第764号", "2020年第3号台风", "订单令人意外", "no. 3 of 2020",
  ])
  func othersAreNone(_ text: String) { #expect(Self.read(.documentNumber, text).isEmpty) }

  @Test(arguments: [
    ("Article 17 of the Commercial Bank Law applies", "《commercial bank law》条17"),
    ("the PRC Commercial Bank Law (Article 4)", "《commercial bank law》条4"),
    ("Article 3 of the Law of the People's Republic of China on Commercial Banks", "《law on commercial banks》条3"),
    ("Article 17 of the former General Rules for Loans", "《general rules for loans》条17"),
    ("Article 5 of the Loan Agreement", "条5"), ("Article 5(1)(a)", "条5(1)(a)"),
    ("Section 10(b) of the Securities Exchange Act of 1934", "《securities exchange act》sec10(b)"), ("under Law, Article 9", "条9"),
  ])
  func articlesKnowTheirLaw(_ text: String, _ key: String) throws {
    #expect(try #require(Self.read(.lawArticle, text).first).key == key)
  }
}
