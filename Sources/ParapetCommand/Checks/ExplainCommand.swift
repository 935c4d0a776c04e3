import ArgumentParser
import Parapet
import ParapetReport

/// `parapet explain`.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Say a rule in words, explain a code, or tell what each rule saw in one event.",
    discussion: """
      parapet explain masking.cn.resident-id    the rule in Chinese and in English, made from its slots
      parapet explain P0201                     a code of parapet lint (P…) or of an error verdict (E…)
      parapet explain --event event.json        what each rule saw, confirmed, and what removed it
      parapet explain --event event.json --rule masking.cn.resident-id    why this rule did not speak

      What was found is shown as verdicts show it, masked; the text itself only with --show-text.
      """)

  @Argument(help: "A rule's id, or a code.")
  var subject: String?

  @Option(help: ArgumentHelp("A file with one event (- for standard input).", valueName: "file"), completion: .file())
  var event: String?

  @Option(help: ArgumentHelp("Of a file with one event a line, the one on this line.", valueName: "number"))
  var line: Int?

  @Option(help: ArgumentHelp("Tell only of this rule, and why it did not speak.", valueName: "id"))
  var rule: String?

  @Flag(name: .customLong("show-text"), help: "Show the text as it was written, values and all.")
  var showText = false

  @OptionGroup var rules: RulesOptions
  @OptionGroup var profile: ProfileOptions
  @OptionGroup var printing: PrintOptions

  func validate() throws {
    if (subject == nil) == (event == nil) { throw ValidationError("give either a rule or a code, or --event FILE") }
    if event == nil && (rule != nil || line != nil) { throw ValidationError("--rule and --line go with --event") }
    if let line, line < 1 { throw ValidationError("--line counts from 1") }
  }

  func run() throws {
    let style = Style(isColored: printing.isColored)
    if let subject, let words = Codes.explanation(of: subject, style) { return try Standard.output.print(words) }
    do {
      let set = try rules.ruleset().rules(date: rules.day)
      if let subject { try explain(subject, in: set, style) }
      if let event { try tell(event, by: set, style) }
    } catch let errors as RuleErrors {
      throw CommandFailure(errors, in: rules.choice.origin, colored: printing.isColored(on: 2))
    }
  }

  private func explain(_ id: String, in set: RuleSet, _ style: Style) throws {
    guard let rule = set.rules.first(where: { $0.id == id }) else { throw unknown(id, in: set) }
    try Standard.output.print(RuleInWords(rule, replies: set.replies).text(style))
  }

  private func tell(_ path: String, by set: RuleSet, _ style: Style) throws {
    let event = try read(path)
    let choice = try profile.checked(in: set)
    let channel = choice.channel ?? event.facts["channel"]?.string
    let effective = try set.effective(profile: choice.profile, channel: channel)
    var options = Program.Options()
    options.key = try KeyFile.key()
    let verdict = try Program.compile(effective, options: options).evaluate(event, trace: .full)
    let story = EventStory(verdict, of: event, by: effective.rules, showsText: showText)
    guard let rule else { return try Standard.output.print(story.text(style)) }
    if let text = story.text(of: rule, style) { return try Standard.output.print(text) }
    guard set.rules.contains(where: { $0.id == rule }) else { throw unknown(rule, in: set) }
    try Standard.output.print("Why not: the profile \(verdict.ruleset.profile) does not select \(rule).\n")
  }

  private func unknown(_ id: String, in set: RuleSet) -> CommandFailure {
    let near = Suggestion.nearest(to: id, in: set.rules.map(\.id)).map { ". Did you mean “\($0)”?" } ?? "; parapet rules lists them"
    return CommandFailure("there is no rule “\(id)”\(near)")
  }

  private func read(_ path: String) throws -> Event {
    var bytes = try InputFile.contents(of: path, limit: 64 << 20)
    let lines = bytes.split(separator: 10, omittingEmptySubsequences: false)
    if let line {
      guard line <= lines.count, !lines[line - 1].isEmpty else { throw CommandFailure("\(path) has no event on line \(line)") }
      bytes = Array(lines[line - 1])
    }
    do throws(EventError) { return try Event(parsing: bytes) } catch {
      let place = error.offset.map { " (byte \($0))" } ?? ""
      let several = line == nil && lines.count { !$0.isEmpty } > 1 ? "; is this one event a line? --line 1 takes the first" : ""
      throw CommandFailure("\(path) is not an event: \(error.code.rawValue) \(error.message)\(place)\(several)")
    }
  }
}
