import ParapetFormat
import ParapetText
import Testing

@Suite struct SchemaOutputTests {
  private func json(_ text: String) throws -> JSON { try JSON(parsing: Array(text.utf8)) }

  private let schema = ##"""
    {"$id":"https://bank.example/card","properties":{"名":{"$ref":"#/$defs/name"},"额":{"anyOf":[{"type":"null"},{"minimum":1}]}},
     "$defs":{"name":{"type":"string","title":"持卡人","maxLength":2}}}
    """##

  @Test func `errors have three places: by the way taken, by the schema, in the instance, each with its span`() throws {
    let text = "前文😀" + #"{"名":"张三丰","额":0}"#
    let start = "前文😀".utf8.count
    let instance = try JSON(parsing: Array(text.utf8.dropFirst(start)))
    let output = try JSONSchema(json(schema)).output(of: instance)
    #expect(!output.isValid)
    #expect(
      output.units.map(\.keywordLocation) == [
        "/properties/名/$ref/maxLength", "/properties/额/anyOf/0/type", "/properties/额/anyOf/1/minimum", "/properties/额/anyOf",
      ])
    #expect(output.units.first?.absoluteKeywordLocation == "https://bank.example/card#/$defs/name/maxLength")
    #expect(output.units.map(\.instanceLocation) == ["/名", "/额", "/额", "/额"])
    let written = try JSON(parsing: output.json(in: Text(text), offset: start))
    let span = try #require(written["errors"]?.elements?.first?["span"])
    // UTF-8 bytes, Unicode scalars, UTF-16 code units of `"张三丰"` in the whole text.
    #expect(span["utf8"]?.elements?.map(\.number) == ["17", "28"])
    #expect(span["scalar"]?.elements?.map(\.number) == ["8", "13"])
    #expect(span["utf16"]?.elements?.map(\.number) == ["9", "14"])
    #expect(Text(text).string(in: 17..<28) == "\"张三丰\"")
  }

  @Test func `a valid instance has annotations, and none of a branch that did not fit`() throws {
    let schema = #"{"anyOf":[{"type":"null","title":"none"},{"type":"number","title":"some"}],"x-unit":"元"}"#
    let output = try JSONSchema(json(schema)).output(of: json("1"))
    #expect(output.isValid)
    let annotations = Dictionary(uniqueKeysWithValues: output.units.map { ($0.keywordLocation, $0.annotation?.string) })
    #expect(annotations == ["/anyOf/1/title": "some", "/x-unit": "元"])
  }

  @Test func `names that the schema does not write are not shown`() throws {
    let found = try JSONSchema(json(#"{"properties":{"a":{"additionalProperties":{"type":"null"}}}}"#))
      .violations(in: json(#"{"a":{"11010519491231002X":1}}"#))
    #expect(found.map(\.instance) == ["/a/11010519491231002X"])
    #expect(found.map(\.shownInstance) == ["/a/*"])
  }
}
