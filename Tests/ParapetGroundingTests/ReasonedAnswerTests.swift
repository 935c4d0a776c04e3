import ParapetEntity
import ParapetFormat
import ParapetText
import Testing

@testable import ParapetGrounding

@Suite struct FormulaTests {
  private func value(_ text: String, _ operands: [String: String] = [:]) throws -> String {
    let numbers = operands.compactMapValues { FixedPoint(decimal: $0) }
    #expect(numbers.count == operands.count)
    let billionths = try Formula.evaluate(text, with: numbers).value.billionths
    return String(billionths)
  }

  @Test(
    arguments: [
      ("1 + 2 * 3", 7_000_000_000), ("(1 + 2) * 3", 9_000_000_000), ("8 / 2 / 2", 2_000_000_000), ("8 - 2 - 1", 5_000_000_000),
      ("-2 * -3", 6_000_000_000),
      ("1.5 × 2", 3_000_000_000), ("7 ÷ 2", 3_500_000_000), ("（1−3）", -2_000_000_000), ("--1", 1_000_000_000), (" 0.1+0.2 ", 300_000_000),
    ])
  func `the usual precedence, exactly`(text: String, billionths: Int) throws {
    #expect(try value(text) == String(billionths))
  }

  @Test func `operands by name, and which were used`() throws {
    let result = try Formula.evaluate("(a - b) / b * 100", with: ["a": FixedPoint(120), "b": FixedPoint(100), "c": FixedPoint(1)])
    #expect(result.value == FixedPoint(20))
    #expect(result.used == ["a", "b"])
  }

  @Test(arguments: ["", "1 +", "(1", "1)", "1 2", "a b", "1a", "1..2", "2 ^ 3", "a(1)", "1,000", "1e3", "⅓"])
  func `what is no expression is refused`(text: String) {
    #expect(throws: Formula.Fault.self) { try Formula.evaluate(text, with: ["a": FixedPoint(1), "b": FixedPoint(1)]) }
  }

  @Test func `every fault has its name`() {
    func fault(_ text: String) -> Formula.Fault? {
      do throws(Formula.Fault) {
        _ = try Formula.evaluate(text, with: [:])
        return nil
      } catch { return error }
    }
    #expect(fault("x") == .unknownOperand("x"))
    #expect(fault("1 / 0") == .divisionByZero)
    #expect(fault("1 / (2 - 2)") == .divisionByZero)
    #expect(fault("999999999999999999 * 999999999999999999") == .overflow)
    #expect(fault(String(repeating: "(", count: 40) + "1" + String(repeating: ")", count: 40)) == .tooLarge)
    #expect(fault(String(repeating: "1+", count: 400) + "1") == .tooLarge)
    #expect(fault(String(repeating: "-", count: 200) + "1") == .tooLarge)
    #expect(fault("1 +") == .syntax)
  }

  @Test(arguments: ["", "-", ".5", "5.", "1.0000000001", "1000000000000000000", "+1", "1e2", "１"]) func `only plain decimals are values`(
    text: String
  ) {
    #expect(FixedPoint(decimal: text) == nil)
  }
}

@Suite struct ReasonedAnswerTests {
  private func faults(_ document: String, _ passages: [(String, String)]) throws -> [ReasonedAnswer.Fault.Kind] {
    let json = try JSON(parsing: Array(document.utf8))
    let passages = passages.map { Passage(id: $0.0, utf8: Array($0.1.utf8)) }
    return ReasonedAnswer(json, passages: passages, fold: .standard).faults().map(\.fault.kind)
  }

  private let report = [("r", "营业收入 126.8 亿元，上年 115.2 亿元，期限 90 天。")]

  private func document(
    conclusion: String = "增长10.07%", quote: String = "营业收入 126.8 亿元", source: String = "r", value: String = "10.07",
    formula: String = "(a-b)/b*100",
    a: String = "126.8", figures: String = "f1"
  ) -> String {
    #"{"conclusion":"\#(conclusion)","claims":[{"id":"c1","text":"收入126.8亿元","citations":[{"source":"\#(source)","quote":"\#(quote)"}],"figures":["\#(figures)"]}],"#
      + #""figures":[{"id":"f1","value":\#(value),"unit":"%","formula":"\#(formula)","operands":[{"name":"a","value":\#(a),"source":"r"},{"name":"b","value":115.2,"source":"r"}]}]}"#
  }

  @Test func `a sound answer has no fault`() throws {
    #expect(try faults(document(), report) == [])
    #expect(try faults(document(conclusion: "增长10.1%", value: "10.1"), report) == [], "rounded to what it prints")
    #expect(try faults(document(quote: "营业收入126.8亿元"), report) == [], "white space aside")
  }

  @Test func `each fault is found, and only it`() throws {
    #expect(try faults(document(source: "s"), report) == [.citation])
    #expect(try faults(document(quote: "净利润 126.8 亿元"), report) == [.quote])
    #expect(try faults(document(conclusion: "增长10.08%", value: "10.08"), report) == [.arithmetic])
    #expect(try faults(document(formula: "(a-b)/c*100"), report) == [.formula])
    #expect(try faults(document(formula: "10.07"), report) == [.formula], "no operand is used")
    #expect(try faults(document(figures: "f9"), report) == [.reference])
    #expect(try faults(document(conclusion: "增长25%"), report) == [.undeclared])
    // The operand is not in the passage, and the result is another one as well.
    #expect(try faults(document(value: "12", formula: "(a-b)/b*100", a: "129.0"), report).contains(.operand))
  }

  @Test func `a figure without a formula stands in its source`() throws {
    func plain(_ value: String, _ source: String) -> String {
      #"{"conclusion":"好","claims":[],"figures":[{"id":"f1","value":\#(value),"unit":"天","source":"\#(source)"}]}"#
    }
    #expect(try faults(plain("90", "r"), report) == [])
    #expect(try faults(plain("180", "r"), report) == [.operand])
    #expect(try faults(plain("90", "s"), report) == [.citation])
    #expect(try faults(#"{"figures":[{"id":"f1","value":90,"unit":"天"}]}"#, report) == [.citation])
  }

  @Test func `a figure may rest on another one`() throws {
    func chain(_ name: String) -> String {
      #"{"figures":[{"id":"f1","value":90,"unit":"天","source":"r"},{"id":"f2","value":3,"unit":"月","formula":"d / 30","operands":[{"name":"d","figure":"\#(name)"}]}]}"#
    }
    #expect(try faults(chain("f1"), report) == [])
    #expect(
      try faults(chain("f7"), report) == [.formula, .reference].sorted { $0.rawValue < $1.rawValue }
        || faults(chain("f7"), report).contains(.reference))
  }

  @Test func `what has another shape is the schema's business`() throws {
    for document in ["[]", "1", "{}", #"{"claims":1,"figures":"x"}"#, #"{"figures":[1,null,{"id":2}],"claims":[3,{"citations":[4]}]}"#] {
      #expect(try faults(document, report) == [])
    }
  }

  @Test func `two figures with one id are told`() throws {
    let twice = #"{"figures":[{"id":"f1","value":90,"unit":"天","source":"r"},{"id":"f1","value":90,"unit":"天","source":"r"}]}"#
    #expect(try faults(twice, report) == [.reference])
  }
}
