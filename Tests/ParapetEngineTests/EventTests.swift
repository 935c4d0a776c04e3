import ParapetFormat
import ParapetText
import Testing

@testable import ParapetEngine

@Suite("Events")
struct EventTests {
  private func code(_ line: String) -> EventError.Code? {
    do {
      _ = try Event(parsing: Array(line.utf8))
      return nil
    } catch { return error.code }
  }

  @Test(arguments: [
    ("{", EventError.Code.notJSON), ("[]", .notObject), ("\"x\"", .notObject), (#"{"text":"a"}"#, .missingStage),
    (#"{"stage":"answer","text":"a"}"#, .unknownStage), (#"{"stage":7,"text":"a"}"#, .unknownStage),
    (#"{"stage":"input"}"#, .nothingToJudge), (#"{"stage":"input","text":7}"#, .wrongType),
    (#"{"stage":"input","text":"a","txet":"b"}"#, .unknownKey), (#"{"stage":"input","text":"a","text":"b"}"#, .duplicateKey),
    (#"{"stage":"input","text":"\ud800"}"#, .loneSurrogate), (#"{"stage":"input","text":"a","context":[{"txt":"b"}]}"#, .unknownKey),
    (#"{"stage":"input","text":"a","context":"b"}"#, .wrongType), (#"{"stage":"tool-call","tool":{"arguments":{}}}"#, .wrongType),
    ("{\"stage\":\"input\",\"text\":\"a\",\"facts\":" + String(repeating: "[", count: 2_000), .tooDeep), ("", .notJSON),
  ])
  func faults(line: String, expected: EventError.Code) {
    #expect(code(line) == expected)
  }

  @Test func invalidUTF8() {
    #expect(throws: EventError.self) { try Event(parsing: Array(#"{"stage":"input","text":""#.utf8) + [0xC3, 0x28] + Array(#""}"#.utf8)) }
  }

  @Test func everythingIsRead() throws {
    let line = """
      {"id":"e1","stage":"output","text":"答","input":"问","context":[{"id":"kb:1","text":"据","as_of":"2026-09-30"}],\
      "facts":{"channel":"marketing","product":{"risk":"R3"},"anything":[1]},"tool":{"name":"t","arguments":{"a":1}},\
      "session":{"calls":[]},"meta":{"traceparent":"00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"},"messages":null}
      """
    let event = try Event(parsing: Array(line.utf8))
    #expect(event.id == "e1")
    #expect(event.text?.string == "答")
    #expect(event.input?.string == "问")
    #expect(event.context?.first?.id == "kb:1")
    #expect(event.channel == "marketing")
    #expect(event.fact("product.risk") == "R3")
    #expect(event.fact("product.code") == nil)
    #expect(event.traceID == "4bf92f3577b34da6a3ce929d0e0e4736")
    #expect(event.supplies("context") && !event.supplies("session.customer"))
  }

  @Test func anUnknownKeyIsNamedOnlyWhenItLooksLikeAName() {
    func message(_ key: String) -> String {
      do {
        _ = try Event(parsing: Array("{\"stage\":\"input\",\"text\":\"a\",\"\(key)\":1}".utf8))
        return ""
      } catch { return error.message }
    }
    #expect(message("txet").contains("txet"))
    #expect(!message("6222020000000000000").contains("6222"))
    #expect(!message("张三丰").contains("张三丰"))
  }

  @Test func theErrorKeepsTheId() {
    do {
      _ = try Event(parsing: Array(#"{"id":"e9","stage":"nowhere","text":"a"}"#.utf8))
      Issue.record("should not parse")
    } catch { #expect(error.id == "e9") }
  }
}
