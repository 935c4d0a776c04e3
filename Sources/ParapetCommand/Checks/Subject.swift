import Glibc
import Parapet

/// What `test` and `lint` look at: one rule directory, the part of it that was asked for, and fixture files.
struct Subject {
  /// Where the rules come from.
  let origin: RuleSource.Origin
  /// Paths in the rule directory that were asked for; nil for all, empty for none.
  var parts: [String]?
  /// Fixture files, by path.
  var fixtures: [String] = []

  /// The fixtures that belong to `./Rules`.
  private static let fixtureFolder = "Fixtures/regression"

  /// What `paths` name. Without paths: the chosen rules; when nobody chose, `./Rules` with its fixtures where there is one.
  init(paths: [String], rules: RulesOptions) throws {
    let choice = rules.choice
    var origin = choice.origin
    if origin == .shipped, Path.isFolder("Rules") { origin = .directory("Rules") }
    guard !paths.isEmpty else {
      self.origin = origin
      if origin == .directory("Rules"), choice.origin == .shipped, Path.isFolder(Subject.fixtureFolder) {
        fixtures = try Path.files(under: Subject.fixtureFolder, ending: ".yaml")
      }
      return
    }
    var parts: [String] = []
    var found: String?
    for path in paths {
      guard Path.exists(path) else { throw CommandFailure("there is no file or folder \(path)") }
      if let (root, part) = Subject.ruleDirectory(around: path) {
        if let found, found != root { throw CommandFailure("\(path) is in another rule directory than \(found); give one at a time") }
        found = root
        parts.append(part)
      } else {
        fixtures += Path.isFolder(path) ? try Path.files(under: path, ending: ".yaml") : [path]
      }
    }
    if let found, choice.origin == .shipped { origin = .directory(found) }
    if let found, choice.origin != .shipped, origin != .directory(found) {
      throw CommandFailure("\(paths[0]) is not in the rule directory that \(choice.chosenBy) names")
    }
    self.origin = origin
    self.parts = parts.contains("") ? nil : parts
  }

  /// Whether the rule file at `path` was asked for.
  func includes(_ path: String) -> Bool {
    guard let parts else { return true }
    return parts.contains { path == $0 || path.hasPrefix($0 + "/") }
  }

  /// The rule directory that `path` is or lies in, known by its register, replies or profiles, and the path in it.
  private static func ruleDirectory(around path: String) -> (root: String, part: String)? {
    var root = path
    var part: [Substring] = []
    while root.count > 1, root.hasSuffix("/") { root.removeLast() }
    while true {
      if ["legal.yaml", "replies.yaml", "profiles"].contains(where: { Path.exists(Path.joined(root, $0)) }) {
        return (root, part.joined(separator: "/"))
      }
      let names = root.split(separator: "/", omittingEmptySubsequences: false)
      guard let last = names.last, last != "", last != "..", root != "." else { return nil }
      part.insert(last, at: 0)
      let parent = names.dropLast().joined(separator: "/")
      root = names.count == 1 ? "." : parent.isEmpty ? "/" : parent
    }
  }
}

/// Questions about paths.
enum Path {
  static func joined(_ folder: String, _ name: String) -> String { folder.hasSuffix("/") ? folder + name : folder + "/" + name }

  static func exists(_ path: String) -> Bool { unsafe access(path, F_OK) == 0 }

  static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return unsafe stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// The files under `folder` whose names end so, sorted. Hidden ones are left out.
  static func files(under folder: String, ending: String) throws -> [String] {
    guard let stream = unsafe opendir(folder) else { throw CommandFailure("cannot read \(folder): \(Descriptor.words(errno))") }
    defer { unsafe closedir(stream) }
    var files: [String] = []
    while let entry = unsafe readdir(stream) {
      let name = unsafe withUnsafeBytes(of: entry.pointee.d_name) { unsafe String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
      guard !name.hasPrefix(".") else { continue }
      let path = joined(folder, name)
      if isFolder(path) { files += try self.files(under: path, ending: ending) } else if name.hasSuffix(ending) { files.append(path) }
    }
    return files.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }
}
