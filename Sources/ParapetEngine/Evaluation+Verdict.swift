import ParapetFormat
import ParapetRule
import ParapetText
import ParapetVerdict

extension Evaluation {
  /// What all findings come to.
  consuming func verdict() -> Verdict {
    var verdict = Verdict(
      event: Verdict.EventReference(id: event.id, stage: event.stage.rawValue, channel: event.channel, traceID: event.traceID),
      engine: program.engine, ruleset: program.ruleset, decision: .pass, text: "")
    withdrawVouched()
    withdrawMaskedClaims()
    withdrawRepeatedClaims()
    sortDrafts()

    let edits = settleEdits()
    let rulers = drafts.isEmpty && removed.isEmpty ? [] : parts.map { TextRuler($0.text) }
    verdict.edits = edits.enumerated().flatMap { index, settled in
      settled.map { Edit(rule: $0.rule, part: parts[index].pointer, span: rulers[index].span($0.range), with: $0.with) }
    }
    let veils = zip(draftsByPart(), edits).map { Veils(of: $0, edits: $1, program, format) }
    verdict.findings = drafts.map { finding($0, veils, rulers) }
    verdict.obligations = obligations()
    verdict.suppressed = suppressions(rulers)
    verdict.unjudged = unjudged
    verdict.trace = counted()

    let strictest = strictestAction()
    let edited: Verdict.Decision = verdict.edits.isEmpty ? .pass : .modify
    verdict.decision = max(strictest?.decision ?? .pass, unjudgedDecision, edited)
    if verdict.decision >= .hold {
      let key = strictest?.action.reply ?? (verdict.decision == .refuse ? "refused" : "held")
      let text = program.replies[key].map { event.prefersChinese ? $0.zh : $0.en } ?? ""
      verdict.reply = Verdict.Reply(key: key, text: text)
      verdict.text = text
      if verdict.decision == .hold { verdict.retry = retry(verdict.findings, strictest?.action) }
    } else {
      let main = event.text != nil ? 0 : event.messages.count - 1
      if main >= 0 { verdict.text = Editing.apply(edits[main], to: parts[main].text) }
    }
    return verdict
  }

  /// The trace, with how many rules did not look.
  private func counted() -> Trace {
    var trace = trace
    trace.skipped.reserveCapacity(skipped.count)
    for reason in SkipReason.allCases where skipped[reason.place] > 0 { trace.skipped[reason] = skipped[reason.place] }
    return trace
  }

  /// An argument that a tool rule has checked is what the tool needs: masking it would break the call.
  private mutating func withdrawVouched() {
    guard !vouched.isEmpty else { return }
    drafts.removeAll { draft in
      guard
        program.rules[draft.rule].rule.family == .masking, let part = draft.part, let range = draft.range,
        let by = vouched.first(where: { draft.pointer == "/tool/arguments\($0.pointer)" })
      else { return false }
      removed.append(Removed(rule: draft.rule, clause: draft.clause, by: by.rule, part: part, range: range))
      return true
    }
  }

  /// A figure that is masked is not delivered, so it need not be grounded.
  private mutating func withdrawMaskedClaims() {
    guard drafts.contains(where: { $0.grounding != nil }) else { return }
    let program = program
    let hidden = draftsByPart().map { Coverage(program.masks(of: $0, for: format) { program.enforces($0) }) }
    drafts.removeAll { draft in
      guard draft.grounding != nil, let part = draft.part, let range = draft.range else { return false }
      guard let mask = hidden[part].touching(range).first else { return false }
      removed.append(Removed(rule: draft.rule, clause: draft.clause, by: program.rules[mask.label].rule.id, part: part, range: range))
      return true
    }
  }

  /// The drafts that are about each part.
  private func draftsByPart() -> [[Draft]] {
    if parts.count == 1 { return [drafts.filter { $0.part != nil }] }
    var result: [[Draft]] = Array(repeating: [], count: parts.count)
    for draft in drafts { if let part = draft.part { result[part].append(draft) } }
    return result
  }

  /// One fault of one claim is one finding, that of the strictest rule: a rule for milder tiers need not repeat it.
  private mutating func withdrawRepeatedClaims() {
    func strictness(_ draft: Draft) -> Int {
      guard program.enforces(draft), let action = program.action(of: draft, for: format) else { return -1 }
      return Action.Kind.allCases.firstIndex(of: action.kind) ?? 0
    }
    // Those of one place come together; there, few differ in their faults.
    func key(_ draft: Draft) -> (Int, Int, Int) { (draft.part ?? -1, draft.range?.lowerBound ?? -1, draft.range?.upperBound ?? -1) }
    let claims = drafts.indices.filter { drafts[$0].grounding != nil }.sorted { key(drafts[$0]) < key(drafts[$1]) }
    var withdrawn: Set<Int> = []
    for first in claims.indices {
      for second in (first + 1)..<claims.count {
        let (a, b) = (drafts[claims[first]], drafts[claims[second]])
        guard key(a) == key(b) else { break }
        guard a.grounding?.fault == b.grounding?.fault else { continue }
        let (one, other) = (strictness(a), strictness(b))
        if one != other { withdrawn.insert(claims[one < other ? first : second]) }
      }
    }
    guard !withdrawn.isEmpty else { return }
    drafts = drafts.indices.filter { !withdrawn.contains($0) }.map { drafts[$0] }
  }

  private mutating func sortDrafts() {
    if drafts.count < 2 { return }
    func key(_ draft: Draft) -> (Int, Int, Int, Int) {
      (draft.part ?? Int.max, draft.range?.lowerBound ?? Int.max, draft.rule, draft.range?.upperBound ?? 0)
    }
    drafts = drafts.enumerated().sorted { a, b in
      let (x, y) = (key(a.element), key(b.element))
      return x == y ? a.offset < b.offset : x < y
    }.map(\.element)
  }

  /// What goes out of a part as far as the rules that have looked change it.
  func delivered(_ part: Int) -> Text {
    let settled = settleEdits()[part]
    return settled.isEmpty ? parts[part].text : Text(Editing.apply(settled, to: parts[part].text))
  }

  /// What rewrites a part.
  private struct Rewritten: Hashable {
    let rule: Int
    let part: Int
    let transform: String
  }

  /// The changes to each part.
  private func settleEdits() -> [[Editing.Settled]] {
    var editings = parts.map { Editing(text: $0.text) }
    var rewritten: Set<Rewritten> = []
    // Found out once: the whole text is looked at.
    var tongue: Tongue?
    var paragraphs = Paragraphs()
    for draft in draftsByPosition() {
      guard let action = program.action(of: draft, for: format) else { continue }
      let rule = program.rules[draft.rule].rule.id
      switch action.kind {
      case .mask:
        if let part = draft.part, let range = draft.range {
          editings[part].add(.init(range: range, rule: rule, kind: .mask(Mask(action.mask))))
        }
      case .rewrite:
        guard let part = draft.part, let name = action.transform, let transform = Transform.all[name] else { continue }
        // It rewrites the whole part, whichever of the rule's findings asks for it.
        guard rewritten.insert(Rewritten(rule: draft.rule, part: part, transform: name)).inserted else { continue }
        for edit in rewriting(part, by: transform, program.rules[draft.rule]) {
          editings[part].add(.init(range: edit.range, rule: rule, kind: .replacement(edit.replacement)))
        }
      case .append:
        guard let part = draft.part, let text = action.text else { continue }
        let place = place(of: action.position, draft, in: parts[part].text, &paragraphs)
        let written = tongue ?? event.tongue
        tongue = written
        editings[part].add(.init(range: place..<place, rule: rule, kind: .addition(text.written(in: written))))
      case .flag, .hold, .refuse: break
      }
    }
    return editings.map { $0.settled() }
  }

  /// The drafts that act. What goes to the end of a paragraph comes before what goes to the end of everything: at the same place the
  /// paragraph is to end with the former.
  private func draftsByPosition() -> [Draft] {
    let acting = drafts.filter { program.enforces($0) }
    func isLast(_ draft: Draft) -> Bool {
      guard let action = program.action(of: draft, for: format), action.kind == .append else { return false }
      return action.position == .end
    }
    let last = acting.filter(isLast)
    return last.isEmpty ? acting : acting.filter { !isLast($0) } + last
  }

  /// Where a text that is appended goes, in bytes.
  private func place(of position: Action.Position, _ draft: Draft, in text: Text, _ paragraphs: inout Paragraphs) -> Int {
    switch position {
    case .start: 0
    case .end: text.utf8.count
    case .paragraph:
      draft.range.map { paragraphs.around($0, of: draft.part ?? 0, in: text.utf8).upperBound } ?? text.utf8.count
    }
  }

  /// What was removed, by place, then by rule.
  private func suppressions(_ rulers: [TextRuler]) -> [Suppression] {
    removed.sorted { a, b in
      (a.part, a.range.lowerBound, a.range.upperBound, a.rule) < (b.part, b.range.lowerBound, b.range.upperBound, b.rule)
    }.map {
      Suppression(
        rule: program.rules[$0.rule].rule.id, clause: $0.clause, by: $0.by, part: parts[$0.part].pointer,
        span: rulers[$0.part].span($0.range))
    }
  }

  /// The edits by which `transform` rewrites a part. What is disguised from it is rewritten in the rule's view, and mapped back.
  func rewriting(_ part: Int, by transform: Transform, _ rule: CompiledRule) -> [Transform.Edit] {
    let edits = transform.edits(parts[part].text.utf8)
    guard edits.isEmpty else { return edits }
    let view = parts[part].text.view(program.plan.views[rule.views[0]])
    return transform.edits(view.utf8).map { Transform.Edit(range: view.original($0.range), replacement: $0.replacement) }
  }

  private func obligations() -> [Obligation] {
    var result: [Obligation] = []
    for draft in drafts where program.enforces(draft) {
      for obligation in program.action(of: draft, for: format)?.obligations ?? [] {
        let next = Obligation(
          kind: obligation.kind.rawValue, queue: obligation.queue, withinHours: obligation.withinHours,
          rule: program.rules[draft.rule].rule.id)
        if !result.contains(next) { result.append(next) }
      }
    }
    return result
  }

  /// The strictest enforced action, of the gravest rule, with the decision that it asks for.
  private func strictestAction() -> (decision: Verdict.Decision, action: CompiledAction)? {
    var best: (decision: Verdict.Decision, severity: Int, action: CompiledAction)?
    for draft in drafts where program.enforces(draft) {
      guard let action = program.action(of: draft, for: format) else { continue }
      let severity = Rule.Severity.allCases.firstIndex(of: program.rules[draft.rule].rule.severity) ?? 0
      let decision: Verdict.Decision =
        switch action.kind {
        case .refuse: .refuse
        case .hold: .hold
        case .flag, .mask, .rewrite, .append: .pass
        }
      if best.map({ ($0.decision, $0.severity) < (decision, severity) }) ?? true { best = (decision, severity, action) }
    }
    return best.map { ($0.decision, $0.action) }
  }
}

extension Program {
  /// Whether the rule of `draft` acts.
  func enforces(_ draft: Draft) -> Bool { withRule(draft.rule) { $0.enforces } }

  /// What those of `drafts` that `counts` accepts would mask, each with the number of its rule.
  func masks(of drafts: [Draft], for format: String, where counts: (Draft) -> Bool) -> [(range: Range<Int>, label: Int)] {
    drafts.compactMap { draft in
      guard let range = draft.range, action(of: draft, for: format)?.kind == .mask, counts(draft) else { return nil }
      return (range, draft.rule)
    }
  }

  /// What the rule of `draft` does.
  func action(of draft: Draft, for format: String) -> CompiledAction? {
    withRule(draft.rule) { $0.action(for: format, fallsBack: draft.fallsBack) }
  }

  /// The transform of a rule that rewrites.
  func transform(of rule: CompiledRule, for format: String) -> Transform? {
    guard let action = rule.action(for: format), action.kind == .rewrite else { return nil }
    return action.transform.flatMap { Transform.all[$0] }
  }
}

extension Mask {
  /// The mask that a rule writes.
  init(_ mask: Action.Mask) {
    self.init(keepFirst: mask.keep.first, keepLast: mask.keep.last, with: mask.with, replacement: mask.replacement)
  }
}
