import Foundation
import ParapetFormat
import Testing

/// Several workers: the same bytes as one, in the same order, in bounded memory.
@Suite("parapet filter --jobs")
struct JobsTests {
  /// Enough for several batches: texts of all lengths, each record with its own number, and everything that can go wrong in between.
  private static let stream: Data = {
    var lines: [String] = []
    var hash: UInt64 = 1
    for index in 0..<1_500 {
      hash = hash &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let filler = String(repeating: "网点营业时间以公告为准，", count: Int(hash >> 60))
      switch hash >> 33 % 16 {
      case 0: lines.append(#"{"id":"\#(index)","stage":"output","text":"证件号11010519491231002X，\#(filler)"}"#)
      case 1: lines.append(#"{"id":"\#(index)","stage":"output","text":"\#(filler)保本保息","facts":{"channel":"lab"}}"#)
      case 2: lines.append(#"{"id":"\#(index)","stage":"output","text":"\#(filler)保本保息"}"#)
      case 3: lines.append(#"{"id":"\#(index)","stage":"input","messages":[{"role":"user","content":"\#(filler)"}]}"#)
      case 4: lines.append(#"{"id":"\#(index)","stage":"nowhere","text":"x"}"#)
      case 5: lines.append(index % 2 == 0 ? "" : "\u{FF}\(filler)")
      default: lines.append(#"{"id":"\#(index)","stage":"output","text":"\u8bf7\n\#(filler)","facts":{"channel":"lab","age":1}}"#)
      }
    }
    lines.insert(#"{"id":"long","stage":"output","text":"\#(String(repeating: "长", count: 100_000))"}"#, at: 700)
    lines.insert(#"{"id":"too long","stage":"output","text":"\#(String(repeating: "长", count: 150_000))"}"#, at: 701)
    // The last line has no line feed.
    return Data(lines.joined(separator: "\n").utf8)
  }()

  private static func files() throws -> URL {
    let folder = try Sandbox.folder()
    try stream.write(to: folder.appendingPathComponent("in"))
    return folder
  }

  @Test(
    "every number of workers writes the same bytes and exits the same way, from a file and from a pipe",
    arguments: [
      ("--emit verdict", [1, 2, 8]), ("--emit text --verdicts v", [1, 3]), ("--emit event --verdicts v", [1, 3]),
      ("--text --emit text --verdicts v", [1, 3]),
    ])
  func sameBytes(_ options: String, _ numbers: [Int]) throws {
    let folder = try Self.files()
    var results: [(name: String, output: Data, verdicts: Data?, code: Int32)] = []
    for jobs in numbers {
      for input in jobs == 2 ? ["< in", "< <(cat in)"] : ["< in"] {
        let command = #""$parapet" filter -j \#(jobs) --max-line 400k --strict-input --fail-on refuse \#(options) \#(input)"#
        let run = try Command.shell(command, in: folder)
        #expect(run.error == "")
        let verdicts = try? Data(contentsOf: folder.appendingPathComponent("v"))
        results.append((command, run.output, verdicts, run.code))
      }
    }
    let first = try #require(results.first)
    #expect(first.output.split(separator: 10, omittingEmptySubsequences: false).count == 1_503)
    #expect(first.code == 3)
    for result in results.dropFirst() {
      #expect(result.output == first.output, "\(result.name)")
      #expect(result.verdicts == first.verdicts, "\(result.name)")
      #expect(result.code == first.code, "\(result.name)")
    }
  }

  @Test("records come out in the order in which they went in")
  func order() throws {
    let run = try Command.run("filter", "-j", "4", "--max-line", "400k", input: Self.stream)
    let ids = try run.lines.compactMap { try ReadVerdict($0).id }
    let numbers = ids.compactMap { Int($0) }
    #expect(numbers.count > 1_200 && numbers == numbers.sorted())
    #expect(ids.filter { $0.contains("long") } == ["long"])
  }

  @Test("a reader that stands still stops the workers, and memory with them")
  func stalledReader() throws {
    let talk = try Conversation("filter", "-j", "4")
    let line = #"{"stage":"output","text":"\#(String(repeating: "网点营业时间以公告为准，", count: 300))"}"# + "\n"
    let block = String(repeating: line, count: 100)
    // About 110 MB, which nobody takes out at the other end; the pipe to the filter fills up and stays full.
    let writer = talk.sayBeside(block, times: 100)
    var peaks: [Int] = []
    while peaks.count < 100 {
      Thread.sleep(forTimeInterval: 0.3)
      peaks.append(talk.peakMemory ?? 0)
      // Nothing has grown for three seconds, and something has been read.
      if peaks.count > 20, peaks[peaks.count - 10] == peaks.last { break }
    }
    let peak = try #require(peaks.last)
    #expect(peak > 0 && peak < 64 << 20, "\(peak >> 20) MB")
    #expect(!writer.isFinished)
    #expect(talk.hear() != nil)
    #expect(talk.kill() == 9)
  }

  @Test("SIGTERM in mid-stream: whole records have been written, a prefix of all")
  func terminated() throws {
    let folder = try Self.files()
    let script = #"""
      cat in in in in | "$parapet" filter -j 3 --max-line 400k > all
      mkfifo pipe
      (cat in in in in; exec sleep 20) 2> sleep > pipe &
      "$parapet" filter -j 3 --max-line 400k < pipe > some & filter=$!
      until [ -s some ]; do sleep 0.05; done
      kill -TERM $filter; wait $filter; echo $?
      kill %1
      """#
    let run = try Command.shell(script, in: folder)
    #expect(run.lines.first == "143")
    let all = try Data(contentsOf: folder.appendingPathComponent("all"))
    let some = try Data(contentsOf: folder.appendingPathComponent("some"))
    #expect(all.starts(with: some))
    #expect(some.last == 10 && some.count < all.count)
  }

  @Test("many lines at once on a pipe are answered without an end of input")
  func burst() throws {
    let talk = try Conversation("filter", "-j", "2", "--emit", "text")
    for round in 0..<3 {
      let lines = (0..<1_000).map { #"{"stage":"output","text":"\#(round) \#($0) 请问网点几点开门"}"# }
      _ = talk.sayBeside(lines.joined(separator: "\n") + "\n")
      for index in 0..<1_000 { #expect(talk.hear() == "\(round) \(index) 请问网点几点开门") }
    }
    #expect(try talk.end() == ("", 0))
  }

  @Test("a number of workers that makes no sense", arguments: ["0", "-1", "x", "100000"])
  func wrongNumber(_ jobs: String) throws {
    let run = try Command.run("filter", "--jobs=\(jobs)", input: Sample.stream(Sample.plain))
    #expect(run.code == 2 && run.output.isEmpty && !run.error.isEmpty)
  }
}
