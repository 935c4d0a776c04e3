import Glibc
import Parapet

/// A state of a rule directory: a folder, the rules in the binary, or a revision of a git repository.
struct Snapshot {
  /// As a person named it.
  let name: String
  let set: RuleSet

  /// The state that `name` stands for: a folder, `shipped`, `git:REV`, or `git:REV:FOLDER` where the rules are not in `Rules`.
  init(_ name: String, date: String, colored: Bool) throws {
    self.name = name
    let (origin, files) = try Snapshot.files(name)
    let (set, diagnostics) = RuleSet.decode(files, date: date)
    let errors = diagnostics.filter(\.preventsLoading)
    guard errors.isEmpty else { throw CommandFailure("\(origin) cannot be used", because: errors, colored: colored) }
    self.set = set
  }

  private static func files(_ name: String) throws -> (origin: String, files: [RuleFile]) {
    if name == "shipped" { return ("the rules in the binary", RuleSource.shipped.files) }
    guard name.hasPrefix("git:") else { return ("the rules in \(name)", try RulesOptions.ruleset(.directory(name)).files) }
    let parts = name.dropFirst(4).split(separator: ":", maxSplits: 1).map(String.init)
    guard let revision = parts.first, !revision.isEmpty, !revision.hasPrefix("-") else {
      throw CommandFailure("\(name) names no revision; write git:HEAD~1, or git:v1.2:path/to/rules")
    }
    let folder = parts.count == 2 ? parts[1] : "Rules"
    let archive = try Subprocess.output(of: ["git", "archive", "--format=tar", revision, "--", folder])
    guard let files = Tar.files(archive) else { throw CommandFailure("git archive \(revision) gave no tar archive") }
    let prefix = folder.hasSuffix("/") ? folder : folder + "/"
    let inside = files.filter { $0.path.hasPrefix(prefix) && !$0.path.split(separator: "/").contains { $0.hasPrefix(".") } }
    guard !inside.isEmpty else { throw CommandFailure("\(name): there is no folder \(folder) in this revision") }
    return ("the rules in \(name)", inside.map { RuleFile(path: String($0.path.dropFirst(prefix.count)), bytes: $0.bytes) })
  }
}

/// Regular files of a tar archive.
enum Tar {
  /// The files in `archive`, or nil when it is none. Long names are read as git writes them, in extended headers.
  ///
  /// - Source: POSIX.1-2017, pax: ustar Interchange Format and pax Header Block.
  static func files(_ archive: [UInt8]) -> [RuleFile]? {
    var files: [RuleFile] = []
    var at = 0
    var longName: String?
    while at + 512 <= archive.count {
      let header = archive[at..<at + 512]
      if header.allSatisfy({ $0 == 0 }) { return files }
      func field(_ offset: Int, _ count: Int) -> String {
        String(decoding: header[(at + offset)..<(at + offset + count)].prefix { $0 != 0 }, as: UTF8.self)
      }
      guard field(257, 5) == "ustar", let size = Int(field(124, 12).filter { $0 != " " }, radix: 8), at + 512 + size <= archive.count else {
        return nil
      }
      let contents = Array(archive[(at + 512)..<(at + 512 + size)])
      switch archive[at + 156] {
      case UInt8(ascii: "x"): longName = path(inExtendedHeader: contents)
      case UInt8(ascii: "0"), 0:
        let prefix = field(345, 155)
        let short = prefix.isEmpty ? field(0, 100) : prefix + "/" + field(0, 100)
        files.append(RuleFile(path: longName ?? short, bytes: contents))
        longName = nil
      default: longName = nil
      }
      at += 512 + (size + 511) / 512 * 512
    }
    return files.isEmpty ? nil : files
  }

  private static func path(inExtendedHeader bytes: [UInt8]) -> String? {
    // Records of the form "LENGTH path=VALUE\n".
    for record in bytes.split(separator: 10) {
      let text = String(decoding: record, as: UTF8.self)
      if let range = text.firstRange(of: " path=") { return String(text[range.upperBound...]) }
    }
    return nil
  }
}

/// A program that is run to its end.
enum Subprocess {
  /// What the program that `arguments` call writes to standard output.
  static func output(of arguments: [String]) throws -> [UInt8] {
    var ends: [Int32] = [0, 0]
    guard unsafe pipe(&ends) == 0 else { throw CommandFailure("cannot make a pipe: \(Descriptor.words(errno))") }
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    unsafe posix_spawn_file_actions_adddup2(&actions, ends[1], 1)
    unsafe posix_spawn_file_actions_addclose(&actions, ends[0])
    unsafe posix_spawn_file_actions_addclose(&actions, ends[1])
    var words = unsafe arguments.map { unsafe strdup($0) } + [nil]
    defer { unsafe words.forEach { unsafe free($0) } }
    var process = pid_t()
    let status = unsafe posix_spawnp(&process, arguments[0], &actions, nil, &words, environ)
    close(ends[1])
    defer { close(ends[0]) }
    guard status == 0 else { throw CommandFailure("cannot run \(arguments[0]): \(Descriptor.words(status))") }
    let bytes: [UInt8]?
    do throws(ReadFailure) { bytes = try Descriptor(ends[0]).readAll(limit: 1 << 30) } catch {
      throw CommandFailure("cannot read from \(arguments[0]): \(error.message)")
    }
    var code: Int32 = 0
    while unsafe waitpid(process, &code, 0) < 0 && errno == EINTR {}
    guard code == 0, let bytes else { throw CommandFailure("\(arguments.prefix(2).joined(separator: " ")) failed") }
    return bytes
  }
}
