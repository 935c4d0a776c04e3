import Glibc

/// Waits for files to change.
struct Watch {
  private let paths: [String]
  private var known: [String: Stamp]

  /// When a file was last written, and how large it is.
  private struct Stamp: Equatable {
    let seconds: Int
    let nanoseconds: Int
    let size: Int
  }

  /// A watch over the files under `paths`.
  init(_ paths: [String]) {
    self.paths = paths
    known = Watch.stamps(paths)
  }

  /// Waits until a file has been written, made or removed, and then until writing has paused.
  mutating func wait() {
    var current = known
    while current == known {
      usleep(300_000)
      current = Watch.stamps(paths)
    }
    repeat {
      known = current
      usleep(100_000)
      current = Watch.stamps(paths)
    } while current != known
  }

  private static func stamps(_ paths: [String]) -> [String: Stamp] {
    var stamps: [String: Stamp] = [:]
    for path in paths {
      for file in Path.isFolder(path) ? (try? Path.files(under: path, ending: "")) ?? [] : [path] {
        var status = stat()
        guard unsafe stat(file, &status) == 0 else { continue }
        stamps[file] = Stamp(seconds: status.st_mtim.tv_sec, nanoseconds: status.st_mtim.tv_nsec, size: Int(status.st_size))
      }
    }
    return stamps
  }
}
