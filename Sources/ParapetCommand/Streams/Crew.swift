import Parapet

/// Workers that judge batches side by side, and one that writes what they made in the order in which the batches were read.
///
/// A batch is one of a ring. It goes from the reader to a worker, to the writer, and back to the reader; when all are on their way, the
/// reader waits, and so does whoever writes to us. Threads start with the first batch that is handed over.
final class Crew: Sendable {
  /// What is waited for.
  enum Event: Int, CaseIterable { case batchToJudge, batchToWrite, roomToRead }

  private struct State {
    /// How many batches were handed over, taken by a worker, and written.
    var submitted = 0
    var taken = 0
    var written = 0
    /// Which batches of the ring are judged and not yet written.
    var isJudged: [Bool]
    var isClosed = false
    var stop: Outlets.Stop?
    var tally = Tally()
    var threads: [Thread] = []
  }

  private let plan: FilterPlan
  private let outlets: Outlets
  private let interruption: Interruption
  private let jobs: Int
  private let monitor: Monitor<State, Event>
  // INVARIANT: a batch is touched only by the thread that has it: the reader up to `submit`, then the worker that took it, then the writer.
  nonisolated(unsafe) private let ring: [Batch]

  /// A crew of `jobs` workers.
  init(_ plan: FilterPlan, outlets: Outlets, interruption: Interruption, jobs: Int) {
    self.plan = plan
    self.outlets = outlets
    self.interruption = interruption
    self.jobs = jobs
    unsafe ring = (0..<(jobs == 1 ? 1 : 2 * jobs + 1)).map { _ in Batch() }
    monitor = unsafe Monitor(State(isJudged: Array(repeating: false, count: ring.count)))
  }

  /// A batch to read into, or nil when no more can be written. Waits until one is free.
  func vacancy() -> Batch? {
    let count = unsafe ring.count
    let place: Int? = monitor.wait(for: .roomToRead) { state -> Int?? in
      if state.stop != nil { return .some(nil) }
      return state.submitted - state.written < count ? .some(state.submitted % count) : nil
    }
    return place.map { unsafe ring[$0] }
  }

  /// Whether everything that was handed over has been written.
  var isIdle: Bool { monitor.change { $0.submitted == $0.written } }

  /// Hands the batch that `vacancy` gave over to be judged and written.
  func submit() throws(CommandFailure) {
    let isFirst = monitor.change(waking: .batchToJudge) { state in
      state.submitted += 1
      return state.threads.isEmpty
    }
    if isFirst { try start() }
  }

  /// Waits until everything is written. Says what came of it, and why not all was written.
  func finish() -> (tally: Tally, stop: Outlets.Stop?) {
    let threads = monitor.change(waking: .batchToJudge, .batchToWrite) { state in
      state.isClosed = true
      return state.threads
    }
    for thread in threads { thread.join() }
    return monitor.change { ($0.tally, $0.stop) }
  }

  private func start() throws(CommandFailure) {
    var threads = [try Thread { [self] in write() }]
    for _ in 0..<jobs { threads.append(try Thread { [self] in work() }) }
    let started = threads
    monitor.change { $0.threads = started }
  }

  private func work() {
    var worker = Worker(plan)
    let count = unsafe ring.count
    while true {
      let next: Int? = monitor.wait(for: .batchToJudge) { state -> Int?? in
        if state.stop != nil { return .some(nil) }
        guard state.taken < state.submitted else { return state.isClosed ? .some(nil) : nil }
        state.taken += 1
        return state.taken - 1
      }
      guard let next else { return }
      unsafe worker.judge(ring[next % count], until: interruption)
      monitor.change(waking: .batchToWrite) { $0.isJudged[next % count] = true }
    }
  }

  private func write() {
    let count = unsafe ring.count
    while true {
      let place: Int? = monitor.wait(for: .batchToWrite) { state -> Int?? in
        if state.isJudged[state.written % count] { return state.written % count }
        return state.isClosed && state.written == state.submitted ? .some(nil) : nil
      }
      guard let place else { return }
      var tally = Tally()
      var stop: Outlets.Stop?
      do { try unsafe outlets.write(ring[place], counting: &tally) } catch { stop = error }
      let (written, end) = (tally, stop)
      monitor.change(waking: .roomToRead, .batchToJudge) { state in
        state.isJudged[place] = false
        state.written += 1
        state.tally.add(written)
        state.stop = end
      }
      guard stop == nil else {
        // The reader may be waiting for input that nobody will use.
        interruption.wake()
        return
      }
    }
  }
}
