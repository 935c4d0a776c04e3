import ParapetEngine
public import ParapetRule
import ParapetVerdict

/// The benign texts of a corpus that come near to each rule: it looks closer at them, and finds nothing.
///
/// They are misses that nobody had to write into the rule. Those in which a clause matches and something excuses it come first.
public struct NearTexts: Sendable {
  /// Texts that merely hold a trigger are many and say little; of those so many are enough.
  private static let triggered = 30

  private var events: [String: [Event]] = [:]

  /// No texts.
  public init() {}

  /// What `texts` hold for each of `rules`, found in one pass.
  ///
  /// - Throws: `RuleErrors` when the rules do not compile.
  public init(_ texts: [BenignText], rules: EffectiveRules) throws(RuleErrors) {
    guard !texts.isEmpty else { return }
    var judge = Judge(try Program.compile(rules))
    var near: [String: [Event]] = [:]
    var reached: [String: [Event]] = [:]
    for text in texts {
      let event = text.event
      for step in judge.evaluate(event, trace: .full).trace.steps ?? [] where step.skipped == nil && step.findings == 0 {
        if step.candidates > 0 {
          near[step.rule, default: []].append(event)
        } else if reached[step.rule, default: []].count < NearTexts.triggered {
          reached[step.rule, default: []].append(event)
        }
      }
    }
    events = near.merging(reached) { $0 + $1 }
  }

  /// The events of the texts that come near to `rule`.
  func events(near rule: String) -> [Event] { events[rule] ?? [] }
}
