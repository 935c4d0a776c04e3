import Foundation
import ParapetFormat
import Testing

@Suite("parapet filter --emit")
struct EmitTests {
  @Test("text: what may be delivered, one line a record, also where a text has lines")
  func text() throws {
    let lines = #"{"stage":"output","text":"第一行\n第二行11010519491231002X\r尾"}"#
    let run = try Command.run("filter", "--emit", "text", input: Sample.stream(Sample.masked, Sample.promise, lines, Sample.plain))
    #expect(run.lines == ["证件号1101**********002X。", "投资有风险，产品不保本。", #"第一行\n第二行1101**********002X\r尾"#, "请问网点几点开门"])
  }

  @Test("text: a record that cannot be judged gives an empty line, and nothing of what it held")
  func textOfErrors() throws {
    let run = try Command.run("filter", "--emit", "text", input: Sample.stream("11010519491231002X", Sample.plain))
    #expect(run.lines == ["", "请问网点几点开门"])
  }

  @Test("event: every byte as it was but for the text, and the verdict under parapet")
  func event() throws {
    let event = #"{ "meta" : {"n":1.50, "s":"\u4fdd/\/"}, "stage":"output","text":"证件号11010519491231002X。" , "id":"m"}"#
    let line = try #require(Command.run("filter", "--emit", "event", input: Sample.stream(event)).lines.first)
    let expected =
      #"{ "meta" : {"n":1.50, "s":"\u4fdd/\/"}, "stage":"output","text":"证件号1101**********002X。" , "id":"m","parapet":{"schema""#
    #expect(line.hasPrefix(expected))
    let verdict = try JSON(parsing: Array(line.utf8))["parapet"].map { ReadVerdict($0) }
    #expect(verdict?.decision == "modify")
  }

  @Test("event: a text that passes keeps its escapes")
  func untouchedEscapes() throws {
    let event = #"{"stage":"output","text":"\u60a8\u597d\n"}"#
    let run = try Command.run("filter", "--emit", "event", input: Sample.stream(event))
    #expect(run.text.hasPrefix(#"{"stage":"output","text":"\u60a8\u597d\n","parapet":"#))
  }

  @Test("event: messages and tool arguments are masked where they stand")
  func messagesAndArguments() throws {
    let chat = #"{"stage":"input","messages":[{"role":"user","content":"我是11010519491231002X"},{"role":"assistant","content":"好"}]}"#
    let call = #"{"stage":"tool-call","tool":{"name":"q","arguments":{"id":"11010519491231002X","n":7}}}"#
    let run = try Command.run("filter", "--emit", "event", input: Sample.stream(chat, call))
    #expect(run.lines.count == 2)
    #expect(run.lines.first?.contains(#"{"role":"user","content":"我是1101**********002X"},{"role":"assistant","content":"好"}"#) == true)
    #expect(run.lines.last?.contains(#""arguments":{"id":"1101**********002X","n":7}"#) == true)
  }

  @Test("event: nothing of a refused conversation goes through")
  func refusedMessages() throws {
    let chat = #"{"stage":"output","messages":[{"role":"user","content":"有什么产品"},{"role":"assistant","content":"这款保本保息"}]}"#
    let line = try #require(Command.run("filter", "--emit", "event", input: Sample.stream(chat)).lines.first)
    let messages = try JSON(parsing: Array(line.utf8))
    #expect(messages.at(pointer: "/messages/0/content")?.string == "")
    #expect(messages.at(pointer: "/messages/1/content")?.string == "投资有风险，产品不保本。")
  }

  @Test("event: what cannot be judged becomes an object that holds only the verdict; with --fail-mode open it passes as it is")
  func eventOfErrors() throws {
    let input = Sample.stream("{\"a\":1}")
    let closed = try Command.run("filter", "--emit", "event", input: input).text
    #expect(closed.hasPrefix(#"{"parapet":{"schema":"verdict/1""#) && !closed.contains("\"a\":1"))
    #expect(try Command.run("filter", "--emit", "event", "--fail-mode", "open", input: input).text == "{\"a\":1}\n")
    let bytes = Data([0xFF, 0x41, 0x0A])
    #expect(try Command.run("filter", "--text", "--emit", "text", input: bytes).output == Data([0x0A]))
    #expect(try Command.run("filter", "--text", "--emit", "text", "--fail-mode", "open", input: bytes).output == bytes)
  }

  @Test("--text takes plain lines at a stage, empty ones too")
  func plainLines() throws {
    let run = try Command.run("filter", "--text", "--stage", "input", input: Data("保本保息\n\n\"quoted\"\n".utf8))
    #expect(try run.verdicts.map(\.decision) == ["pass", "pass", "pass"])
    let output = try Command.run("filter", "--text", "--stage", "output", "--emit", "text", input: Data("保本保息\n\n\"a\\b\"\n".utf8))
    #expect(output.text == "投资有风险，产品不保本。\n\n\"a\\b\"\n")
    let fact = try Command.run("filter", "--text", "--fact", "channel=lab", input: Data("保本保息\n".utf8))
    #expect(try fact.verdicts.map(\.profile) == ["default/lab"])
  }

  @Test("--whole takes one document, and writes it back as it is")
  func whole() throws {
    let document = "第一段\r\n\r\n证件号11010519491231002X，\n末行没有换行"
    let run = try Command.run("filter", "--whole", "--text", "--emit", "text", input: Data(document.utf8))
    #expect(run.text == "第一段\r\n\r\n证件号1101**********002X，\n末行没有换行")
    let pretty = "{\n  \"stage\": \"output\",\n  \"text\": \"保本保息\"\n}\n"
    #expect(try Command.run("filter", "--whole", input: Data(pretty.utf8)).verdicts.map(\.decision) == ["refuse"])
  }

  @Test("--verdicts writes them beside, to a file or a descriptor")
  func verdictsBeside() throws {
    let folder = try Sandbox.folder()
    let input = Sample.stream(Sample.masked, Sample.promise)
    let file = try Command.shell(#""$parapet" filter --emit text --verdicts v.ndjson"#, input: input, in: folder)
    #expect(file.lines == ["证件号1101**********002X。", "投资有风险，产品不保本。"])
    let plain = try Command.run("filter", input: input)
    #expect(try Data(contentsOf: folder.appendingPathComponent("v.ndjson")) == plain.output)
    let descriptor = try Command.shell(#""$parapet" filter --emit text --verdicts fd:3 3>w.ndjson"#, input: input, in: folder)
    #expect(descriptor.output == file.output)
    #expect(try Data(contentsOf: folder.appendingPathComponent("w.ndjson")) == plain.output)
    let closed = try Command.shell(#""$parapet" filter --emit text --verdicts fd:9"#, input: input, in: folder)
    #expect(closed.code == 2 && closed.output.isEmpty)
  }
}
