import ParapetRule
import ParapetText
import ParapetVerdict
import Testing

@testable import ParapetEngine

/// Where a disclosure counts, and where an addition goes.
@Suite struct DisclosureTests {
  private func rule(_ require: String, _ then: String) -> RuleFile {
    Workshop.rule(
      "format.x",
      """
      when: {stage: output}
      find: {price: {phrases: [日息]}}
      require: {disclosed: \(require)}
      then: \(then)
      """)
  }

  private func judge(_ text: String, _ require: String, _ then: String = "{action: flag}", facts: String = "{}") throws -> Verdict {
    let program = try Workshop.program(rule(require, then))
    var event = Event(stage: .output, text: text)
    event.facts = try Workshop.event(#"{"stage":"output","text":"","facts":\#(facts)}"#).facts
    return program.judged(event)
  }

  @Test func `near counts characters on both sides, for each find`() throws {
    let near = "{phrases: [年化], within: {near: 4}}"
    #expect(try judge("日息一二年化", near).findings.isEmpty)
    #expect(try judge("年化一二日息", near).findings.isEmpty)
    #expect(try judge("日息一二三年化", near).findings.count == 1, "five characters to the end of it")
    let twice = try judge("日息年化一二三四五六七日息", near)
    #expect(twice.findings.map { $0.span?.scalar.lowerBound } == [11])
    #expect(twice.findings.map(\.clause) == ["require.disclosed"])
  }

  @Test func `a paragraph ends at a blank line, and nowhere else`() throws {
    let paragraph = "{phrases: [年化], within: {same: paragraph}}"
    #expect(try judge("日息\n年化", paragraph).findings.isEmpty)
    #expect(try judge("年化\n\n日息", paragraph).findings.count == 1)
    #expect(try judge("日息\n \t\n年化", paragraph).findings.count == 1)
    #expect(try judge("年化\r\n日息", paragraph).findings.isEmpty)
    #expect(try judge("日息\r\n\r\n年化", paragraph).findings.count == 1)
  }

  @Test func `a sentence ends at its stop`() throws {
    let sentence = "{phrases: [年化], within: {same: sentence}}"
    #expect(try judge("日息，年化。", sentence).findings.isEmpty)
    #expect(try judge("日息。年化。", sentence).findings.count == 1)
  }

  @Test func `an addition goes to the start, to the end, or to the end of the paragraph`() throws {
    func out(_ text: String, _ at: String) throws -> String {
      try judge(text, "{phrases: [年化]}", "{action: append, at: \(at), text: '＋年化'}").text
    }
    #expect(try out("日息\n\n完", "start") == "＋年化日息\n\n完")
    #expect(try out("日息\n\n完", "end") == "日息\n\n完＋年化")
    #expect(try out("日息 \n\n完", "paragraph") == "日息＋年化 \n\n完")
    #expect(try out("甲\n\n日息\n乙\n\n完", "paragraph") == "甲\n\n日息\n乙＋年化\n\n完")
    #expect(try out("日息", "paragraph") == "日息＋年化")
  }

  @Test func `each paragraph gets its own where it must stand there, and twice is once`() throws {
    let then = "{action: append, at: paragraph, text: '（年化）'}"
    let paragraph = "{phrases: [年化], within: {same: paragraph}}"
    let once = try judge("日息甲\n日息乙\n\n日息丙", paragraph, then)
    #expect(once.text == "日息甲\n日息乙（年化）\n\n日息丙（年化）")
    let twice = try judge(once.text, paragraph, then)
    #expect(twice.text == once.text && twice.decision == .pass)
  }

  @Test(arguments: [
    ("日息", "{}", "简体"), ("日息贷款产品说明", "{}", "简体"), ("日息貸款產品說明", "{}", "繁體"),
    ("The rate is 日息 a day, and no more than that.", "{}", "English"),
    ("日息", #"{"region":"hk"}"#, "繁體"), ("日息", #"{"region":"cn"}"#, "简体"), ("日息，皇后大道中分行", #"{"region":"hk"}"#, "繁體"),
    ("日息贷款产品说明", #"{"region":"hk"}"#, "简体"), ("日息貸款產品說明", #"{"region":"cn"}"#, "繁體"), ("日息", #"{"language":"zh-Hant"}"#, "繁體"),
    ("日息", #"{"language":"zh-TW"}"#, "繁體"), ("日息貸款產品說明", #"{"language":"zh-Hans-HK"}"#, "简体"), ("日息", #"{"language":"zh"}"#, "简体"),
    ("日息貸款產品說明", #"{"language":"en-HK"}"#, "English"),
  ])
  func `an addition is in the language and the characters of the text`(text: String, facts: String, added: String) throws {
    let then = "{action: append, text: {zh: '简体', zh-Hant: '繁體', en: 'English'}}"
    #expect(try judge(text, "{phrases: [年化]}", then, facts: facts).text == text + added)
  }

  @Test func `without a text in traditional characters the one in simplified is added`() throws {
    let then = "{action: append, text: {zh: '简体', en: 'English'}}"
    #expect(try judge("日息貸款產品說明", "{phrases: [年化]}", then).text == "日息貸款產品說明简体")
  }

  @Test func `a length is that of what goes out`() throws {
    // `format.a` comes before the rules that change the text, and measures all the same what they make of it.
    func length(_ max: Int) -> RuleFile {
      Workshop.rule(
        "format.a", "when: {stage: output}\nrequire: {length: {max: \(max)}}\nthen: {action: hold, for: regenerate}")
    }
    let rewrite = Workshop.rule(
      "format.y", "when: {stage: output}\nfind: {emoji: {phrases: [🙂]}}\nthen: {action: rewrite, with: strip-emoji}")
    let added = rule("{phrases: [年化]}", "{action: append, text: 年化}")
    func decision(_ text: String, _ max: Int) throws -> Verdict.Decision {
      try Workshop.program(added, length(max), rewrite).judged(Event(stage: .output, text: text)).decision
    }
    #expect(try decision("日息", 3) == .hold, "two characters and two more")
    #expect(try decision("日息", 4) == .modify)
    #expect(try decision("年化🙂🙂", 2) == .modify, "what is taken out is not counted")
    #expect(try decision("年化🙂🙂息", 2) == .hold)
  }

  @Test func `the steps of a trace stand in the order of the rules, whichever looked last`() throws {
    let length = Workshop.rule("format.a", "when: {stage: output}\nrequire: {length: {max: 3}}\nthen: {action: flag}")
    let program = try Workshop.program(length, rule("{phrases: [年化]}", "{action: append, text: 年化}"))
    let verdict = program.judged(Event(stage: .output, text: "日息"), trace: .full)
    #expect(verdict.trace.steps?.map(\.rule) == ["format.a", "format.x"])
    #expect(verdict.findings.map(\.rule) == ["format.x", "format.a"], "by place: the whole text comes last")
  }

  @Test func `a paragraph's addition stands before one at the end`() throws {
    let end = Workshop.rule(
      "format.a", "when: {stage: output}\nrequire: {disclosed: {phrases: [末]}}\nthen: {action: append, text: \"\\n\\n末\"}")
    let program = try Workshop.program(rule("{phrases: [年化], within: {same: paragraph}}", "{action: append, at: paragraph, text: 年化}"), end)
    let once = program.judged(Event(stage: .output, text: "日息"))
    #expect(once.text == "日息年化\n\n末")
    #expect(program.judged(Event(stage: .output, text: once.text)).text == once.text)
  }

  @Test func `the language is that of what is delivered, unless the caller says`() throws {
    func out(_ text: String, _ facts: String = "{}") throws -> String {
      String(try judge(text, "{phrases: [年化]}", "{action: append, text: {zh: 中, en: EN}}", facts: facts).text.dropFirst(text.count))
    }
    #expect(try out("日息很低") == "中")
    #expect(try out("The daily rate (日息) is low, as you may see in the table below") == "EN")
    #expect(try out("日息 low") == "中")
    #expect(try out("日息很低", #"{"language":"en"}"#) == "EN")
    #expect(try out("The daily rate (日息) is low, as you may see in the table", #"{"language":"zh-HK"}"#) == "中")
  }

  @Test func `a region is asked for like a channel`() throws {
    let file = Workshop.rule("format.x", "when: {stage: output, region: [us, uk]}\nfind: {x: {phrases: [x]}}\nthen: {action: flag}")
    let program = try Workshop.program(file)
    func judge(_ facts: String) throws -> Verdict {
      program.judged(try Workshop.event(#"{"stage":"output","text":"x","facts":\#(facts)}"#))
    }
    #expect(try judge(#"{"region":"us"}"#).findings.count == 1)
    #expect(try judge(#"{"region":"cn"}"#).trace.skipped == [.region: 1])
    #expect(try judge("{}").trace.skipped == [.region: 1])
    #expect(try judge("{}").unjudged.isEmpty, "no region is no missing fact")
  }

  @Test func `every find must be valid where that is required`() throws {
    let file = Workshop.rule(
      "format.x",
      "when: {stage: output}\nfind: {code: {pattern: '\\b[A-Z]{3}\\b'}}\nrequire: {valid: currency-code}\nthen: {action: hold, for: review}"
    )
    let verdict = try Workshop.program(file).judged(Event(stage: .output, text: "CNY RMB USD UKP"))
    #expect(verdict.findings.map { $0.span?.scalar.lowerBound } == [4, 12])
    #expect(verdict.findings.map { $0.checks.map(\.pass) } == [[false], [false]])
    #expect(verdict.findings.first?.reasonZh.contains("ISO 4217") == false || verdict.findings.first?.reasonEn.contains("ISO 4217") == true)
    #expect(verdict.decision == .hold)
    #expect(try Workshop.program(file).judged(Event(stage: .output, text: "CNY USD")).decision == .pass)
  }

  @Test(arguments: [("一二。三四五！六", 3), ("一二三", 3), ("", 0), ("。。", 0), ("一.二 三", 5), ("a. bc", 3)])
  func `the longest sentence is counted in characters`(text: String, count: Int) {
    #expect(Text(text).longestSentence == count)
  }

  @Test func `a sentence of any length is counted whole`() {
    #expect(Text(String(repeating: "字", count: 5_000) + "。字").longestSentence == 5_000)
  }
}
