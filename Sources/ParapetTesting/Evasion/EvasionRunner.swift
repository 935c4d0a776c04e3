import ParapetEngine
public import ParapetRule

/// A hit of a rule in one disguise.
public struct DisguisedHit: Sendable {
  /// The rule.
  public let rule: String
  /// The disguise.
  public let evasion: Evasion
  /// The text with marks around what must be found.
  public let text: MarkedText
  /// Where in the life of a request it stands.
  public let stage: Stage
  /// The example's file.
  public var file: String
  /// The example's line, from 1.
  public let line: Int
  /// Whether the rule says that it sees through this disguise, by the folds that it declares.
  public let isDemanded: Bool
  /// Whether the rule found exactly what is marked.
  public let isHeld: Bool
}

/// Disguises the hits of rules, and looks whether the rules still find them.
public struct EvasionRunner: Sendable {
  private let runner: ExampleRunner

  /// A runner that takes replies and schemas from `rules`.
  public init(_ rules: EffectiveRules) { runner = ExampleRunner(rules) }

  /// The hits of `rule` in every disguise of `evasions` that changes them.
  ///
  /// - Throws: `RuleErrors` when the rule does not compile.
  public func hits(of rule: Rule, in evasions: [Evasion] = Evasion.allCases) throws(RuleErrors) -> [DisguisedHit] {
    let program = try runner.program(of: rule)
    var hits: [DisguisedHit] = []
    for example in rule.examples where example.kind == .hit {
      guard let made = try? ExampleEvent(example, of: rule), let marked = made.marked, !marked.spans.isEmpty else { continue }
      for evasion in evasions {
        var turn = 0
        while let disguised = evasion.disguise(marked, turn: turn) {
          turn += 1
          var event = made.event
          event.text = disguised.text
          let found = Trial(event, judged: program.evaluate(event)).spans(of: [])
          hits.append(
            DisguisedHit(
              rule: rule.id, evasion: evasion, text: disguised, stage: event.stage, file: rule.file, line: example.line,
              isDemanded: evasion.fold.map { rule.fold.contains($0) } ?? false, isHeld: found == disguised.spans))
        }
      }
    }
    return hits
  }
}
