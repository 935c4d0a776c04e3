import ArgumentParser
import Glibc
import Parapet
import ParapetPattern
import ParapetReport

/// `parapet doctor`.
struct DoctorCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor",
    abstract: "Say what parapet works with: versions, rules, profile, key, locale and limits, and where each comes from.",
    discussion: "Exit codes: 0 all is well; 1 something is wrong, and says so.")

  @OptionGroup var rules: RulesOptions
  @OptionGroup var profile: ProfileOptions
  @OptionGroup var printing: PrintOptions

  /// One line of the answer.
  private struct Line {
    let name: String
    let text: String
    var isWrong = false
  }

  func run() throws {
    let lines = versions + ruleLines + [key, locale] + limits
    let style = Style(isColored: printing.isColored)
    let width = lines.map(\.name.utf8.count).max() ?? 0
    let text = lines.map { line in
      let name = line.name + String(repeating: " ", count: width - line.name.utf8.count)
      return style.marked(line.isWrong) + " \(name)  \(line.text)\n"
    }
    try Standard.output.print(text.joined())
    if lines.contains(where: \.isWrong) { throw CommandFailure.found }
  }

  private var versions: [Line] {
    [
      Line(name: "parapet", text: parapetVersion),
      Line(
        name: "pcre2",
        text: "\(PCRE2.version), Unicode \(PCRE2.unicodeVersion), JIT \(PCRE2.hasJIT ? "works" : "does not work: matching is slower")"),
    ]
  }

  private var ruleLines: [Line] {
    let (origin, chosenBy) = rules.choice
    let source = "\(origin.words) (\(chosenBy))"
    let ruleset: RuleSource
    do { ruleset = try rules.ruleset() } catch let failure as CommandFailure {
      return [Line(name: "rules", text: failure.message ?? source, isWrong: true)]
    } catch { return [Line(name: "rules", text: source, isWrong: true)] }
    let (set, diagnostics) = ruleset.decode(date: rules.day)
    let errors = diagnostics.count { $0.severity == .error }
    let counted = "\(source): \(set.rules.count) rules in \(ruleset.files.count) files, \(errors) errors"
    return [Line(name: "rules", text: counted, isWrong: errors > 0)] + (origin == .shipped ? [bundle] : []) + profileLines(set)
  }

  private var bundle: Line {
    let isThere = RuleBundle.ofThisBinary(day: rules.day) != nil
    return Line(
      name: "bundle", text: isThere ? "the rules are in the binary in compiled form too" : "none: filter reads the rules at each start")
  }

  private func profileLines(_ set: RuleSet) -> [Line] {
    let choice = profile.choice
    let written = choice.channel.map { "\(choice.profile)/\($0)" } ?? choice.profile
    do {
      let checked = try profile.checked(in: set)
      let effective = try set.effective(profile: checked.profile, channel: checked.channel)
      let program = try Program.compile(effective)
      let channels = set.profiles.first { $0.id == checked.profile }?.channels ?? []
      return [
        Line(name: "profile", text: "\(written) \(program.ruleset.version) (\(choice.chosenBy)); \(effective.rules.count) rules"),
        Line(name: "channels", text: channels.isEmpty ? "none" : channels.joined(separator: ", ")),
        Line(name: "digest", text: program.ruleset.digest),
      ]
    } catch let failure as CommandFailure {
      return [Line(name: "profile", text: failure.message ?? written, isWrong: true)]
    } catch { return [Line(name: "profile", text: "\(written): its rules cannot be used; parapet lint says why", isWrong: true)] }
  }

  private var key: Line {
    guard let path = Terminal.environment("PARAPET_KEY_FILE") else {
      return Line(name: "key", text: "none (PARAPET_KEY_FILE is not set): verdicts carry no digests")
    }
    do {
      guard let key = try KeyFile.key() else { return Line(name: "key", text: "none") }
      var status = stat()
      let isShared = unsafe stat(path, &status) == 0 && status.st_mode & 0o077 != 0
      return Line(name: "key", text: "\(key.id), from \(path)" + (isShared ? ", which others may read: chmod 600" : ""), isWrong: isShared)
    } catch { return Line(name: "key", text: (error as? CommandFailure)?.message ?? "", isWrong: true) }
  }

  private var locale: Line {
    let name = ["LC_ALL", "LC_CTYPE", "LANG"].lazy.compactMap { Terminal.environment($0) }.first ?? "C"
    return Line(name: "locale", text: "\(name); records and rules are UTF-8 whatever it is")
  }

  private var limits: [Line] {
    let options = Program.Options()
    let json = JSON.Limits()
    return [
      Line(name: "records", text: "at most \(json.bytes >> 20) MiB (--max-line), nested at most \(json.depth) deep"),
      Line(
        name: "matching",
        text: "at most \(options.matchLimit) steps a match, \(options.matchBudget) matches an event besides one for every 4 bytes"),
    ]
  }
}
