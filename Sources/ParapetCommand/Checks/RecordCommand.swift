import ArgumentParser
import Parapet
import ParapetTesting

/// `parapet record`.
struct RecordCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "record",
    abstract: "Make a fixture case of an event: sensitive values become synthetic ones of the same shape.",
    discussion: """
      parapet record --event event.json --id case-017 >> Fixtures/regression/recorded.yaml

      What rules with evidence: show find is kept as it is; everything else that is found gets a value of the same shape that passes the \
      same check, or is taken out. What no rule found is not known to be harmless: read the case before keeping it. Of conversations and \
      tool calls only the text is recorded.
      """)

  @Option(help: ArgumentHelp("A file with events, one a line (- for standard input).", valueName: "file"), completion: .file())
  var event: String

  @Option(help: ArgumentHelp("The event on this line, from 1.", valueName: "number"))
  var line = 1

  @Option(help: ArgumentHelp("What the case is called.", valueName: "id"))
  var id = "recorded-001"

  @OptionGroup var rules: RulesOptions
  @OptionGroup var profile: ProfileOptions

  func run() throws {
    let records = try Records.read(event)
    guard records.indices.contains(line - 1) else { throw CommandFailure("\(event) has no event on line \(line)") }
    let read: Event
    do throws(EventError) { read = try Event(parsing: records[line - 1]) } catch {
      throw CommandFailure("\(event):\(line) is not an event: \(error.code.rawValue) \(error.message)")
    }
    guard read.text != nil else { throw CommandFailure("\(event):\(line) has no text; conversations and tool calls are written by hand") }
    var bare = Event(id: id, stage: read.stage)
    bare.text = read.text
    do {
      let set = try rules.ruleset().rules(date: rules.day)
      bare.facts = set.factsThatDecide(read.facts)
      let choice = try profile.checked(in: set)
      let effective = try set.effective(profile: choice.profile, channel: choice.channel ?? read.facts["channel"]?.string)
      let recording = Recording(bare, by: try Program.compile(effective), rules: effective)
      try Standard.output.print(recording.yaml(id: id))
    } catch let errors as RuleErrors {
      throw CommandFailure(errors, in: rules.choice.origin, colored: PrintOptions.automatic(on: 2))
    }
  }
}

extension RuleSet {
  /// Of `facts` those that some rule asks for; others may name a customer and decide nothing.
  fileprivate func factsThatDecide(_ facts: JSON) -> JSON {
    guard case .object(let members) = facts.value else { return JSON(.object([])) }
    let paths = rules.flatMap { rule in
      rule.when.requiredFacts + rule.when.facts.map(\.path) + rule.unless.flatMap { $0.facts.map(\.path) }
    }
    let names = Set(paths.map { String($0.prefix { $0 != "." }) }).union(["channel", "purpose", "format", "language"])
    return JSON(.object(members.filter { names.contains($0.name) }))
  }
}
