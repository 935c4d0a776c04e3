import ParapetFormat
import Testing

/// Schemas and instances that are made to take for ever.
@Suite struct HostileSchemaTests {
  private func json(_ text: String) throws -> JSON { try JSON(parsing: Array(text.utf8)) }

  private func judged(_ schema: String, _ instance: String, within limit: Duration = .seconds(20)) throws -> [JSONSchema.Violation] {
    let schema = try JSONSchema(json(schema))
    let instance = try json(instance)
    var found: [JSONSchema.Violation] = []
    let elapsed = ContinuousClock().measure { found = schema.violations(in: instance) }
    #expect(elapsed < limit)
    return found
  }

  @Test func `a hostile pattern over many strings ends after a few that reach the limit`() throws {
    let element = "\"" + String(repeating: "a", count: 40) + "!\""
    let instance = "[" + Array(repeating: element, count: 5_000).joined(separator: ",") + "]"
    let found = try judged(#"{"items":{"pattern":"^(a+)+$"}}"#, instance, within: .seconds(20))
    #expect(found.count < 20 && found.allSatisfy { $0.isUnjudged } && !found.isEmpty)
  }

  @Test func `a hostile pattern over many names ends as well`() throws {
    let members = (0..<5_000).map { "\"" + String(repeating: "a", count: 40) + "\($0)!\":1" }.joined(separator: ",")
    let found = try judged(#"{"patternProperties":{"^(a+)+$":false}}"#, "{\(members)}", within: .seconds(20))
    #expect(found.contains { $0.isUnjudged })
  }

  @Test func `many required names in a big object are looked for within bounds`() throws {
    let names = (0..<2_000).map { "\"n\($0)\"" }.joined(separator: ",")
    let members = (0..<10_000).map { "\"m\($0)\":0" }.joined(separator: ",")
    let found = try judged("{\"allOf\":[{\"required\":[\(names)]},{\"required\":[\(names)]}]}", "{\(members)}")
    #expect(!found.isEmpty)
  }

  @Test func `an instance that is all the same is no enumeration's undoing`() throws {
    let big = "[" + Array(repeating: "1", count: 2_000).joined(separator: ",")
    let values = (0..<200).map { "\(big),\($0)]" }.joined(separator: ",")
    let found = try judged("{\"enum\":[\(values)]}", big + ",999]")
    #expect(!found.isEmpty)
  }

  @Test func `references that lead deeper and deeper end`() throws {
    let defs = (0..<2_000).map { ##""d\##($0)":{"allOf":[{"$ref":"#/$defs/d\##($0 + 1)"}]}"## }.joined(separator: ",")
    let found = try judged(##"{"$ref":"#/$defs/d0","$defs":{\##(defs),"d2000":true}}"##, "1")
    #expect(found.map(\.isUnjudged) == [true])
  }

  @Test func `dynamic references in circles end`() throws {
    let schema = ##"{"$id":"https://a.example/","$dynamicAnchor":"n","anyOf":[{"$dynamicRef":"#n"},{"$dynamicRef":"#n"}]}"##
    #expect(try judged(schema, "1").contains { $0.isUnjudged })
    let old = ##"{"$schema":"https://json-schema.org/draft/2019-09/schema","$recursiveAnchor":true,"anyOf":[{"$recursiveRef":"#"}]}"##
    #expect(try judged(old, "1").contains { $0.isUnjudged })
  }

  @Test func `numbers of a hundred thousand digits are exact, and quick`() throws {
    let digits = String(repeating: "3", count: 100_000)
    #expect(try judged(#"{"multipleOf":3}"#, digits, within: .seconds(20)).isEmpty)
    #expect(try judged(#"{"multipleOf":7}"#, digits, within: .seconds(20)).count == 1)
    let divisor = String(repeating: "3", count: 100)
    #expect(try judged("{\"multipleOf\":\(divisor)}", digits, within: .seconds(20)).isEmpty)
    #expect(try judged("{\"multipleOf\":\(divisor)}", digits + "1", within: .seconds(20)).count == 1)
    #expect(try judged("{\"maximum\":\(digits)}", digits + ".0000001", within: .seconds(20)).count == 1)
  }

  @Test(
    arguments: [
      ("340282366920938463463374607431768211456", "18446744073709551616", true),
      ("340282366920938463463374607431768211457", "18446744073709551616", false),
      ("1e400", "1267650600228229401496703205376", true),  // 2^100 divides 10^400
      ("1e99", "1267650600228229401496703205376", false),
      ("0.36893488147419103232", "1.8446744073709551616e-1", true), ("1e999999999999", "18446744073709551616", true),
    ])
  func `divisors longer than a machine word are exact`(number: String, divisor: String, isMultiple: Bool) throws {
    #expect(try judged("{\"multipleOf\":\(divisor)}", number, within: .seconds(20)).isEmpty == isMultiple)
  }

  @Test func `a divisor that is too long to divide by is refused`() throws {
    let schema = try json("{\"multipleOf\":\(String(repeating: "7", count: 1_001))}")
    #expect(throws: JSONSchema.SchemaError.self) { _ = try JSONSchema(schema) }
  }
}
