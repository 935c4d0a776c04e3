import Glibc
import Parapet

/// One run of the filter over one stream.
struct FilterRun {
  /// What records are.
  enum Format {
    /// Events, as JSON.
    case events
    /// Plain texts.
    case text(PlainText)
  }

  /// What came of it.
  struct Tally {
    /// The strictest decision on an event.
    var strictest = Verdict.Decision.pass
    /// Records that could not be judged.
    var errors = 0
    /// The signal that ended the run early.
    var signal: Int32?
  }

  private let bench: Bench
  private let format: Format
  private let delivery: Delivery
  private let isWhole: Bool
  private let limit: Int
  private let interruption: Interruption
  /// Whether somebody may be waiting for the answer to a record before they write the next.
  private let flushesEachRecord: Bool
  private var reader: LineReader
  private var output: LineWriter
  private var verdicts: LineWriter?
  private var tally = Tally()

  /// A run from standard input to standard output; `verdicts` names a file or, as `fd:N`, a descriptor.
  init(bench: Bench, format: Format, delivery: Delivery, isWhole: Bool, limit: Int, verdicts: String?) throws {
    self.bench = bench
    self.format = format
    self.delivery = delivery
    self.isWhole = isWhole
    self.limit = limit
    do throws(ReadFailure) { interruption = try Interruption() } catch { throw CommandFailure("cannot catch signals: \(error.message)") }
    let input = Descriptor(0)
    flushesEachRecord = !input.isRegularFile
    reader = LineReader(input, limit: limit, interruption: interruption)
    output = LineWriter(Descriptor(1))
    self.verdicts = try verdicts.map { LineWriter(try FilterRun.sink($0)) }
  }

  /// Where verdicts go besides.
  private static func sink(_ name: String) throws -> Descriptor {
    if name.hasPrefix("fd:") {
      guard let number = Int32(name.dropFirst(3)), number > 0, Descriptor(number).isOpen else {
        throw CommandFailure("--verdicts \(name): this descriptor is not open")
      }
      return Descriptor(number)
    }
    let descriptor = unsafe open(name, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw CommandFailure("--verdicts: cannot write \(name): \(Descriptor.words(errno))") }
    return Descriptor(descriptor)
  }

  /// Judges until the stream ends, its reader goes away or a signal comes.
  consuming func run() throws -> Tally {
    do {
      try process()
      try flush()
    } catch LineWriter.Failure.brokenPipe {
      return tally
    } catch LineWriter.Failure.failed(let why) {
      throw CommandFailure("cannot write: \(why)")
    } catch let failure as ReadFailure {
      throw CommandFailure("cannot read: \(failure.message)")
    }
    return tally
  }

  private mutating func process() throws {
    repeat {
      switch isWhole ? try reader.rest() : try reader.next() {
      case .end: return
      case .interrupted:
        tally.signal = interruption.signal
        return
      case .tooLong:
        try fail(EventError(.tooLarge, "the record is longer than \(limit) bytes"), record: nil, ending: [])
      case .line(let line):
        let ending = lineEnding(of: line)
        try judge(ending.isEmpty ? line : line.dropLast(), ending: ending)
      }
    } while !isWhole
  }

  /// A carriage return in front of the line feed of a plain text.
  private func lineEnding(of line: [UInt8]) -> [UInt8] {
    guard !isWhole, case .text = format, line.last == 13 else { return [] }
    return [13]
  }

  private mutating func judge(_ record: [UInt8], ending: [UInt8]) throws {
    let event: Event
    do throws(EventError) {
      switch format {
      case .events: event = try Event(parsing: record, limits: JSON.Limits(bytes: limit))
      case .text(let plain): event = try plain.event(record)
      }
    } catch {
      return try fail(error, record: record, ending: ending)
    }
    let (verdict, microseconds) = try bench.judge(event)
    let json = verdict.json(timingMicroseconds: microseconds)
    tally.strictest = max(tally.strictest, verdict.decision)
    try write(delivery.line(for: verdict, of: event, record: record, verdictJSON: json), ending: ending, verdict: json)
  }

  private mutating func fail(_ error: EventError, record: [UInt8]?, ending: [UInt8]) throws {
    tally.errors += 1
    var isText = false
    if case .text = format { isText = true }
    let json = bench.verdict(on: error).json()
    try write(delivery.line(forFailed: record, isText: isText, verdictJSON: json), ending: ending, verdict: json)
  }

  private mutating func write(_ line: [UInt8], ending: [UInt8], verdict: [UInt8]) throws {
    verdicts?.append(line: verdict)
    switch (delivery.emission, isWhole) {
    case (.text, true): output.append(line)
    case (.text, false): output.append(line: line + ending)
    default: output.append(line: line)
    }
    if flushesEachRecord || output.isFull || verdicts?.isFull ?? false { try flush() }
  }

  /// The record of what was decided goes first: nothing is delivered whose verdict could not be written.
  private mutating func flush() throws {
    try keepVerdicts()
    try output.flush()
  }

  private mutating func keepVerdicts() throws {
    do throws(LineWriter.Failure) { try verdicts?.flush() } catch { throw FilterRun.verdictsLost(error) }
  }

  private static func verdictsLost(_ failure: LineWriter.Failure) -> CommandFailure {
    switch failure {
    case .brokenPipe: CommandFailure("--verdicts: the reader has gone")
    case .failed(let why): CommandFailure("--verdicts: cannot write: \(why)")
    }
  }
}
