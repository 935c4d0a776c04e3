import ParapetEngine
import ParapetRule
import ParapetText
import ParapetVerdict

/// What a changed rule must still say: the rule's examples, and the fixture cases that speak of it.
struct RuleCases {
  private enum Case {
    case example(Event, ExampleExpectation)
    case fixture(FixtureCase)
    /// A benign text, in which the rule finds nothing.
    case benign(Event)
  }

  private let rule: Rule
  private var cases: [Case] = []

  /// The examples of `rule`, those of `fixtures` that name it, and the texts of `near` that come near to it. Cases that `program` itself does not pass are left out: they hold
  /// nothing, and the tests say so elsewhere.
  init(_ rule: Rule, fixtures: [FixtureCase], near: NearTexts, by program: Program) {
    self.rule = rule
    for example in rule.examples where example.kind != .gap {
      guard let made = try? ExampleEvent(example, of: rule) else { continue }
      let expectation = ExampleExpectation(example, of: rule, marks: made.marked?.spans ?? [], format: made.event.declaredFormat)
      cases.append(.example(made.event, expectation))
    }
    cases += fixtures.filter { $0.expect.mentions(rule.id) }.map(Case.fixture)
    cases += near.events(near: rule.id).map(Case.benign)
    var judge = Judge(program)
    cases = cases.filter { holds($0, by: &judge) }
  }

  /// Whether `program` says of every case what it must.
  func hold(by program: Program) -> Bool {
    var judge = Judge(program)
    return cases.allSatisfy { holds($0, by: &judge) }
  }

  private func holds(_ item: Case, by judge: inout Judge) -> Bool {
    switch item {
    case .example(let event, let expectation):
      return expectation.problems(with: Trial(event, judged: judge.evaluate(event)), veiled: .none).isEmpty
    case .benign(let event):
      let verdict = judge.evaluate(event)
      return verdict.findings.isEmpty && verdict.unjudged.isEmpty
    case .fixture(let fixture):
      return fixture.expect.holds(of: rule.id, in: Trial(fixture.event, judged: judge.evaluate(fixture.event)))
    }
  }

  /// The marked hits whose spans a validator has accepted, each with the finding.
  func validated(by program: Program) -> [(event: Event, finding: Finding)] {
    cases.flatMap { item -> [(event: Event, finding: Finding)] in
      guard case .example(let event, let expectation) = item, expectation.example.kind == .hit else { return [] }
      return program.evaluate(event).findings.filter { !$0.checks.isEmpty && $0.part == "/text" }.map { (event, $0) }
    }
  }
}

extension FixtureCase.Expectation {
  /// Whether the case says something of `rule`.
  func mentions(_ rule: String) -> Bool {
    findings.contains { $0.rule == rule } || suppressed.contains { $0.rule == rule } || absent.contains(rule)
  }

  /// Whether what the case says of `rule` is so, whatever other rules say.
  func holds(of rule: String, in trial: Trial) -> Bool {
    var own = self
    own.findings.removeAll { $0.rule != rule }
    own.suppressed.removeAll { $0.rule != rule }
    own.absent.removeAll { $0 != rule }
    own.unjudged.removeAll { $0.rule != rule }
    return own.problems(with: trial).isEmpty
  }
}
