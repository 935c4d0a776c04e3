import Foundation
import ParapetFormat
import Testing

@Suite("parapet filter --emit retry")
struct RetryTests {
  private func lines(_ input: String...) throws -> [JSON] {
    let run = try Command.run(
      "filter", "--emit", "retry", input: Data(input.map { $0 + "\n" }.joined().utf8), rules: nil)
    return try run.lines.map { try JSON(parsing: Array($0.utf8)) }
  }

  @Test("a held answer has a message with what is wrong and what is asked for")
  func held() throws {
    let event = #"{"id":"e1","stage":"output","facts":{"purpose":"answer","format":"json"},"text":"{\"answer\":\"期限90天\"}"}"#
    let line = try #require(lines(event).first)
    #expect(line["id"]?.string == "e1")
    #expect(line["decision"]?.string == "hold")
    #expect(line.at(pointer: "/message/role")?.string == "user")
    let content = try #require(line.at(pointer: "/message/content")?.string)
    #expect(content.contains("1. ") && content.contains("citations") && content.contains("JSON Schema"))
  }

  @Test("one line a record, and null where nothing is to be sent")
  func others() throws {
    let found = try lines(#"{"stage":"output","text":"您好"}"#, "not an event", #"{"id":"r","stage":"output","text":"这款产品保本保息"}"#)
    #expect(found.map { $0["decision"]?.string } == ["pass", "error", "refuse"])
    #expect(found.allSatisfy { $0["message"]?.isNull == true })
  }
}
