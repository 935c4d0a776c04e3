import Glibc

/// What goes wrong outside of what is measured.
struct Failure: Error, CustomStringConvertible {
  let description: String
}

/// The lines of the file at `path`, each without its line end.
func lines(of path: String) throws -> [[UInt8]] {
  guard let file = unsafe fopen(path, "rb") else { throw Failure(description: "\(path): \(unsafe String(cString: strerror(errno)))") }
  defer { unsafe fclose(file) }
  var bytes: [UInt8] = []
  var chunk = [UInt8](repeating: 0, count: 1 << 16)
  while true {
    let count = unsafe fread(&chunk, 1, chunk.count, file)
    guard count > 0 else { break }
    bytes += chunk[..<count]
  }
  return bytes.split(separator: 10).map { Array($0) }
}

/// Writes `text` to the file at `path`.
func save(_ text: String, to path: String) throws {
  guard let file = unsafe fopen(path, "wb") else { throw Failure(description: "\(path): \(unsafe String(cString: strerror(errno)))") }
  defer { unsafe fclose(file) }
  unsafe fputs(text, file)
}
