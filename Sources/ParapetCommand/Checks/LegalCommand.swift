import ArgumentParser
import Parapet
import ParapetReport

/// `parapet legal`.
struct LegalCommand: ParsableCommand {
  /// The forms of the answer.
  enum Format: String, CaseIterable, Sendable { case pretty, json, html }

  static let configuration = CommandConfiguration(
    commandName: "legal",
    abstract: "Say for each article of the register which rules serve it.",
    discussion: """
      Exit codes: 0 everything that rules cite is in force on the day of --as-of; 1 a rule cites something that is repealed or not yet in \
      force; 2 the rules could not be used.
      """)

  @Option(help: ArgumentHelp("The day on which laws are to be in force, instead of today.", valueName: "yyyy-mm-dd"))
  var asOf: String?

  @Flag(help: "List also the articles that no rule serves.")
  var all = false

  @OptionGroup var outputs: ReportOptions<Format>

  @OptionGroup var rules: RulesOptions
  @OptionGroup var printing: PrintOptions

  func validate() throws {
    if let asOf, !RulesOptions.isDay(asOf) { throw ValidationError("--as-of is a day such as 2026-12-31") }
  }

  func run() throws {
    let index: LegalIndex
    do {
      let set = try rules.ruleset().rules(date: rules.day)
      index = LegalIndex(set.legal, rules: set.rules, asOf: asOf ?? rules.day)
    } catch let errors as RuleErrors {
      throw CommandFailure(errors, in: rules.choice.origin, colored: printing.isColored(on: 2))
    }
    try outputs.write(standard: .pretty) { format, isFile in
      switch format {
      case .pretty: index.pretty(Style(isColored: !isFile && printing.isColored), all: all)
      case .json: index.json()
      case .html: index.html()
      }
    }
    if !index.invalid.isEmpty { throw CommandFailure.found }
  }
}
