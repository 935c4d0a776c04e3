import Parapet
import ParapetEngine
import ParapetFormat
import ParapetVerdict
import Testing

@testable import ParapetJudge

/// A judge behind a real server, and what becomes of what it says.
@Suite(.timeLimit(.minutes(10))) struct ReviewerTests {
  static let program = Result { try RuleSource.shipped.program(date: "2026-11-28") }

  /// An answer whose figure the rules flag, and do not hold: nothing in the material gives it by a calculation that they try.
  static func event(_ text: String = "核心指标为37.3。") -> Event {
    var event = Event(id: "e1", stage: .output, text: text)
    event.context = [Event.Passage(id: "kb:1", text: "甲部门12.1，乙部门25.2。")]
    return event
  }

  func judged(_ event: Event) throws -> Verdict {
    try Self.program.get().evaluate(event)
  }

  func review(_ manner: SmallServer.Manner, timeout: Int = 1500, _ event: Event = event()) throws -> (review: Review?, server: SmallServer)
  {
    let server = try SmallServer(manner)
    let adviser = ChatAdviser(try Endpoint(parsing: server.url), model: "small", timeoutMilliseconds: timeout)
    return (Reviewer(adviser).review(event, try judged(event)), server)
  }

  @Test func theNumberIsNeverSent() throws {
    let (review, server) = try review(.says(#"{"operation":"total","figures":[0,1]}"#))
    let request = try #require(server.asked.first)
    #expect(request.hasPrefix("POST /v1/chat/completions HTTP/1.1\r\n"))
    #expect(request.contains("▢") && request.contains("12.1") && request.contains("25.2"))
    #expect(!request.contains("37.3"))
    #expect(review?.opinions.count == 1)
  }

  @Test(arguments: [
    (#"{"operation":"total","figures":[0,1]}"#, "agrees"), (#"{"operation":"difference","figures":[1,0]}"#, "differs"),
    ("```json\n{\"operation\":\"total\",\"figures\":[0,1]}\n```", "agrees"), (#"{"operation":"none","figures":[]}"#, "undecided"),
    (#"{"operation":"total","figures":[0,9]}"#, "undecided"), (#"{"operation":"total","figures":[0,0]}"#, "undecided"),
  ])
  func whatIsNamedIsComputed(_ content: String, _ outcome: String) throws {
    for manner in [SmallServer.Manner.says(content), .saysInChunks(content)] {
      let opinion = try #require(try review(manner).review?.opinions.first)
      #expect(opinion.outcome == outcome && opinion.why == nil)
    }
  }

  @Test(arguments: [
    (SmallServer.Manner.sleeps(600), "timeout"), (.sends("HTTP/1.1 503 Busy\r\nContent-Length: 0\r\n\r\n"), "http_503"),
    (.sends("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nnot json!"), "unusable"), (.sends("SSH-2.0-x\r\n\r\n"), "malformed"),
    (.sends("HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n{}"), "malformed"), (.sends(""), "malformed"), (.floods, "too_large"),
    (.says("37.3"), "unusable"), (.says(#"{"operation":"sum","figures":[0]}"#), "unusable"),
  ])
  func failuresAreRecordedAndBlockNothing(_ manner: SmallServer.Manner, _ why: String) throws {
    let event = Self.event()
    var verdict = try judged(event)
    let before = verdict
    verdict.review = try review(manner, timeout: 300).review
    #expect(verdict.review?.opinions.map(\.outcome) == ["failed"])
    #expect(verdict.review?.opinions.map(\.why) == [why])
    #expect(verdict.decision == before.decision && verdict.text == before.text && verdict.findings.count == before.findings.count)
  }

  @Test func nobodyListening() throws {
    let endpoint = try Endpoint(parsing: "http://127.0.0.1:\(try SmallServer.deadPort())")
    let review = Reviewer(ChatAdviser(endpoint, model: "m")).review(Self.event(), try judged(Self.event()))
    #expect(review?.opinions.first?.why == "refused")
  }

  @Test func whatIsCertainlyWrongIsNotAsked() throws {
    let event = Self.event("甲部门12.7。")
    #expect(try judged(event).decision == .hold)
    let (review, server) = try review(.says(#"{"operation":"quote","figures":[0]}"#), event)
    #expect(review == nil && server.asked.isEmpty)
  }

  @Test func withoutMaterialNobodyIsAsked() throws {
    var event = Self.event()
    event.context = nil
    let (review, server) = try review(.says("{}"), event)
    #expect(review == nil && server.asked.isEmpty)
  }

  @Test func theRecordGivesTheSameBytes() throws {
    for manner in [
      SmallServer.Manner.says(#"{"operation":"difference","figures":[1,0]}"#), .says(#"{"operation":"none"}"#), .sends("x"),
    ] {
      let event = Self.event()
      var verdict = try judged(event)
      verdict.review = try review(manner).review
      let bytes = verdict.json()
      var again = try judged(event)
      let recorded = try #require(RecordedAdviser(verdict: try JSON(parsing: bytes)))
      again.review = Reviewer(recorded).review(event, again)
      #expect(again.json() == bytes)
    }
  }

  @Test func withoutAJudgeTheBytesAreAsEver() throws {
    let verdict = try judged(Self.event())
    #expect(!String(decoding: verdict.json(), as: UTF8.self).contains("review"))
  }

  @Test(arguments: [
    "https://api.example.com/v1", "127.0.0.1:8000", "http://", "http://host:0", "http://host:99999", "http://a b/", "http://u@h/",
    "ftp://h",
  ])
  func addressesThatAreNone(_ text: String) {
    #expect(throws: Endpoint.Fault.self) { try Endpoint(parsing: text) }
  }

  @Test func addresses() throws {
    let endpoint = try Endpoint(parsing: "http://127.0.0.1:8000/v1/")
    #expect(endpoint.host == "127.0.0.1" && endpoint.port == 8000 && endpoint.path == "/v1")
    #expect(try Endpoint(parsing: "http://[::1]:81").host == "::1")
    #expect(try Endpoint(parsing: "http://judge").port == 80)
  }
}
