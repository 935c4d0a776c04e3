import ParapetRule
import ParapetText
import ParapetVerdict

extension Evaluation {
  /// `draft` as the verdict shows it.
  func finding(_ draft: Draft, _ edits: [[Editing.Settled]], _ rulers: [TextRuler]) -> Finding {
    let rule = program.rules[draft.rule]
    let action = program.action(of: draft, for: event.format)
    var finding = Finding(
      rule: rule.rule.id, version: rule.rule.version, family: rule.rule.family.rawValue, clause: draft.clause,
      severity: rule.rule.severity.rawValue, action: action?.kind.rawValue ?? "flag", enforced: program.enforces(draft),
      part: draft.pointer, span: draft.part.flatMap { part in draft.range.map { rulers[part].span($0) } },
      evidence: evidence(draft, rule.rule, action, edits), owner: rule.rule.owner, legal: rule.legal,
      reasonZh: draft.reason?.zh ?? rule.rule.title.zh, reasonEn: draft.reason?.en ?? rule.rule.title.en)
    finding.checks = draft.checks
    finding.grounding = draft.grounding
    return finding
  }

  /// As much of the matched text as the rule lets out, and never what another rule masks.
  private func evidence(_ draft: Draft, _ rule: Rule, _ action: Action?, _ edits: [[Editing.Settled]]) -> Evidence {
    guard let part = draft.part, let range = draft.range, rule.evidence != .none else { return .none }
    let text = parts[part].text
    // A mask that only watches changes nothing in the text, but what it saw is no less sensitive.
    if isWatched(range, in: part, by: rule.id) { return Evidence(text.string(in: range), through: .full) }
    let veils = masks(in: part, edits).filter { $0.range.overlaps(range) }
    switch rule.evidence {
    case .none: return .none
    case .show where veils.allSatisfy { range.lowerBound <= $0.range.lowerBound && $0.range.upperBound <= range.upperBound }:
      return Evidence(
        text.string(in: range),
        veils: veils.map { ($0.range.lowerBound - range.lowerBound..<$0.range.upperBound - range.lowerBound, $0.with) })
    case .show: return Evidence(text.string(in: range), through: .full)
    case .mask:
      let shared = veils.contains { $0.rule != rule.id || $0.range != range }
      let own = shared ? nil : action.flatMap { $0.kind == .mask ? Mask($0.mask) : nil }
      return Evidence(
        text.string(in: range), through: own ?? .full, linkedBy: rule.family == .masking ? program.options.key : nil,
        canonical: draft.canonical)
    }
  }

  /// Whether another rule in shadow mode would mask something in `range`.
  private func isWatched(_ range: Range<Int>, in part: Int, by rule: String) -> Bool {
    drafts.contains {
      $0.part == part && !program.enforces($0) && program.rules[$0.rule].rule.id != rule
        && program.action(of: $0, for: event.format)?.kind == .mask && ($0.range?.overlaps(range) ?? false)
    }
  }

  /// The settled changes of `part` that hide something.
  private func masks(in part: Int, _ edits: [[Editing.Settled]]) -> [Editing.Settled] {
    let masking = drafts.filter { $0.part == part && program.action(of: $0, for: event.format)?.kind == .mask && program.enforces($0) }
    return edits[part].filter { edit in masking.contains { $0.range?.overlaps(edit.range) ?? false } }
  }
}
