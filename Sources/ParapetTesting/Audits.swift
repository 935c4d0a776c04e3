import ParapetRule
import ParapetText

/// What audits of rules complain of, as results that every form of report can show.
extension CaseResult {
  private init(
    _ kind: Kind, _ problem: Problem.Kind, _ message: String, rule: String, name: String, file: String, at position: SourcePosition?,
    line: Int = 1
  ) {
    self.init(suite: rule, name: name, kind: kind, file: file, line: position?.line ?? line, column: position?.column ?? 1)
    length = position?.length ?? 1
    sourceLine = position?.sourceLine
    problems = [Problem(problem, message)]
  }

  /// The parts that nothing exercises.
  public static func uncovered(_ coverages: [RuleCoverage]) -> [CaseResult] {
    coverages.flatMap { coverage in
      coverage.uncovered.map { part in
        CaseResult(
          .coverage, .uncovered, "no example exercises \(part.name)", rule: coverage.rule, name: "coverage of \(part.name)",
          file: coverage.file, at: part.position)
      }
    }
  }

  /// Surviving mutants that `baseline` does not list, and mutants it lists that do not survive, of the rules looked at and of `gone`
  /// rules.
  public static func survivors(
    _ outcomes: [MutationOutcome], against baseline: Baseline?, gone: Set<String> = []
  ) -> [CaseResult] {
    let survived = outcomes.flatMap { outcome in
      outcome.survivors.filter { !(baseline?.holds($0.mutant.name, of: outcome.rule, in: .survivors) ?? false) }.map { survivor in
        CaseResult(
          .mutant, .survived, survivor.message, rule: outcome.rule, name: "mutant \(survivor.mutant.name)", file: outcome.file,
          at: survivor.position)
      }
    }
    let stale = baseline?.stale(in: .survivors, of: gone.union(outcomes.map(\.rule)), found: outcomes.flatMap(\.items)) ?? []
    return survived
      + stale.map { rule, item, line in
        CaseResult(
          .mutant, .stale, "“\(item)” of \(rule) no longer survives: delete it from the baseline", rule: rule, name: "mutant \(item)",
          file: baseline?.path ?? "", at: nil, line: line)
      }
  }

  /// Alarms on benign texts that `baseline` does not list, and judged texts that it lists and that are flagged no more.
  public static func alarms(_ outcome: BenignOutcome, against baseline: Baseline?, gone: Set<String> = []) -> [CaseResult] {
    let flagged = outcome.measures.flatMap { measure in
      measure.alarms.filter { !(baseline?.holds($0.text.id, of: measure.rule, in: .flagged) ?? false) }.map { alarm in
        var result = CaseResult(
          .benign, .flagged, "\(measure.rule) \(alarm.clause) flags this benign text (\(alarm.text.scene)): \(alarm.shown)",
          rule: measure.rule, name: "benign \(alarm.text.id)", file: alarm.text.file, at: nil, line: alarm.text.line)
        result.reasons = []
        return result
      }
    }
    let stale = baseline?.stale(in: .flagged, of: gone.union(outcome.measures.map(\.rule)), found: outcome.items) ?? []
    return flagged
      + stale.filter { gone.contains($0.rule) || outcome.ids.contains($0.item) }.map { rule, item, line in
        CaseResult(
          .benign, .stale, "\(rule) no longer flags “\(item)”: delete it from the baseline", rule: rule, name: "benign \(item)",
          file: baseline?.path ?? "", at: nil, line: line)
      }
  }
}

extension MutationOutcome {
  /// The survivors as a baseline lists them.
  public var items: [(rule: String, item: String)] { survivors.map { (rule, $0.mutant.name) } }
}

extension BenignOutcome {
  /// The alarms as a baseline lists them.
  public var items: [(rule: String, item: String)] { measures.flatMap { measure in measure.alarms.map { (measure.rule, $0.text.id) } } }
}
