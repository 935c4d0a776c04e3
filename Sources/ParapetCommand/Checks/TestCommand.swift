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

  @OptionGroup var outputs: ReportOptions<Format>

  @Option(help: ArgumentHelp("Only cases whose suite/name contains this; * stands for anything.", valueName: "pattern"))
  var filter: String?

  @Option(help: ArgumentHelp("Only cases that failed in this earlier JSON report.", valueName: "file"), completion: .file())
  var failing: String?

  @Flag(help: "Write what came out into the out: of examples and fixtures that are otherwise as written. Never changes a decision.")
  var update = false

  @Flag(help: "Run again whenever a rule or fixture changes.")
  var watch = false

  @Flag(name: .customLong("show-text"), help: "Show texts as they were written, values and all.")
  var showText = false

  @OptionGroup var audits: AuditOptions
  @OptionGroup var rules: RulesOptions
  @OptionGroup var printing: PrintOptions

  func run() throws {
    let subject = try Subject(paths: paths, rules: rules)
    guard watch else {
      if try !test(subject) { throw CommandFailure.found }
      return
    }
    guard case .directory(let directory) = subject.origin else { throw CommandFailure("--watch needs rules in a directory") }
    var files = Watch([directory] + subject.fixtures)
    while true {
      if Terminal.isTerminal(1) { try Standard.output.print("\u{1B}[2J\u{1B}[H") }
      do { _ = try test(subject) } catch let failure as CommandFailure {
        // A rule that is half written must not end the watch.
        if let message = failure.message { Standard.error.write("parapet: \(message)\n") }
      }
      files.wait()
    }
  }

  /// Whether all went as written.
  private func test(_ subject: Subject) throws -> Bool {
    let clock = Stopwatch()
    do {
      let chosen = try Selection(filter: filter, failing: failing)
      func read() throws -> TestRun {
        try TestRun(subject, chosen, date: rules.day, showsText: showText, colored: printing.isColored(on: 2))
      }
      let run = try read()
      var results = try run.results()
      guard !results.isEmpty else { throw CommandFailure(chosen.isEverything ? "there is nothing to test" : "no case is chosen") }
      if update {
        try run.update(results)
        results = try read().results()
      }
      let milliseconds = clock.milliseconds
      let (complaints, audited) = try audits.run(run)
      var report = TestReport(results + complaints, of: subject.origin.words, milliseconds: milliseconds)
      audited(&report)
      try write(report)
      return report.failures.isEmpty
    } catch let errors as RuleErrors {
      throw CommandFailure(errors, in: subject.origin, colored: printing.isColored(on: 2))
    }
  }

  private func write(_ report: TestReport) throws {
    try outputs.write(standard: .pretty) { format, isFile in
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
