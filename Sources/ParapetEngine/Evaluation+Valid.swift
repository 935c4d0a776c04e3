import ParapetEntity
import ParapetText
import ParapetVerdict

extension Evaluation {
  /// Drafts for the candidates that do not pass `validator`.
  func broken(_ validator: Validator, _ name: String, _ rule: CompiledRule, _ candidates: [Candidate]) -> [Draft] {
    candidates.compactMap { candidate in
      let view = work.sight(part: candidate.part, view: candidate.viewNumber).view.utf8
      guard view.indices.contains(candidate.view.lowerBound), !validator.accepts(view[candidate.view]) else { return nil }
      let draft = draft(rule, candidate)
      draft.checks.append(Finding.Check(check: name, pass: false))
      let summary = validator.summary.split(separator: " / ", maxSplits: 1)
      draft.reason = ("不符合：\(summary.first ?? "")", "not so: \(summary.last ?? "")")
      return draft
    }
  }
}
