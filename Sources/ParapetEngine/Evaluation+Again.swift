import ParapetPattern
import ParapetText
import ParapetVerdict

extension Evaluation {
  /// `settled`, candidates that no exception removed, and what clauses with `again` found among them once more further on in the event.
  ///
  /// What stands in front of the place where a value shows itself stays as it is: where answers are streamed it has been delivered by then.
  mutating func findAgain(
    _ settled: [Candidate], of rule: CompiledRule, _ step: inout Trace.Step, _ matcher: inout Matcher
  ) throws(Unlooked) -> [Candidate] {
    var values = KnownValues()
    for candidate in settled where rule.clauses[candidate.clause].again {
      values.add(candidate, in: work.sight(part: candidate.part, view: candidate.viewNumber).view)
    }
    guard !values.isEmpty, let first = settled.first?.part else { return settled }
    var found: [Candidate] = []
    for part in first..<parts.count {
      for place in rule.views.indices where !work.isRepeated(place, of: rule.views, part: part) {
        let number = rule.views[place]
        let view = work.sight(part: part, view: number).view
        for (range, origin) in values.occurrences(in: view.utf8) {
          let candidate = Candidate(.init(clause: origin.clause, part: part, viewNumber: number, isAgain: true), range, in: view)
          if candidate.isBehind(origin) { found.append(candidate) }
        }
      }
    }
    step.candidates += found.count
    step.confirmed += found.count
    step.validated += found.count
    return try (settled + excuse(found.settled(), of: rule, &step, &matcher)).settled()
  }
}

extension Candidate {
  fileprivate func isBehind(_ other: Candidate) -> Bool {
    (other.part, other.original.upperBound) <= (part, original.lowerBound)
  }
}
