import Parapet

/// Makes the lines that are written for records.
struct Delivery {
  /// A record as it was read, without its line end.
  @safe
  struct Record {
    let line: UnsafeBufferPointer<UInt8>
    /// Whether a carriage return belongs to the line end.
    let endsInReturn: Bool
  }

  private let emission: Emission
  private let failMode: FailMode
  private let isWhole: Bool
  private let isText: Bool
  private let keepsVerdicts: Bool

  /// The delivery of `plan`.
  init(_ plan: FilterPlan) {
    emission = plan.emission
    failMode = plan.failMode
    isWhole = plan.isWhole
    isText = plan.isText
    keepsVerdicts = plan.keepsVerdicts
  }

  /// Writes for an event in which nothing was found.
  func pass(
    _ event: EventRecord, _ glance: Glance, _ passing: PassingVerdict, microseconds: Int?, _ record: Record, to batch: Batch
  ) {
    switch emission {
    case .verdict: verdict(to: batch) { passing.write(event, glance, timingMicroseconds: microseconds, to: &$0) }
    case .text:
      keep(in: batch) { passing.write(event, glance, timingMicroseconds: microseconds, to: &$0) }
      unsafe text(event.text, record, to: batch)
    case .event:
      unsafe batch.output.output.append(UnsafeBufferPointer(rebasing: record.line[..<event.bodyCount]))
      batch.output.output.append(EventRewriter.member)
      let start = batch.output.output.count
      passing.write(event, glance, timingMicroseconds: microseconds, to: &batch.output)
      copyVerdict(from: start, in: batch)
      batch.output.output.append(UInt8(ascii: "}"))
      batch.output.output.append(10)
    case .retry:
      keep(in: batch) { passing.write(event, glance, timingMicroseconds: microseconds, to: &$0) }
      RetryMessage(id: Event(event)?.id, decision: .pass).write(to: &batch.output)
    }
  }

  /// Writes for an event that was judged.
  func deliver(_ verdict: Verdict, of event: Event, microseconds: Int?, _ record: Record, to batch: Batch) {
    batch.tally.strictest = max(batch.tally.strictest, verdict.decision)
    switch emission {
    case .verdict: self.verdict(to: batch) { verdict.write(to: &$0, timingMicroseconds: microseconds) }
    case .text:
      keep(in: batch) { verdict.write(to: &$0, timingMicroseconds: microseconds) }
      var delivered = verdict.text
      delivered.withUTF8 { unsafe text($0, record, to: batch) }
    case .event:
      let json = verdict.json(timingMicroseconds: microseconds)
      if keepsVerdicts {
        batch.verdicts.output.append(json)
        batch.verdicts.output.append(10)
      }
      batch.output.output.append(unsafe EventRewriter(event: event, record: Array(record.line)).rewritten(by: verdict, json: json))
      batch.output.output.append(10)
    case .retry:
      keep(in: batch) { verdict.write(to: &$0, timingMicroseconds: microseconds) }
      RetryMessage(verdict).write(to: &batch.output)
    }
  }

  /// Writes for a record that could not be judged; `record` is nil when it was too long to keep.
  ///
  /// Open lets the record through where it is what would be written: a plain text as text, an event as event.
  func fail(_ error: EventError, verdict: Verdict, record: Record?, to batch: Batch) {
    batch.tally.errors += 1
    let passed = failMode == .open ? record : nil
    switch emission {
    case .verdict: self.verdict(to: batch) { verdict.write(to: &$0) }
    case .text:
      keep(in: batch) { verdict.write(to: &$0) }
      if isText, let passed { unsafe batch.output.output.append(passed.line) }
      endText(endsInReturn: record?.endsInReturn ?? false, in: batch)
    case .event:
      keep(in: batch) { verdict.write(to: &$0) }
      if !isText, let passed {
        unsafe batch.output.output.append(passed.line)
      } else {
        batch.output.output.append(EventRewriter.wrapped(verdict.json()))
      }
      batch.output.output.append(10)
    case .retry:
      keep(in: batch) { verdict.write(to: &$0) }
      RetryMessage(verdict).write(to: &batch.output)
    }
  }

  /// Writes a verdict where verdicts are what is written.
  private func verdict(to batch: Batch, _ write: (inout JSONWriter) -> Void) {
    let start = batch.output.output.count
    batch.output.beginText()
    write(&batch.output)
    copyVerdict(from: start, in: batch)
    batch.output.output.append(10)
  }

  private func copyVerdict(from start: Int, in batch: Batch) {
    guard keepsVerdicts else { return }
    unsafe batch.verdicts.output.append(batch.output.output.bytes(from: start))
    batch.verdicts.output.append(10)
  }

  /// Writes a verdict beside what is delivered, if verdicts are kept.
  private func keep(in batch: Batch, _ write: (inout JSONWriter) -> Void) {
    guard keepsVerdicts else { return }
    batch.verdicts.beginText()
    write(&batch.verdicts)
    batch.verdicts.output.append(10)
  }

  /// Writes a text on one line, unless it is the whole output.
  private func text(_ text: UnsafeBufferPointer<UInt8>, _ record: Record, to batch: Batch) {
    var run = 0
    if !isWhole {
      for index in 0..<text.count where unsafe text[index] == 10 || text[index] == 13 {
        unsafe batch.output.output.append(UnsafeBufferPointer(rebasing: text[run..<index]))
        batch.output.output.append(unsafe text[index] == 10 ? #"\n"# : #"\r"#)
        run = index + 1
      }
    }
    unsafe batch.output.output.append(UnsafeBufferPointer(rebasing: text[run...]))
    endText(endsInReturn: record.endsInReturn, in: batch)
  }

  private func endText(endsInReturn: Bool, in batch: Batch) {
    guard !isWhole else { return }
    if endsInReturn { batch.output.output.append(13) }
    batch.output.output.append(10)
  }
}
