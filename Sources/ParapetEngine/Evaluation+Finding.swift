import ParapetRule
import ParapetText
import ParapetVerdict

extension Evaluation {
  /// `draft` as the verdict shows it.
  func finding(_ draft: Draft, _ veils: [Veils], _ rulers: [TextRuler]) -> Finding {
    let rule = program.rules[draft.rule]
    let action = program.action(of: draft, for: format)
    return Finding(
      rule: rule.rule.id, version: rule.rule.version, family: rule.rule.family.rawValue, clause: draft.clause,
      severity: rule.rule.severity.rawValue, action: action?.kind.rawValue ?? "flag", enforced: program.enforces(draft),
      part: draft.pointer, span: draft.part.flatMap { part in draft.range.map { rulers[part].span($0) } },
      evidence: evidence(draft, rule, action, veils), checks: draft.checks, grounding: draft.grounding, schema: draft.schema,
      owner: rule.rule.owner, legal: rule.legal, reasonZh: draft.reason?.zh ?? rule.rule.title.zh,
      reasonEn: draft.reason?.en ?? rule.rule.title.en)
  }

  /// As much of the matched text as the rule lets out, and never what another rule masks.
  private func evidence(_ draft: Draft, _ compiled: CompiledRule, _ action: CompiledAction?, _ veils: [Veils]) -> Evidence {
    guard let part = draft.part, let range = draft.range, compiled.rule.evidence != .none else { return .none }
    let text = parts[part].text
    let veils = veils[part]
    // A mask that only watches changes nothing in the text, but what it saw is no less sensitive.
    if veils.watched.touching(range).contains(where: { $0.label != draft.rule }) {
      return Evidence(text.string(in: range), through: .full)
    }
    let hidden = veils.hidden.touching(range)
    switch compiled.rule.evidence {
    case .none: return .none
    case .show where hidden.allSatisfy { range.lowerBound <= $0.range.lowerBound && $0.range.upperBound <= range.upperBound }:
      return Evidence(
        text.string(in: range),
        veils: hidden.map { ($0.range.lowerBound - range.lowerBound..<$0.range.upperBound - range.lowerBound, $0.label.with) })
    case .show: return Evidence(text.string(in: range), through: .full)
    case .mask:
      let shared = hidden.contains { $0.label.rule != compiled.rule.id || $0.range != range }
      let own = shared ? nil : action.flatMap { $0.kind == .mask ? Mask($0.mask) : nil }
      return Evidence(
        text.string(in: range), through: own ?? .full, linkedBy: compiled.rule.family == .masking ? program.options.key : nil,
        canonical: draft.canonical)
    }
  }
}

/// What may not be shown of one part.
struct Veils {
  /// The settled changes that hide something.
  let hidden: Coverage<Editing.Settled>
  /// What rules in shadow mode would mask, with their numbers.
  let watched: Coverage<Int>

  /// What `drafts`, those about the part, and its settled changes leave.
  init(of drafts: [Draft], edits: [Editing.Settled], _ program: Program, _ format: String) {
    let masks = Coverage(program.masks(of: drafts, for: format) { program.enforces($0) })
    hidden = Coverage(edits.filter { !masks.touching($0.range).isEmpty }.map { ($0.range, $0) })
    watched = Coverage(program.masks(of: drafts, for: format) { !program.enforces($0) })
  }
}
