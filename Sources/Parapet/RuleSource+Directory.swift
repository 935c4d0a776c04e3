import Glibc
import ParapetRule

/// Why a rule directory could not be read. It is about files, not about what stands in them.
public struct RuleSourceError: Error, Sendable, Equatable, CustomStringConvertible {
  /// The file or directory.
  public let path: String
  /// What is wrong with it, for people.
  public let message: String
  /// Path and message.
  public var description: String { "\(path): \(message)" }
}

extension RuleSource {
  /// Bounds on what a rule directory may hold.
  public struct Limits: Sendable {
    /// The largest file in bytes.
    public var fileBytes = 4 << 20
    /// All files together in bytes.
    public var totalBytes = 64 << 20
    /// The most files.
    public var files = 20_000
    /// The deepest folder.
    public var depth = 16
    /// Standard bounds.
    public init() {}
  }

  /// Reads the rule directory at `path`: every file in it and in its folders but hidden ones.
  ///
  /// A symbolic link inside the directory is refused: what judges must stand where a reviewer looks for it. The directory itself may be
  /// reached by a link.
  ///
  /// - Throws: `RuleSourceError` when something cannot be read, or is too large.
  public static func directory(_ path: String, limits: Limits = Limits()) throws(RuleSourceError) -> RuleSource {
    var reader = DirectoryReader(root: path, limits: limits)
    try reader.read(folder: "", depth: 0)
    guard !reader.files.isEmpty else { throw RuleSourceError(path: path, message: "there are no rule files in this directory") }
    return RuleSource(origin: .directory(path), files: reader.files)
  }
}

/// Walks one rule directory. Nothing is opened through a link, also when a name becomes one between the look and the read.
private struct DirectoryReader {
  let root: String
  let limits: RuleSource.Limits
  var files: [RuleFile] = []
  private var total = 0

  init(root: String, limits: RuleSource.Limits) {
    self.root = root
    self.limits = limits
  }

  mutating func read(folder: String, depth: Int) throws(RuleSourceError) {
    let place = folder.isEmpty ? root : root + "/" + folder
    guard depth <= limits.depth else { throw RuleSourceError(path: place, message: "folders are nested deeper than \(limits.depth)") }
    for name in try names(in: place, followsLink: folder.isEmpty) {
      let path = folder.isEmpty ? name : folder + "/" + name
      var status = stat()
      guard unsafe lstat(root + "/" + path, &status) == 0 else { throw failure(path) }
      switch status.st_mode & S_IFMT {
      case S_IFDIR: try read(folder: path, depth: depth + 1)
      case S_IFREG: try read(file: path)
      case S_IFLNK: throw RuleSourceError(path: root + "/" + path, message: "a rule directory may not hold symbolic links")
      default: throw RuleSourceError(path: root + "/" + path, message: "not a regular file")
      }
    }
  }

  /// The names in a folder that are not hidden.
  private func names(in place: String, followsLink: Bool) throws(RuleSourceError) -> [String] {
    let flags = O_RDONLY | O_DIRECTORY | O_CLOEXEC | (followsLink ? 0 : O_NOFOLLOW)
    let descriptor = unsafe open(place, flags)
    guard descriptor >= 0, let stream = unsafe fdopendir(descriptor) else { throw failure(at: place) }
    defer { unsafe closedir(stream) }
    var names: [String] = []
    while let entry = unsafe readdir(stream) {
      let name = unsafe withUnsafeBytes(of: entry.pointee.d_name) { bytes in
        unsafe String(validating: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      guard let name else { throw RuleSourceError(path: place, message: "a file name in it is not UTF-8") }
      if !name.hasPrefix(".") { names.append(name) }
    }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  private mutating func read(file path: String) throws(RuleSourceError) {
    guard files.count < limits.files else { throw RuleSourceError(path: root, message: "more than \(limits.files) files") }
    let descriptor = unsafe open(root + "/" + path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC)
    guard descriptor >= 0 else { throw failure(path) }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 32_768)
    while true {
      let count = unsafe Glibc.read(descriptor, &chunk, chunk.count)
      if count < 0 && errno == EINTR { continue }
      guard count >= 0 else { throw failure(path) }
      guard count > 0 else { break }
      bytes += chunk[..<count]
      guard bytes.count <= limits.fileBytes else {
        throw RuleSourceError(path: root + "/" + path, message: "larger than \(limits.fileBytes) bytes")
      }
    }
    total += bytes.count
    guard total <= limits.totalBytes else { throw RuleSourceError(path: root, message: "larger than \(limits.totalBytes) bytes in all") }
    files.append(RuleFile(path: path, bytes: bytes))
  }

  private func failure(_ path: String) -> RuleSourceError { failure(at: root + "/" + path) }
  private func failure(at place: String) -> RuleSourceError {
    RuleSourceError(path: place, message: unsafe String(cString: strerror(errno)))
  }
}
