import Parapet

/// One run of the filter from standard input to standard output.
struct FilterRun: ~Copyable {
  /// What came of it.
  struct Outcome {
    /// What came of the records.
    var tally = Tally()
    /// The signal that ended the run early.
    var signal: Int32?
  }

  /// Fewer bytes than this are judged at once and here, when nothing else is on its way: somebody may be waiting for the answer before
  /// they write the next record, and waking a thread takes as long as judging.
  private static let littleWork = 32 << 10

  private let plan: FilterPlan
  private let outlets: Outlets
  private let jobs: Int
  private let interruption: Interruption
  private let crew: Crew
  private var reader: BatchReader
  private var outcome = Outcome()

  /// A run of `plan` by `jobs` workers.
  init(_ plan: FilterPlan, outlets: Outlets, jobs: Int) throws {
    self.plan = plan
    self.outlets = outlets
    self.jobs = jobs
    do throws(ReadFailure) { interruption = try Interruption() } catch { throw CommandFailure("cannot catch signals: \(error.message)") }
    crew = Crew(plan, outlets: outlets, interruption: interruption, jobs: jobs)
    reader = BatchReader(Descriptor(0), limit: plan.limit, interruption: interruption)
  }

  /// Judges until the stream ends, its reader goes away or a signal comes.
  consuming func run() throws -> Outcome {
    var ending: (any Error)?
    do { try process() } catch { ending = error }
    let (tally, stop) = crew.finish()
    outcome.tally.add(tally)
    switch stop ?? ending {
    case nil, Outlets.Stop.brokenPipe?: break
    case Outlets.Stop.interrupted?: outcome.signal = interruption.signal
    case Outlets.Stop.failed(let failure)?: throw failure
    case Outlets.Stop.rules(let errors)?: throw errors
    case let failure as ReadFailure: throw CommandFailure("cannot read: \(failure.message)")
    case let failure?: throw failure
    }
    return outcome
  }

  private mutating func process() throws {
    var worker = Worker(plan)
    while let batch = crew.vacancy() {
      switch plan.isWhole ? try reader.fillWhole(batch) : try reader.fill(batch) {
      case .end: return
      case .interrupted:
        // Otherwise the writer has stopped, and knows why.
        if interruption.isPending { throw Outlets.Stop.interrupted }
        return
      case .records: break
      }
      if jobs == 1 || crew.isIdle && (reader.isAtEnd || batch.input.count < FilterRun.littleWork) {
        worker.judge(batch, until: interruption)
        try outlets.write(batch, counting: &outcome.tally)
      } else {
        try crew.submit()
      }
      if plan.isWhole { return }
    }
  }
}
