import Parapet

/// One rule set over one file of events.
struct Measurement {
  private let program: Program
  private let lines: [[UInt8]]
  private let events: [Event]
  private let loadNanoseconds: Int

  init(_ arguments: Arguments) throws {
    lines = try MatchBench.lines(of: arguments.events)
    events = try lines.map { try Event(parsing: $0) }
    let start = Clock.processor
    program = try (arguments.rules.map { try RuleSource.directory($0) } ?? .shipped).program()
    loadNanoseconds = Clock.processor - start
  }

  /// Everything, `passes` times.
  func run(passes: Int) throws -> Outcome {
    var outcome = Outcome(loadNanoseconds: loadNanoseconds, lengths: events.map { $0.text?.utf8.count ?? 0 })
    for _ in 0..<passes {
      outcome.read.record(try reading())
      outcome.judge.record(judging(&outcome))
      outcome.write.record(writing(&outcome.latencies))
    }
    return outcome
  }

  /// Reads every line, and forgets the events.
  private func reading() throws -> Int {
    let start = Clock.processor
    var texts = 0
    for line in lines where try Event(parsing: line).text != nil { texts += 1 }
    precondition(texts <= lines.count)
    return Clock.processor - start
  }

  /// Judges every event.
  private func judging(_ outcome: inout Outcome) -> Int {
    let start = Clock.processor
    var judge = Judge(program)
    var findings = 0
    var unjudged = 0
    for event in events {
      let verdict = judge.evaluate(event)
      findings += verdict.findings.count
      unjudged += verdict.unjudged.count
    }
    let time = Clock.processor - start
    (outcome.findings, outcome.unjudged) = (findings, unjudged)
    return time
  }

  /// Judges every event by itself, and writes the verdicts; the time that the writing took.
  private func writing(_ latencies: inout Latencies) -> Int {
    var judge = Judge(program)
    var time = 0
    for first in stride(from: 0, to: events.count, by: 256) {
      let verdicts = (first..<min(first + 256, events.count)).map { index in
        let start = Clock.thread
        let verdict = judge.evaluate(events[index])
        latencies.record(Clock.thread - start, message: index)
        return verdict
      }
      let start = Clock.processor
      var bytes = 0
      for verdict in verdicts { bytes += verdict.json().count }
      time += Clock.processor - start
      precondition(bytes > 0)
    }
    return time
  }

  /// In how many events each rule has findings, sorted by rule.
  func pairs() -> [(rule: String, events: Int)] {
    var judge = Judge(program)
    var counts: [String: Int] = [:]
    for event in events {
      for rule in Set(judge.evaluate(event).findings.map(\.rule)) { counts[rule, default: 0] += 1 }
    }
    return counts.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }
}
