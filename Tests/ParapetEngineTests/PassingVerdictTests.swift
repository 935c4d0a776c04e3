import ParapetFormat
import ParapetVerdict
import Testing

@testable import ParapetEngine

/// Verdicts that are written without being made are the bytes of those that are made.
@Suite("Passing verdicts")
struct PassingVerdictTests {
  private static func program() throws -> Program {
    try Workshop.program(
      Workshop.rule(
        "masking.id",
        "when: {stage: [input, output, retrieval]}\nfind: {id: {pattern: '[1-9]\\d{16}[\\dX]', needs: {digits: 17}}}\nthen: {action: mask, keep: [4, 4], with: '*'}"
      ),
      Workshop.rule("masking.other", "when: {stage: output, channel: marketing}\nfind: {id: {phrases: [您好您好]}}\nthen: {action: flag}"),
      Workshop.rule(
        "refusal.fact", head: "",
        "when: {stage: output, facts: {product.risk: [R5]}}\nfind: {id: {phrases: [请问请问]}}\nthen: {action: refuse, reply: refused}"))
  }

  @Test func randomEventsGiveTheSameBytes() throws {
    let program = try Self.program()
    let passing = PassingVerdict(engine: program.engine, ruleset: program.ruleset)
    var random = RandomEvents(seed: 3)
    var writer = JSONWriter()
    let record = EventRecord()
    var passed = 0
    var found = 0
    for index in 0..<2_000 {
      let line = random.event(maskable: true)
      let verdict = program.evaluate(try Event(parsing: line))
      guard verdict.decision == .pass, verdict.findings.isEmpty, verdict.suppressed.isEmpty else {
        found += 1
        continue
      }
      passed += 1
      var skipped: InlineArray<10, Int> = .init(repeating: 0)
      for (reason, count) in verdict.trace.skipped { skipped[reason.place] = count }
      let glance = Glance(rules: verdict.trace.rules, evaluated: verdict.trace.evaluated, skipped: skipped, unjudged: verdict.unjudged)
      let time = index % 3 == 0 ? index : nil
      let start = writer.output.count
      unsafe line.withUnsafeBufferPointer { line in
        unsafe #expect(record.read(line))
        passing.write(record, glance, timingMicroseconds: time, to: &writer)
      }
      let same = unsafe Array(writer.output.bytes(from: start)) == verdict.json(timingMicroseconds: time)
      #expect(same, "\(String(decoding: line, as: UTF8.self))")
      if !same { return }
    }
    #expect(passed > 500 && found > 50)
  }

  @Test func anEventMadeOfARecordIsJudgedLikeOneThatWasParsed() throws {
    let program = try Self.program()
    var random = RandomEvents(seed: 11)
    let record = EventRecord()
    var made = 0
    for _ in 0..<1_000 {
      let line = random.event(maskable: true)
      let event = unsafe line.withUnsafeBufferPointer { line in
        unsafe record.read(line)
        return Event(record)
      }
      guard let event else { continue }
      made += 1
      let same = program.evaluate(event).json() == program.evaluate(try Event(parsing: line)).json()
      #expect(same, "\(String(decoding: line, as: UTF8.self))")
      if !same { return }
    }
    #expect(made > 500)
  }

  /// Whatever a judge says at a glance is what it says after looking.
  @Test func aGlanceSaysWhatEvaluateSays() throws {
    let program = try Self.program()
    var judge = Judge(program)
    let passing = PassingVerdict(engine: program.engine, ruleset: program.ruleset)
    var random = RandomEvents(seed: 5)
    let record = EventRecord()
    for _ in 0..<2_000 {
      let line = random.event(maskable: true)
      var writer = JSONWriter()
      let isAnswered = unsafe line.withUnsafeBufferPointer { line in
        unsafe record.read(line)
        guard let glance = judge.glance(at: record) else { return false }
        passing.write(record, glance, to: &writer)
        return true
      }
      let event = try Event(parsing: line)
      // What needs more than a glance is judged by the same judge, who need not look twice.
      let bytes = isAnswered ? writer.bytes : judge.evaluate(event).json()
      let same = bytes == program.evaluate(event).json()
      #expect(same, "\(String(decoding: line, as: UTF8.self))")
      if !same { return }
    }
  }
}
