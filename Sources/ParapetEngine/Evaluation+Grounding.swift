import ParapetEntity
import ParapetFormat
import ParapetGrounding
import ParapetRule
import ParapetText
import ParapetVerdict

/// What an evidence index was made for.
struct EvidenceKey: Equatable {
  let fold: Fold
  let options: GroundingOptions
  let sources: [String]
}

extension Evaluation {
  /// Drafts for the candidates that the evidence does not carry.
  mutating func ungrounded(
    _ candidates: [Candidate], of rule: CompiledRule, _ name: String, _ options: Assertion.Grounded
  ) throws(Unlooked) -> [Draft] {
    let sources = passages(options.sources)
    var drafts: [Draft] = []
    var judged: [(kind: MentionKind, part: Int, view: Int, judgements: [Range<Int>: ClaimJudgement])] = []
    for candidate in candidates {
      guard case .entity(let kind) = rule.clauses[candidate.clause].producer else { continue }
      let fold = program.plan.views[candidate.viewNumber]
      let (part, number) = (candidate.part, candidate.viewNumber)
      if !judged.contains(where: { $0.kind == kind && $0.part == part && $0.view == number }) {
        let judgements = index(for: fold, options, sources).judge(kind, in: recognisable(part, number, of: rule))
        judged.append((kind, part, number, Dictionary(judgements.map { ($0.range, $0) }, uniquingKeysWith: { first, _ in first })))
      }
      let judgements = judged.first { $0.kind == kind && $0.part == part && $0.view == number }?.judgements ?? [:]
      guard let judgement = judgements[candidate.view] else { continue }
      guard case .unsupported(let fault) = judgement.outcome, options.minds(fault.tier) else { continue }
      var draft = draft(rule, candidate)
      draft.checks.append(Finding.Check(check: name, pass: false))
      draft.reason = (fault.reasonZh, fault.reasonEn)
      draft.grounding = Finding.Grounding(
        fault: fault.kind, tier: fault.tier.rawValue, unit: judgement.unit,
        nearest: judgement.nearest.flatMap { nearest in
          guard sources.indices.contains(nearest.passage) else { return nil }
          let source = sources[nearest.passage]
          return Finding.Grounding.Nearest(
            id: source.id, span: source.text.span(source.text.view(fold).original(nearest.range)))
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

  private mutating func index(for fold: Fold, _ options: Assertion.Grounded, _ passages: [Event.Passage]) -> EvidenceIndex {
    var grounding = GroundingOptions()
    grounding.derive = options.derive
    grounding.round = options.rounding != "exact"
    grounding.matchUnits = options.equal == "value-and-unit"
    let key = EvidenceKey(fold: fold, options: grounding, sources: options.sources)
    if let known = evidence.first(where: { $0.key == key }) { return known.index }
    let question = options.sources.contains("input") ? event.input?.view(fold).utf8 ?? [] : []
    let index = EvidenceIndex(
      passages: passages.map { Passage(id: $0.id, utf8: $0.text.view(fold).utf8) }, question: question, options: grounding)
    evidence.append((key, index))
    return index
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
