import ArgumentParser
import Parapet

/// Where rules come from.
struct RulesOptions: ParsableArguments {
  @Option(
    name: .customLong("rules"),
    help: ArgumentHelp("The rule directory. Without it: PARAPET_RULES, then the rules in the binary.", valueName: "dir"),
    completion: .directory)
  var directory: String?

  @Option(help: ArgumentHelp("Judge overrides as of this day instead of today.", valueName: "yyyy-mm-dd"))
  var date: String?

  func validate() throws {
    guard let date else { return }
    if !RulesOptions.isDay(date) { throw ValidationError("--date is a day such as 2026-12-31") }
  }

  /// Whether `text` has the form `YYYY-MM-DD`, with a month and a day that there are.
  static func isDay(_ text: String) -> Bool {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    let isForm = parts.map(\.utf8.count) == [4, 2, 2] && parts.allSatisfy { $0.utf8.allSatisfy { (48...57).contains($0) } }
    return isForm && (1...12).contains(Int(parts[1]) ?? 0) && (1...31).contains(Int(parts[2]) ?? 0)
  }

  /// The day on which overrides run out.
  var day: String { date ?? RuleSource.today }

  /// Where the rules come from, and who said so.
  var choice: (origin: RuleSource.Origin, chosenBy: String) {
    if let directory { return (.directory(directory), "--rules") }
    if let directory = Terminal.environment("PARAPET_RULES") { return (.directory(directory), "PARAPET_RULES") }
    return (.shipped, "no --rules and no PARAPET_RULES")
  }

  /// The rules, read but not decoded.
  func ruleset() throws -> RuleSource { try RulesOptions.ruleset(choice.origin) }

  /// The programs of the rules. Those in the binary are taken from their bundle where there is one.
  func shelf(_ options: Program.Options) throws -> ProgramShelf {
    if choice.origin == .shipped, let bundle = RuleBundle.ofThisBinary(day: day) { return ProgramShelf(bundle, options: options) }
    return ProgramShelf(try ruleset().rules(date: day), options: options)
  }

  /// The rules at `origin`.
  static func ruleset(_ origin: RuleSource.Origin) throws -> RuleSource {
    switch origin {
    case .shipped: return .shipped
    case .directory(let path):
      do throws(RuleSourceError) { return try RuleSource.directory(path) } catch { throw CommandFailure("cannot read the rules: \(error)") }
    }
  }
}

/// Which profile judges.
struct ProfileOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      """
      The profile, and behind a slash the channel; without a channel each event's facts.channel decides. Without it: PARAPET_PROFILE, \
      then default.
      """, valueName: "profile[/channel]"))
  var profile: String?

  /// The profile, the channel if one is fixed, and who said so.
  var choice: (profile: String, channel: String?, chosenBy: String) {
    let (written, by) =
      if let profile { (profile, "--profile") } else if let profile = Terminal.environment("PARAPET_PROFILE") {
        (profile, "PARAPET_PROFILE")
      } else { ("default", "no --profile and no PARAPET_PROFILE") }
    let parts = written.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
    return (String(parts[0]), parts.count > 1 ? String(parts[1]) : nil, by)
  }

  /// The choice, once `rules` is known to have it.
  func checked(in rules: RuleSet) throws -> (profile: String, channel: String?) { try checked(in: rules.profileNames) }

  /// The choice, once it is known to be one of `profiles`.
  func checked(in profiles: [ProfileName]) throws -> (profile: String, channel: String?) {
    let choice = choice
    guard let profile = profiles.first(where: { $0.id == choice.profile }) else {
      let ids = profiles.map(\.id)
      throw CommandFailure("there is no profile “\(choice.profile)”" + ids.suggestion(for: choice.profile, called: "profiles"))
    }
    if let channel = choice.channel, !profile.channels.contains(channel) {
      throw CommandFailure(
        "the profile \(profile.id) tunes no channel “\(channel)”" + profile.channels.suggestion(for: channel, called: "channels"))
    }
    return (choice.profile, choice.channel)
  }
}

extension [String] {
  /// “. Did you mean …?”, or what there is.
  func suggestion(for name: String, called what: String) -> String {
    if let near = Suggestion.nearest(to: name, in: self) { return ". Did you mean “\(near)”?" }
    return isEmpty ? "; it has no \(what)" : "; the \(what) are \(sorted().joined(separator: ", "))"
  }
}
