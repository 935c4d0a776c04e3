import ParapetFormat
import ParapetPattern
import ParapetRule
import ParapetText

extension Evaluation {
  /// Whether what is broken holds once the rule has rewritten the text: only then is the rewriting all that is done.
  mutating func isMended(
    _ broken: [Draft], _ rule: CompiledRule, _ requirement: CompiledRequirement, _ matcher: inout Matcher
  ) throws(Unlooked) -> Bool {
    guard let part = broken.first?.part, let transform = program.transform(of: rule, for: event.format) else { return false }
    let edits = rewriting(part, by: transform, rule)
    guard !edits.isEmpty else { return false }
    let settled = edits.map { Editing.Settled(range: $0.range, rule: rule.rule.id, with: $0.replacement) }
    var rewritten = event
    rewritten.text = Text(Editing.apply(settled, to: parts[part].text))
    var second = Evaluation(program: program, event: rewritten, trace: .counts)
    var passed: [String] = []
    return try second.broken(requirement, rule, [], &passed, &matcher).isEmpty
  }
}
