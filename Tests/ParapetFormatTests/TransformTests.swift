import Foundation
import ParapetFormat
import Testing

@Suite struct TransformTests {
  private func done(_ name: String, _ text: String) throws -> String {
    let transform = try #require(Transform.all[name])
    return String(decoding: transform.apply(to: Array(text.utf8)), as: UTF8.self)
  }

  /// What every edit list must be, and what a second time must be: nothing.
  private func check(_ transform: Transform, _ utf8: [UInt8], _ note: String) {
    let edits = transform.edits(utf8)
    var end = 0
    for edit in edits {
      #expect(edit.range.lowerBound >= end && edit.range.upperBound <= utf8.count, "\(transform.name): \(note)")
      #expect(!edit.range.isEmpty || !edit.replacement.isEmpty, "\(transform.name): \(note)")
      end = edit.range.upperBound
    }
    let once = transform.apply(to: utf8)
    #expect(String(validating: once, as: UTF8.self) != nil, "\(transform.name): \(note)")
    #expect(transform.edits(once) == [], "\(transform.name) twice: \(note)")
    #expect(transform.edits(utf8) == edits, "\(transform.name) is deterministic")
  }

  @Test func `all are there, under their own names`() {
    #expect(
      Transform.all.keys.sorted() == [
        "capital-amounts", "capital-dates", "card-title", "collapse-blank-lines", "halfwidth-digits", "iso-dates", "percentage-points",
        "plain-decline", "plain-gsm", "repair-json", "simplified-chinese", "spoken-chinese", "strip-emoji", "strip-markdown",
        "strip-reasoning",
        "strip-rule-ids", "strip-url",
      ])
    for (name, transform) in Transform.all { #expect(transform.name == name && !transform.summary.isEmpty) }
  }

  static let markdown: [(String, String)] = [
    ("# 标题", "标题"), ("###### 小标题 ##", "小标题"), ("  ## a", "a"), ("##标题", "标题"), ("# # 双", "双"),
    ("这是**重点**内容", "这是重点内容"), ("**注意：**本产品有风险", "注意：本产品有风险"), ("**“引号”**里", "“引号”里"), ("**\"引号\"**里", "\"引号\"里"),
    ("*斜体* 与 _斜体_", "斜体 与 斜体"), ("***粗斜***", "粗斜"), ("__粗__ 与 ~~删~~", "粗 与 删"), ("**a *b* c**", "a b c"),
    ("约**3.5%**左右", "约3.5%左右"), ("张**先生，请看**重点**内容", "张**先生，请看重点内容"), ("**一**和**二**", "一和二"), ("（*注*）", "（注）"),
    ("运行 `ls -l` 即可", "运行 ls -l 即可"), ("``a`b``", "a`b"), ("```swift\nlet a = 1\n```\n完", "let a = 1\n完"), ("~~~\nx\n~~~", "x\n"),
    ("[官网](https://a.cn/x)", "官网"), ("[官网](https://a.cn \"标题\")", "官网"), ("![图](a.png)", "图"), ("[![图](a.png)](https://a.cn)", "图"),
    ("<https://a.cn/x>", "https://a.cn/x"), ("[空]()", "空"), ("[a](<b c.html>)", "a"),
    ("* 一\n+ 二\n- 三\n  * 四", "- 一\n- 二\n- 三\n  - 四"), ("* **粗**：说明", "- 粗：说明"), ("1. 一\n2. 二", "1. 一\n2. 二"),
    ("上\n\n---\n\n下", "上\n\n\n下"), ("上\n- - -\n下", "上\n下"), ("上\n* * *\n下", "上\n下"), ("上\n___\n下", "上\n下"),
    ("标题\n===\n文", "标题\n文"), ("标题\n---\n文", "标题\n文"),
    ("> 引用\n> 二", "引用\n二"), ("> > 引用", "引用"),
    ("| 期限 | 利率 |\n|---|:-:|\n| 一年 | 1.5% |\n\n完", "期限  利率\n一年  1.5%\n\n完"), ("a|b\n-|-\n1|2", "a  b\n1  2"),
    ("| **粗** | `码` |\n| --- | --- |\n", "粗  码\n"), ("| a | b |\r\n|---|---|\r\n| 1 | 2 |\r\n", "a  b\r\n1  2\r\n"),
    ("## **一、收益**\r\n* 甲\r\n", "一、收益\r\n- 甲\r\n"),
  ]

  @Test(arguments: markdown) func `Markdown marks go, their text stays`(text: String, expected: String) throws {
    #expect(try done("strip-markdown", text) == expected)
  }

  @Test(
    arguments: [
      "5*3", "5*3*2=30", "本金*利率*天数", "利息=本金*日利率*天数", "a * b * c", "2**3**4", "snake_case_name", "__init__x", "#1", "#话题#", "# ",
      "1101**********002X", "***", "密码***", "密码：***，账号：***", "密码***和账号***", "138****5678和139****1234", "6222 **** **** 1234", "张**先生，李**女士",
      "张*，李*", "收款人：张**，付款人：李**", "尾号**1234和**5678", "*三和*四", "**", "****", "a|b", "甲|乙\n丙|丁", "3~5个月", "3~~5", "[1]", "[CVV]", "[注](见附件)",
      "[x]: y", "- 项目", "- [ ] 待办", "> 5% 的收益", ">100元", "+ 5%", "-5%", "- 5%", "a - b", "--", "= 3", "===", "1. 一", "(a)[b]", "`",
      "5 < 6 > 4",
      "\\*不是\\*", "https://a.cn/x_y_z?a=b_c", "甲方：____乙方：____", "A_B", "第*条", "x_1 + x_2", "C# 与 F#", "！[a]", "10:00-12:00", "<b>粗</b>",
      "保本？！",
    ]) func `what only looks like Markdown stays`(text: String) throws
  {
    #expect(try done("strip-markdown", text) == text)
  }

  @Test func `edits are of the text as received, and small`() throws {
    let transform = try #require(Transform.all["strip-markdown"])
    #expect(
      transform.edits(Array("# 一**二**\n* 三".utf8)) == [
        .init(range: 0..<2, replacement: ""), .init(range: 5..<7, replacement: ""), .init(range: 10..<12, replacement: ""),
        .init(range: 13..<14, replacement: "-"),
      ])
    let inner = transform.edits(Array("[**甲**](https://a.cn)".utf8))
    #expect(inner == [.init(range: 0..<3, replacement: ""), .init(range: 6..<23, replacement: "")])
  }

  @Test(
    arguments: [
      ("你好😊！", "你好！"), ("👨‍👩‍👧‍👦家庭", "家庭"), ("🇨🇳中国", "中国"), ("1️⃣开户", "1开户"), ("👍🏽好", "好"), ("❤️爱", "爱"), ("🏴󠁧󠁢󠁥󠁮󠁧󠁿x", "x"),
      ("✅已完成 ❌未完成", "已完成 未完成"), ("⚠️风险", "风险"), ("#️⃣", "#"), ("😀😀", ""), ("🌡温", "温"),
    ]) func `emoji go, with all that belongs to them`(text: String, expected: String) throws
  {
    #expect(try done("strip-emoji", text) == expected)
  }

  @Test(arguments: ["1234567890#*", "©2026 ®™", "中文，。！？", "★☆◆①", "→←↑", "क्\u{200D}ष", "é", "a\u{200D}b", "葛\u{E0100}", "℃ ‰ ¥"])
  func `text that is no emoji stays`(text: String) throws {
    #expect(try done("strip-emoji", text) == text)
  }

  @Test(
    arguments: [
      ("请访问https://www.example.com/a?b=c#d，谢谢", "请访问，谢谢"), ("见 http://a.cn.", "见 ."), ("(https://a.cn/x_(y))", "()"), ("HTTPS://A.CN", ""),
      ("www.example.com/路径", "路径"), ("点t.cn/A6xyz领取", "点领取"), ("官网bank.com.cn！", "官网！"), ("ftp://a/b", ""), ("**https://a.cn**", "****"),
      ("a.com:8080/x 完", " 完"), ("https://用户", "https://用户"), ("[官网](https://a.cn)", "[官网]()"), ("m.bank.com?id=1", ""),
    ]) func `web addresses go`(text: String, expected: String) throws
  {
    #expect(try done("strip-url", text) == expected)
  }

  @Test(arguments: [
    "zhang.san@bank.com.cn", "a@b.com", "3.5%", "v1.2.3", "e.g. this", "12:30", "file.txt", "node.js", "http://", "www.", "com", "x.com_y",
    "1.5cn",
  ])
  func `what is no web address stays`(text: String) throws {
    #expect(try done("strip-url", text) == text)
  }

  @Test func `full-width digits become ASCII, one edit each`() throws {
    #expect(try done("halfwidth-digits", "电话０１２３４５６７８９，ＡＢ") == "电话0123456789，ＡＢ")
    #expect(Transform.all["halfwidth-digits"]?.edits(Array("１２".utf8)).count == 2)
  }

  @Test(
    arguments: [
      ("a\n\n\n\nb", "a\n\nb"), ("a\nb", "a\nb"), ("a\n\nb", "a\n\nb"), ("\n\n\na", "\na"), ("a\n\n\n", "a\n\n"),
      ("a\r\n\r\n\r\nb", "a\r\n\r\nb"),
      ("a\n \n\t\nb", "a\n \nb"), ("a\n　\n\nb", "a\n　\nb"), ("a\n\n  ", "a\n\n"), ("", ""),
    ]) func `one blank line is enough`(text: String, expected: String) throws
  {
    #expect(try done("collapse-blank-lines", text) == expected)
  }

  @Test func `twice is once, by hand`() {
    let texts =
      Self.markdown.map(\.0) + [
        "****a****", "[[a](b.c)](d.e)", "`**`a`**`", "* * * a", "## ## ##", "> # * **a**", "|a|\n|-|\n|-|\n|-|", "`*a`*",
      ]
    for text in texts { for transform in Transform.all.values { check(transform, Array(text.utf8), text) } }
  }

  @Test func `twice is once, on random texts`() {
    let seed = UInt64.random(in: 0 ... .max)
    print("Transforms twice, seed \(seed)")
    var random = SplitMix(state: seed)
    let pieces = [
      "*", "**", "***", "_", "__", "~~", "`", "```", "#", "## ", "[", "](", ")", "](a.b)", "!", ">", "> ", "- ", "* ", "+ ", "|",
      "\n|-|-|\n", "---", "===",
      "\n", "\n", " ", "中", "，", "a", "1", "１", "😀", "\u{FE0F}", "\u{200D}", "\u{20E3}", "https://", "www.", "a.cn", ".", "/", "<", "\\",
      "先生", "\r\n", "©", "🇨",
      "http:", "//", "com", "-", "=", "(", "@", "拾", "两", "壹", "佰", "元", "分", "整", "〇", "零", "年", "月", "日", "2026", "12", "3.5", "%", "由",
      "至", "下降",
      "尾号", "￥", ":", ",", "后", "後", "賬", "’", "“", "<think>", "</think>", "refusal.", "cn.", "a-b", "规则", "（", "）",
    ]
    for round in 0..<4_000 {
      let text = (0..<Int.random(in: 1...24, using: &random)).compactMap { _ in pieces.randomElement(using: &random) }.joined()
      for transform in Transform.all.values { check(transform, Array(text.utf8), "seed \(seed), round \(round): \(text.debugDescription)") }
    }
  }

  /// What this thread has computed so far: how busy the machine is otherwise does not count.
  private func processorSeconds() -> Double {
    var time = timespec()
    unsafe clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  @Test func `hostile texts take linear time and come to an end`() {
    let count = 10_000
    let texts = [
      String(repeating: "*a ", count: count), String(repeating: "[", count: count) + String(repeating: "](a.b)", count: count),
      String(repeating: "](", count: count), String(repeating: "> ", count: count) + "a", String(repeating: "`", count: count),
      (1...200).map { String(repeating: "`", count: $0) }.joined(separator: " "), String(repeating: "_*", count: count),
      String(repeating: "# ", count: count) + "a", String(repeating: "|-|\n", count: count), String(repeating: "https://", count: count),
      String(repeating: "a.b-", count: count), String(repeating: "**a", count: count), String(repeating: "\n", count: count),
      String(repeating: "*_", count: 100) + "a" + String(repeating: "_*", count: 100),
    ]
    for text in texts {
      let start = processorSeconds()
      for transform in Transform.all.values { check(transform, Array(text.utf8), String(text.prefix(12))) }
      #expect(processorSeconds() - start < 10, "\(text.prefix(12))")
    }
  }

  /// Blocks of thought taken out one after another, each time from the whole text that is left.
  private func withoutThoughts(_ text: [UInt8]) -> [UInt8] {
    let marks = ["think", "reasoning"].flatMap {
      [(name: $0, mark: "<\($0)>", isClosing: false), (name: $0, mark: "</\($0)>", isClosing: true)]
    }
    func found(_ text: [UInt8], _ at: Int) -> (name: String, isClosing: Bool, end: Int)? {
      marks.first { text[at...].starts(with: $0.mark.utf8) }.map { ($0.name, $0.isClosing, at + $0.mark.utf8.count) }
    }
    var text = text
    while let start = text.indices.first(where: { found(text, $0) != nil }), let first = found(text, start) {
      var (end, depth) = (first.end, first.isClosing ? 0 : 1)
      while depth > 0, end < text.count {
        if let next = found(text, end), next.name == first.name {
          depth += next.isClosing ? -1 : 1
          if depth == 0 { end = next.end - 1 }
        }
        end += 1
      }
      while end < text.count, [0x20, 0x0A].contains(text[end]) { end += 1 }
      text.removeSubrange((first.isClosing ? 0 : start)..<end)
    }
    return text
  }

  @Test func `blocks of thought go as they do one by one, whatever what is left comes to`() throws {
    let transform = try #require(Transform.all["strip-reasoning"])
    let pieces = [
      "<think>", "</think>", "<thi", "nk>", "</thi", "<", ">", "/think>", "<reasoning>", "</reasoning>", "reas", "oning>", "a", " ", "\n",
    ]
    var state: UInt64 = 20_261_130
    func below(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    for _ in 0..<20_000 {
      let text = Array((0..<below(14)).map { _ in pieces[below(pieces.count)] }.joined().utf8)
      #expect(transform.apply(to: text) == withoutThoughts(text), "\(String(decoding: text, as: UTF8.self))")
    }
  }
}
