import ParapetFormat
import Testing

@Suite struct JSONSchemaTests {
  private func json(_ text: String) throws -> JSON { try JSON(parsing: Array(text.utf8)) }

  private func violations(_ schema: String, _ instance: String) throws -> [JSONSchema.Violation] {
    try JSONSchema(json(schema)).violations(in: json(instance))
  }

  private func fault(_ schema: String, others: [String: String] = [:]) throws -> JSONSchema.SchemaError? {
    let document = try json(schema)
    let others = try others.mapValues(json)
    do throws(JSONSchema.SchemaError) {
      _ = try JSONSchema(document, others: others)
      return nil
    } catch { return error }
  }

  @Test func `a violation says where in the instance and where in the schema`() throws {
    let schema = #"{"properties":{"a/b":{"items":{"type":["string","null"],"maxLength":3}}},"required":["z"]}"#
    let found = try violations(schema, #"{"a/b":["好的吗","好的吗吗",7]}"#)
    #expect(found.map(\.instance) == ["", "/a~1b/1", "/a~1b/2"])
    #expect(found.map(\.keyword) == ["/required", "/properties/a~1b/items/maxLength", "/properties/a~1b/items/type"])
    #expect(
      found.map(\.message) == [
        "the property `z` is missing", "there are 4 characters, at most 3 are allowed", "the type is not null or string",
      ])
    #expect(found.map(\.range) == [0..<38, 20..<34, 35..<36])
    #expect(!found.contains { $0.isUnjudged })
  }

  @Test(
    arguments: [
      (#"{"type":"integer"}"#, "1.5", "/type", "the type is not integer"),
      (#"{"enum":["a",1]}"#, "2", "/enum", "the value is none of the 2 allowed"),
      (#"{"const":{"a":1}}"#, "{}", "/const", "the value is not the one allowed"),
      (#"{"minimum":0.10}"#, "0.09", "/minimum", "the number is not at least 0.10"),
      (#"{"maximum":1}"#, "1.0000000000000000000000001", "/maximum", "the number is not at most 1"),
      (#"{"exclusiveMinimum":1}"#, "1.0", "/exclusiveMinimum", "the number is not over 1"),
      (#"{"exclusiveMaximum":-1}"#, "-1e0", "/exclusiveMaximum", "the number is not under -1"),
      (#"{"multipleOf":0.01}"#, "0.005", "/multipleOf", "the number is not a multiple of 0.01"),
      (#"{"minLength":2}"#, "\"中\"", "/minLength", "there are 1 characters, at least 2 are due"),
      (#"{"pattern":"^\\d$"}"#, "\"1\\n\"", "/pattern", "the string does not match the pattern `^\\d$`"),
      (#"{"uniqueItems":true}"#, #"[1,{"a":1,"b":2},1.0]"#, "/uniqueItems", "elements 0 and 2 are the same"),
      (#"{"maxItems":0}"#, "[1]", "/maxItems", "there are 1 elements, at most 0 are allowed"),
      (#"{"minProperties":1}"#, "{}", "/minProperties", "there are 0 properties, at least 1 are due"),
      (#"{"dependentRequired":{"a":["b"]}}"#, #"{"a":1}"#, "/dependentRequired/a", "the property `b`, which `a` needs, is missing"),
      (#"{"additionalProperties":false}"#, #"{"a":1}"#, "/additionalProperties", "nothing is allowed here"),
      (#"{"anyOf":[{"type":"null"},false]}"#, "1", "/anyOf", "none of the 2 alternatives fits"),
      (#"{"oneOf":[true,{"type":"number"}]}"#, "1", "/oneOf", "2 of the 2 alternatives fit, exactly one may"),
      (#"{"not":{"type":"number"}}"#, "1", "/not", "the value is of the kind that is excluded"),
      (
        #"{"contains":{"type":"null"},"minContains":2}"#, "[null]", "/contains",
        "1 elements are of the kind that is due, at least 2 must be"
      ),
      (#"{"contains":true,"maxContains":1}"#, "[1,2]", "/maxContains", "2 elements are of the kind that is counted, at most 1 may be"),
      (##"{"$ref":"#/$defs/a","$defs":{"a":{"type":"null"}}}"##, "1", "/$defs/a/type", "the type is not null"),
      (#"{"if":{"type":"number"},"then":{"minimum":5}}"#, "1", "/then/minimum", "the number is not at least 5"),
      (#"{"properties":{"a":true},"unevaluatedProperties":false}"#, #"{"a":1,"b":2}"#, "/unevaluatedProperties", "nothing is allowed here"),
      (#"{"propertyNames":{"maxLength":1}}"#, #"{"ab":2}"#, "/propertyNames/maxLength", "there are 2 characters, at most 1 are allowed"),
    ])
  func `each keyword has its words`(schema: String, instance: String, keyword: String, message: String) throws {
    let found = try violations(schema, instance)
    #expect(found.map(\.keyword) == [keyword])
    #expect(found.map(\.message) == [message])
    // What the schema itself writes and the names of types apart, the Chinese sentence holds no English.
    let zh = try #require(found.first?.messageZh)
    let foreign = zh.replacing(/`[^`]*`|integer|null/, with: "").unicodeScalars.filter { $0.isASCII && $0.properties.isAlphabetic }
    #expect(foreign.isEmpty && zh.unicodeScalars.contains { $0.properties.isIdeographic }, "\(zh)")
  }

  @Test func `the Chinese words name the same figures as the English ones`() throws {
    let schema = #"{"properties":{"a":{"type":["string","null"],"maxLength":3},"b":{"exclusiveMinimum":2}},"required":["z"]}"#
    let found = try violations(schema, #"{"a":"好的吗吗","b":2}"#)
    #expect(found.map(\.messageZh) == ["缺少属性 `z`", "有 4 个字符，至多允许 3 个", "数值应大于 2"])
  }

  @Test(
    arguments: [
      (#"{"properties":{"a":{"type":"strnig"}}}"#, "/properties/a/type", 27..<35),
      (#"{"type":["string","x"]}"#, "/type/1", 18..<21),
      (#"{"pattern":"(a"}"#, "/pattern", 11..<15),
      (#"{"patternProperties":{"[":{}}}"#, "/patternProperties/[", 22..<25),
      (##"{"$ref":"#/$defs/x"}"##, "/$ref", 8..<19),
      (##"{"$ref":"#x"}"##, "/$ref", 8..<12),
      (#"{"$ref":"other.json"}"#, "/$ref", 8..<20),
      (#"{"$ref":5}"#, "/$ref", 8..<9),
      (#"{"minLength":-1}"#, "/minLength", 13..<15),
      (#"{"minLength":1.5}"#, "/minLength", 13..<16),
      (#"{"multipleOf":0}"#, "/multipleOf", 14..<15),
      (#"{"required":["a",1]}"#, "/required/1", 17..<18),
      (#"{"$defs":{"unused":{"minimum":"1"}}}"#, "/$defs/unused/minimum", 30..<33),
      (#"{"allOf":[]}"#, "/allOf", 9..<11),
      (#"{"items":[{}]}"#, "/items", 9..<13),
      (#"{"properties":[]}"#, "/properties", 14..<16),
      (#"{"$schema":"http://json-schema.org/draft-03/schema#"}"#, "/$schema", 11..<52),
      (#"{"$id":"a#b"}"#, "/$id", 7..<12),
      (#"{"uniqueItems":1}"#, "/uniqueItems", 15..<16),
      ("7", "", 0..<1),
    ])
  func `a schema that cannot mean anything is refused, with its place`(schema: String, pointer: String, range: Range<Int>) throws {
    let fault = try #require(try fault(schema))
    #expect(fault.pointer == pointer && fault.range == range, "\(fault)")
  }

  @Test func `a fault in another document is told apart`() throws {
    let fault = try fault(#"{"$ref":"http://x/y"}"#, others: ["http://x/y": #"{"type":"nope"}"#])
    #expect(fault?.pointer == "http://x/y#/type")
    #expect(try self.fault("{}", others: ["http://x/y": #"{"type":"nope"}"#]) == nil, "an unused document is not read")
  }

  @Test(
    arguments: [
      ##"{"$ref":"#"}"##, ##"{"allOf":[{"$ref":"#"},{"$ref":"#"}]}"##, ##"{"anyOf":[{"$ref":"#"},true]}"##, ##"{"not":{"$ref":"#"}}"##,
      ##"{"$dynamicAnchor":"a","$dynamicRef":"#a"}"##,
      ##"{"$defs":{"a":{"$ref":"#/$defs/b"},"b":{"$ref":"#/$defs/a"}},"$ref":"#/$defs/a"}"##,
      ##"{"if":{"$ref":"#"},"then":true}"##, ##"{"oneOf":[{"$ref":"#"},{"not":{"$ref":"#"}}]}"##,
    ])
  func `references in circles end as not judged`(schema: String) throws {
    let found = try violations(schema, #"{"secret":"Zq9"}"#)
    #expect(found.contains { $0.message.hasPrefix("this could not be judged") })
    #expect(found.allSatisfy { !$0.message.contains("Zq9") })
  }

  @Test func `choices that multiply end as not judged`() throws {
    let steps = (0..<40).map { ##""d\##($0)":{"anyOf":[{"$ref":"#/$defs/d\##($0 + 1)"},{"$ref":"#/$defs/d\##($0 + 1)"}]}"## }
    let schema = ##"{"$ref":"#/$defs/d0","$defs":{\##(steps.joined(separator: ",")),"d40":false}}"##
    let elapsed = try ContinuousClock().measure { () throws in
      #expect(try violations(schema, "1").contains { $0.message == "this could not be judged: it takes too many steps" })
    }
    #expect(elapsed < .seconds(5))
  }

  @Test(
    arguments: [
      #"{"pattern":"(a+)+$"}"#, #"{"not":{"pattern":"(a+)+$"}}"#, #"{"anyOf":[{"pattern":"(?:a|aa)+$"},true]}"#,
      #"{"if":{"pattern":"(a+)+$"},"else":true}"#,
    ])
  func `a pattern at its limit is a violation wherever it stands`(schema: String) throws {
    let found = try violations(schema, "\"" + String(repeating: "a", count: 60) + "!\"")
    #expect(found.first?.message == "this could not be judged: match limit reached in a pattern")
  }

  @Test func `a property name at a pattern's limit is a violation`() throws {
    let name = String(repeating: "a", count: 60) + "!"
    let found = try violations(#"{"patternProperties":{"(a+)+$":{"type":"string"}}}"#, "{\"\(name)\":\"\"}")
    #expect(found.map(\.keyword) == ["/patternProperties"])
  }

  @Test func `a deep instance is judged as far as it goes`() throws {
    let depth = 128
    let instance = String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
    #expect(try violations(##"{"type":"array","items":{"$ref":"#"}}"##, instance).isEmpty)
    let deep = JSON.Limits.deepest
    let deepest = try JSON(
      parsing: Array((String(repeating: "[", count: deep) + String(repeating: "]", count: deep)).utf8), limits: .init(depth: deep))
    let found = try JSONSchema(json(##"{"items":{"$ref":"#"}}"##)).violations(in: deepest)
    #expect(found.map(\.message) == ["this could not be judged: its schemas lead deeper than 400"])
  }

  @Test func `big instances are judged in linear time`() throws {
    let elements = (0..<20_000).map { "{\"n\":\($0)}" }.joined(separator: ",")
    let elapsed = try ContinuousClock().measure { () throws in
      #expect(try violations(#"{"uniqueItems":true,"items":{"required":["n"],"unevaluatedProperties":true}}"#, "[\(elements)]").isEmpty)
      #expect(try violations(#"{"uniqueItems":true}"#, "[\(elements),{\"n\":7.0}]").count == 1)
    }
    #expect(elapsed < .seconds(10))
  }

  @Test(
    arguments: [
      ("0.3", "0.1", true), ("1e400", "3e-400", false), ("9e400", "3e-400", true), ("1e308", "0.123456789", false), ("0", "7", true),
      ("12345678901234567890123", "3", true), ("12345678901234567890124", "3", false), ("-4.50", "1.5", true), ("1e-5", "1e-6", true),
      ("5e-7", "1e-6", false), ("36893488147419103114", "18446744073709551557", true),
      ("36893488147419103115", "18446744073709551557", false), ("-0.0", "3", true),
    ])
  func `multiples are exact`(number: String, divisor: String, isMultiple: Bool) throws {
    #expect(try violations("{\"multipleOf\":\(divisor)}", number).isEmpty == isMultiple)
  }

  @Test(
    arguments: [
      ("1", "1.0", true), ("10", "1e1", true), ("0", "-0", true), ("1e400", "10e399", true),
      ("9007199254740993", "9007199254740992", false),
      ("\"é\"", "\"e\u{301}\"", false), ("{\"a\":1,\"b\":[2]}", "{\"b\":[2.0],\"a\":1}", true), ("[1,2]", "[2,1]", false),
      ("1", "true", false),
      ("0.001", "1e-3", true), ("null", "false", false),
    ])
  func `sameness is of values, not of texts`(a: String, b: String, isSame: Bool) throws {
    #expect(try violations("{\"const\":\(a)}", b).isEmpty == isSame)
    #expect(try violations(#"{"uniqueItems":true}"#, "[\(a),\(b)]").isEmpty != isSame)
    let others = (100..<110).map { "[\($0)]" }.joined(separator: ",")
    #expect(try violations(#"{"uniqueItems":true}"#, "[\(a),\(others),\(b)]").isEmpty != isSame, "by way of the hash")
  }

  @Test(
    arguments: [
      (#"^\\p{Letter}+$"#, "中文ä", true), (#"^\\p{Decimal_Number}$"#, "５", true), (#"^\\u4e2d$"#, "中", true), (#"^\\u{1F600}$"#, "😀", true),
      (#"^\\ud83d\\ude00$"#, "😀", true), (#"^[\\u4e00-\\u9fff]+$"#, "中文", true), (#"^\\p{Script=Han}$"#, "中", true),
      (#"^\\d$"#, "５", false),
      (#"^\\\\u4e2d$"#, #"\\u4e2d"#, true), (#"^.{2}$"#, "😀中", true),
    ])
  func `patterns are ECMA-262's`(pattern: String, text: String, matches: Bool) throws {
    #expect(try violations("{\"pattern\":\"\(pattern)\"}", "\"\(text)\"").isEmpty == matches)
  }

  @Test func `no message or pointer quotes a value of the instance`() throws {
    let schema = #"{"properties":{"a":{"type":"null","const":1,"enum":[2],"pattern":"^x","minLength":99,"not":true,"allOf":[false]}}}"#
    let found = try violations(schema, #"{"a":"6222021234567890128"}"#)
    #expect(found.count == 7)
    for violation in found { #expect(!"\(violation)".contains("6222")) }
  }
}
