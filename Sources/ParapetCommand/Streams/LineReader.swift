import Glibc

/// Reads records that end in a line feed, however long they are, and never keeps more than one record of the allowed length.
struct LineReader {
  /// What was read.
  enum Record {
    /// A record without its line feed.
    case line([UInt8])
    /// A record that was too long, and has been thrown away.
    case tooLong
    /// There is no more.
    case end
    /// A signal asked to stop.
    case interrupted
  }

  private let input: Descriptor
  private let limit: Int
  private let interruption: Interruption
  private var chunk = [UInt8](repeating: 0, count: 65_536)
  private var unread = 0..<0
  private var isAtEnd = false

  /// A reader of `input` that allows records of `limit` bytes.
  init(_ input: Descriptor, limit: Int, interruption: Interruption) {
    self.input = input
    self.limit = limit
    self.interruption = interruption
  }

  /// The next record. Waits for it, or for a signal.
  mutating func next() throws(ReadFailure) -> Record {
    var line: [UInt8] = []
    var isTooLong = false
    while true {
      if interruption.isPending { return .interrupted }
      if unread.isEmpty {
        guard try fill() else {
          if interruption.isPending { return .interrupted }
          guard isAtEnd else { continue }
          if isTooLong { return .tooLong }
          return line.isEmpty ? .end : .line(line)
        }
      }
      let end = lineFeed(in: unread)
      let piece = unread.lowerBound..<(end ?? unread.upperBound)
      if line.count + piece.count > limit {
        isTooLong = true
        line = []
      }
      if !isTooLong { line += chunk[piece] }
      unread = (end.map { $0 + 1 } ?? unread.upperBound)..<unread.upperBound
      if end != nil { return isTooLong ? .tooLong : .line(line) }
    }
  }

  /// Everything that is left as one record.
  mutating func rest() throws(ReadFailure) -> Record {
    var document: [UInt8] = []
    var isTooLong = false
    while true {
      if interruption.isPending { return .interrupted }
      if try fill() {
        isTooLong = isTooLong || document.count + unread.count > limit
        if isTooLong { document = [] } else { document += chunk[unread] }
        unread = 0..<0
      } else if isAtEnd {
        return isTooLong ? .tooLong : .line(document)
      }
    }
  }

  private func lineFeed(in range: Range<Int>) -> Int? {
    unsafe chunk.withUnsafeBytes { bytes in
      guard let base = bytes.baseAddress, let found = unsafe memchr(base + range.lowerBound, 10, range.count) else { return nil }
      return unsafe UnsafeRawPointer(found) - base
    }
  }

  /// Reads more; false when there is none, or none yet.
  private mutating func fill() throws(ReadFailure) -> Bool {
    guard !isAtEnd else { return false }
    guard interruption.wait(for: input) else { return false }
    let count = unsafe read(input.number, &chunk, chunk.count)
    if count < 0 {
      if errno == EINTR || errno == EAGAIN { return false }
      throw ReadFailure(message: Descriptor.words(errno))
    }
    isAtEnd = count == 0
    unread = 0..<count
    return count > 0
  }
}
