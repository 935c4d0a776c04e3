import Parapet

/// One rule set over one file of events.
struct Measurement {
  private let program: Program
  private let lines: [[UInt8]]
  private let lengths: [Int]
  private let loadNanoseconds: Int

  init(_ arguments: Arguments) throws {
    lines = try MatchBench.lines(of: arguments.events)
    lengths = try lines.map { try Event(parsing: $0).text?.utf8.count ?? 0 }
    let start = Clock.processor
    program = try (arguments.rules.map { try RuleSource.directory($0) } ?? .shipped).program()
    loadNanoseconds = Clock.processor - start
  }

  /// Everything, `passes` times, or as often as begins within `budget` processor seconds.
  func run(passes: Int, budget: Int) throws -> Outcome {
    var outcome = Outcome(loadNanoseconds: loadNanoseconds, lengths: lengths)
    let start = Clock.processor
    for pass in 0..<passes where pass == 0 || Clock.processor - start < budget * 1_000_000_000 {
      outcome.reading.append(try time(upTo: .reading, &outcome))
      outcome.matching.append(try time(upTo: .matching, &outcome))
      outcome.judging.append(try time(upTo: .judging, &outcome))
      outcome.writing.append(try time(upTo: .writing, &outcome))
      try timeMessages(&outcome.latencies)
    }
    return outcome
  }

  private enum Stage { case reading, matching, judging, writing }

  /// Takes every line as far as `stage`; what a stage costs is the difference to the one before.
  private func time(upTo stage: Stage, _ outcome: inout Outcome) throws -> Int {
    var courier = Courier(program)
    var (findings, verdicts, bytes) = (0, 0, 0)
    let start = Clock.processor
    for line in lines {
      let reading = try courier.read(line)
      guard stage != .reading else { continue }
      guard stage != .matching else {
        findings += try courier.survey(reading, of: line)
        continue
      }
      let judgement = try courier.judge(reading, of: line)
      findings += judgement.findings
      verdicts += judgement.isVerdict ? 1 : 0
      if stage == .writing { bytes += courier.write(judgement) }
    }
    let time = Clock.processor - start
    if stage == .writing { (outcome.findings, outcome.verdicts, outcome.bytes) = (findings, verdicts, bytes) }
    return time
  }

  /// Judges every event by the clock.
  private func timeMessages(_ latencies: inout Latencies) throws {
    var courier = Courier(program)
    for (index, line) in lines.enumerated() {
      let reading = try courier.read(line)
      let start = Clock.thread
      let judgement = try courier.judge(reading, of: line)
      latencies.record(Clock.thread - start, message: index)
      precondition(judgement.findings >= 0)
    }
  }

  /// In how many events each rule has findings, sorted by rule.
  func pairs() throws -> [(rule: String, events: Int)] {
    var courier = Courier(program)
    var counts: [String: Int] = [:]
    for line in lines {
      guard case .verdict(let verdict) = try courier.judge(courier.read(line), of: line) else { continue }
      for rule in Set(verdict.findings.map(\.rule)) { counts[rule, default: 0] += 1 }
    }
    return counts.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }
}
