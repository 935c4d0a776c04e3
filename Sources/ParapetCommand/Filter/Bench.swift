import Parapet

/// Judges events one after another, each by the rules of its channel.
final class Bench {
  /// A judge that stays in one place.
  private final class Seat {
    var judge: Judge
    init(_ program: Program) { judge = Judge(program) }
  }

  private var shelf: ProgramShelf
  private let profile: String
  /// The channel for all events, or nil when each says its own.
  private let fixed: String?
  private let base: Program
  private var seats: [String?: Seat] = [:]
  private let trace: TraceLevel
  /// Whether the time is taken.
  private let isTimed: Bool

  /// A bench for `profile`. Programs of channels are compiled when the first event of the channel comes.
  init(
    _ rules: RuleSet, profile: String, channel: String?, options: Program.Options, trace: TraceLevel, isTimed: Bool
  ) throws(RuleErrors) {
    shelf = ProgramShelf(rules, options: options)
    self.profile = profile
    fixed = channel
    self.trace = trace
    self.isTimed = isTimed
    base = try shelf.program(profile: profile, channel: channel)
    seats[channel] = Seat(base)
  }

  /// The verdict on `event`, and the microseconds it took when time is taken.
  func judge(_ event: Event) throws(RuleErrors) -> (verdict: Verdict, microseconds: Int?) {
    let seat = try seat(for: event)
    let clock = isTimed ? Stopwatch() : nil
    let verdict = seat.judge.evaluate(event, trace: trace)
    return (verdict, clock?.microseconds)
  }

  /// The verdict on a record that is no event.
  func verdict(on error: EventError) -> Verdict { base.verdict(on: error) }

  private func seat(for event: Event) throws(RuleErrors) -> Seat {
    let channel = fixed ?? shelf.tuned(event.facts["channel"]?.string, in: profile)
    if let seat = seats[channel] { return seat }
    let seat = Seat(try shelf.program(profile: profile, channel: channel))
    seats[channel] = seat
    return seat
  }
}
