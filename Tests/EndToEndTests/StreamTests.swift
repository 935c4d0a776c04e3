import Foundation
import Testing

/// How the filter behaves between other programs.
@Suite("streams, signals and exit codes")
struct StreamTests {
  @Test("a line written to a pipe is answered before the next is written")
  func interactive() throws {
    let talk = try Conversation("filter", "--emit", "text")
    for _ in 0..<3 {
      try talk.say(Sample.masked + "\n")
      #expect(talk.hear() == "证件号1101**********002X。")
    }
    #expect(try talk.end() == ("", 0))
  }

  @Test("SIGTERM in mid-stream: what was judged has been written, and the exit code names the signal")
  func terminated() throws {
    let talk = try Conversation("filter", "--emit", "text")
    try talk.say(Sample.plain + "\n" + #"{"stage":"out"#)
    #expect(talk.hear() == "请问网点几点开门")
    #expect(talk.terminate() == 128 + 15)
  }

  @Test("a reader that goes away is success")
  func brokenPipe() throws {
    let folder = try Sandbox.folder()
    let line = Data((Sample.plain + "\n").utf8)
    var events = Data()
    for _ in 0..<20_000 { events += line }
    try events.write(to: folder.appendingPathComponent("events"))
    let run = try Command.shell(#""$parapet" filter < events | head -n 1; echo "${PIPESTATUS[0]}""#, in: folder)
    #expect(run.lines.count == 2 && run.lines.last == "0")
    #expect(run.error == "")
    let piped = try Command.shell(#"cat events | "$parapet" filter | head -n 1; echo "${PIPESTATUS[1]}""#, in: folder)
    #expect(piped.lines.count == 2 && piped.lines.last == "0")
  }

  @Test("input that nobody reads ends nobody")
  func unreadInput() throws {
    let run = try Command.run("--version", input: Data(repeating: 10, count: 10_000_000))
    #expect(run.code == 0 && run.lines.count == 1)
  }

  @Test("a full disk is an error that says so")
  func fullDisk() throws {
    let run = try Command.shell(#""$parapet" filter > /dev/full; echo "$?""#, input: Sample.stream(Sample.plain))
    #expect(run.lines == ["2"])
    #expect(run.error.hasPrefix("parapet: cannot write: "))
  }

  @Test(
    "--fail-on",
    arguments: [
      ("modify", 0, 1, 1), ("hold", 0, 0, 1), ("refuse", 0, 0, 1),
    ] as [(String, Int32, Int32, Int32)])
  func failOn(_ threshold: String, _ pass: Int32, _ modify: Int32, _ refuse: Int32) throws {
    for (event, code) in [(Sample.plain, pass), (Sample.masked, modify), (Sample.promise, refuse)] {
      let run = try Command.run("filter", "--fail-on", threshold, input: Sample.stream(event, Sample.plain))
      #expect(run.code == code)
      #expect(run.lines.count == 2)
      #expect(run.error == "")
    }
  }

  @Test("--strict-input: 3 when a record could not be judged, and it wins over 1")
  func strictInput() throws {
    #expect(try Command.run("filter", "--strict-input", input: Sample.stream("x", Sample.plain)).code == 3)
    #expect(try Command.run("filter", "--strict-input", input: Sample.stream(Sample.promise)).code == 0)
    let both = try Command.run("filter", "--strict-input", "--fail-on", "modify", input: Sample.stream("x", Sample.promise))
    #expect(both.code == 3 && both.lines.count == 2)
    #expect(try Command.run("filter", "--fail-on", "modify", input: Sample.stream("x")).code == 0)
  }

  @Test(
    "wrong usage exits with 2 and writes nothing to standard output",
    arguments: [
      ["filter", "--emit", "nothing"], ["filter", "--no-such-option"], ["filter", "--stage", "output"], ["filter", "--max-line", "-1"],
      ["filter", "--rules", "/no/such/folder"], ["filter", "--profile", "no-such"], ["filter", "--profile", "default/no-such"],
      ["filter", "surplus"], ["fitler"], ["explain"], ["explain", "no.such.rule"], ["test", "/no/such/path"], ["lint", "/no/such/path"],
    ])
  func wrongUsage(_ arguments: [String]) throws {
    let process = try Command.shell(
      #""$parapet" "# + arguments.map { "'\($0)'" }.joined(separator: " "), input: Sample.stream(Sample.plain))
    #expect(process.code == 2)
    #expect(process.output.isEmpty)
    #expect(!process.error.isEmpty)
  }

  @Test("a mistyped command, profile or rule gets a suggestion")
  func suggestions() throws {
    #expect(try Command.run("fitler").error.contains("Did you mean “filter”?"))
    #expect(try Command.run("filter", "--profile", "defualt").error.contains("Did you mean “default”?"))
    #expect(try Command.run("explain", "masking.cn.resident-idd").error.contains("Did you mean “masking.cn.resident-id”?"))
  }

  @Test("broken rules do not judge")
  func brokenRules() throws {
    var files = Sandbox.ruleFiles
    files["masking/cn/resident-id.yaml"]?.append("surplus: 1\n")
    let run = try Command.run("filter", input: Sample.stream(Sample.promise), rules: Sandbox.folder(files))
    #expect(run.code == 2)
    #expect(run.output.isEmpty)
    #expect(run.error.contains("masking/cn/resident-id.yaml"))
  }

  @Test("a rule directory that lies about cannot loosen the guard")
  func nothingFromTheWorkingDirectory() throws {
    let folder = try Sandbox.folder(Sandbox.ruleFiles.reduce(into: [:]) { $0["Rules/" + $1.key] = $1.value })
    let here = try Command.run("filter", input: Sample.stream(Sample.promise), rules: nil, in: folder)
    let elsewhere = try Command.run("filter", input: Sample.stream(Sample.promise), rules: nil, in: Sandbox.folder())
    #expect(here.output == elsewhere.output)
  }
}
