import ParapetEngine
import ParapetFormat
import ParapetRule
import ParapetVerdict

extension EventStory {
  /// Why the rule of `step` did or did not speak, in a sentence.
  func answer(_ step: Trace.Step) -> String {
    if let reason = step.skipped { return "Why not: " + skipped(reason, rules[step.rule]) }
    if let record = verdict.unjudged.first(where: { $0.rule == step.rule }), step.findings == 0 {
      return "Why not: it could not look (\(record.why)\(record.fact.map { " \($0)" } ?? "")). That is not the same as finding nothing."
    }
    if step.findings > 0 { return "It spoke: \(step.findings) finding\(step.findings == 1 ? "" : "s")." }
    let removed = step.removed.reduce(0) { $0 + $1.count }
    if step.candidates == 0 {
      return rules[step.rule].map { $0.find.isEmpty } ?? false
        ? "Why not: everything that it requires is there." : "Why not: none of its clauses matched anything in the text."
    }
    if step.confirmed == 0 { return "Why not: \(step.candidates) matched, but none had a word of its context near enough." }
    if step.validated == 0 { return "Why not: \(step.confirmed) matched in the right context, but none passed the validator." }
    if removed == step.validated {
      return "Why not: every match was removed by \(step.removed.map(\.by).joined(separator: ", "))."
    }
    return "Why not: what was found satisfies what the rule requires."
  }

  private func skipped(_ reason: SkipReason, _ rule: Rule?) -> String {
    func only(_ what: String, _ wanted: [String], _ is: String?) -> String {
      let wanted = wanted.isEmpty ? "" : ": " + wanted.joined(separator: ", ")
      return "it looks only at certain \(what)\(wanted); this event's is \(`is` ?? "not given")."
    }
    let when = rule?.when
    return switch reason {
    case .stage: only("stages", when?.stages.map(\.rawValue) ?? [], event.stage.rawValue)
    case .channel: only("channels", when?.channels ?? [], verdict.event.channel)
    case .purpose: only("purposes", when?.purposes ?? [], event.facts["purpose"]?.string)
    case .region: only("regions", when?.regions ?? [], event.facts["region"]?.string)
    case .format: only("formats", when?.formats ?? [], event.facts["format"]?.string ?? "text")
    case .tool: only("tools", when?.tools ?? [], event.tool?.name)
    case .facts:
      "it looks only when certain facts hold: "
        + (when?.facts ?? []).map { "\($0.path) is \($0.values.joined(separator: " or "))" }.joined(separator: ", ") + "."
    case .prefilter: "nothing that could trigger it stands in the text."
    case .off: "the rule is off."
    case .register:
      "the register that it asks is not there: write "
        + (rule?.require?.registers ?? []).map { "registers/\($0).yaml" }.joined(separator: ", ") + "."
    }
  }
}
