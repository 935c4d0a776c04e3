import ParapetEntity
import ParapetFormat
import ParapetGrounding
import ParapetRule
import ParapetText
import ParapetVerdict

extension Evaluation {
  /// Drafts for the candidates that the evidence does not carry.
  mutating func ungrounded(
    _ candidates: [Candidate], of rule: CompiledRule, _ name: String, _ options: Assertion.Grounded
  ) throws(Unlooked) -> [Draft] {
    var drafts: [Draft] = []
    // Most candidates are of one clause and one text: what is asked of these is asked once.
    var last: (clause: Int, part: Int, view: Int, evidence: EvidenceShelf.Evidence, answers: EvidenceShelf.Answers)?
    var next = 0
    for candidate in candidates {
      guard case .entity(let kind) = rule.clauses[candidate.clause].producer else { continue }
      if kind == .equation, EquationScan.isPower(parts[candidate.part].text.utf8[candidate.original]) { continue }
      let isSame = last.map { ($0.clause, $0.part, $0.view) == (candidate.clause, candidate.part, candidate.viewNumber) } ?? false
      if !isSame {
        let (evidence, answers) = answers(kind, candidate, of: rule, options)
        last = (candidate.clause, candidate.part, candidate.viewNumber, evidence, answers)
        recordCaps(answers.reached, for: rule)
      }
      guard let evidence = last?.evidence, let judgements = last?.answers.judgements,
        let place = judgements.place(of: candidate.view, likely: next)
      else { continue }
      next = place + 1
      // Most claims are supported, and nothing is said of them.
      guard case .unsupported(let fault) = judgements.all[place].outcome else {
        if trace.steps != nil { claims.append(claim(candidate, judgements.all[place], evidence)) }
        continue
      }
      guard options.minds(fault.tier) else { continue }
      let judgement = judgements.all[place]
      let draft = draft(rule, candidate)
      draft.checks.append(Finding.Check(check: name, pass: false))
      draft.reason = (fault.reasonZh, fault.reasonEn)
      draft.grounding = Finding.Grounding(
        fault: fault.kind, tier: fault.tier.rawValue, unit: judgement.unit,
        nearest: judgement.nearest.flatMap { evidence.place($0.passage, $0.range) },
        derivation: derivation(judgement.proof, candidate, evidence))
      drafts.append(draft)
    }
    return drafts
  }

  /// The claims of a kind in a candidate's text, judged, and the evidence they were held against.
  private func answers(
    _ kind: MentionKind, _ candidate: Candidate, of rule: CompiledRule, _ options: Assertion.Grounded
  ) -> (EvidenceShelf.Evidence, EvidenceShelf.Answers) {
    let fold = program.plan.views[candidate.viewNumber]
    let evidence = work.shelf.evidence(fold, options.sources) {
      passages(options.sources)
    } question: {
      options.sources.contains("input") ? event.input?.view(fold).utf8 ?? [] : []
    }
    let reader = reader(candidate.part, candidate.viewNumber, of: rule)
    return (evidence, work.shelf.judgements(kind, reader, evidence.index, GroundingOptions(options)))
  }

  /// Says which bounds of the work on an answer were reached, each once a rule.
  private mutating func recordCaps(_ reached: Set<Cap>, for rule: CompiledRule) {
    for cap in Cap.allCases where reached.contains(cap) {
      let record = Unjudged(rule: rule.rule.id, why: cap.rawValue, fact: nil, policy: ("limit", String(cap.limit)))
      if !unjudged.contains(record) { unjudged.append(record) }
    }
  }

  // MARK: Proofs

  private func claim(_ candidate: Candidate, _ judgement: ClaimJudgement, _ evidence: EvidenceShelf.Evidence) -> Trace.Claim {
    let part = parts[candidate.part]
    return Trace.Claim(
      part: part.pointer, span: work.shelf.span(candidate.original, ofPart: candidate.part, part.text), unit: judgement.unit,
      derivation: derivation(judgement.proof, candidate, evidence))
  }

  private func derivation(
    _ proof: Proof?, _ candidate: Candidate, _ evidence: EvidenceShelf.Evidence
  ) -> Finding.Grounding.Derivation? {
    guard let proof else { return nil }
    return Finding.Grounding.Derivation(
      operation: proof.operation, operands: proof.operands.compactMap { place($0, candidate, evidence) }, chance: proof.chance)
  }

  private func place(
    _ operand: Proof.Operand, _ candidate: Candidate, _ evidence: EvidenceShelf.Evidence
  ) -> Finding.Grounding.Nearest? {
    switch operand.source {
    case .passage(let number): return evidence.place(number, operand.range)
    case .question:
      return event.input.map {
        Finding.Grounding.Nearest(id: "/input", span: work.shelf.span(operand.range, ofQuestion: $0, evidence.fold))
      }
    case .answer:
      let part = parts[candidate.part]
      let view = work.sight(part: candidate.part, view: candidate.viewNumber).view
      let span = work.shelf.span(view.original(operand.range), ofPart: candidate.part, part.text)
      return Finding.Grounding.Nearest(id: part.pointer, span: span)
    }
  }

  // MARK: Evidence

  /// What counts as evidence, in order.
  func passages(_ sources: [String]) -> [Event.Passage] {
    var passages: [Event.Passage] = []
    if sources.contains("context") { passages += event.context ?? [] }
    if sources.contains("tool-result") {
      for (index, message) in event.messages.enumerated() where message.role == "tool" {
        passages.append(Event.Passage(id: "messages/\(index)", text: message.content.string))
      }
      if let value = event.session["calls"]?.value, case .array(let calls) = value {
        for (index, call) in calls.enumerated() {
          if let result = call["result"]?.string { passages.append(Event.Passage(id: "session/calls/\(index)", text: result)) }
        }
      }
    }
    return passages
  }
}

extension GroundingOptions {
  /// As a rule writes them.
  fileprivate init(_ options: Assertion.Grounded) {
    self.init()
    derive = options.derive
    round = options.rounding != "exact"
    matchUnits = options.equal == "value-and-unit"
  }
}

extension Assertion.Grounded {
  /// Whether a fault of `found` makes a finding: the option names the mildest tier that does.
  fileprivate func minds(_ found: ClaimJudgement.Fault.Tier) -> Bool {
    let order: [ClaimJudgement.Fault.Tier] = [.warn, .likely, .certain]
    let least = ClaimJudgement.Fault.Tier(rawValue: tier) ?? .likely
    return (order.firstIndex(of: found) ?? 0) >= (order.firstIndex(of: least) ?? 0)
  }
}
