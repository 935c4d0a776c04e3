import ParapetText
import Testing

@Suite("Disguised identifiers")
struct ObfuscationTests {
  static let all: Fold = [.width, .invisible, .gaps, .numerals]

  @Test(
    "the number comes out whole, and the way back leads to its disguise",
    arguments: [
      "１３８００１３８０００", "①③⑧⓪⓪①③⑧⓪⓪⓪", "⑴⑶⑻⓪⓪⑴⑶⑻⓪⓪⓪", "❶❸❽⓿⓿❶❸❽⓿⓿⓿", "⓵⓷⓼🄋🄋⓵⓷⓼🄋🄋🄋", "𝟭𝟯𝟴𝟬𝟬𝟭𝟯𝟴𝟬𝟬𝟬", "¹³⁸⁰⁰¹³⁸⁰⁰⁰", "₁₃₈₀₀₁₃₈₀₀₀",
      "1️⃣3️⃣8️⃣0️⃣0️⃣1️⃣3️⃣8️⃣0️⃣0️⃣0️⃣", "١٣٨٠٠١٣٨٠٠٠", "१३८००१३८०००", "一三八零零一三八零零零", "一三八〇〇一三八〇〇〇", "一三八○○一三八○○○", "一38零013八000",
      "壹叁捌零零壹叁捌零零零", "壹參捌零零壹參捌零零零", "幺三八洞洞幺三八洞洞洞", "幺叁八零零幺三捌〇〇洞", "138 0013 8000", "138-0013-8000", "138.0013.8000",
      "138/0013/8000", "138,0013,8000", "138，0013，8000", "(138)0013·8000", "1-3-8-0-0-1-3-8-0-0-0", "1.3.8.0.0.1.3.8.0.0.0",
      "138 - 0013 - 8000", "138\u{A0}0013\u{3000}8000",
      "138—0013–8000", "138•0013・8000", "138_0013_8000", "138（0013）8000", "138。0013。8000", "138\u{200B}0013\u{200D}8000",
      "138 \u{200B} 0013\u{2060}8000",
      "**138**0013**8000**", "**138** **0013** **8000**", "<b>138</b>0013<i>8000", "138{,}0013{,}8000", "138 00\n13 8000",
      "138 0013\r\n8000", "138★0013★8000",
      "一三八 零零一三 八零零零", "①③⑧ ⓪⓪①③ ⑧⓪⓪⓪", "１３８－００１３－８０００", "一 三 八 零 零 一 三 八 零 零 零",
    ])
  func disguises(disguise: String) throws {
    for (before, after) in [("", ""), ("电话：", "，请记"), ("Tel: ", "."), ("我的号码", "谢谢")] {
      let text = Text(before + disguise + after)
      let view = text.view(Self.all)
      let found = try #require(view.utf8.ranges(of: Array("13800138000".utf8)).first, "\(view.string)")
      let original = text.string(in: view.original(found))
      let core = disguise.trimming("()*")
      let opened = core.hasPrefix("<b>") ? String(core.dropFirst(3)) : core
      #expect(opened.unicodeScalars.starts(with: original.unicodeScalars), "\(original)")
      #expect(opened.unicodeScalars.count - original.unicodeScalars.count <= 2, "\(original)")
    }
  }

  @Test(
    "what only looks like it stays",
    arguments: [
      "① 登录 ② 点击 ③ 提交", "二〇二六年八月十五日", "一百三十八亿零一万", "三三两两", "一五一十", "三七二十一", "人民币壹拾万柒仟元伍角叁分", "两个", "山洞", "勾选", "拐点", "幺幺零",
      "一二三四五六七万", "三点一四一五九二六五", "2026-08-15", "2026/8/5", "2026.08.15", "2026-08-15 2026-09-15", "1,380,013,800.00", "1,38,00,138",
      "3.45-4.20%", "3.45",
      "104.2500, 3.4500", "192.168.1.1", "192.168.10.11", "1:3:8", "6.1.4.1", "余额100，200", "2021, 2022, 2023", "共5000。2026年", "138****8000",
      "138○○○○8000", "138●●8000",
      "100\n200\n300", "12 : 30", "13.5 元", "第3条。4", "(3)", "张三、李四", "138    0013    8000", "大陆一行", "参加两会", "13800138000一直",
      "统一13800138000",
      "一三八零零一", "A1B2C3", "30 x 40", "1920 x 1080",
    ])
  func traps(text: String) {
    let folded = Fold([.invisible, .gaps, .numerals]).apply(text)
    #expect(folded == text, "\(folded)")
  }

  @Test(
    "words at the edge of a number stay words",
    arguments: [
      ("一三八零零一三八零零零勾选", "13800138000勾选"), ("山洞一三八零零一三八零零零", "山洞13800138000"), ("大陆一三八零零一三八零零零参加", "大陆13800138000参加"),
      ("13800138000一直", "13800138000一直"), ("1380013800零。", "13800138000。"), ("١٣٨", "138"), ("一三八零零一三八零零零一直响", "13800138000一直响"),
      ("唯一一三八零零一三八零零零", "唯一13800138000"), ("幺三八洞洞幺三八洞洞洞谢谢", "13800138000谢谢"),
      ("138○○○○8000", "138○○○○8000"), ("①③⑧○○○○", "①③⑧○○○○"), ("一三八〇〇○○三", "13800003"), ("①③⑧", "①③⑧"),
      ("2026年一三八零零一三八零零零", "2026年13800138000"),
    ])
  func edges(text: String, expected: String) {
    #expect(Fold.numerals.apply(text) == expected)
  }

  @Test(
    "an identity number with its check character",
    arguments: [
      "110105 19491231 002X", "110105 1949 1231 002x", "110105-19491231-002-X", "110105 1949-12-31 002X", "11010519491231002 X",
      "１１０１０５ １９４９１２３１ ００２Ｘ", "11010519491231002-Ⅹ",
    ])
  func identityNumber(disguise: String) throws {
    let view = Text("证件\(disguise)。").view([.standard, .gaps, .case])
    #expect(view.string == "证件11010519491231002x。")
    #expect(view.original(6..<24) == 6..<6 + disguise.utf8.count)
  }

  @Test(
    "words broken up",
    arguments: [
      ("保.本", "保本"), ("保 本", "保本"), ("保*本", "保本"), ("稳·赚", "稳赚"), ("跑_分", "跑分"), ("保❤\u{FE0F}本", "保本"), ("保👍🏽本", "保本"),
      ("身\u{200B}分\u{200B}證", "身分证"), ("銀 行 卡 號", "银行卡号"),
    ])
  func words(disguise: String, word: String) {
    let view = Text("请\(disguise)吧").view([.standard, .gaps, .han])
    #expect(view.string == "请\(word)吧")
    #expect(view.original(3..<3 + word.utf8.count) == 3..<3 + disguise.utf8.count)
  }
}

extension String {
  /// This string without the given characters at both ends.
  fileprivate func trimming(_ characters: String) -> String {
    var rest = Substring(self)
    while let first = rest.first, characters.contains(first) { rest.removeFirst() }
    while let last = rest.last, characters.contains(last) { rest.removeLast() }
    return String(rest)
  }
}
