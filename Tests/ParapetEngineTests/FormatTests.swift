import ParapetFormat
import ParapetRule
import ParapetText
import ParapetVerdict
import Testing

@testable import ParapetEngine

@Suite("Formats")
struct FormatTests {
  private let schema = RuleFile(
    path: "schemas/card.json",
    bytes: Array(
      ##"{"type":"object","required":["name"],"additionalProperties":{"type":"number"},"properties":{"name":{"$ref":"name.json"},"d":{"format":"date"}}}"##
        .utf8))
  private let name = RuleFile(path: "schemas/name.json", bytes: Array(#"{"type":"string","maxLength":3}"#.utf8))

  private func verdict(_ body: String, _ text: String, _ others: [RuleFile] = []) throws -> Verdict {
    let program = try Workshop.program(Workshop.rule("format.x", body), and: [schema, name] + others)
    return program.judged(Event(stage: .output, text: text))
  }

  private func requiring(_ requirement: String, _ text: String) throws -> Verdict {
    try verdict("when: {stage: output}\nrequire: {\(requirement)}\nthen: {action: hold, for: regenerate}", text)
  }

  private let json = "json: {schema: schemas/card.json}"

  @Test func aBrokenKeywordHasTheStandardsLocationsAndItsSpan() throws {
    let verdict = try requiring("json: {schema: schemas/card.json, extract: true}", "卡片😀：{\"name\":\"张三丰啊\"}。")
    let finding = try #require(verdict.findings.first)
    #expect(finding.schema?.keyword == "/properties/name/$ref/maxLength")
    #expect(finding.schema?.absoluteKeyword == "schemas/name.json#/maxLength")
    #expect(finding.schema?.instance == "/name")
    #expect(finding.checks == [.init(check: "require.json.schema", pass: false)])
    #expect(finding.span?.utf8 == 21..<35)
    #expect(finding.span?.scalar == 12..<18)
    #expect(finding.span?.utf16 == 13..<19)
  }

  @Test func aNameThatTheAnswerChoseIsShownNowhere() throws {
    let line = String(decoding: try requiring(json, #"{"name":"张","11010519491231002X":"x"}"#).json(), as: UTF8.self)
    #expect(line.contains(#""instanceLocation":"/*""#))
    #expect(!line.contains("1101051949"))
  }

  @Test func everyDuplicateAndLoneSurrogateIsAFindingOfItsOwn() throws {
    let verdict = try requiring(json, #"{"name":"\ud800","name":"a","n":1,"n":"2"}"#)
    #expect(
      verdict.findings.flatMap(\.checks).map(\.check) == [
        "require.json.lone-surrogate", "require.json.duplicate-key", "require.json.duplicate-key", "require.json.schema",
      ])
    #expect(verdict.places == ["require.json:9-10", "require.json:17-18", "require.json:34-35", "require.json:38-41"])
  }

  @Test(
    arguments: [
      ("json: {schema: schemas/card.json, depth: 2}", #"{"name":"a","x":[[1]]}"#, "require.json.too-deep"),
      ("json: {schema: schemas/card.json, bytes: 8}", #"{"name":"中"}"#, "require.json.too-large"),
      ("json: {schema: schemas/card.json}", #"{"name":"a",}"#, "require.json.syntax"),
      ("json: {schema: schemas/card.json, formats: true}", #"{"name":"a","d":"今天"}"#, "require.json.schema"),
      ("csv: {columns: 2}", "a,b\n1", "require.csv.field-count"),
      ("csv: {header: [日期, 金额]}", "日期,数额", "require.csv.header"),
      ("csv: {formulas: false}", "=1+1", "require.csv.formula"),
      ("table: {}", "没有表", "require.table.missing"), ("table: {columns: 2}", "|a|\n|-|", "require.table.cell-count"),
      ("xml: {root: Document}", "<doc/>", "require.xml.root"), ("xml: {}", "<a>", "require.xml.unclosed"),
    ])
  func eachFaultHasItsCheck(requirement: String, text: String, check: String) throws {
    let verdict = try requiring(requirement, text)
    #expect(verdict.decision == .hold)
    #expect(verdict.findings.flatMap(\.checks).map(\.check).contains(check), "\(verdict.findings.flatMap(\.checks))")
  }

  @Test(
    arguments: [
      ("json: {schema: schemas/card.json}", #"{"name":"a","d":"今天"}"#),
      ("json: {schema: schemas/card.json, extract: true}", "据[1]：\n```json\n{\"name\":\"a\"}\n```\n"),
      ("csv: {separator: semicolon, extract: true}", "如下：\n```csv\na;b\n1;2\n```\n"), ("xml: {extract: true}", "```xml\n<a/>\n```"),
      ("table: {header: [项, 数]}", "说明\n\n| 项 | 数 |\n|---|---|\n| 甲 | 1 |\n"), ("values: [通过, 不通过]", " 不\u{200B}通过\n"),
      ("length: {max: 2, unit: graphemes}", "👨‍👩‍👧é"),
    ])
  func whatHoldsPasses(requirement: String, text: String) throws {
    #expect(try requiring(requirement, text).decision == .pass)
  }

  @Test func valuesAndGraphemesAreHeldOtherwise() throws {
    #expect(try requiring("values: [通过, 不通过]", "通过了").findings.map(\.clause) == ["require.values"])
    #expect(try requiring("length: {max: 2, unit: graphemes}", "👨‍👩‍👧éa").decision == .hold)
  }

  @Test func aSchemaThatCannotBeJudgedMakesTheRuleUnjudged() throws {
    let hostile = RuleFile(path: "schemas/hostile.json", bytes: Array(#"{"items":{"pattern":"^(a+)+$"}}"#.utf8))
    let text = "[\"" + String(repeating: "a", count: 60) + "!\"]"
    let verdict = try verdict(
      "when: {stage: output}\nrequire: {json: {schema: schemas/hostile.json}}\nthen: {action: flag}", text, [hostile])
    #expect(verdict.unjudged.map(\.why) == ["schema_limit"])
    #expect(verdict.decision == .hold)
  }

  private let mending = """
    when: {stage: output}
    require: {json: {schema: schemas/card.json}}
    then: {action: rewrite, with: repair-json, otherwise: {action: hold, for: regenerate, hint: schema-error}}
    """
  private let hints = RuleFile(
    path: "hints.yaml",
    bytes: Array("retry: {zh: 请重写。, en: Write again.}\nschema-error: {zh: 只输出 JSON。, en: Give JSON only.}\n".utf8))

  @Test func whatHasOneRightAnswerIsMendedAndEachEditRecorded() throws {
    let verdict = try verdict(mending, "```json\n{\"name\"：\"张\",\"n\":１２,}\n```", [hints])
    #expect(verdict.decision == .modify)
    #expect(verdict.text == "{\"name\":\"张\",\"n\":12}\n")
    #expect(verdict.edits.count == 6)
    #expect(verdict.findings.map(\.action) == ["rewrite"])
    #expect(verdict.retry == nil)
    let again = try self.verdict(mending, verdict.text, [hints])
    #expect(again.decision == .pass && again.edits.isEmpty)
  }

  @Test(arguments: [#"{"name":"张三丰啊",}"#, #"{"name":"张""#, "您好"])
  func whatAMendingDoesNotMendIsHeldAsItCame(text: String) throws {
    let verdict = try verdict(mending, text, [hints])
    #expect(verdict.decision == .hold)
    #expect(verdict.edits.isEmpty)
    #expect(verdict.findings.allSatisfy { $0.action == "hold" })
    #expect(verdict.retry?.hasPrefix("请重写。\n1. ") == true && verdict.retry?.hasSuffix("只输出 JSON。") == true)
  }

  @Test func theMessageSpeaksTheLanguageOfTheEventAndQuotesNothing() throws {
    let verdict = try verdict(mending, #"{"name": 6222021234567890128}"#, [hints])
    #expect(verdict.retry?.contains("6222") == false)
    #expect(verdict.retry?.hasPrefix("Write again.\n1. the JSON breaks its schema at /name") == true)
  }

  @Test func onlyWhatTheModelCanMendIsSentBack() throws {
    let body = "when: {stage: output}\nfind: {x: {phrases: [甲]}}\nevidence: show\n"
    #expect(try verdict(body + "then: {action: hold, for: review}", "甲").retry == nil)
    #expect(try verdict(body + "then: {action: refuse}", "甲").retry == nil)
    #expect(try verdict(body + "then: {action: flag}", "甲").retry == nil)
    #expect(try verdict(body + "then: {action: hold, for: regenerate}", "有甲").retry?.contains("“甲”") == true)
  }

  @Test func aRewritingIsDoneOnceHoweverManyFindingsAskForIt() throws {
    let body = "when: {stage: output}\nfind: {x: {phrases: [拾元]}}\nthen: {action: rewrite, with: capital-amounts}\n"
    let text = String(repeating: "拾元，", count: 3000)
    var edited = ""
    var edits = 0
    let elapsed = try ContinuousClock().measure {
      let verdict = try verdict(body, text)
      (edited, edits) = (verdict.text, verdict.edits.count)
    }
    #expect(edited == String(repeating: "壹拾元，", count: 3000) && edits == 3000)
    // Once for each finding would be 3,000 readings of 27 KB.
    #expect(elapsed < .seconds(30))
  }
}
