import Glibc

/// Standard output and standard error, written without a buffer. For text that is made at once; streams use `LineWriter`.
enum Standard: Int32 {
  case output = 1
  case error = 2

  /// Writes `text` and forgets about failures: for messages whose reader may have gone.
  func write(_ text: String) { _ = Descriptor(rawValue).write(Array(text.utf8)) }

  /// Writes `text`; a reader that has gone is no failure.
  func print(_ text: String) throws { try print(Array(text.utf8)) }

  /// Writes `bytes`; a reader that has gone is no failure.
  func print(_ bytes: [UInt8]) throws {
    switch Descriptor(rawValue).write(bytes) {
    case .done, .brokenPipe: break
    case .failed(let why): throw CommandFailure("cannot write: \(why)")
    }
  }
}
