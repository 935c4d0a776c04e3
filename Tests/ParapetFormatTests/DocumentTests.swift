import ParapetFormat
import Testing

@Suite struct DocumentTests {
  private func kinds(_ faults: [DocumentFault]) -> [String] { faults.map(\.kind) }

  @Test(
    arguments: [
      ("a,b\n1,2\n", []), ("a,b\r\n\"1,\"\"x\",\"2\n3\"", []), ("a,b\n1\n", ["csv.field-count"]), ("a,b\n1,2,3\n4,5", ["csv.field-count"]),
      ("a\n\"x", ["csv.open-quote"]), ("a\nx\"y", ["csv.stray-quote"]), ("a\n\"x\"y", ["csv.after-quote"]), ("", ["csv.empty"]),
      ("姓名,金额\n张三,\"1,000\"\n", []),
    ] as [(String, [String])])
  func `CSV is judged record by record`(text: String, expected: [String]) {
    #expect(kinds(CSVForm().faults(in: Array(text.utf8))) == expected)
  }

  @Test func `CSV has the head, the separator and the columns that are due`() {
    let form = CSVForm(separator: UInt8(ascii: ";"), header: ["日期", "金额"], allowsFormulas: false)
    #expect(form.faults(in: Array("日期;金额\n2026-01-01;-12.50\n".utf8)).isEmpty)
    let text = "日期;数额\n2026;=HYPERLINK(1)\n@x;+1"
    let faults = form.faults(in: Array(text.utf8))
    #expect(kinds(faults) == ["csv.header", "csv.formula", "csv.formula"])
    #expect(faults.map { String(decoding: Array(text.utf8)[$0.range], as: UTF8.self) } == ["数额", "=HYPERLINK(1)", "@x"])
    #expect(kinds(CSVForm(columns: 3).faults(in: Array("a,b\n".utf8))) == ["csv.field-count"])
    #expect(kinds(CSVForm(columns: 2).faults(in: Array("a\tb\n".utf8))) == ["csv.field-count"])
  }

  @Test(
    arguments: [
      ("| 项目 | 金额 |\n|---|--:|\n| 甲 | 1 |\n", []), ("a|b\n-|-\n1|2\n\n后文", []), ("| a | b |\n|---|\n", ["table.cell-count"]),
      ("| a | b |\n|---|---|\n| 1 |\n| 1 | 2 | 3 |\n", ["table.cell-count", "table.cell-count"]), ("没有表", ["table.missing"]),
      ("```\n| a |\n|---|\n```\n", ["table.missing"]), ("| a \\| b | c |\n|:-:|---|\n| 1 | 2 |", []),
    ] as [(String, [String])])
  func `a Markdown table has as many cells in each row as in its head`(text: String, expected: [String]) {
    #expect(kinds(MarkdownTableForm().faults(in: Array(text.utf8))) == expected)
  }

  @Test func `a Markdown table has the head that is due`() {
    let form = MarkdownTableForm(header: ["项目", "金额"])
    #expect(form.faults(in: Array("| 项目 | 金额 |\n|---|---|\n".utf8)).isEmpty)
    #expect(kinds(form.faults(in: Array("| 项目 | 数额 |\n|---|---|\n".utf8))) == ["table.header"])
    #expect(kinds(form.faults(in: Array("| 项目 |\n|---|\n".utf8))) == ["table.cell-count"])
  }

  @Test(
    arguments: [
      ("<a/>", nil), ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!-- x --><付款 金额='1'><收款人>张三 &amp; &#x4E2D;</收款人></付款>\n", nil),
      ("<a><![CDATA[<b>&]]></a>", nil), ("<a xmlns:p='u'><p:b p:c='1'/></a>", nil), ("<a><b></a></b>", "xml.mismatch"),
      ("<a>", "xml.unclosed"),
      ("<a/><b/>", "xml.trailing"), ("text", "xml.root"), ("<a b=1/>", "xml.tag"), ("<a b='1' b='2'/>", "xml.attribute-twice"),
      ("<a>&nbsp;</a>", "xml.reference"), ("<a>a & b</a>", "xml.reference"), ("<a>&#0;</a>", "xml.reference"),
      ("<a>\u{1}</a>", "xml.character"),
      ("<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><a>&x;</a>", "xml.doctype"), ("<p:a/>", "xml.prefix"),
      ("<a><!-- -- --></a>", "xml.comment"), ("<a>]]></a>", "xml.text"), (" <?xml version='1.0'?><a/>", "xml.instruction"),
      ("<1a/>", "xml.name"), ("<a b='<'/>", "xml.tag"), ("", "xml.root"), ("<a b='1'c='2'/>", "xml.tag"),
      ("<a><?p x</a>", "xml.instruction"),
    ] as [(String, String?)])
  func `XML is well-formed or not`(text: String, kind: String?) {
    #expect(kinds(XMLForm().faults(in: Array(text.utf8))) == (kind.map { [$0] } ?? []))
  }

  @Test func `the root is the one that is due, and depth has an end`() {
    #expect(XMLForm(root: "Document").faults(in: Array("<Document/>".utf8)).isEmpty)
    #expect(kinds(XMLForm(root: "Document").faults(in: Array("<doc/>".utf8))) == ["xml.root"])
    let deep = String(repeating: "<a>", count: 100_000)
    #expect(kinds(XMLForm().faults(in: Array(deep.utf8))) == ["xml.depth"])
  }

  @Test func `no fault quotes the text, and every place lies in it`() {
    var random = SplitMix(state: 11)
    let pieces = [
      "<a>", "</a>", "Zq9", "\"", ",", "\n", "|", "---", "&", ";", "<", ">", "='", "中", "\r\n", "<![CDATA[", "]]>", "<?xml", "--", "￥",
    ]
    for _ in 0..<5_000 {
      let text = (0..<Int.random(in: 0...14, using: &random)).compactMap { _ in pieces.randomElement(using: &random) }.joined()
      let bytes = Array(text.utf8)
      for fault in CSVForm().faults(in: bytes) + MarkdownTableForm().faults(in: bytes) + XMLForm().faults(in: bytes) {
        #expect(!fault.en.contains("Zq9") && !fault.zh.contains("Zq9") && !fault.zh.contains("￥"))
        #expect(fault.range.upperBound <= bytes.count)
        #expect(String(validating: bytes[fault.range], as: UTF8.self) != nil, "\(fault.kind) \(text)")
      }
    }
  }
}
