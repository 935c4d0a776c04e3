import Foundation
import ParapetTesting
import Testing

/// Lines that are no events: each gives one clear error, nothing of what it held, and the next line is judged as usual.
@Suite("hostile input")
struct HostileInputTests {
  /// A line, and the code it must get.
  struct Hostile: Sendable, CustomTestStringConvertible {
    let name: String
    let bytes: [UInt8]
    let code: String
    init(_ name: String, _ text: String, _ code: String) { self.init(name, Array(text.utf8), code) }
    init(_ name: String, _ bytes: [UInt8], _ code: String) {
      self.name = name
      self.bytes = bytes
      self.code = code
    }
    var testDescription: String { name }
  }

  /// Stands in every line; it must never come back.
  static let secret = "11010519491231002X"

  static let lines: [Hostile] = [
    Hostile("not JSON", "证件号\(secret)", "E0102"),
    Hostile("empty line", "", "E0102"),
    Hostile("blank line", "   \t", "E0102"),
    Hostile("two values", #"{"stage":"output","text":"\#(secret)"} {}"#, "E0102"),
    Hostile("trailing comma", #"{"stage":"output","text":"\#(secret)",}"#, "E0102"),
    Hostile("control character in a string", "{\"stage\":\"output\",\"text\":\"\(secret)\u{1}\"}", "E0102"),
    Hostile("byte order mark", "\u{FEFF}{\"stage\":\"output\",\"text\":\"\(secret)\"}", "E0102"),
    Hostile("not UTF-8", Array(#"{"stage":"output","text":"\#(secret)"#.utf8) + [0xC3, 0x28] + Array(#""}"#.utf8), "E0101"),
    Hostile("overlong UTF-8", Array(#"{"stage":"output","text":"\#(secret)"#.utf8) + [0xC0, 0xAF] + Array(#""}"#.utf8), "E0101"),
    Hostile("lone surrogate", #"{"stage":"output","text":"\#(secret)\ud83d"}"#, "E0103"),
    Hostile("duplicate key", #"{"stage":"output","text":"x","text":"\#(secret)"}"#, "E0104"),
    Hostile("duplicate key, one escaped", #"{"stage":"output","text":"x","te\u0078t":"\#(secret)"}"#, "E0104"),
    Hostile(
      "deep nesting", #"{"stage":"output","text":"\#(secret)","meta":"# + String(repeating: "[", count: 100_000), "E0105"),
    Hostile("an array", #"["\#(secret)"]"#, "E0107"),
    Hostile("a number", "11010519491231002", "E0107"),
    Hostile("unknown key", #"{"stage":"output","text":"x","txt":"\#(secret)"}"#, "E0108"),
    Hostile("a value where a key should be", #"{"stage":"output","text":"x","\#(secret)":1}"#, "E0108"),
    Hostile("no stage", #"{"text":"\#(secret)"}"#, "E0109"),
    Hostile("unknown stage", #"{"stage":"\#(secret)","text":"x"}"#, "E0110"),
    Hostile("text that is no string", #"{"stage":"output","text":["\#(secret)"]}"#, "E0111"),
    Hostile("nothing to judge", #"{"stage":"output","input":"\#(secret)"}"#, "E0112"),
  ]

  @Test("each line by itself", arguments: lines)
  func one(_ hostile: Hostile) throws {
    let run = try Command.run("filter", input: Data(hostile.bytes) + Sample.stream("", Sample.plain))
    #expect(run.code == 0)
    #expect(run.error == "")
    let verdicts = try run.verdicts
    #expect(verdicts.map(\.decision) == ["error", "pass"])
    #expect(verdicts.first?.code == hostile.code)
    #expect(verdicts.first?.text == "")
    #expect(!run.text.contains(Self.secret))
    #expect(try Package.verdictSchema().faults(in: Array((run.lines.first ?? "").utf8)) == [])
  }

  @Test(
    "all lines in one stream: order, count, nothing on standard error, nothing let through in any shape",
    arguments: ["verdict", "text", "event"])
  func together(_ emission: String) throws {
    var input = Data()
    for hostile in Self.lines { input += Data(hostile.bytes) + Sample.stream("", Sample.plain) }
    let run = try Command.run("filter", "--emit", emission, input: input)
    #expect(run.code == 0)
    #expect(run.error == "")
    #expect(run.lines.count == 2 * Self.lines.count)
    #expect(!run.text.contains(Self.secret))
  }

  @Test("a line of 100 MB gives one error and is not kept in memory")
  func hugeLine() throws {
    let talk = try Conversation("filter", "--max-line", "1m")
    try talk.say(#"{"stage":"output","text":""#)
    let piece = String(repeating: "a", count: 1 << 20)
    for _ in 0..<100 { try talk.say(piece) }
    try talk.say("\"}\n" + Sample.plain + "\n")
    let error = try ReadVerdict(#require(talk.hear()))
    #expect(error.decision == "error" && error.code == "E0106")
    #expect(try ReadVerdict(#require(talk.hear())).decision == "pass")
    let peak = try #require(talk.peakMemory)
    #expect(peak < 60 << 20, "\(peak >> 20) MB")
    #expect(try talk.end() == ("", 0))
  }

  @Test("an event of 10,000 messages takes no more memory than its messages do")
  func manyMessages() throws {
    let message = #"{"role":"user","content":"卡号4111111111111111"}"#
    let talk = try Conversation("filter", "-j", "1")
    try talk.say(#"{"stage":"input","messages":["# + Array(repeating: message, count: 10_000).joined(separator: ",") + "]}\n")
    #expect(try ReadVerdict(#require(talk.hear())).decision != "error")
    let peak = try #require(talk.peakMemory)
    #expect(peak < 120 << 20, "\(peak >> 20) MB")
    #expect(try talk.end() == ("", 0))
  }

  @Test("a line of 100 MB under the standard limit")
  func hugeLineStandardLimit() throws {
    let input = Data(#"{"stage":"output","text":""#.utf8) + Data(repeating: 97, count: 100 << 20) + Sample.stream("\"}", Sample.plain)
    let run = try Command.run("filter", input: input)
    #expect(try run.verdicts.map(\.decision) == ["error", "pass"])
    #expect(try run.verdicts.first?.code == "E0106")
    #expect(run.code == 0 && run.error == "")
  }

  @Test("a line just as long as allowed is judged")
  func longestLine() throws {
    let frame = #"{"stage":"output","text":""}"#.utf8.count
    let text = String(repeating: "a", count: 4096 - frame)
    let fits = #"{"stage":"output","text":"\#(text)"}"#
    let tooLong = #"{"stage":"output","text":"\#(text)a"}"#
    let run = try Command.run("filter", "--max-line", "4k", input: Sample.stream(fits, tooLong))
    #expect(try run.verdicts.map(\.decision) == ["pass", "error"])
  }
}
