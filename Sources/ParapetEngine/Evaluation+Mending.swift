import ParapetFormat
import ParapetPattern
import ParapetRule
import ParapetText

extension Evaluation {
  /// Whether what is broken holds once the rule has rewritten the text: only then is the rewriting all that is done.
  mutating func isMended(
    _ broken: [Draft], _ rule: CompiledRule, _ requirement: CompiledRequirement, _ matcher: inout Matcher
  ) throws(Unlooked) -> Bool {
    guard let part = broken.first?.part, let transform = program.transform(of: rule, for: format) else { return false }
    let edits = rewriting(part, by: transform, rule)
    guard !edits.isEmpty else { return false }
    let settled = edits.map { Editing.Settled(range: $0.range, rule: rule.rule.id, with: $0.replacement) }
    var rewritten = event
    rewritten.text = Text(Editing.apply(settled, to: parts[part].text))
    // A room of its own: what has been seen of the text as it came is still needed.
    let room = Workspace(program.plan, rules: program.rules.count)
    room.begin()
    let views = rule.views.reduce(UInt64(0)) { $0 | 1 << UInt64($1) }
    let wants = Array(repeating: false, count: program.plan.clauseCount)
    for part in Part.all(of: rewritten) { room.look(at: part.text, views: views, wants: wants) }
    var second = Evaluation(program: program, event: rewritten, trace: .counts, work: room)
    var passed: [String] = []
    return try second.broken(requirement, rule, [], &passed, &matcher).isEmpty
  }
}
