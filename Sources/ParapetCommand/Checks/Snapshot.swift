import Parapet

/// A state of a rule directory: a folder, the rules in the binary, or a revision of a git repository.
struct Snapshot {
  /// Which of two states this is. What was in force once need not be as well kept as what is to be.
  enum Side: String { case old, new }

  let set: RuleSet

  /// The state that `name` stands for: a folder, `shipped`, `git:REV`, or `git:REV:FOLDER` where the rules are not in `Rules`.
  init(_ name: String, side: Side, date: String, colored: Bool) throws {
    let files = try Snapshot.files(name)
    let (set, diagnostics) = RuleSet.decode(files, date: date, isPast: side == .old)
    let errors = Snapshot.located(diagnostics.filter(\.preventsLoading), in: name)
    guard errors.isEmpty else {
      throw CommandFailure("the \(side.rawValue) rules, \(name), cannot be used", because: errors, colored: colored)
    }
    self.set = set
    let lapses = diagnostics.filter { DiagnosticCode(rawValue: $0.code)?.leavesJudgementAlone ?? false }
    guard !lapses.isEmpty else { return }
    let places = Snapshot.located(lapses, in: name).map { "  \($0.file):\($0.line): \($0.message) (\($0.code))\n" }
    Standard.error.write(
      """
      parapet: the old rules, \(name), do not pass today's lint; they are compared as they are read today:
      \(places.prefix(5).joined())\(places.count > 5 ? "  … and \(places.count - 5) more\n" : "")
      """)
  }

  /// Diagnostics whose files say which state is meant.
  private static func located(_ diagnostics: [Diagnostic], in name: String) -> [Diagnostic] {
    let folder = name.hasPrefix("git:") && !name.dropFirst(4).contains(":") ? name + ":Rules" : name
    return diagnostics.map { diagnostic in
      var located = diagnostic
      located.file = Path.joined(folder, diagnostic.file)
      return located
    }
  }

  private static func files(_ name: String) throws -> [RuleFile] {
    if name == "shipped" { return RuleSource.shipped.files }
    guard name.hasPrefix("git:") else { return try RulesOptions.ruleset(.directory(name)).files }
    let parts = name.dropFirst(4).split(separator: ":", maxSplits: 1).map(String.init)
    guard let revision = parts.first, !revision.isEmpty, !revision.hasPrefix("-") else {
      throw CommandFailure("\(name) names no revision; write git:HEAD~1, or git:v1.2:path/to/rules")
    }
    let folder = parts.count == 2 ? parts[1] : "Rules"
    guard try Subprocess.output(of: ["git", "rev-parse", "--git-dir"], showsErrors: true) != nil else {
      throw CommandFailure("\(name) names a revision, and the working folder is in no git repository")
    }
    guard try Subprocess.output(of: ["git", "rev-parse", "--verify", "--quiet", revision + "^{commit}"]) != nil else {
      throw CommandFailure(
        "\(name): this repository has no revision “\(revision)”. git branch --all and git tag list what it has; a shallow clone has only "
          + "the last commits (git fetch --unshallow)")
    }
    let archive = try Subprocess.output(of: ["git", "archive", "--format=tar", revision, "--", folder]) ?? []
    guard let files = archive.isEmpty ? [] : Tar.files(archive) else {
      throw CommandFailure("git archive \(revision) gave no tar archive")
    }
    let prefix = folder.hasSuffix("/") ? folder : folder + "/"
    let inside = files.filter { $0.path.hasPrefix(prefix) && !$0.path.split(separator: "/").contains { $0.hasPrefix(".") } }
    guard !inside.isEmpty else {
      throw CommandFailure("\(name): that revision has no folder \(folder) here; write git:\(revision):FOLDER to name another")
    }
    return inside.map { RuleFile(path: String($0.path.dropFirst(prefix.count)), bytes: $0.bytes) }
  }
}
