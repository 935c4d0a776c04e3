import Parapet
import Testing

@testable import ParapetTesting

@Suite struct MarkedTextTests {
  @Test func marksBecomeSpansInThreeUnits() throws {
    let marked = try MarkedText(parsing: "🙂证件⟦1101⟧号⟦𠮷x⟧")
    #expect(marked.text.string == "🙂证件1101号𠮷x")
    #expect(
      marked.spans == [
        TextSpan(utf8: 10..<14, scalar: 3..<7, utf16: 4..<8), TextSpan(utf8: 17..<22, scalar: 8..<10, utf16: 9..<12),
      ])
  }

  @Test(arguments: ["", "没有标记", "⟦全部⟧", "a⟦b⟧⟦c⟧d", "e\u{301}⟦é⟧"])
  func renderingGivesTheMarksBack(_ written: String) throws {
    let marked = try MarkedText(parsing: written)
    #expect(marked.marked.unicodeScalars.elementsEqual(written.unicodeScalars))
  }

  @Test(arguments: [
    ("a⟦b", MarkedText.Fault.Kind.unclosed, 1), ("a⟧b", .unopened, 1), ("⟦a⟦b⟧⟧", .nested, 2), ("a⟦⟧b", .empty, 1), ("⟦a⟧b⟧", .unopened, 4),
  ])
  func badMarksAreNamedWithTheirPlace(_ written: String, _ kind: MarkedText.Fault.Kind, _ offset: Int) throws {
    let fault = #expect(throws: MarkedText.Fault.self) { try MarkedText(parsing: written) }
    #expect(fault?.kind == kind)
    #expect(fault?.scalarOffset == offset)
    #expect(fault?.message.contains("character \(offset + 1)") == true)
  }

  @Test func overlappingSpansCanBeDrawn() {
    #expect(MarkedText.mark("abcdef", at: [1..<4, 3..<5, 6..<6]) == "a⟦bc⟦d⟧e⟧f⟦⟧")
  }
}

@Suite struct VeilTests {
  private let id = TextSpan(utf8: 6..<24, scalar: 2..<20, utf16: 2..<20)

  @Test func nothingIsHiddenWhenAsked() {
    #expect(Veil.veil("证号11010519491231002X", spans: [id], .none) == "证号11010519491231002X")
  }

  @Test(arguments: [
    ("保本保息，收益3.5%", "保本保息，收益3.5%"), ("订单110105194912310021已付", "订单##################已付"),
    ("电话 138 1234 5678 转", "电话 ### #### #### 转"), ("写信给 li.si@example.com 吧", "写信给 xx.xx@xxxxxxx.xxx 吧"),
    ("１３８１２３４５６７８", "＃＃＃＃＃＃＃＃＃＃＃"), ("no risk of loss in 90 days", "no risk of loss in 90 days"),
    ("1\u{200B}3812345678", "#\u{200B}##########"), ("key AKIA123456 end", "key xxxx###### end"),
    ("自2026年起，4,000元，3.5%", "自2026年起，4,000元，3.5%"), ("转账 123,456.78 元", "转账 ###,###.## 元"),
  ])
  func thinVeilsHideWhatLooksLikeAValue(_ text: String, _ shown: String) {
    #expect(Veil.veil(text, spans: [], .thin) == shown)
  }

  @Test func thickVeilsHideEveryValueAndWhatIsMarked() {
    let span = TextSpan(utf8: 6..<12, scalar: 2..<4, utf16: 2..<4)
    #expect(Veil.veil("我叫张三，code Tr0ub4dor", spans: [span], .thick) == "我叫＊＊，xxxx xx#xx#xxx")
  }

  @Test(arguments: [Veil.Thickness.thin, .thick])
  func columnsStay(_ thickness: Veil.Thickness) {
    let text = "证件号：１１０１０５１９４９１２３１００２Ｘ，e\u{301} 🙂 138 1234 5678"
    let span = TextSpan(utf8: 0..<24, scalar: 0..<8, utf16: 0..<8)
    #expect(Veil.veil(text, spans: [span], thickness).unicodeScalars.count == text.unicodeScalars.count)
  }
}
