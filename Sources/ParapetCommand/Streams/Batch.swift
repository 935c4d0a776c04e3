import Parapet

/// Records that were read together, and what is to be written for them. One thread at a time has it.
final class Batch {
  /// How many bytes of records make a batch full.
  static let size = 256 << 10
  /// The most memory that is kept for the next records, in bytes, and for what is written: the verdict on a very short record has twenty times its
  /// length.
  private static let kept = 4 * size
  private static let keptResults = 32 * size

  /// Why judging stopped before the last record.
  enum Stop {
    /// A signal came.
    case interrupted
    /// Rules that were needed do not compile.
    case failed(RuleErrors)
  }

  /// What was read.
  var input = ByteBuffer()
  /// The records in it, each but perhaps the last with its line feed.
  var records = 0..<0
  /// Whether a record that was too long came before them, and was thrown away.
  var beginsTooLong = false

  /// What is written for the records.
  var output = JSONWriter()
  /// Verdicts that are written besides.
  var verdicts = JSONWriter()
  /// What came of the records.
  var tally = Tally()
  /// Why some were not judged.
  var stop: Stop?

  /// Forgets the records that were read.
  func clear() {
    input.removeAll(keepingAtMost: Batch.kept)
    records = 0..<0
    beginsTooLong = false
  }

  /// Forgets what was to be written.
  func clearResults() {
    output.output.removeAll(keepingAtMost: Batch.keptResults)
    verdicts.output.removeAll(keepingAtMost: Batch.keptResults)
    tally = Tally()
    stop = nil
  }
}

/// What came of records.
struct Tally {
  /// The strictest decision on an event.
  var strictest = Verdict.Decision.pass
  /// Records that could not be judged.
  var errors = 0

  /// Counts what came of others in.
  mutating func add(_ other: Tally) {
    strictest = max(strictest, other.strictest)
    errors += other.errors
  }
}
