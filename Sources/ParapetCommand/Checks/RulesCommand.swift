import ArgumentParser
import Parapet
import ParapetReport
import ParapetTesting

/// `parapet rules`.
struct RulesCommand: ParsableCommand {
  /// The forms of the catalogue.
  enum Format: String, CaseIterable, Sendable { case table, json }

  static let configuration = CommandConfiguration(
    commandName: "rules", abstract: "List the rules: all of them, or with --profile those that it has in force.")

  @OptionGroup var outputs: ReportOptions<Format>

  @Option(
    help: ArgumentHelp(
      "Write a book into this folder: index.html by family and scene, laws.html by law, and one page a rule.", valueName: "dir"),
    completion: .directory)
  var doc: String?

  @Option(help: ArgumentHelp("In the book, judge laws as of this day instead of today.", valueName: "yyyy-mm-dd"))
  var asOf: String?

  @OptionGroup var rules: RulesOptions
  @OptionGroup var profile: ProfileOptions
  @OptionGroup var printing: PrintOptions

  func validate() throws {
    if let asOf, !RulesOptions.isDay(asOf) { throw ValidationError("--as-of is a day such as 2026-12-31") }
    if asOf != nil, doc == nil { throw ValidationError("--as-of goes with --doc") }
  }

  func run() throws {
    if let doc { return try write(bookTo: doc) }
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
    try outputs.write(standard: .table) { format, isFile in
      switch format {
      case .table: catalogue.table(Style(isColored: !isFile && printing.isColored))
      case .json: catalogue.json()
      }
    }
  }

  private func write(bookTo folder: String) throws {
    do {
      let set = try rules.ruleset().rules(date: rules.day)
      let effective = try set.effective(profile: try profile.checked(in: set).profile, channel: nil)
      let bench = PartBench(set, effective)
      let coverage = try set.rules.map { try bench.coverage(of: $0) }
      for page in RuleBook(set, coverage: coverage, asOf: asOf ?? rules.day).pages {
        try OutputFile.write(page.bytes, to: Path.joined(folder, page.path), makingFolders: true)
      }
      try Standard.output.print("\(set.rules.count + 2) pages in \(folder)\n")
    } catch let errors as RuleErrors {
      throw CommandFailure(errors, in: rules.choice.origin, colored: printing.isColored(on: 2))
    }
  }
}
