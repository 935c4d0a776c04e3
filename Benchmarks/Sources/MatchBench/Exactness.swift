import Parapet

/// Whether what makes Parapet fast changes what it says: each event is judged by several programs, and the bytes of their verdicts are compared.
struct Exactness {
  private let lines: [[UInt8]]
  private let ways: [(name: String, program: Program)]

  init(_ arguments: Arguments) throws {
    lines = try MatchBench.lines(of: arguments.events)
    let source = try arguments.rules.map { try RuleSource.directory($0) } ?? .shipped
    func program(_ change: (inout Program.Options) -> Void = { _ in }) throws -> Program {
      var options = Program.Options()
      change(&options)
      return try source.program(options: options)
    }
    ways = [
      ("by a glance where that is enough", try program()),
      ("without the prefilter", try program { $0.prefilter = false }),
      ("without reading patterns", try program { $0.readsPatterns = false }),
      ("without machine code", try program { $0.jit = false }),
    ]
  }

  /// One JSON object: how many events there are, and for each way to judge how many verdicts differ from those of plain judging, with the
  /// numbers of the first lines.
  func run() throws -> String {
    var differing: [[Int]] = ways.map { _ in [] }
    let benches = ways.map { Bench($0.program) }
    for (number, line) in lines.enumerated() {
      let expected = try benches[0].whole(line)
      if try benches[0].filtered(line) != expected.bytes { differing[0].append(number + 1) }
      for way in ways.indices.dropFirst() where try benches[way].whole(line).untraced != expected.untraced {
        differing[way].append(number + 1)
      }
    }
    let results = zip(ways, differing).map { way, lines in
      "{\"way\":\"\(way.name)\",\"differing\":\(lines.count),\"lines\":[\(lines.prefix(5).map(String.init).joined(separator: ","))]}"
    }
    return "{\"events\":\(lines.count),\"ways\":[\(results.joined(separator: ","))]}"
  }
}

/// One way to judge, with what it needs.
private final class Bench {
  private var judge: Judge
  private var courier: Courier
  private var writer = JSONWriter()

  init(_ program: Program) {
    judge = Judge(program)
    courier = Courier(program)
  }

  /// The verdict on the event in `line`, and the same without the counts of how many rules looked, which tell how much work there was.
  func whole(_ line: [UInt8]) throws(EventError) -> (bytes: [UInt8], untraced: [UInt8]) {
    var verdict = judge.evaluate(try Event(parsing: line))
    let bytes = written(verdict)
    verdict.trace = Trace()
    return (bytes, written(verdict))
  }

  /// What the filter writes for `line`.
  func filtered(_ line: [UInt8]) throws(EventError) -> [UInt8] {
    try courier.written(courier.judge(courier.read(line), of: line))
  }

  /// Not inlined: where two of these follow each other, the optimiser of Swift 6.3 lets go of the second array before it is filled.
  @inline(never)
  private func written(_ verdict: Verdict) -> [UInt8] {
    writer.reset()
    verdict.write(to: &writer)
    return unsafe Array(writer.output.bytes)
  }
}
