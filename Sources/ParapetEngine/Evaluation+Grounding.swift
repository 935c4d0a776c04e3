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
    for candidate in candidates {
      guard case .entity(let kind) = rule.clauses[candidate.clause].producer else { continue }
      let fold = program.plan.views[candidate.viewNumber]
      let evidence = work.shelf.evidence(fold, options.sources) {
        passages(options.sources)
      } question: {
        options.sources.contains("input") ? event.input?.view(fold).utf8 ?? [] : []
      }
      let reader = reader(candidate.part, candidate.viewNumber, of: rule)
      let judgements = work.shelf.judgements(kind, reader, evidence.index, GroundingOptions(options))
      guard let judgement = judgements[candidate.view] else { continue }
      guard case .unsupported(let fault) = judgement.outcome, options.minds(fault.tier) else { continue }
      var draft = draft(rule, candidate)
      draft.checks.append(Finding.Check(check: name, pass: false))
      draft.reason = (fault.reasonZh, fault.reasonEn)
      draft.grounding = Finding.Grounding(
        fault: fault.kind, tier: fault.tier.rawValue, unit: judgement.unit,
        nearest: judgement.nearest.flatMap { nearest in
          guard evidence.passages.indices.contains(nearest.passage) else { return nil }
          let source = evidence.passages[nearest.passage]
          return Finding.Grounding.Nearest(
            id: source.id, span: source.text.span(evidence.views[nearest.passage].original(nearest.range)))
        })
      drafts.append(draft)
    }
    return drafts
  }

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
