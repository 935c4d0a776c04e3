import ArgumentParser
import Parapet
import ParapetEngine
import ParapetReport
import ParapetTesting

/// `parapet lint`.
struct LintCommand: ParsableCommand {
  /// The forms of a lint report.
  enum Format: String, CaseIterable, Sendable { case pretty, json }

  static let configuration = CommandConfiguration(
    commandName: "lint",
    abstract: "Find everything that is wrong with rules.",
    discussion: """
      A path is a rule directory, a folder or file in one, or a fixture file or folder; the whole rule directory is read in any case. \
      Without paths: the rules of --rules, PARAPET_RULES, ./Rules or the binary, in this order; with ./Rules go the fixtures in \
      ./Fixtures/regression.

      Patterns say themselves where they can match. Clauses that do not are legal, and listed with what they cost: the time PCRE2 takes, here \
      and now, for a kilobyte of the rules' own examples.

      Exit codes: 0 no errors (there may be warnings); 1 errors; 2 the files could not be read. parapet explain CODE explains a code.
      """)

  @Argument(help: "Rule directories, rules, fixtures.", completion: .file())
  var paths: [String] = []

  @OptionGroup var outputs: ReportOptions<Format>

  @Option(
    help: ArgumentHelp("An earlier state of the rules: what means something else than there must have a higher version.", valueName: "dir"),
    completion: .directory)
  var against: String?

  @OptionGroup var rules: RulesOptions
  @OptionGroup var printing: PrintOptions

  func run() throws {
    let subject = try Subject(paths: paths, rules: rules)
    var (set, diagnostics) = try RulesOptions.ruleset(subject.origin).decode(date: rules.day)
    if let against {
      diagnostics += set.unraisedVersions(since: try RulesOptions.ruleset(.directory(against)).decode(date: rules.day).set)
    }
    diagnostics = Diagnostic.sorted(diagnostics.filter { subject.includes($0.file) })
    for index in diagnostics.indices { diagnostics[index].file = subject.origin.path(diagnostics[index].file) }
    for path in subject.fixtures {
      diagnostics += FixtureFile.decode(RuleFile(path: path, bytes: try InputFile.contents(of: path, limit: 16 << 20))).diagnostics
    }
    let report = LintReport(
      diagnostics, of: subject.origin.words, ruleCount: set.rules.count { subject.includes($0.file) },
      costs: ScanCost.untriggered(in: set.rules.filter { subject.includes($0.file) }))
    try outputs.write(standard: .pretty) { format, isFile in
      switch format {
      case .pretty: report.pretty(Style(isColored: !isFile && printing.isColored))
      case .json: report.json()
      }
    }
    if report.errorCount > 0 { throw CommandFailure.found }
  }
}
