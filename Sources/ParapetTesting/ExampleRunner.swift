public import ParapetEngine
import ParapetText
public import ParapetRule
import ParapetVerdict

/// Runs the examples that rules carry, each rule alone.
///
/// A rule's examples say what this rule does, whatever else judges beside it: the program holds that rule and nothing more, and
/// enforces it even where it is in shadow or off.
public struct ExampleRunner: Sendable {
  private let surroundings: EffectiveRules
  private let options: TestOptions

  /// A runner that takes replies and schemas, and for `results()` the rules, from `rules`.
  public init(_ rules: EffectiveRules, options: TestOptions = TestOptions()) {
    surroundings = rules
    self.options = options
  }

  /// The results of every rule's examples, in order.
  ///
  /// - Throws: `RuleErrors` when a rule does not compile.
  public func results() throws(RuleErrors) -> [CaseResult] {
    var results: [CaseResult] = []
    for rule in surroundings.rules { results += try self.results(of: rule) }
    return results
  }

  /// The results of the chosen examples of `rule`, which need not be one of the rules given: it may have been changed.
  ///
  /// - Throws: `RuleErrors` when the rule does not compile.
  public func results(of rule: Rule) throws(RuleErrors) -> [CaseResult] {
    let chosen = named(rule.examples).filter { options.chooses(rule.id, $0.name) }
    guard !chosen.isEmpty else { return [] }
    var judge = Judge(try program(of: rule))
    var results: [CaseResult] = []
    results.reserveCapacity(chosen.count)
    for (name, example) in chosen { results.append(run(example, called: name, of: rule, by: &judge)) }
    return results
  }

  /// Examples with their names: each kind counts for itself, from 1.
  private func named(_ examples: [Example]) -> [(name: String, example: Example)] {
    var numbers: [Example.Kind: Int] = [:]
    return examples.map { example in
      numbers[example.kind, default: 0] += 1
      return ("\(example.kind.rawValue) \(numbers[example.kind, default: 1])", example)
    }
  }

  /// The program that holds `rule` alone, enforced.
  ///
  /// - Throws: `RuleErrors` when the rule does not compile.
  public func program(of rule: Rule) throws(RuleErrors) -> Program {
    var enforced = rule
    enforced.mode = .enforce
    var alone = surroundings
    alone.rules = [enforced]
    return try Program.compile(alone, options: options.program)
  }

  private func run(_ example: Example, called name: String, of rule: Rule, by judge: inout Judge) -> CaseResult {
    var result = CaseResult(
      suite: rule.id, name: name, kind: .init(example.kind), file: rule.file, line: example.line, column: example.column)
    result.why = example.why
    let made: ExampleEvent
    do {
      made = try ExampleEvent(example, of: rule)
    } catch {
      result.problems = [.init(.malformed, error.message)]
      return result
    }
    let trial = Trial(made.event, by: &judge, trace: .full, options: options)
    let expectation = ExampleExpectation(example, of: rule, marks: made.marked?.spans ?? [], format: made.event.declaredFormat)
    let thickness: Veil.Thickness = options.showsText ? .none : rule.evidence == .show ? .thin : .thick
    result.thickness = thickness
    result.expected = example.kind == .miss ? [] : made.marked?.spans ?? []
    result.actual = trial.spans(of: [rule.id])
    result.text = made.marked.map { Veil.veil($0.text.string, spans: $0.spans + result.actual, thickness) }
    result.expectedDecision = expectation.decision
    result.decision = trial.verdict.decision
    result.reasons = trial.reasons(of: [rule.id])
    result.verdict = trial.verdict
    result.problems = expectation.problems(with: trial, veiled: thickness)
    if example.kind == .gap {
      result.problems = result.problems.isEmpty ? [.init(.promote, "this gap is closed: promote it to a hit")] : []
    }
    result.problems += trial.faults
    return result
  }
}

extension CaseResult.Kind {
  fileprivate init(_ kind: Example.Kind) {
    self =
      switch kind {
      case .hit: .hit
      case .miss: .miss
      case .gap: .gap
      }
  }
}
