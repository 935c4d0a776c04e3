import ParapetEngine
import ParapetFormat
import ParapetRule
import ParapetText
import ParapetVerdict

/// What an example says must come out.
struct ExampleExpectation {
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

extension Event {
  /// The format that the caller declared; `text` when it said nothing.
  var declaredFormat: String { facts["format"]?.string ?? "text" }
}
