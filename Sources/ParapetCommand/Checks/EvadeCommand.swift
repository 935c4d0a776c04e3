import ArgumentParser
import Parapet
import ParapetReport
import ParapetTesting

/// `parapet evade`.
struct EvadeCommand: ParsableCommand {
  /// The forms of the answer.
  enum Format: String, CaseIterable, Sendable { case table, ndjson }

  static let configuration = CommandConfiguration(
    commandName: "evade",
    abstract: "Disguise the hits of rules, and look whether they are still found.",
    discussion: """
      Every marked hit is written in full width, with zero-width characters, with blanks, in traditional characters, with Han numerals, with \
      one digit in another dress, in the other case, with look-alike letters, with look-alike punctuation, and numbers once more beside \
      themselves. -o ndjson=FILE writes the disguised texts, the expected spans between ⟦ ⟧.

      Exit codes: 0 every stable masking and refusal rule sees through every disguise whose fold it declares; 1 one does not; 2 the rules \
      could not be used.
      """)

  @Argument(help: "Rule directories and rules.", completion: .file())
  var paths: [String] = []

  @Option(help: ArgumentHelp("Only this disguise. May stand several times.", valueName: "name"))
  var kind: [Evasion] = []

  @OptionGroup var outputs: ReportOptions<Format>

  @OptionGroup var rules: RulesOptions
  @OptionGroup var printing: PrintOptions

  func run() throws {
    let subject = try Subject(paths: paths, rules: rules)
    let report: EvasionReport
    do {
      let run = try TestRun(subject, date: rules.day, showsText: true, colored: printing.isColored(on: 2))
      report = EvasionReport(try run.disguisedHits(kind.isEmpty ? Evasion.allCases : kind), of: run.rules)
    } catch let errors as RuleErrors {
      throw CommandFailure(errors, in: subject.origin, colored: printing.isColored(on: 2))
    }
    try outputs.write(standard: .table) { format, isFile in
      switch format {
      case .table: report.table(Style(isColored: !isFile && printing.isColored))
      case .ndjson: report.ndjson()
      }
    }
    if !report.failures.isEmpty { throw CommandFailure.found }
  }
}
