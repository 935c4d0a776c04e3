import ArgumentParser
import Parapet
import ParapetReport

/// `parapet rules`.
struct RulesCommand: ParsableCommand {
  /// The forms of the catalogue.
  enum Format: String, CaseIterable, Sendable { case table, json }

  static let configuration = CommandConfiguration(
    commandName: "rules", abstract: "List the rules: all of them, or with --profile those that it has in force.")

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("table or json, to standard output or to a file. May stand several times.", valueName: "format[=file]"))
  var output: [ReportOutput<Format>] = []

  @OptionGroup var rules: RulesOptions
  @OptionGroup var profile: ProfileOptions
  @OptionGroup var printing: PrintOptions

  func validate() throws {
    if output.mixes() { throw ValidationError("two lists cannot both go to standard output; write -o FORMAT=FILE") }
  }

  func run() throws {
    let catalogue: Catalogue
    do {
      let set = try rules.ruleset().rules(date: rules.day)
      if profile.profile == nil {
        catalogue = Catalogue(set.rules)
      } else {
        let choice = try profile.checked(in: set)
        catalogue = Catalogue(try set.effective(profile: choice.profile, channel: choice.channel).rules)
      }
    } catch let errors as RuleErrors {
      throw CommandFailure(errors, in: rules.choice.origin, colored: printing.isColored(on: 2))
    }
    try ReportOutput.write(output, standard: .table) { format, isFile in
      switch format {
      case .table: catalogue.table(Style(isColored: !isFile && printing.isColored))
      case .json: catalogue.json()
      }
    }
  }
}
