import Foundation
import ParapetTesting
import Testing

@Suite("parapet filter")
struct FilterTests {
  @Test("one line out for one line in, in order, each a verdict by the schema")
  func oneLineEach() throws {
    let run = try Command.run("filter", input: Sample.stream(Sample.masked, Sample.promise, Sample.plain))
    #expect(run.code == 0)
    #expect(run.error == "")
    #expect(try run.verdicts.map(\.id) == ["m", "r", "p"])
    #expect(try run.verdicts.map(\.decision) == ["modify", "refuse", "pass"])
    let schema = try Package.verdictSchema()
    for line in run.lines { #expect(schema.faults(in: Array(line.utf8)) == []) }
  }

  @Test("filter is what runs when something is piped in and no command is given")
  func withoutCommand() throws {
    let bare = try Command.run(input: Sample.stream(Sample.promise))
    let named = try Command.run("filter", input: Sample.stream(Sample.promise))
    #expect(bare.output == named.output)
    #expect(try Command.run("--emit", "text", input: Sample.stream(Sample.masked)).text == "证件号1101**********002X。\n")
  }

  @Test("the same stream gives the same bytes")
  func sameBytes() throws {
    let input = Sample.stream(Sample.masked, "nonsense", Sample.promise)
    #expect(try Command.run("filter", input: input).output == Command.run("filter", input: input).output)
  }

  @Test("a last line without a line feed counts")
  func noFinalLineFeed() throws {
    let run = try Command.run("filter", input: Data((Sample.plain + "\n" + Sample.masked).utf8))
    #expect(try run.verdicts.map(\.id) == ["p", "m"])
    #expect(run.text.hasSuffix("\n"))
  }

  @Test("no input, no output")
  func empty() throws {
    let run = try Command.run("filter")
    #expect(run.output.isEmpty && run.code == 0 && run.error == "")
  }

  @Test("a carriage return before the line feed does no harm")
  func carriageReturn() throws {
    let run = try Command.run("filter", input: Data((Sample.masked + "\r\n" + Sample.plain + "\r\n").utf8))
    #expect(try run.verdicts.map(\.decision) == ["modify", "pass"])
    let text = try Command.run("filter", "--text", "--emit", "text", input: Data("证件号11010519491231002X\r\n好\r\n".utf8))
    #expect(text.text == "证件号1101**********002X\r\n好\r\n")
  }

  @Test("the event's channel picks the overrides; --profile fixes the channel")
  func channels() throws {
    let lab = #"{"stage":"output","text":"保本保息","facts":{"channel":"lab"}}"#
    let other = #"{"stage":"output","text":"保本保息","facts":{"channel":"elsewhere"}}"#
    let own = try Command.run("filter", input: Sample.stream(lab, other)).verdicts
    #expect(own.map(\.decision) == ["pass", "refuse"])
    #expect(own.map(\.profile) == ["default/lab", "default"])
    let fixed = try Command.run("filter", "--profile", "default/lab", input: Sample.stream(other)).verdicts
    #expect(fixed.map(\.decision) == ["pass"])
    let environment = ["PARAPET_PROFILE": "default/lab"]
    #expect(try Command.run("filter", input: Sample.stream(other), environment: environment).verdicts.map(\.decision) == ["pass"])
  }

  @Test("--trace full and --timing add to the verdict, and only then")
  func traceAndTiming() throws {
    let plain = try Command.run("filter", input: Sample.stream(Sample.masked))
    #expect(!plain.text.contains("timing_us") && !plain.text.contains("\"steps\""))
    let full = try Command.run("filter", "--trace", "full", "--timing", input: Sample.stream(Sample.masked))
    #expect(full.text.contains("timing_us") && full.text.contains("\"steps\""))
    #expect(try Package.verdictSchema().faults(in: Array((full.lines.first ?? "").utf8)) == [])
  }
}
