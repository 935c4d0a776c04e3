import Glibc

/// A file that is written as a whole.
enum OutputFile {
  /// Whether something is there.
  static func exists(_ path: String) -> Bool { unsafe access(path, F_OK) == 0 }

  /// Puts `bytes` in the place of `path`: written beside it and then renamed, so that nobody ever sees half a file, and its mode is kept.
  static func replace(_ path: String, with bytes: [UInt8]) throws {
    let draft = path + ".parapet-\(getpid())"
    var status = stat()
    let mode = unsafe stat(path, &status) == 0 ? status.st_mode & 0o7777 : 0o644
    let descriptor = unsafe open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode)
    guard descriptor >= 0 else { throw CommandFailure("cannot write \(path): \(Descriptor.words(errno))") }
    let outcome = Descriptor(descriptor).write(bytes)
    let isSynced = fsync(descriptor) == 0
    guard close(descriptor) == 0, isSynced, outcome == .done, unsafe rename(draft, path) == 0 else {
      let why = Descriptor.words(errno)
      _ = unsafe unlink(draft)
      throw CommandFailure("cannot write \(path): \(why)")
    }
  }

  /// Writes `bytes` to `path`, whatever was there before. With `makingFolders` the folders on the way are made.
  static func write(_ bytes: [UInt8], to path: String, makingFolders: Bool = false) throws {
    if makingFolders {
      for (index, character) in path.utf8.enumerated() where character == UInt8(ascii: "/") && index > 0 {
        _ = unsafe mkdir(String(decoding: path.utf8.prefix(index), as: UTF8.self), 0o755)
      }
    }
    let descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw CommandFailure("cannot write \(path): \(Descriptor.words(errno))") }
    let outcome = Descriptor(descriptor).write(bytes)
    guard close(descriptor) == 0, outcome == .done else { throw CommandFailure("cannot write \(path)") }
  }
}
