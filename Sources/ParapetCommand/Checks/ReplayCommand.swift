import ArgumentParser
import Parapet
import ParapetFormat
import ParapetJudge
import ParapetTesting

/// `parapet replay`.
struct ReplayCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "replay",
    abstract: "Judge stored events again, and compare the verdicts with the stored ones byte for byte.",
    discussion: """
      The two files belong together line by line, as parapet filter wrote them: event n got verdict n. Use the rules, the profile and, \
      where verdicts carry digests, the key of that time.

      Exit codes: 0 every verdict is the same; 1 one is not; 2 the files or rules could not be used.
      """)

  @Argument(help: "Stored verdicts, one a line.", completion: .file())
  var verdicts: String

  @Option(help: ArgumentHelp("The events, one a line, in the same order.", valueName: "file"), completion: .file())
  var events: String

  @OptionGroup var rules: RulesOptions
  @OptionGroup var profile: ProfileOptions

  func run() throws {
    let stored = try Records.read(verdicts)
    let records = try Records.read(events)
    guard stored.count == records.count else {
      throw CommandFailure(
        "\(verdicts) has \(stored.count) verdicts and \(events) has \(records.count) events; they belong together line by line")
    }
    let replays: [Replay]
    do { replays = try replay(stored, records) } catch let errors as RuleErrors {
      throw CommandFailure(errors, in: rules.choice.origin, colored: PrintOptions.automatic(on: 2))
    }
    let failures = replays.filter { $0.outcome != .same }
    let lines = failures.prefix(50).map { "\(verdicts):\($0.line)\($0.id.map { " \($0)" } ?? ""): \($0.outcome.words)\n" }
    let rest = failures.count > 50 ? "… and \(failures.count - 50) more\n" : ""
    try Standard.output.print(
      lines.joined() + rest + "\(replays.count - failures.count) of \(replays.count) verdicts are the same, byte for byte\n")
    if !failures.isEmpty { throw CommandFailure.found }
  }

  private func replay(_ stored: [[UInt8]], _ records: [[UInt8]]) throws -> [Replay] {
    let set = try rules.ruleset().rules(date: rules.day)
    let choice = try profile.checked(in: set)
    var options = Program.Options()
    options.key = try KeyFile.key()
    var shelf = ProgramShelf(set, options: options)
    var replays: [Replay] = []
    for (index, (verdict, record)) in zip(stored, records).enumerated() {
      let read: Result<Event, EventError>
      do throws(EventError) { read = .success(try Event(parsing: record)) } catch { read = .failure(error) }
      let channel = choice.channel ?? (try? read.get())?.facts["channel"]?.string
      let program = try shelf.program(profile: choice.profile, channel: channel)
      replays.append(
        Replay(line: index + 1, stored: verdict) { level in
          switch read {
          case .success(let event): reviewed(program.evaluate(event, trace: level), event, verdict)
          case .failure(let error): program.verdict(on: error)
          }
        })
    }
    return replays
  }
}

extension ReplayCommand {
  /// A verdict with the review of the stored one made again from its record.
  private func reviewed(_ verdict: Verdict, _ event: Event, _ stored: [UInt8]) -> Verdict {
    guard let json = try? JSON(parsing: stored), let adviser = RecordedAdviser(verdict: json) else { return verdict }
    var verdict = verdict
    verdict.review = Reviewer(adviser).review(event, verdict)
    return verdict
  }
}

extension Replay.Outcome {
  fileprivate var words: String {
    switch self {
    case .same: "the same"
    case .otherRules(let stored, let now): "made by other rules: \(stored), these are \(now)"
    case .otherEngine: "made by another version of the engine, PCRE2 or Unicode, and different"
    case .different(let pointer): "differs at \(pointer.isEmpty ? "the top" : pointer)"
    case .unreadable: "not a verdict"
    }
  }
}
