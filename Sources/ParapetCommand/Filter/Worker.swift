import Parapet
import ParapetJudge

/// Judges records and makes the lines that are written for them. Each thread has its own.
struct Worker: ~Copyable {
  private let plan: FilterPlan
  private let bench: Bench
  private let delivery: Delivery
  private let limits: JSON.Limits
  private let record = EventRecord()
  /// The event of an empty plain text, from which `record` has everything but the text.
  private var template = ByteBuffer()
  /// Whether a record that `EventRecord` reads can be answered without making an event of it.
  private let glances: Bool

  /// A worker for `plan`.
  init(_ plan: FilterPlan) {
    self.plan = plan
    bench = Bench(plan)
    delivery = Delivery(plan)
    limits = JSON.Limits(bytes: plan.limit)
    glances = plan.trace == .counts && plan.emission != .retry && !(plan.isText && plan.emission == .event)
    if case .text(let plain) = plan.format {
      template.append(plain.template)
      unsafe record.read(template.bytes)
    }
  }

  /// Judges the records of `batch`, up to the one in hand when a signal comes.
  mutating func judge(_ batch: Batch, until interruption: Interruption) {
    batch.clearResults()
    if batch.beginsTooLong { delivery.fail(tooLong, verdict: plan.base.verdict(on: tooLong), record: nil, to: batch) }
    do throws(RuleErrors) {
      if plan.isWhole {
        if !batch.beginsTooLong { try judge(batch.records, of: batch) }
        return
      }
      var start = batch.records.lowerBound
      while start < batch.records.upperBound {
        guard !interruption.isPending else {
          batch.stop = .interrupted
          return
        }
        let end = BatchReader.lineFeed(in: batch.input, from: start) ?? batch.records.upperBound
        try judge(start..<end, of: batch)
        start = end + 1
      }
    } catch {
      batch.stop = .failed(error)
    }
  }

  private var tooLong: EventError { EventError(.tooLarge, "the record is longer than \(plan.limit) bytes") }

  private mutating func judge(_ range: Range<Int>, of batch: Batch) throws(RuleErrors) {
    guard range.count <= plan.limit else {
      return delivery.fail(tooLong, verdict: plan.base.verdict(on: tooLong), record: nil, to: batch)
    }
    var line = unsafe batch.input.bytes(in: range)
    var endsInReturn = false
    if plan.isText, !plan.isWhole, let last = unsafe line.last, last == 13 {
      unsafe line = unsafe UnsafeBufferPointer(rebasing: line.dropLast())
      endsInReturn = true
    }
    let record = unsafe Delivery.Record(line: line, endsInReturn: endsInReturn)
    guard unsafe read(line) else { return try judgeWhole(record, of: batch) }
    let seat = unsafe try bench.seat(for: self.record.channel)
    if glances {
      let clock = plan.isTimed ? Stopwatch() : nil
      if let glance = seat.judge.glance(at: self.record) {
        return delivery.pass(self.record, glance, seat.passing, microseconds: clock?.microseconds, record, to: batch)
      }
    }
    guard plan.emission != .event, let event = Event(self.record) else { return try judgeWhole(record, of: batch) }
    judge(event, record, in: seat, of: batch)
  }

  private func read(_ line: UnsafeBufferPointer<UInt8>) -> Bool {
    plan.isText ? unsafe record.replaceText(with: line) : unsafe record.read(line, limits: limits)
  }

  /// Judges a record that needs more than a glance.
  private func judgeWhole(_ record: Delivery.Record, of batch: Batch) throws(RuleErrors) {
    let event: Event
    do throws(EventError) {
      let line = unsafe Array(record.line)
      switch plan.format {
      case .events: event = try Event(parsing: line, limits: limits)
      case .text(let plain): event = try plain.event(line)
      }
    } catch {
      return delivery.fail(error, verdict: plan.base.verdict(on: error), record: record, to: batch)
    }
    judge(event, record, in: try bench.seat(for: event.facts["channel"]?.string), of: batch)
  }

  private func judge(_ event: Event, _ record: Delivery.Record, in seat: Bench.Seat, of batch: Batch) {
    let clock = plan.isTimed ? Stopwatch() : nil
    var verdict = seat.judge.evaluate(event, trace: plan.trace)
    if let reviewer = plan.reviewer { verdict.review = reviewer.review(event, verdict) }
    delivery.deliver(verdict, of: event, microseconds: clock?.microseconds, record, to: batch)
  }
}
