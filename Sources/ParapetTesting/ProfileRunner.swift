public import Parapet
import ParapetEngine
import ParapetFormat
public import ParapetRule
import ParapetText
import ParapetVerdict

/// Runs the examples that profiles carry: one text, judged by all rules of the profile in each channel.
public struct ProfileRunner: Sendable {
  private let rules: RuleSet
  private let options: TestOptions

  /// A runner for the profiles of `rules`.
  public init(_ rules: RuleSet, options: TestOptions = TestOptions()) {
    self.rules = rules
    self.options = options
  }

  /// The results of every profile's chosen examples, in order, one a channel.
  ///
  /// - Throws: `RuleErrors` when the rules of a profile do not compile.
  public func results() throws(RuleErrors) -> [CaseResult] {
    var shelf = ProgramShelf(rules, options: options.program)
    return try results(by: &shelf)
  }

  /// The same, by programs of `shelf`, which holds the runner's rules.
  ///
  /// - Throws: `RuleErrors` when the rules of a profile do not compile.
  public func results(by shelf: inout ProgramShelf) throws(RuleErrors) -> [CaseResult] {
    var results: [CaseResult] = []
    for profile in rules.profiles {
      for example in profile.examples {
        for (channel, decision) in example.expect where options.chooses(profile.id, channel) {
          var judge = Judge(try shelf.program(profile: profile.id, channel: channel == ProfileRunner.noChannel ? nil : channel))
          results.append(run(example, of: profile, channel: channel, decision: decision, by: &judge))
        }
      }
    }
    return results
  }

  /// What stands for an event in none of the channels.
  private static let noChannel = "base"

  private func run(
    _ example: Profile.Example, of profile: Profile, channel: String, decision: String, by judge: inout Judge
  ) -> CaseResult {
    var result = CaseResult(suite: profile.id, name: channel, kind: .profile, file: profile.file, line: example.line)
    guard let expected = Verdict.Decision(rawValue: decision) else {
      result.problems = [.init(.malformed, "“\(decision)” is no decision")]
      return result
    }
    var event = Event(stage: example.stage, text: example.text)
    if channel != ProfileRunner.noChannel { event.facts.supply(["channel"], channel) }
    let trial = Trial(event, by: &judge, trace: .counts, options: options)
    result.actual = trial.spans(of: [])
    result.text = Veil.veil(example.text, spans: result.actual, options.showsText ? .none : .thick)
    result.why = example.why
    result.expectedDecision = expected
    result.decision = trial.verdict.decision
    result.reasons = trial.reasons(of: [])
    result.verdict = trial.verdict
    result.problems = trial.compare(decision: expected) + trial.faults
    return result
  }
}
