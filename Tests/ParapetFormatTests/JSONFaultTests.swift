import ParapetFormat
import Testing

/// Faults that are named one by one, blocks that are found, and repairs.
@Suite struct JSONFaultTests {
  @Test func `every duplicate name and lone surrogate is named, and what is left is judged`() throws {
    let text = #"{"a":1,"a":2,"b":"\ud800x","c":{"d":1,"d":2,"d":3},"e":"\udc00"}"#
    let (json, faults) = JSON.reading(Array(text.utf8))
    #expect(faults.map(\.kind) == [.loneSurrogate, .duplicateKey, .duplicateKey, .loneSurrogate, .duplicateKey])
    #expect(faults.map(\.offset) == [18, 38, 44, 56, 7])
    #expect(json?["b"]?.string == "\u{FFFD}x")
    #expect(json?.members?.count == 5)
  }

  @Test func `a pair whose second half is no half is read again as what it is`() {
    let (json, faults) = JSON.reading(Array(#""\ud800\u0041\ud83d\ude00""#.utf8))
    #expect(json?.string == "\u{FFFD}A😀")
    #expect(faults.count == 1)
  }

  @Test func `a fault that ends the reading comes last`() {
    let (json, faults) = JSON.reading(Array(#"{"a":{"b":1,"b":2},}"#.utf8))
    #expect(json == nil)
    #expect(faults.map(\.kind) == [.duplicateKey, .syntax])
    #expect(JSON.reading(Array("[[[]]]".utf8), limits: .init(depth: 2)).faults.map(\.kind) == [.tooDeep])
    #expect(JSON.reading(Array("[1]".utf8), limits: .init(bytes: 2)).faults.map(\.kind) == [.tooLarge])
  }

  @Test(
    arguments: [
      (#"{"a":1}"#, #"{"a":1}"#), (" [1] \n", "[1]"), ("结果如下：\n```json\n{\"a\":1}\n```\n以上。", #"{"a":1}"#),
      ("```\nlet x = 1\n```\n~~~json\n{\"a\":1,}\n~~~", #"{"a":1,}"#), ("```\nls -l\n```\n```\n{\"a\":1}\n```", #"{"a":1}"#),
      ("据文献[1]所述，结果是{\"a\":[1,2]}，见[2]。", #"{"a":[1,2]}"#), ("{\"a\":1} 和 {\"b\":[1,2,3]}", #"{"b":[1,2,3]}"#),
      ("集合{甲}与结果[1,2,3]", "[1,2,3]"), ("结果{\"a\":1,}完", #"{"a":1,}"#), ("字符串里的{\"a\":\"}{\"}不算", #"{"a":"}{"}"#),
    ])
  func `the JSON in a text is found`(text: String, block: String) throws {
    let found = try #require(JSON.block(in: Array(text.utf8)))
    #expect(String(decoding: Array(text.utf8)[found], as: UTF8.self) == block)
  }

  @Test func `a text without a brace has no block, and a million braces are no trap`() {
    #expect(JSON.block(in: Array("没有".utf8)) == nil)
    let elapsed = ContinuousClock().measure {
      _ = JSON.block(in: Array(repeating: UInt8(ascii: "{"), count: 1_000_000))
      _ = JSON.block(in: Array(String(repeating: "{\"", count: 300_000).utf8))
    }
    #expect(elapsed < .seconds(30))
  }

  private func repaired(_ text: String) throws -> String {
    let repair = try #require(Transform.all["repair-json"])
    return String(decoding: repair.apply(to: Array(text.utf8)), as: UTF8.self)
  }

  @Test(
    arguments: [
      (#"{"a":1,}"#, #"{"a":1}"#), (#"[1,2 , ]"#, "[1,2  ]"), ("```json\n{\"a\":1}\n```", "{\"a\":1}\n"), ("```\n[1,]\n", "[1]\n"),
      (#"{"额":１２．５}"#, #"{"额":12.5}"#), (#"{"额"：－１，"名"："张"｝"#, #"{"额":-1,"名":"张"}"#), (#"｛"a":True,"b":None｝"#, #"{"a":true,"b":null}"#),
      ("\u{FEFF}[1]", "[1]"), (#"{"a":"１，｝"，}"#, #"{"a":"１，｝"}"#), (#"["True",True]"#, #"["True",true]"#),
    ])
  func `what has one right answer is repaired, once`(text: String, expected: String) throws {
    #expect(try repaired(text) == expected)
    #expect(try repaired(expected) == expected)
    #expect(throws: Never.self) { try JSON(parsing: Array(expected.utf8)) }
  }

  @Test(
    arguments: [
      #"{"a":1"#, "{a:1}", "{'a':1}", #"{"a":1 "b":2}"#, "[1,,2]", #"{"a":NaN}"#, "[1] // x", "说明：\n```json\n{\"a\":1,}\n```",
      #"{"a":Truely}"#, "保本",
      "",
    ])
  func `what could mean two things is left alone`(text: String) throws {
    #expect(try repaired(text) == text)
  }
}
