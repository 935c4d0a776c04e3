import Glibc
public import ParapetEngine
import ParapetPack
import ParapetRule

// A release binary carries the bundle of its own rules behind its code: the operating system loads nothing of it, and `strip` or a new
// link takes it away, after which the rules are read from the files in the binary again.

extension RuleBundle {
  /// The bundle that the running binary carries for `day`, or nil when it carries none that can be used.
  public static func ofThisBinary(day: String) -> RuleBundle? {
    guard let file = BinaryFile(reading: "/proc/self/exe"), let place = file.place, let head = file.mapped(place.head) else { return nil }
    let start = place.tail.lowerBound
    return RuleBundle(head: head, day: day) { range in
      range.upperBound <= place.tail.count ? file.mapped(start + range.lowerBound..<start + range.upperBound) : nil
    }
  }

  /// Puts the bundle of the shipped rules, from `day` on, behind the code of the binary at `path`, in place of one that it carries already.
  ///
  /// - Returns: the first day of each period, the day before which the last ends, and how many bytes it takes.
  /// - Throws: `RuleErrors` for rules that cannot be used, `RuleSourceError` for a file that cannot be read or written.
  public static func append(to path: String, day: String) throws -> (days: [String], end: String, bytes: Int) {
    let (periods, end) = try RuleSource.shipped.periods(from: day)
    let (head, tail) = try pack(periods, end: end)
    guard let file = BinaryFile(reading: path) else { throw BinaryFile.failure(path) }
    guard var bytes = file.bytes(0..<(file.place?.head.lowerBound ?? file.count)) else { throw BinaryFile.failure(path) }
    let code = bytes.count
    bytes += head
    bytes += tail
    bytes += BinaryFile.end(head: head.count, tail: tail.count)
    try BinaryFile.replace(path, with: bytes)
    return (periods.map(\.day), end, bytes.count - code)
  }
}

/// A file of code with a bundle behind it.
private final class BinaryFile: Sendable {
  let count: Int
  private let descriptor: Int32

  /// What the file ends with: the sizes of both parts of the bundle, and a mark.
  private static let mark = Array("parapet1".utf8)
  private static let endCount = 24

  init?(reading path: String) {
    descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    var status = stat()
    guard descriptor >= 0, unsafe fstat(descriptor, &status) == 0 else { return nil }
    count = Int(status.st_size)
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  /// Where the two parts of the bundle lie, or nil when there is none.
  var place: (head: Range<Int>, tail: Range<Int>)? {
    guard count > Self.endCount, let end = bytes(count - Self.endCount..<count), end.suffix(8).elementsEqual(Self.mark) else { return nil }
    let sizes = [end[..<8], end[8..<16]].map { Int(clamping: $0.reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }) }
    let tail = count - Self.endCount - sizes[1]
    guard sizes[1] <= count - Self.endCount, sizes[0] <= tail else { return nil }
    return (tail - sizes[0]..<tail, tail..<tail + sizes[1])
  }

  /// What lies in `range` of a binary that runs, which nobody can write to; nil when it cannot be read.
  func mapped(_ range: Range<Int>) -> PackedBytes? {
    range.lowerBound >= 0 && range.upperBound <= count ? PackedBytes(mapping: descriptor, range) : nil
  }

  /// What lies in `range`, or nil when it cannot be read.
  func bytes(_ range: Range<Int>) -> [UInt8]? {
    guard range.lowerBound >= 0, range.upperBound <= count else { return nil }
    var isWhole = true
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: range.count) { buffer, filled in
      while filled < range.count, let base = buffer.baseAddress {
        let read = unsafe pread(descriptor, base + filled, range.count - filled, range.lowerBound + filled)
        if read < 0 && errno == EINTR { continue }
        guard read > 0 else { break }
        filled += read
      }
      isWhole = filled == range.count
    }
    return isWhole ? bytes : nil
  }

  static func end(head: Int, tail: Int) -> [UInt8] {
    [head, tail].flatMap { size in (0..<8).map { UInt8(truncatingIfNeeded: size >> (8 * $0)) } } + mark
  }

  /// Puts `bytes` in place of the file at `path`, all at once: a binary that runs keeps the old one.
  static func replace(_ path: String, with bytes: [UInt8]) throws(RuleSourceError) {
    let beside = path + ".bundled"
    let target = unsafe open(beside, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o755)
    guard target >= 0 else { throw failure(beside) }
    var written = 0
    while written < bytes.count {
      let count = unsafe bytes.withUnsafeBytes { bytes in
        unsafe bytes.baseAddress.map { unsafe write(target, $0 + written, bytes.count - written) } ?? 0
      }
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else { break }
      written += count
    }
    guard close(target) == 0, written == bytes.count, unsafe rename(beside, path) == 0 else {
      let failure = failure(beside)
      unsafe unlink(beside)
      throw failure
    }
  }

  static func failure(_ path: String) -> RuleSourceError {
    RuleSourceError(path: path, message: unsafe String(cString: strerror(errno)))
  }
}
