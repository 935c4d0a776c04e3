import ArgumentParser
import Parapet
import ParapetReport
import ParapetTesting

/// `parapet test`.
struct TestCommand: ParsableCommand {
  /// The forms of a test report.
  enum Format: String, CaseIterable, Sendable { case pretty, json, junit }

  static let configuration = CommandConfiguration(
    commandName: "test",
    abstract: "Run the examples of rules and profiles, and fixture files.",
    discussion: """
      A path is a rule directory, a folder or file in one, or a fixture file or folder. Without paths: the rules of --rules, PARAPET_RULES, \
      ./Rules or the binary, in this order; with ./Rules go the fixtures in ./Fixtures/regression. Values in texts are veiled unless \
      --show-text is given.

      Exit codes: 0 all went as written; 1 something did not; 2 the rules or fixtures could not be used.
      """)

  @Argument(help: "Rule directories, rules, fixtures.", completion: .file())
  var paths: [String] = []

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("pretty, json or junit, to standard output or to a file. May stand several times.", valueName: "format[=file]"))
  var output: [ReportOutput<Format>] = []

  @Option(help: ArgumentHelp("Only cases whose suite/name contains this; * stands for anything.", valueName: "pattern"))
  var filter: String?

  @Flag(name: .customLong("show-text"), help: "Show texts as they were written, values and all.")
  var showText = false

  @OptionGroup var rules: RulesOptions
  @OptionGroup var printing: PrintOptions

  func validate() throws {
    if output.mixes() { throw ValidationError("two reports cannot both go to standard output; write -o FORMAT=FILE") }
  }

  func run() throws {
    let subject = try Subject(paths: paths, rules: rules)
    let clock = Stopwatch()
    var results: [CaseResult]
    do { results = try self.results(of: subject) } catch let errors as RuleErrors {
      throw CommandFailure(errors, in: subject.origin, colored: printing.isColored(on: 2))
    }
    if let filter {
      let glob = Glob(containing: filter)
      results = results.filter { glob.matches("\($0.suite)/\($0.name)") }
    }
    guard !results.isEmpty else { throw CommandFailure(filter.map { "no case matches “\($0)”" } ?? "there is nothing to test") }
    let report = TestReport(results, of: subject.origin.words, milliseconds: clock.milliseconds)
    try ReportOutput.write(output, standard: .pretty) { format, isFile in
      switch format {
      case .pretty: report.pretty(Style(isColored: !isFile && printing.isColored))
      case .json: report.json()
      case .junit: report.junit()
      }
    }
    if !report.failures.isEmpty { throw CommandFailure.found }
  }

  private func results(of subject: Subject) throws -> [CaseResult] {
    let set = try RulesOptions.ruleset(subject.origin).rules(date: rules.day)
    var options = TestOptions()
    options.showsText = showText
    options.schema = try schema()
    var results: [CaseResult] = []
    let profile = set.profiles.first { $0.id == "default" } ?? set.profiles.first
    let runner = ExampleRunner(try set.effective(profile: profile?.id ?? "default", channel: nil), options: options)
    for rule in set.rules where subject.includes(rule.file) { results += try runner.results(of: rule) }
    results += try ProfileRunner(set, options: options).results().filter { subject.includes($0.file) }
    for index in results.indices { results[index].file = subject.origin.path(results[index].file) }
    return try results + FixtureRunner(set, options: options).results(of: fixtures(subject.fixtures))
  }

  private func fixtures(_ paths: [String]) throws -> [FixtureFile] {
    var files: [FixtureFile] = []
    var diagnostics: [Diagnostic] = []
    for path in paths {
      let (file, problems) = FixtureFile.decode(RuleFile(path: path, bytes: try InputFile.contents(of: path, limit: 16 << 20)))
      if let file { files.append(file) }
      diagnostics += problems.filter { $0.severity == .error }
    }
    guard diagnostics.isEmpty else {
      throw CommandFailure("the fixtures cannot be used", because: diagnostics, colored: printing.isColored(on: 2))
    }
    return files
  }

  /// The schema that every verdict must keep, where the project has one.
  private func schema() throws -> VerdictSchema? {
    let path = "Fixtures/verdict.v1.schema.json"
    guard Path.exists(path) else { return nil }
    let bytes = try InputFile.contents(of: path, limit: 1 << 20)
    do throws(VerdictSchema.Fault) { return try VerdictSchema(bytes) } catch {
      throw CommandFailure("\(path): \(error.message)")
    }
  }
}
