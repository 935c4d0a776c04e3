import Glibc

/// A file descriptor.
struct Descriptor: Sendable, Equatable {
  /// How a write ended.
  enum Outcome: Equatable {
    /// All was written.
    case done
    /// The reader has gone.
    case brokenPipe
    /// Something else, in the system's words.
    case failed(String)
  }

  let number: Int32
  init(_ number: Int32) { self.number = number }

  /// Whether it is open.
  var isOpen: Bool { fcntl(number, F_GETFD) >= 0 }

  /// Whether it is a regular file, whose other end nobody waits at.
  var isRegularFile: Bool {
    var status = stat()
    return unsafe fstat(number, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
  }

  /// Whether something can be read from it without waiting.
  var isReadable: Bool {
    var ready = pollfd(fd: number, events: Int16(POLLIN), revents: 0)
    return unsafe poll(&ready, 1, 0) > 0 && ready.revents & Int16(POLLIN) != 0
  }

  /// Writes all of `bytes`.
  func write(_ bytes: [UInt8]) -> Outcome { unsafe bytes.withUnsafeBufferPointer { unsafe write($0) } }

  /// Writes all of `bytes`.
  func write(_ bytes: UnsafeBufferPointer<UInt8>) -> Outcome {
    var start = 0
    while start < bytes.count {
      let count = unsafe Glibc.write(number, bytes.baseAddress.map { unsafe $0 + start }, bytes.count - start)
      if count >= 0 {
        start += count
      } else if errno == EAGAIN {
        var ready = pollfd(fd: number, events: Int16(POLLOUT), revents: 0)
        _ = unsafe poll(&ready, 1, -1)
      } else if errno != EINTR {
        return errno == EPIPE ? .brokenPipe : .failed(Descriptor.words(errno))
      }
    }
    return .done
  }

  /// Reads everything, or nil when there is more than `limit` bytes.
  func readAll(limit: Int) throws(ReadFailure) -> [UInt8]? {
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = unsafe read(number, &chunk, chunk.count)
      if count < 0 && (errno == EINTR || errno == EAGAIN) { continue }
      guard count >= 0 else { throw ReadFailure(message: Descriptor.words(errno)) }
      guard count > 0 else { return bytes }
      guard bytes.count + count <= limit else { return nil }
      bytes += chunk[..<count]
    }
  }

  /// An error number in the system's words.
  static func words(_ number: Int32) -> String { unsafe String(cString: strerror(number)) }
}

/// Why something could not be read.
struct ReadFailure: Error {
  /// In the system's words.
  let message: String
}

/// A file that is read as a whole.
enum InputFile {
  /// The contents of `path`, or of standard input for `-`.
  static func contents(of path: String, limit: Int) throws -> [UInt8] {
    do throws(ReadFailure) {
      let descriptor = path == "-" ? 0 : unsafe open(path, O_RDONLY | O_CLOEXEC)
      guard descriptor >= 0 else { throw ReadFailure(message: Descriptor.words(errno)) }
      defer { if descriptor != 0 { close(descriptor) } }
      guard let bytes = try Descriptor(descriptor).readAll(limit: limit) else {
        throw ReadFailure(message: "larger than \(limit) bytes")
      }
      return bytes
    } catch {
      throw CommandFailure("cannot read \(path): \(error.message)")
    }
  }
}
