import ArgumentParser
import Parapet
import ParapetReport
import ParapetTesting

/// `parapet diff`.
struct DiffCommand: ParsableCommand {
  /// The forms of the answer.
  enum Format: String, CaseIterable, Sendable { case pretty, json, markdown, html }

  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Say what two rule sets decide differently over a file of events.",
    discussion: """
      parapet diff git:main Rules --over events.ndjson
      parapet diff git:v1.0:policy/rules policy/rules --over events.ndjson -o markdown=diff.md --limit 20

      A rule set is a rule directory, git:REV (the folder Rules of that revision), git:REV:FOLDER, or shipped. Texts are veiled unless \
      --show-text is given.

      Exit codes: 0 no more decisions change than --limit allows (without it, any number); 1 more do; 2 the rules or events could not be \
      used.
      """)

  @Argument(help: "The rule set as it was.")
  var old: String

  @Argument(help: "The rule set as it is to be.")
  var new: String

  @Option(help: ArgumentHelp("Events, one JSON object a line (- for standard input).", valueName: "file"), completion: .file())
  var over: String

  @Option(help: ArgumentHelp("Fail when more decisions change than this.", valueName: "count"))
  var limit: Int?

  @Option(help: ArgumentHelp("How many changes to show.", valueName: "count"))
  var show = 50

  @OptionGroup var outputs: ReportOptions<Format>

  @Flag(name: .customLong("show-text"), help: "Show texts as they were written, values and all.")
  var showText = false

  @Option(help: ArgumentHelp("Judge overrides as of this day instead of today.", valueName: "yyyy-mm-dd"))
  var date: String?

  @OptionGroup var profile: ProfileOptions
  @OptionGroup var printing: PrintOptions

  func validate() throws {
    if let limit, limit < 0 { throw ValidationError("--limit is not negative") }
  }

  func run() throws {
    let colored = printing.isColored(on: 2)
    let day = date ?? RuleSource.today
    let before = try Snapshot(old, side: .old, date: day, colored: colored)
    let after = try Snapshot(new, side: .new, date: day, colored: colored)
    let choice = try profile.checked(in: after.set)
    guard before.set.profiles.contains(where: { $0.id == choice.profile }) else {
      throw CommandFailure("the old rules, \(old), have no profile “\(choice.profile)”; --profile names another")
    }
    var runner = ComparisonRunner(before.set, after.set, profile: choice.profile, channel: choice.channel, showsText: showText)
    let comparison: RulesetComparison
    do { comparison = try runner.comparison(over: try Records.read(over)) } catch let errors as RuleErrors {
      throw CommandFailure("the rules cannot be used", because: errors.diagnostics, colored: colored)
    }
    let report = ComparisonReport(comparison, from: old, to: new, over: over, shown: show)
    try outputs.write(standard: .pretty) { format, isFile in
      switch format {
      case .pretty: report.pretty(Style(isColored: !isFile && printing.isColored))
      case .json: report.json()
      case .markdown: report.markdown()
      case .html: report.html()
      }
    }
    if let limit, comparison.decisions.count > limit { throw CommandFailure.found }
  }
}
