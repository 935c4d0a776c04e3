public import ParapetEngine
public import ParapetRule

/// A rule directory: the one that travels with Parapet, or one of your own.
///
/// Load it and compile it once; a `Program` is a value that any number of tasks may share.
///
/// ```swift
/// import Parapet
///
/// let program = try RuleSource.shipped.program(profile: "default")
/// let answer = Event(stage: .output, text: "这款产品保本保息，放心买")
/// let verdict = program.evaluate(answer)
/// switch verdict.decision {
/// case .pass, .modify, .refuse: print(verdict.text)  // what may be delivered
/// case .hold, .error: print("not delivered")
/// }
/// ```
public struct RuleSource: Sendable {
  /// Where the files came from.
  public enum Origin: Sendable, Equatable {
    /// They travel with Parapet.
    case shipped
    /// They were read from this directory.
    case directory(String)
  }

  /// Where the files came from.
  public let origin: Origin
  /// The files, sorted by path.
  public let files: [RuleFile]

  init(origin: Origin, files: [RuleFile]) {
    self.origin = origin
    self.files = files.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
  }

  /// The rules that travel with Parapet.
  public static let shipped = RuleSource(origin: .shipped, files: EmbeddedRules.files)

  /// Decodes every file and reports every problem; `date` (`YYYY-MM-DD`) is the day on which overrides run out.
  public func decode(date: String = RuleSource.today) -> (set: RuleSet, diagnostics: [Diagnostic]) {
    RuleSet.decode(files, date: date)
  }

  /// The rules, when nothing is wrong with any of them.
  ///
  /// - Throws: `RuleErrors` with every error: a rule set that is partly broken does not judge.
  public func rules(date: String = RuleSource.today) throws(RuleErrors) -> RuleSet {
    let (set, diagnostics) = decode(date: date)
    let errors = diagnostics.filter(\.preventsLoading)
    guard errors.isEmpty else { throw RuleErrors(diagnostics: errors) }
    return set
  }

  /// Compiles the rules that `profile` has in force in `channel`.
  ///
  /// The day decides only which overrides have run out; events are judged without a clock.
  ///
  /// - Throws: `RuleErrors` with every error in the rule set.
  public func program(
    profile: String = "default", channel: String? = nil, date: String = RuleSource.today, options: Program.Options = Program.Options()
  ) throws(RuleErrors) -> Program {
    var shelf = ProgramShelf(try rules(date: date), options: options)
    return try shelf.program(profile: profile, channel: channel)
  }
}
