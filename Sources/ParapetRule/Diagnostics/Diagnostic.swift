/// One problem in a rule directory, with where it is and what to do.
public struct Diagnostic: Sendable, Equatable {
  /// How bad it is.
  public enum Severity: String, Sendable, Comparable {
    /// Worth knowing.
    case warning
    /// The rule cannot be used.
    case error
    /// Warnings come before errors.
    public static func < (a: Severity, b: Severity) -> Bool { a == .warning && b == .error }
  }
  /// A stable code, such as `P0107`.
  public var code: String
  /// How bad it is.
  public var severity: Severity
  /// The file, relative to the rule directory.
  public var file: String
  /// The line, from 1.
  public var line: Int
  /// The column, from 1, in Unicode scalars.
  public var column: Int
  /// How many Unicode scalars the caret covers, at least 1.
  public var length: Int
  /// What is wrong, one sentence.
  public var message: String
  /// What to do, or nil.
  public var help: String?
  /// The source line, without its line end.
  public var sourceLine: String

  /// A diagnostic from its parts.
  public init(
    code: DiagnosticCode, file: String, line: Int = 1, column: Int = 1, length: Int = 1, message: String, help: String? = nil,
    sourceLine: String = ""
  ) {
    self.code = code.rawValue
    severity = code.severity
    self.file = file
    self.line = line
    self.column = column
    self.length = length
    self.message = message
    self.help = help
    self.sourceLine = sourceLine
  }

  /// A diagnostic at a place of a file.
  public init(code: DiagnosticCode, at place: Place, message: String, help: String? = nil) {
    let line = place.line
    self.init(
      code: code, file: place.source.path, line: line, column: place.column, length: place.length, message: message, help: help,
      sourceLine: place.source.shown(line))
  }

  /// Whether rules with this problem must not be loaded. An override that has run out is an error for `lint`, yet loading goes on
  /// without it: a date that passes at midnight must not stop a running service.
  public var preventsLoading: Bool { severity == .error && code != DiagnosticCode.overrideExpired.rawValue }
}

extension Diagnostic {
  /// `diagnostics` by file, line, column and code, each once.
  public static func sorted(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
    let ordered = diagnostics.enumerated().sorted { a, b in
      let (x, y) = (a.element, b.element)
      if !x.file.isSame(as: y.file) { return x.file.utf8.lexicographicallyPrecedes(y.file.utf8) }
      if (x.line, x.column) != (y.line, y.column) { return (x.line, x.column) < (y.line, y.column) }
      return (x.code, a.offset) < (y.code, b.offset)
    }
    var result: [Diagnostic] = []
    for (_, diagnostic) in ordered where result.last != diagnostic { result.append(diagnostic) }
    return result
  }
}

/// Why rules could not be compiled.
public struct RuleErrors: Error, Sendable {
  /// What is wrong; at least one.
  public let diagnostics: [Diagnostic]
  /// Errors from their diagnostics.
  public init(diagnostics: [Diagnostic]) { self.diagnostics = diagnostics }
}

/// Collects what is wrong while decoding goes on.
final class Report {
  private(set) var diagnostics: [Diagnostic] = []
  private(set) var errorCount = 0
  /// Whether the rules were in force once: what leaves their judgement alone is no error any more.
  private let isPast: Bool

  init(isPast: Bool = false) { self.isPast = isPast }

  /// What has been collected, by file and place.
  var sorted: [Diagnostic] { Diagnostic.sorted(diagnostics) }

  func add(_ code: DiagnosticCode, at place: Place, _ message: String, help: String? = nil) {
    add(Diagnostic(code: code, at: place, message: message, help: help))
  }

  func add(_ diagnostic: Diagnostic) {
    var diagnostic = diagnostic
    if isPast, DiagnosticCode(rawValue: diagnostic.code)?.leavesJudgementAlone ?? false { diagnostic.severity = .warning }
    if diagnostic.severity == .error { errorCount += 1 }
    diagnostics.append(diagnostic)
  }
}
