import Parapet

/// Why a command ends with something other than success.
struct CommandFailure: Error {
  /// The exit code.
  let code: Int32
  /// What to say on standard error, or nil when all has been said.
  let message: String?

  /// A command that could not run.
  init(_ message: String) {
    code = 2
    self.message = message
  }

  /// An exit code whose reason has been printed.
  init(code: Int32) {
    self.code = code
    message = nil
  }

  /// A check that found something.
  static let found = CommandFailure(code: 1)

  /// Rules that do not decode or compile.
  init(_ errors: RuleErrors, in origin: RuleSource.Origin, colored: Bool) {
    let placed = errors.diagnostics.map { diagnostic in
      var placed = diagnostic
      placed.file = origin.path(diagnostic.file)
      return placed
    }
    self.init("\(origin.words) cannot be used", because: placed, colored: colored)
  }

  /// Files that cannot be used, and the first reasons why.
  init(_ message: String, because diagnostics: [Diagnostic], colored: Bool) {
    let shown = diagnostics.prefix(20).map { $0.rendered(color: colored) }.joined(separator: "\n\n")
    let rest = diagnostics.count > 20 ? "\n\n… and \(diagnostics.count - 20) more; parapet lint shows all" : ""
    self.init("\(message): \(diagnostics.count) error\(diagnostics.count == 1 ? "" : "s")\n\n\(shown)\(rest)")
  }
}

extension RuleSource.Origin {
  /// The origin for people.
  var words: String {
    switch self {
    case .shipped: "the rules in the binary"
    case .directory(let path): "the rules in \(path)"
    }
  }

  /// The file at `path` of the rule directory as a person at the prompt would write it.
  func path(_ path: String) -> String {
    switch self {
    case .shipped: "<shipped>/" + path
    case .directory(let directory): Path.joined(directory, path)
    }
  }
}
