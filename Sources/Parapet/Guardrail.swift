public import ParapetEngine
public import ParapetRule
public import ParapetVerdict

/// One profile at work: its program, and one for every channel that it tunes.
///
/// It is a value, and judges any number of events at once. Which program judges is decided by the event's fact `channel`.
///
/// ```swift
/// import Parapet
///
/// func deliver(_ answer: String, in channel: String, by guardrail: Guardrail) -> String? {
///   var event = Event(stage: .output, text: answer)
///   event.facts = JSON(.object([.init(name: "channel", value: JSON(.string(channel)))]))
///   let verdict = guardrail.evaluate(event)
///   return verdict.decision < .hold || verdict.decision == .refuse ? verdict.text : nil
/// }
///
/// let guardrail = try Guardrail(.shipped, profile: "default")
/// ```
public struct Guardrail: Sendable {
  private let base: Program
  private let channels: [String: Program]

  /// Compiles `profile` and all of its channels.
  ///
  /// - Throws: `RuleErrors` with every error in the rule set.
  public init(
    _ ruleset: RuleSource, profile: String = "default", date: String = RuleSource.today, options: Program.Options = Program.Options()
  ) throws(RuleErrors) {
    let rules = try ruleset.rules(date: date)
    var shelf = ProgramShelf(rules, options: options)
    base = try shelf.program(profile: profile, channel: nil)
    var channels: [String: Program] = [:]
    for channel in rules.profiles.first(where: { $0.id == profile })?.channels ?? [] {
      channels[channel] = try shelf.program(profile: profile, channel: channel)
    }
    self.channels = channels
  }

  /// The program that judges events of `channel`.
  public func program(channel: String?) -> Program { channel.flatMap { channels[$0] } ?? base }

  /// Judges `event` by the rules of its channel.
  public func evaluate(_ event: Event, trace: TraceLevel = .counts) -> Verdict {
    program(channel: event.facts["channel"]?.string).evaluate(event, trace: trace)
  }
}
