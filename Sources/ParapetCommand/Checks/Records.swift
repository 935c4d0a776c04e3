import Parapet

/// The records of a file: one a line.
enum Records {
  /// The lines of the file at `path` (`-` for standard input) that are not empty.
  static func read(_ path: String) throws -> [[UInt8]] {
    try InputFile.contents(of: path, limit: 1 << 30).split(separator: 10).map(Array.init)
  }
}
