import Parapet

/// Takes events the way that the filter takes them: most by a glance at the line, the rest whole.
struct Courier: ~Copyable {
  private let record = EventRecord()
  private var judge: Judge
  private let passing: PassingVerdict
  private var writer = JSONWriter()

  /// What was read of a line.
  enum Reading {
    /// `record` holds it.
    case record
    /// It is an event that `record` does not take.
    case event(Event)
  }

  /// What was judged of it.
  enum Judgement {
    /// Nothing was found.
    case glance(Glance)
    /// A verdict.
    case verdict(Verdict)

    var findings: Int { if case .verdict(let verdict) = self { verdict.findings.count } else { 0 } }
    var isVerdict: Bool { if case .verdict = self { true } else { false } }
  }

  init(_ program: Program) {
    judge = Judge(program)
    passing = PassingVerdict(engine: program.engine, ruleset: program.ruleset)
  }

  /// Reads one line.
  mutating func read(_ line: [UInt8]) throws(EventError) -> Reading {
    // The line outlives the record's use of it: whoever calls keeps it until the next.
    let isRecord = unsafe line.withUnsafeBufferPointer { unsafe record.read($0) }
    return isRecord ? .record : .event(try Event(parsing: line))
  }

  /// Judges what was read of `line`.
  mutating func judge(_ reading: Reading, of line: [UInt8]) throws(EventError) -> Judgement {
    switch reading {
    case .record:
      if let glance = judge.glance(at: record) { return .glance(glance) }
      if let event = Event(record) { return .verdict(judge.evaluate(event)) }
      return .verdict(judge.evaluate(try Event(parsing: line)))
    case .event(let event): return .verdict(judge.evaluate(event))
    }
  }

  /// How many places the rules object to, without a verdict: as much as a plain loop over patterns does.
  mutating func survey(_ reading: Reading, of line: [UInt8]) throws(EventError) -> Int {
    switch reading {
    case .record:
      if judge.glance(at: record) != nil { return 0 }
      if let event = Event(record) { return judge.survey(event) }
      return judge.survey(try Event(parsing: line))
    case .event(let event): return judge.survey(event)
    }
  }

  /// Writes the verdict, and forgets it; how many bytes it takes.
  mutating func write(_ judgement: Judgement) -> Int {
    put(judgement)
    let count = writer.output.count
    writer.reset()
    return count
  }

  /// The verdict as it is written.
  mutating func written(_ judgement: Judgement) -> [UInt8] {
    put(judgement)
    let bytes = unsafe Array(writer.output.bytes)
    writer.reset()
    return bytes
  }

  private mutating func put(_ judgement: Judgement) {
    switch judgement {
    case .glance(let glance): passing.write(record, glance, to: &writer)
    case .verdict(let verdict): verdict.write(to: &writer)
    }
  }
}
