import ParapetEngine
public import ParapetRule
import ParapetText
import ParapetVerdict

extension PartBench {
  /// Which parts of `rule` its cases exercise. Each is judged alone: the rule as it stands could not tell, since of two clauses that find
  /// the same stretch it reports one, and of two exceptions the first.
  ///
  /// - Throws: `RuleErrors` when the rule, or the rule reduced to one of its parts, does not compile.
  public func coverage(of rule: Rule) throws(RuleErrors) -> RuleCoverage {
    shelf.clear()
    let cases = CoveredCases(rule, fixtures: fixtures, near: near)
    var parts: [RuleCoverage.Part] = []
    for clause in rule.find { parts += try findParts(clause, of: rule, cases) }
    for exception in rule.unless { parts.append(try part(exception, of: rule, cases)) }
    for (name, path, assertion) in rule.require?.assertions ?? [] {
      parts.append(try part(assertion, called: name, at: path, of: rule, cases))
    }
    return RuleCoverage(rule: rule.id, file: rule.file, parts: parts)
  }

  // MARK: find

  private func findParts(_ clause: FindClause, of rule: Rule, _ cases: CoveredCases) throws(RuleErrors) -> [RuleCoverage.Part] {
    let name = "find.\(clause.name)"
    var part = try part(clause, called: name, at: name, of: rule, cases)
    part.evasions = try evasions(of: clause, in: rule, cases)
    guard case .phrases(let phrases) = clause.producer, phrases.count > 1 else { return [part] }
    var parts = [part]
    for (number, phrase) in phrases.enumerated() {
      var alone = clause
      alone.producer = .phrases([phrase])
      parts.append(try self.part(alone, called: "\(name).phrases: \(phrase)", at: "\(name).phrases.\(number)", of: rule, cases))
    }
    return parts
  }

  private func part(
    _ clause: FindClause, called name: String, at path: String, of rule: Rule, _ cases: CoveredCases
  ) throws(RuleErrors) -> RuleCoverage.Part {
    var part = RuleCoverage.Part(name: name, position: position(path, rule))
    let finding = try runner.program(of: rule.reduced(to: clause))
    part.hits = cases.hits.count { cases.finds(finding, in: $0) }
    var bare = clause
    bare.validate = nil
    bare.context = nil
    let near = try runner.program(of: rule.reduced(to: bare).changed { $0.unless = [] })
    part.misses = cases.misses.count { cases.finds(near, in: $0) }
    return part
  }

  /// Hits of `clause` that are no longer found when the rule does not fold so.
  private func evasions(
    of clause: FindClause, in rule: Rule, _ cases: CoveredCases
  ) throws(RuleErrors) -> [(fold: String, count: Int)] {
    let whole = try runner.program(of: rule.reduced(to: clause))
    let found = cases.hits.filter { cases.finds(whole, in: $0) }
    var evasions: [(fold: String, count: Int)] = []
    for (name, fold) in Fold.names where rule.fold.contains(fold) {
      let blind = try runner.program(of: rule.reduced(to: clause).changed { $0.fold.remove(fold) })
      let count = found.count { cases.spans(blind, in: $0) != cases.spans(whole, in: $0) }
      if count > 0 { evasions.append((name, count)) }
    }
    return evasions
  }

  // MARK: unless and require

  private func part(_ exception: Exception, of rule: Rule, _ cases: CoveredCases) throws(RuleErrors) -> RuleCoverage.Part {
    let name = "unless.\(exception.name)"
    var part = RuleCoverage.Part(name: name, position: position(name, rule))
    let program = try runner.program(of: rule.changed { $0.unless = [exception] })
    part.hits = cases.hits.count { cases.excuses(program, in: $0) }
    part.misses = cases.misses.count { cases.excuses(program, in: $0) }
    return part
  }

  private func part(
    _ assertion: Assertion, called name: String, at path: String, of rule: Rule, _ cases: CoveredCases
  ) throws(RuleErrors) -> RuleCoverage.Part {
    var part = RuleCoverage.Part(name: "require.\(name)", position: position(path, rule))
    let program = try runner.program(of: rule.changed { $0.require = .assertion(name: name, assertion) })
    part.hits = cases.hits.count { cases.finds(program, in: $0) }
    part.misses = cases.misses.count { cases.looks(program, in: $0) && !cases.finds(program, in: $0) }
    return part
  }

  private func position(_ path: String, _ rule: Rule) -> SourcePosition? {
    set.position(of: path, inRule: rule.id)
      ?? path.lastIndex(of: ".").flatMap { set.position(of: String(path[..<$0]), inRule: rule.id) }
  }
}

/// The events of a rule's cases.
private struct CoveredCases {
  private(set) var hits: [Event] = []
  private(set) var misses: [Event] = []

  init(_ rule: Rule, fixtures: [FixtureCase], near: NearTexts) {
    for example in rule.examples where example.kind != .gap {
      guard let event = try? ExampleEvent(example, of: rule).event else { continue }
      if example.kind == .hit { hits.append(event) } else { misses.append(event) }
    }
    for fixture in fixtures where fixture.expect.mentions(rule.id) {
      if fixture.expect.findings.contains(where: { $0.rule == rule.id }) {
        hits.append(fixture.event)
      } else {
        misses.append(fixture.event)
      }
    }
    misses += near.events(near: rule.id)
  }

  func finds(_ program: Program, in event: Event) -> Bool { !program.evaluate(event).findings.isEmpty }

  func excuses(_ program: Program, in event: Event) -> Bool { !program.evaluate(event).suppressed.isEmpty }

  /// Whether the rule applies to the event and was able to look.
  func looks(_ program: Program, in event: Event) -> Bool {
    let verdict = program.evaluate(event)
    return verdict.trace.evaluated > 0 && verdict.unjudged.isEmpty
  }

  func spans(_ program: Program, in event: Event) -> [TextSpan] { program.evaluate(event).findings.compactMap(\.span) }
}

extension Rule {
  /// This rule with one find clause and nothing required of it.
  fileprivate func reduced(to clause: FindClause) -> Rule {
    changed {
      $0.find = [clause]
      $0.require = nil
      $0.unless = unless.filter { $0.clauses.isEmpty || $0.clauses.contains(clause.name) }
    }
  }
}

extension Requirement {
  /// Its assertions with their names and slots, in the order written.
  fileprivate var assertions: [(name: String, path: String, assertion: Assertion)] { assertions(at: "require") }

  private func assertions(at path: String) -> [(name: String, path: String, assertion: Assertion)] {
    switch self {
    case .all(let parts): parts.flatMap { $0.assertions(at: path + ".all") }
    case .any(let parts): parts.flatMap { $0.assertions(at: path + ".any") }
    case .assertion(let name, let assertion): [(name, "\(path).\(name)", assertion)]
    }
  }
}
