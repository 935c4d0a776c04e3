public import ParapetEngine
import ParapetFormat
public import ParapetRule
import ParapetText
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

  /// The results of the examples of `rule`, which need not be one of the rules given: it may have been changed.
  ///
  /// - Throws: `RuleErrors` when the rule does not compile.
  public func results(of rule: Rule) throws(RuleErrors) -> [CaseResult] {
    guard !rule.examples.isEmpty else { return [] }
    let program = try self.program(of: rule)
    var numbers: [Example.Kind: Int] = [:]
    var results: [CaseResult] = []
    for example in rule.examples {
      numbers[example.kind, default: 0] += 1
      results.append(run(example, of: rule, number: numbers[example.kind, default: 1], by: program))
    }
    return results
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

  private func run(_ example: Example, of rule: Rule, number: Int, by program: Program) -> CaseResult {
    var result = CaseResult(
      suite: rule.id, name: "\(example.kind.rawValue) \(number)", kind: .init(example.kind), file: rule.file, line: example.line,
      column: example.column)
    result.why = example.why
    let made: ExampleEvent
    do {
      made = try ExampleEvent(example, of: rule)
    } catch {
      result.problems = [.init(.malformed, error.message)]
      return result
    }
    let trial = Trial(made.event, by: program, trace: .full, options: options)
    let expectation = ExampleExpectation(example, of: rule, marks: made.marked?.spans ?? [], format: made.event.format)
    let thickness: Veil.Thickness = options.showsText ? .none : rule.evidence == .show ? .thin : .thick
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

/// What an example says must come out.
private struct ExampleExpectation {
  let example: Example
  let rule: Rule
  let marks: [TextSpan]
  let decision: Verdict.Decision?

  init(_ example: Example, of rule: Rule, marks: [TextSpan], format: String) {
    self.example = example
    self.rule = rule
    self.marks = marks
    if let written = example.decision {
      decision = Verdict.Decision(rawValue: written)
    } else if example.kind == .miss {
      decision = .pass
    } else {
      decision = rule.then.action(for: format).flatMap { Verdict.Decision(action: $0.kind.rawValue) } ?? .pass
    }
  }

  func problems(with trial: Trial, veiled thickness: Veil.Thickness) -> [CaseResult.Problem] {
    var problems = example.kind == .miss ? missProblems(trial) : hitProblems(trial)
    problems += trial.compare(decision: decision)
    problems += trial.compare(out: example.out, veiled: thickness)
    return problems
  }

  /// A rule that could not look has not shown that it finds nothing, unless the example says which decision that leads to.
  private func missProblems(_ trial: Trial) -> [CaseResult.Problem] {
    var problems = trial.verdict.findings.map { finding in
      CaseResult.Problem(.unexpected, "\(finding.clause) found something\(ExampleExpectation.place(finding))", span: finding.span)
    }
    if example.decision == nil, let record = trial.verdict.unjudged.first {
      let fact = record.fact.map { " \($0)" } ?? ""
      problems.append(.init(.unjudged, "the rule could not look (\(record.why)\(fact)), which is not a miss"))
    }
    return problems
  }

  private func hitProblems(_ trial: Trial) -> [CaseResult.Problem] {
    let findings = trial.verdict.findings
    var problems: [CaseResult.Problem] = []
    if !example.clauses.isEmpty { problems += clauseProblems(findings.map(\.clause)) }
    if !marks.isEmpty {
      problems += Trial.compare(expected: marks, actual: trial.spans(of: []))
      problems += findings.filter { $0.part != "/text" }.map { finding in
        .init(.unexpected, "\(finding.clause) found something\(ExampleExpectation.place(finding))")
      }
    } else if findings.isEmpty, example.clauses.isEmpty {
      problems.append(.init(.missing, "nothing was found"))
    }
    return problems
  }

  /// Clauses may be written with or without the slot in front: `consent` or `require.consent`.
  private func clauseProblems(_ found: [String]) -> [CaseResult.Problem] {
    func names(_ written: String, _ clause: String) -> Bool { clause == written || clause.hasSuffix("." + written) }
    var problems: [CaseResult.Problem] = []
    for written in example.clauses where !found.contains(where: { names(written, $0) }) {
      problems.append(.init(.missing, "\(written) found nothing"))
    }
    for clause in Set(found).sorted() where !example.clauses.contains(where: { names($0, clause) }) {
      problems.append(.init(.unexpected, "\(clause) should find nothing"))
    }
    return problems
  }

  private static func place(_ finding: Finding) -> String {
    let span = finding.span.map { " at \(Trial.place($0))" } ?? ""
    return finding.part == "/text" ? span : "\(span) of \(finding.part)"
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

extension Event {
  /// The format that the caller declared; `text` when it said nothing.
  fileprivate var format: String { facts["format"]?.string ?? "text" }
}
