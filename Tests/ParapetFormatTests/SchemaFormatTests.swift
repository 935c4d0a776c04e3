import ParapetFormat
import Testing

/// Formats beyond what the public suite tries.
@Suite struct SchemaFormatTests {
  private func accepts(_ format: String, _ text: String) throws -> Bool {
    var writer = JSONWriter()
    writer.value(text)
    let schema = try JSONSchema(JSON(parsing: Array("{\"format\":\"\(format)\"}".utf8)), options: .init(assertsFormat: true))
    return try schema.violations(in: JSON(parsing: writer.bytes)).isEmpty
  }

  @Test(
    arguments: [
      ("date", "2026-11-28", true), ("date", "2026-02-29", false), ("date-time", "2026-11-28T09:30:00+08:00", true),
      ("date-time", "2026-11-28T09:30:00", false), ("time", "07:59:60+08:00", true), ("time", "08:59:60+08:00", false),
      ("duration", "P1Y2M10DT2H30M", true), ("duration", "P1S", false), ("email", "客服@bank.example", false),
      ("idn-email", "客服@银行.中国", true), ("email", "a@b@c.example", false), ("hostname", "www.银行.中国", false),
      ("idn-hostname", "www.银行.中国", true), ("idn-hostname", "ＢＡＮＫ.cn", false),
      ("hostname", "xn--fiqs8s", true), ("ipv4", "10.0.0.01", false), ("ipv6", "::ffff:10.0.0.1", true), ("ipv6", "1::2::3", false),
      ("uri", "https://bank.example/a?b=%E4%B8%AD", true), ("uri", "https://bank.example/中", false),
      ("iri", "https://银行.example/中", true), ("uri-reference", "/a/b", true), ("uri", "/a/b", false),
      ("uri", "https://bank.example/#\u{301}", false), ("uri-template", "/a{?b,c*}", true), ("uri-template", "/a{?b", false),
      ("uuid", "123e4567-e89b-12d3-a456-426614174000", true), ("uuid", "123e4567e89b12d3a456426614174000", false),
      ("json-pointer", "/a~0b", true), ("json-pointer", "/a~b", false), ("relative-json-pointer", "1/a", true),
      ("no-such-format", "x", true),
    ])
  func `a string has its format`(format: String, text: String, isAccepted: Bool) throws {
    #expect(try accepts(format, text) == isAccepted)
  }

  @Test func `a format judges only when that was asked for`() throws {
    let schema = try JSON(parsing: Array(#"{"format":"date"}"#.utf8))
    let text = try JSON(parsing: Array(#""yesterday""#.utf8))
    #expect(try JSONSchema(schema).violations(in: text).isEmpty)
    let found = try JSONSchema(schema, options: .init(assertsFormat: true)).violations(in: text)
    #expect(found.map(\.message) == ["the string is no `date`"])
  }
}
