import ArgumentParser
import Parapet
import ParapetReport
import ParapetTesting

/// `parapet test`.
struct TestCommand: ParsableCommand {
  /// The forms of a test report.
  enum Format: String, CaseIterable, Sendable { case pretty, json, junit, tap, github, sarif, markdown, html }

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
    help: ArgumentHelp(
      "pretty, json, junit, tap, github, sarif, markdown or html, to standard output or to a file. May stand several times.",
      valueName: "format[=file]"))
  var output: [ReportOutput<Format>] = []

  @Option(help: ArgumentHelp("Only cases whose suite/name contains this; * stands for anything.", valueName: "pattern"))
  var filter: String?

  @Flag(name: .customLong("show-text"), help: "Show texts as they were written, values and all.")
  var showText = false

  @OptionGroup var audits: AuditOptions
  @OptionGroup var rules: RulesOptions
  @OptionGroup var printing: PrintOptions

  func validate() throws {
    if output.mixes() { throw ValidationError("two reports cannot both go to standard output; write -o FORMAT=FILE") }
  }

  func run() throws {
    let subject = try Subject(paths: paths, rules: rules)
    let clock = Stopwatch()
    do {
      let run = try TestRun(subject, date: rules.day, showsText: showText, colored: printing.isColored(on: 2))
      var results = try run.results()
      if let filter {
        let glob = Glob(containing: filter)
        results = results.filter { glob.matches("\($0.suite)/\($0.name)") }
      }
      guard !results.isEmpty else { throw CommandFailure(filter.map { "no case matches “\($0)”" } ?? "there is nothing to test") }
      let milliseconds = clock.milliseconds
      let (complaints, audited) = try audits.run(run)
      var report = TestReport(results + complaints, of: subject.origin.words, milliseconds: milliseconds)
      audited(&report)
      try write(report)
      if !report.failures.isEmpty { throw CommandFailure.found }
    } catch let errors as RuleErrors {
      throw CommandFailure(errors, in: subject.origin, colored: printing.isColored(on: 2))
    }
  }

  private func write(_ report: TestReport) throws {
    try ReportOutput.write(output, standard: .pretty) { format, isFile in
      switch format {
      case .pretty: report.pretty(Style(isColored: !isFile && printing.isColored))
      case .json: report.json()
      case .junit: report.junit()
      case .tap: report.tap()
      case .github: report.github()
      case .sarif: report.sarif()
      case .markdown: report.markdown()
      case .html: report.html()
      }
    }
  }
}
