import ArgumentParser
import Parapet
import ParapetJudge

/// `parapet filter`.
struct FilterCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "filter",
    abstract: "Judge events: one line in, one line out, in the same order.",
    discussion: """
      Each line is an event, a JSON object such as {"stage":"output","text":"…"}. A line that is no event (an empty one too) is answered \
      by a verdict with the decision error, and the next line is judged as usual. With --text each line is a text to be judged at --stage; \
      a carriage return at its end belongs to the line end. With --whole, standard input is one document.

      --emit text keeps one line one line: a line break inside a text is written as \\n (\\r for a carriage return), and nothing else is \
      changed. With --whole the text is written as it is.

      Exit codes: 0 the whole stream was processed, whatever the verdicts; 1 with --fail-on, when a decision was that strict; 2 could not \
      run; 3 with --strict-input, when a record could not be judged; 128 and the signal's number after SIGTERM or SIGINT.
      """)

  @Flag(help: "Lines are plain texts, not events.")
  var text = false

  @Option(
    help: "Where plain texts stand; goes with --text or --whole. (default: output)")
  var stage: Stage?

  @Option(help: ArgumentHelp("A fact of every plain text, such as channel=marketing. May stand several times.", valueName: "name=value"))
  var fact: [String] = []

  @Flag(help: "Standard input is one document: a text with --text or --stage, else one event.")
  var whole = false

  @Option(
    help:
      "What to write: verdict, text (what may be delivered), event (the event with its text replaced and the verdict added) or retry (the message to send back to the model that wrote a held answer)."
  )
  var emit = Emission.verdict

  @Option(
    help: ArgumentHelp("Write the verdicts to a file, or to a descriptor as fd:3, as well.", valueName: "file|fd:n"), completion: .file())
  var verdicts: String?

  @Option(name: .customLong("fail-on"), help: "Exit with 1 when a decision was this strict or stricter.")
  var failOn: Strictness?

  @Flag(name: .customLong("strict-input"), help: "Exit with 3 when a record could not be judged.")
  var strictInput = false

  @Option(
    name: .customLong("fail-mode"), help: "A record that cannot be judged: closed lets nothing through, open lets it through as it is.")
  var failMode = FailMode.closed

  @Option(
    name: .customLong("max-line"), help: ArgumentHelp("The longest record in bytes; k and m count in units of 1024.", valueName: "bytes"))
  var maxLine = ByteCount(64 << 20)

  @Option(
    name: .shortAndLong,
    help: "How many records are judged at once; the output is the same for every number. (default: one for each processor, at most 16)")
  var jobs: Int?

  @Option(help: "How much verdicts say of the work: counts or full.")
  var trace = TraceChoice.counts

  @Flag(help: "Add to each verdict how long it took, in microseconds.")
  var timing = false

  @OptionGroup var judge: JudgeOptions
  @OptionGroup var rules: RulesOptions
  @OptionGroup var profile: ProfileOptions

  func validate() throws {
    if stage != nil && !text && !whole { throw ValidationError("--stage goes with --text or --whole; an event says its own stage") }
    if !fact.isEmpty && !isText { throw ValidationError("--fact goes with --text; an event says its own facts") }
    if let jobs, jobs < 1 || jobs > FilterCommand.mostJobs {
      throw ValidationError("--jobs is a number from 1 to \(FilterCommand.mostJobs)")
    }
    for fact in fact where !fact.contains("=") || fact.hasPrefix("=") {
      throw ValidationError("--fact is a name and a value, such as channel=marketing")
    }
  }

  private static let mostJobs = 256

  /// Whether records are plain texts.
  private var isText: Bool { text || stage != nil }

  func run() throws {
    do { try filter() } catch let errors as RuleErrors {
      throw CommandFailure(errors, in: rules.choice.origin, colored: PrintOptions.automatic(on: 2))
    }
  }

  private func filter() throws {
    var options = Program.Options()
    options.key = try KeyFile.key()
    let shelf = try rules.shelf(options)
    let choice = try profile.checked(in: shelf.profiles)
    let plain = isText ? PlainText(stage: stage ?? .output, facts: fact) : nil
    let outlets = try Outlets(verdicts: verdicts)
    let plan = try FilterPlan(
      shelf, profile: choice.profile, channel: choice.channel, trace: trace.level, isTimed: timing,
      format: plain.map { .text($0) } ?? .events, emission: emit, failMode: failMode, isWhole: whole, limit: maxLine.bytes,
      keepsVerdicts: outlets.keepsVerdicts, reviewer: try judge.reviewer())
    // The program ends with this run: the system takes back what it has loaded faster than one piece after another.
    _ = unsafe Unmanaged.passRetained(Loaded(shelf: shelf, plan: plan))
    let run = try FilterRun(plan, outlets: outlets, jobs: jobs ?? min(16, Thread.processors))
    let outcome = try run.run()
    if let signal = outcome.signal { throw CommandFailure(code: 128 + signal) }
    if strictInput && outcome.tally.errors > 0 { throw CommandFailure(code: 3) }
    if let failOn, outcome.tally.strictest >= failOn.decision { throw CommandFailure(code: 1) }
  }
}

/// What stays until the end of the program.
private final class Loaded {
  let shelf: ProgramShelf
  let plan: FilterPlan

  init(shelf: ProgramShelf, plan: FilterPlan) { (self.shelf, self.plan) = (shelf, plan) }
}

/// A decision that `--fail-on` names.
enum Strictness: String, CaseIterable, ExpressibleByArgument {
  case modify, hold, refuse

  /// The decision.
  var decision: Verdict.Decision {
    switch self {
    case .modify: .modify
    case .hold: .hold
    case .refuse: .refuse
    }
  }
}

/// What becomes of a record that cannot be judged.
enum FailMode: String, CaseIterable, ExpressibleByArgument { case closed, open }

/// What is written for each record.
enum Emission: String, CaseIterable, ExpressibleByArgument { case verdict, text, event, retry }

/// How much of its work a verdict records, by its name.
enum TraceChoice: String, CaseIterable, ExpressibleByArgument {
  case counts, full

  /// The level.
  var level: TraceLevel { self == .full ? .full : .counts }
}

/// A number of bytes, written plainly or with `k` or `m`.
struct ByteCount: ExpressibleByArgument {
  let bytes: Int

  init(_ bytes: Int) { self.bytes = bytes }

  init?(argument: String) {
    let unit =
      switch argument.last {
      case "k", "K": 1 << 10
      case "m", "M": 1 << 20
      default: 1
      }
    guard let number = Int(unit == 1 ? argument : String(argument.dropLast())), number > 0 else { return nil }
    let (bytes, overflow) = number.multipliedReportingOverflow(by: unit)
    guard !overflow, bytes <= 1 << 30 else { return nil }
    self.bytes = bytes
  }

  var defaultValueDescription: String { bytes % (1 << 20) == 0 ? "\(bytes >> 20)m" : "\(bytes)" }
}
