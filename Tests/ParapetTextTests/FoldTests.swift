import ParapetText
import Testing

@Suite("Folds")
struct FoldTests {
  @Test(
    "what a fold makes of a text",
    arguments: [
      (.width, "１３８ＡＢｃ＠％－．／", "138ABc@%-./"), (.width, "，！？（）；：。…、「」《》", "，！？（）；：。…、「」《》"),
      (.width, "￥100 ￡5 ￠ ￦", "¥100 £5 ¢ ₩"), (.width, "一\u{3000}二\u{A0}三", "一 二 三"), (.width, "𝐀𝟭ℝⅩⅹⒶ🅰🅚⒜", "A1RXxAAKa"),
      (.width, "m² x₁ ª", "m2 x1 a"), (.width, "① 登录 ⑵ ❸ ⓪", "① 登录 ⑵ ❸ ⓪"), (.width, "ｱﾞ ﬁ ½ №", "ｱﾞ ﬁ ½ №"),
      (.width, "1‐2‑3‒4–5−6—7", "1-2-3-4-5-6—7"), (.width, "1‧2∙3⋅4・5･6·7•8", "1·2·3·4·5·6·7•8"),
      (.invisible, "1\u{200B}3\u{FEFF}8\u{AD}\u{202E}0", "1380"), (.invisible, "1\u{FE0F}\u{20E3}", "1"),
      (.invisible, "\u{200B}\u{2060}", ""),
      (.invisible, "e\u{301}", "e\u{301}"), (.invisible, "中\u{E0100}文\u{180E}\u{034F}\u{61C}\u{E0061}", "中文"),
      (.case, "ABC xyz ÀÉ ΣΩ ЖЯ ẞ İ Ⱥ", "abc xyz àé σω жя ß i ⱥ"), (.case, "Ａ Ⓐ Ⅹ", "ａ ⓐ ⅹ"), ([.case, .width], "Ａ Ⓐ Ⅹ K", "a a x k"),
      (.han, "銀行帳戶證券臺灣羣裡裏滙豐", "银行账户证券台湾群里里汇丰"), (.han, "保證收益，後續徵信、合夥", "保证收益，后续征信、合伙"),
      (.han, "乾坤著名里程后台台风面干余", "乾坤著名里程后台台风面干余"), (.han, "爲衆説綫啓並佔佈週遊註託産", "为众说线启并占布周游注托产"),
      (.han, "⼈⺠\u{F90A}\u{2F800}", "人民金丽"), (.han, "abc 12", "abc 12"),
      (.gaps, "138 0013 8000", "13800138000"), (.gaps, "保 本", "保本"), (.gaps, "保·本*保.本_本-息", "保本保本本息"), (.gaps, "保❤本", "保本"),
      (.gaps, "1.2.3.4.5.6", "123456"), (.gaps, "1.2.3.4.5", "1.2.3.4.5"),
      (.numerals, "一三八零零一三", "1380013"), (.numerals, "一三八零零一", "一三八零零一"),
      (.gaps, "保\n本，保、 本", "保\n本，保、 本"), (.gaps, "保    本", "保    本"), (.gaps, "A 股 B", "A 股 B"), (.gaps, " 保本 ", " 保本 "),
      (.gaps, "“保”本（保）本", "“保”本（保）本"), (.gaps, "共 3 只", "共 3 只"),
      ([.gaps, .width, .invisible], "１３８\u{3000}００１３\u{200B} ８０００", "13800138000"),
      ([.gaps, .invisible], "薇\u{200B}❤\u{FE0F}信", "薇信"), ([.gaps, .han], "帳 戶", "账户"),
    ] as [(Fold, String, String)])
  func folds(fold: Fold, text: String, expected: String) {
    let folded = fold.apply(text)
    #expect(folded.unicodeScalars.elementsEqual(expected.unicodeScalars), "\(folded.debugDescription)")
  }

  @Test("a fold that changes nothing shares the text and needs no map", arguments: DifferentialTests.folds)
  func identity(fold: Fold) {
    for string in ["", "plain ascii, 12 words. and more of them", "普通的简体文本，没有什么可折叠的。", "é ü ß"] {
      let view = Text(string).view(fold)
      #expect(view.utf8 == Array(string.utf8))
      #expect(view.keepsOffsets)
      #expect(view.original(0..<view.utf8.count) == 0..<view.utf8.count)
    }
  }

  @Test("the way back begins with the first character and ends with the last that is left")
  func original() throws {
    // 0 手(3) 机(3) ZW(3) １(3) ZW(3) ３(3) 8(1) ZW(3) 元(3)
    let view = Text("手机\u{200B}１\u{200B}３8\u{200B}元").view(.standard)
    #expect(view.string == "手机138元")
    #expect(view.original(6..<9) == 9..<19)
    #expect(view.original(6..<7) == 9..<12)
    #expect(view.original(7..<8) == 15..<18)
    #expect(view.original(8..<12) == 18..<25)
    #expect(view.original(0..<6) == 0..<6)
    #expect(view.original(0..<12) == 0..<25)
    #expect(view.original(6..<6) == 9..<9)
    #expect(view.original(12..<12) == 25..<25)
  }

  @Test("the way back through several folds")
  func originalThroughAll() {
    let view = Text("证：一三八\u{3000}零\u{200B}零１③ 八零零零。").view([.standard, .gaps, .han, .numerals])
    #expect(view.string == "证：13800138000。")
    #expect(view.original(6..<17) == 6..<46)
    #expect(view.original(9..<10) == 18..<21)
    #expect(view.original(10..<11) == 24..<27)
  }

  @Test("letters that change their length in lower case")
  func lengths() {
    let view = Text("Ⱥẞ\u{212A}x").view(.case)
    #expect(view.string == "ⱥßkx")
    #expect(view.original(0..<3) == 0..<2)
    #expect(view.original(3..<5) == 2..<5)
    #expect(view.original(5..<6) == 5..<8)
    #expect(view.original(6..<7) == 8..<9)
  }

  @Test("text of nothing but what is left out")
  func nothingLeft() {
    let view = Text("\u{200B}\u{FEFF}").view(.standard)
    #expect(view.utf8.isEmpty)
    #expect(view.original(0..<0) == 0..<0)
  }

  @Test("a digit is seen wherever it stands in plain text")
  func digitInWords() {
    for padding in 0..<20 {
      for digit in 0...9 {
        let words = String(repeating: "/:x", count: 7).prefix(padding)
        #expect(Fold.gaps.apply("x\(words)\(digit) 5 words") == "x\(words)\(digit)5 words")
      }
    }
  }

  @Test("folds have names")
  func names() {
    #expect(Fold(name: "width") == .width)
    #expect(Fold(name: "numerals") == .numerals)
    #expect(Fold(name: "Width") == nil)
    #expect(Fold(name: "") == nil)
    #expect(Fold.standard.names == ["width", "invisible"])
    for (name, fold) in Fold.names { #expect(Fold(name: name) == fold) }
  }

  @Test(
    "a phrase meets itself in a text of the same fold",
    arguments: ["稳赚不赔", "3.45%", "2026-08-15", "保 本", "T+0", "1,000", "--", "**", "138 0013 8000", "收益 - 保证", "A股 B股"])
  func phrases(phrase: String) {
    for fold in DifferentialTests.folds {
      #expect(Text("甲，" + phrase + "。").view(fold).string.contains(fold.apply(phrase)))
    }
  }
}
