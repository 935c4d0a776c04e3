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
    code: String, severity: Severity, file: String, line: Int, column: Int, length: Int, message: String, help: String?, sourceLine: String
  ) {
    self.code = code
    self.severity = severity
    self.file = file
    self.line = line
    self.column = column
    self.length = length
    self.message = message
    self.help = help
    self.sourceLine = sourceLine
  }
}

/// Why rules could not be compiled.
public struct RuleErrors: Error, Sendable {
  /// What is wrong; at least one.
  public let diagnostics: [Diagnostic]
  /// Errors from their diagnostics.
  public init(diagnostics: [Diagnostic]) { self.diagnostics = diagnostics }
}
