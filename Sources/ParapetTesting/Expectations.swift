import Parapet
import ParapetEngine
import ParapetRule

/// Runs the examples of every rule and profile in a rule directory, and fixture files when there are any.
///
/// ```swift
/// import ParapetTesting
/// import Testing
///
/// @Test func rules() async throws { try await expectRules(in: "Rules") }
/// ```
///
/// For one test a case, hand the cases to the test:
///
/// ```swift
/// @Test(arguments: try RuleCase.all(in: "Rules")) func rule(_ rule: RuleCase) throws { try rule.expect() }
/// ```
///
/// - Parameters:
///   - directory: The rule directory, as seen from the working folder, or from a folder above the file that calls.
///   - fixtures: A folder of fixture files, seen in the same way, or nil.
/// - Throws: `RuleCaseFailure` with every case that did not go as written; `RuleErrors` or `RuleSourceError` when the rules cannot be used.
public func expectRules(in directory: String, fixtures: String? = nil, caller: String = #filePath) async throws {
  let failures = try RuleCase.all(in: directory, fixtures: fixtures, caller: caller).filter { !$0.result.passed }
  if !failures.isEmpty { throw RuleCaseFailure(failures) }
}

/// An example of a rule or profile, or a fixture case, that has been run.
public struct RuleCase: Sendable, CustomStringConvertible {
  /// How it went.
  public let result: CaseResult

  /// Suite and name.
  public var description: String { "\(result.suite) › \(result.name)" }

  /// Fails the test when the case did not go as written.
  ///
  /// - Throws: `RuleCaseFailure`, which says what was expected, what happened and where the case is written.
  public func expect() throws(RuleCaseFailure) {
    if !result.passed { throw RuleCaseFailure([self]) }
  }

  /// Every case of a rule directory, run: see `expectRules(in:fixtures:caller:)`.
  ///
  /// - Throws: `RuleErrors` or `RuleSourceError` when the rules or fixtures cannot be used.
  public static func all(in directory: String, fixtures: String? = nil, caller: String = #filePath) throws -> [RuleCase] {
    let set = try RuleSource.nearest(directory, to: caller).rules()
    let profile = set.profiles.first { $0.id == "default" } ?? set.profiles.first
    var options = TestOptions()
    options.program.shelf = PatternShelf()
    var shelf = ProgramShelf(set, options: options.program)
    var results = try ExampleRunner(set.effective(profile: profile?.id ?? "default", channel: nil), options: options).results()
    results += try ProfileRunner(set, options: options).results(by: &shelf)
    if let fixtures {
      let files = try RuleSource.nearest(fixtures, to: caller).files.filter { $0.path.hasSuffix(".yaml") }.map(FixtureFile.decode)
      let errors = files.flatMap(\.diagnostics).filter { $0.severity == .error }
      guard errors.isEmpty else { throw RuleErrors(diagnostics: errors) }
      results += try FixtureRunner(set, options: options).results(of: files.compactMap(\.file), by: &shelf)
    }
    return results.map(RuleCase.init)
  }
}

/// Cases that did not go as written.
public struct RuleCaseFailure: Error, Sendable, CustomStringConvertible {
  /// The cases.
  public let cases: [RuleCase]

  init(_ cases: [RuleCase]) { self.cases = cases }

  /// Each case with its place, what is wrong and what happened; texts are veiled.
  public var description: String {
    cases.map { failed in
      let result = failed.result
      let lines = result.problems.map(\.message) + result.reasons.map { "· \($0)" }
      return (["\(failed.description) (\(result.file):\(result.line))"] + lines.map { "  " + $0 }).joined(separator: "\n")
    }.joined(separator: "\n")
  }
}

extension RuleSource {
  /// The directory called `path`, from the working folder or from the nearest folder above `file` that has it.
  fileprivate static func nearest(_ path: String, to file: String) throws(RuleSourceError) -> RuleSource {
    do { return try directory(path) } catch {
      guard !path.hasPrefix("/") else { throw error }
      var folders = file.split(separator: "/").dropLast()
      while !folders.isEmpty {
        if let found = try? directory("/" + folders.joined(separator: "/") + "/" + path) { return found }
        folders.removeLast()
      }
      throw error
    }
  }
}
