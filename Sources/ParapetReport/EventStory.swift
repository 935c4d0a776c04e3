public import ParapetEngine
import ParapetGrounding
public import ParapetRule
import ParapetText
public import ParapetVerdict

/// What each rule saw in one event, what it confirmed, and what removed it.
public struct EventStory: Sendable {
  let event: Event
  let verdict: Verdict
  let rules: [String: Rule]
  let showsText: Bool

  /// The story of `verdict` on `event`, judged by `rules` with a full trace. Text is shown only when `showsText` asks for it.
  public init(_ verdict: Verdict, of event: Event, by rules: [Rule], showsText: Bool) {
    self.event = event
    self.verdict = verdict
    self.rules = Dictionary(rules.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    self.showsText = showsText
  }

  /// The whole story.
  public func text(_ style: Style = .plain) -> String {
    var lines = heading(style) + picture(verdict.findings.filter { $0.part == "/text" }.compactMap(\.span), style)
    let steps = verdict.trace.steps ?? []
    let eventful = steps.filter { $0.skipped == nil && isEventful($0) }
    for step in eventful {
      lines.append("")
      lines += story(of: step, style)
    }
    lines += blind(steps, style)
    let quiet = steps.filter { $0.skipped == nil && !isEventful($0) && !isBlind($0) }.map(\.rule)
    if !quiet.isEmpty { lines.append(style.dim("looked and saw nothing: ") + quiet.joined(separator: ", ")) }
    for reason in SkipReason.allCases {
      let names = steps.filter { $0.skipped == reason }.map(\.rule)
      if !names.isEmpty { lines.append(style.dim("did not look (\(reason.rawValue)): ") + names.joined(separator: ", ")) }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// What became of one rule; nil when it is not among the rules that judged.
  public func text(of rule: String, _ style: Style = .plain) -> String? {
    guard let step = verdict.trace.steps?.first(where: { $0.rule == rule }) else { return nil }
    let spans = verdict.findings.filter { $0.rule == rule && $0.part == "/text" }.compactMap(\.span)
    let lines = heading(style) + picture(spans, style) + [""] + story(of: step, style) + ["", answer(step)]
    return lines.joined(separator: "\n") + "\n"
  }

  private func heading(_ style: Style) -> [String] {
    let trace = verdict.trace
    let reply = verdict.reply.map { " (reply \($0.key))" } ?? ""
    return [
      style.bold("event \(event.id ?? "without an id")") + " · \(event.stage.rawValue)"
        + (verdict.event.channel.map { " · channel \($0)" } ?? ""),
      "decision " + style.bold(verdict.decision.rawValue) + reply + " · profile \(verdict.ruleset.profile) \(verdict.ruleset.version)",
      "\(trace.evaluated) of \(trace.rules) rules looked",
    ]
  }

  private func picture(_ spans: [TextSpan], _ style: Style) -> [String] {
    guard showsText, let text = event.text else { return [] }
    return [""] + SpanDrawing(text.string, expected: spans, actual: spans).lines(style)
  }

  private func isEventful(_ step: Trace.Step) -> Bool { step.candidates > 0 || step.findings > 0 }

  private func isBlind(_ step: Trace.Step) -> Bool { verdict.unjudged.contains { $0.rule == step.rule } }

  /// Rules that saw nothing because they could not look, by reason.
  private func blind(_ steps: [Trace.Step], _ style: Style) -> [String] {
    var reasons: [String] = []
    var names: [String: [String]] = [:]
    for step in steps where !isEventful(step) {
      for record in verdict.unjudged where record.rule == step.rule {
        let reason = EventStory.reason(record)
        if names[reason] == nil { reasons.append(reason) }
        names[reason, default: []].append(step.rule)
      }
    }
    return [""] + reasons.map { style.yellow("could not look: \($0): ") + (names[$0] ?? []).joined(separator: ", ") }
  }

  private static func reason(_ record: Unjudged) -> String {
    if let words = Cap.words(for: record.why) { return "\(words.zh)；\(words.en) (\(record.why))" }
    return "\(record.why)\(record.fact.map { " \($0)" } ?? "") (\(record.policy.name): \(record.policy.value))"
  }

  private func story(of step: Trace.Step, _ style: Style) -> [String] {
    let rule = rules[step.rule]
    var lines = [style.bold(step.rule) + (rule.map { " \($0.version) · \($0.severity.rawValue) · \($0.actions)" } ?? "")]
    if step.candidates > 0 { lines.append("  " + counts(of: step)) }
    for finding in verdict.findings where finding.rule == step.rule {
      let shown = finding.evidence.masked.map { ": “\($0)”" } ?? ""
      let shadow = finding.enforced ? "" : " (shadow: recorded, not acted on)"
      let place = EventStory.place(finding.span, in: finding.part)
      let what = finding.clause.hasPrefix("require.") ? "is not met\(place.map { ": \($0)" } ?? "")" : "found \(place ?? "something")"
      lines.append("  " + style.red("✗ ") + "\(finding.clause) \(what)\(shown)\(shadow)")
      lines += [finding.reasonZh, finding.reasonEn].filter { !$0.isEmpty }.map { "      " + $0 }
      for check in finding.checks { lines.append("      \(check.check): \(check.pass ? "passed" : "failed")") }
      lines += (finding.grounding.map(proof) ?? []).map { "      " + $0 }
    }
    lines += claims(of: step, style)
    for removal in verdict.suppressed where removal.rule == step.rule {
      lines.append(
        "  " + style.green("– ")
          + "\(removal.clause) found \(EventStory.place(removal.span, in: removal.part) ?? "something"), and \(removal.by) removed it")
    }
    for record in verdict.unjudged where record.rule == step.rule {
      let isPart = Cap(rawValue: record.why) != nil
      lines.append("  " + style.yellow("? ") + (isPart ? "looked at a part only: " : "could not look: ") + EventStory.reason(record))
    }
    return lines
  }

  private func counts(of step: Trace.Step) -> String {
    let removed = step.removed.map { "\($0.count) removed by \($0.by)" }
    return
      ([
        "\(step.candidates) candidate\(step.candidates == 1 ? "" : "s")", "\(step.confirmed) in the right context",
        "\(step.validated) past their validator",
      ] + removed + ["\(step.findings) finding\(step.findings == 1 ? "" : "s")"]).joined(separator: " → ")
  }

  /// A place for people, counted from 1; nil when it is the text as a whole.
  private static func place(_ span: TextSpan?, in part: String) -> String? {
    let elsewhere = part == "/text" ? nil : part
    guard let span else { return elsewhere }
    let range = span.scalar
    let place = range.count == 1 ? "character \(range.lowerBound + 1)" : "characters \(range.lowerBound + 1)–\(range.upperBound)"
    return place + (elsewhere.map { " of \($0)" } ?? "")
  }
}
