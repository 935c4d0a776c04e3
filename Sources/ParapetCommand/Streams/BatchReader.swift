import Glibc
import Parapet

/// Reads records that end in a line feed, as many as there are without waiting, and never keeps more of one than is allowed.
struct BatchReader: ~Copyable {
  /// What was read.
  enum Outcome {
    /// Records are in the batch.
    case records
    /// There are no more.
    case end
    /// A signal asked to stop.
    case interrupted
  }

  private enum Progress { case some, none, end, interrupted }

  private static let room = 65_536

  private let input: Descriptor
  private let limit: Int
  private let interruption: Interruption
  private let isRegularFile: Bool
  /// The beginning of a record whose end has not been read.
  private var tail = ByteBuffer()
  /// Whether the record that is being read is too long.
  private var isSkipping = false
  /// Whether everything has been read.
  private(set) var isAtEnd = false

  /// A reader of `input` that allows records of `limit` bytes.
  init(_ input: Descriptor, limit: Int, interruption: Interruption) {
    self.input = input
    self.limit = limit
    self.interruption = interruption
    isRegularFile = input.isRegularFile
  }

  /// Reads records into `batch`: waits for the first, or for a signal, and takes what else is there.
  mutating func fill(_ batch: Batch) throws(ReadFailure) -> Outcome {
    batch.clear()
    unsafe batch.input.append(tail.bytes)
    tail.removeAll(keepingAtMost: Batch.size)
    var start = 0
    /// Where the last line feed ends.
    var complete = 0
    while true {
      let before = batch.input.count
      switch isAtEnd ? .end : try read(into: batch) {
      case .none: continue
      case .interrupted: return .interrupted
      case .end:
        isAtEnd = true
        batch.beginsTooLong = batch.beginsTooLong || isSkipping
        isSkipping = false
        batch.records = start..<batch.input.count
        return batch.records.isEmpty && !batch.beginsTooLong ? .end : .records
      case .some: break
      }
      if isSkipping {
        guard let feed = BatchReader.lineFeed(in: batch.input, from: before) else {
          batch.input.truncate(to: 0)
          continue
        }
        isSkipping = false
        batch.beginsTooLong = true
        start = feed + 1
        complete = start
      }
      if let feed = BatchReader.lastLineFeed(in: batch.input, from: max(before, start)) { complete = feed + 1 }
      if batch.input.count - complete > limit {
        isSkipping = true
        batch.input.truncate(to: complete)
      }
      guard complete > 0, batch.input.count >= Batch.size || isSkipping || !hasMore else { continue }
      unsafe tail.append(batch.input.bytes(from: complete))
      batch.input.truncate(to: complete)
      batch.records = start..<complete
      return .records
    }
  }

  /// Reads everything that is left into `batch` as one record.
  mutating func fillWhole(_ batch: Batch) throws(ReadFailure) -> Outcome {
    batch.clear()
    while true {
      switch try read(into: batch) {
      case .none: continue
      case .interrupted: return .interrupted
      case .some:
        batch.beginsTooLong = batch.beginsTooLong || batch.input.count > limit
        if batch.beginsTooLong { batch.input.truncate(to: 0) }
      case .end:
        isAtEnd = true
        batch.records = 0..<batch.input.count
        return .records
      }
    }
  }

  /// Whether more can be read without waiting. A file's end shows only by reading on.
  private var hasMore: Bool { isRegularFile || input.isReadable }

  /// The first line feed from `start` on, or nil.
  static func lineFeed(in buffer: borrowing ByteBuffer, from start: Int) -> Int? {
    let bytes = unsafe buffer.bytes(from: start)
    guard let base = bytes.baseAddress, let found = unsafe memchr(base, 10, bytes.count) else { return nil }
    return unsafe start + (UnsafeRawPointer(found) - UnsafeRawPointer(base))
  }

  private static func lastLineFeed(in buffer: borrowing ByteBuffer, from start: Int) -> Int? {
    guard let first = lineFeed(in: buffer, from: start) else { return nil }
    let bytes = unsafe buffer.bytes
    var last = bytes.count - 1
    while last > first, unsafe bytes[last] != 10 { last -= 1 }
    return last
  }

  /// Waits until there is something, and reads it.
  private func read(into batch: Batch) throws(ReadFailure) -> Progress {
    guard interruption.wait(for: input) else { return .interrupted }
    let room = max(BatchReader.room, Batch.size - batch.input.count)
    let descriptor = input.number
    var count = 0
    var failure: Int32 = 0
    unsafe batch.input.append(room: room) {
      count = unsafe Glibc.read(descriptor, $0.baseAddress, $0.count)
      failure = errno
      return max(0, count)
    }
    if count > 0 { return .some }
    if count == 0 { return .end }
    guard failure == EINTR || failure == EAGAIN else { throw ReadFailure(message: Descriptor.words(failure)) }
    return .none
  }
}
