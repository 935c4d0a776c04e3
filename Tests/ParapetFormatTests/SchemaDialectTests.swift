import ParapetFormat
import Testing

/// What is not the same in every draft.
@Suite struct SchemaDialectTests {
  private func json(_ text: String) throws -> JSON { try JSON(parsing: Array(text.utf8)) }

  private func accepts(_ schema: String, _ instance: String, _ dialect: SchemaDialect) throws -> Bool {
    try JSONSchema(json(schema), options: .init(dialect: dialect)).violations(in: json(instance)).isEmpty
  }

  @Test(
    arguments: [
      // What stands beside a reference counts from 2019-09 on.
      (##"{"$ref":"#/definitions/a","maximum":1,"definitions":{"a":{}}}"##, "2", [SchemaDialect.draft4, .draft6, .draft7]),
      (#"{"minimum":1,"exclusiveMinimum":true}"#, "2", [.draft4]),
      (#"{"const":1}"#, "2", [.draft4]),
      (#"{"if":true,"then":false}"#, "1", [.draft4, .draft6]),
      (#"{"dependentRequired":{"a":["b"]}}"#, #"{"a":1}"#, [.draft4, .draft6, .draft7]),
      (#"{"dependencies":{"a":["b"]}}"#, #"{"a":1}"#, []),
      (#"{"prefixItems":[false]}"#, "[1]", [.draft4, .draft6, .draft7, .draft2019]),
      (#"{"items":[{}],"additionalItems":false}"#, "[1]", [.draft4, .draft6, .draft7, .draft2019]),
      (#"{"contains":{"const":1},"minContains":0}"#, "[2]", [.draft4, .draft2019, .draft2020]),
      (#"{"contains":{"const":1},"unevaluatedItems":{"const":2}}"#, "[1,2]", [.draft4, .draft6, .draft7, .draft2020]),
      (#"{"type":"integer"}"#, "1.0", [.draft6, .draft7, .draft2019, .draft2020]),
    ])
  func `a keyword means what its draft says`(schema: String, instance: String, accepting: [SchemaDialect]) throws {
    for dialect in SchemaDialect.allCases {
      let isAccepted = (try? accepts(schema, instance, dialect)) ?? false
      #expect(isAccepted == accepting.contains(dialect), "\(dialect): \(schema)")
    }
  }

  @Test func `the draft is the one that $schema says`() throws {
    let schema = #"{"$schema":"http://json-schema.org/draft-04/schema#","minimum":1,"exclusiveMinimum":true}"#
    #expect(try !accepts(schema, "1", .draft2020))
    #expect(try accepts(schema, "2", .draft2020))
  }

  @Test func `a bundled document of another draft keeps its own`() throws {
    let schema = ##"""
      {"$schema":"https://json-schema.org/draft/2020-12/schema","$ref":"old.json","$defs":{"a":{
        "$id":"old.json","$schema":"http://json-schema.org/draft-07/schema#","items":[{"type":"string"}],"additionalItems":false}}}
      """##
    #expect(try accepts(schema, #"["a"]"#, .draft2020))
    #expect(try !accepts(schema, "[1]", .draft2020))
    #expect(try !accepts(schema, #"["a","b"]"#, .draft2020))
  }

  @Test func `every meta-schema is carried, and is valid by itself`() throws {
    for dialect in SchemaDialect.allCases {
      let meta = try JSONSchema(json("{\"$ref\":\"\(dialect.uri)\"}"), options: .init(dialect: dialect))
      #expect(meta.violations(in: try json(#"{"type":"object","minLength":2,"properties":{"a":{"type":["null","string"]}}}"#)).isEmpty)
      let wrong = meta.violations(in: try json(#"{"minLength":-1,"properties":{"a":{"type":"strnig"}}}"#))
      #expect(wrong.contains { $0.instance == "/minLength" } && wrong.contains { $0.instance == "/properties/a/type" }, "\(dialect)")
    }
  }
}
