import ParapetEntity
import ParapetFormat
import ParapetGrounding
import ParapetRule
import ParapetText
import ParapetVerdict

/// The evidence of one event under one fold, indexed, and what leads back to the texts as they were received.
struct Dossier {
  let fold: Fold
  let options: GroundingOptions
  let kinds: [String]
  let sources: [Event.Passage]
  let index: EvidenceIndex
  fileprivate let views: [View]
  fileprivate let rulers: [TextRuler]

  /// A stretch of a folded passage, in the passage as it was received.
  fileprivate func place(_ passage: Int, _ range: Range<Int>) -> Finding.Grounding.Nearest? {
    guard sources.indices.contains(passage) else { return nil }
    return Finding.Grounding.Nearest(id: sources[passage].id, span: rulers[passage].span(views[passage].original(range)))
  }
}

extension Evaluation {
  /// The claims of one kind in one view of one part, judged.
  private struct Judged {
    let kind: MentionKind
    let part: Int
    let lexicon: Int
    let judgements: [Range<Int>: ClaimJudgement]
    let view: View
    let ruler: TextRuler
  }

  /// Drafts for the candidates that the evidence does not carry; with the full trace, the claims that it does.
  mutating func ungrounded(
    _ candidates: [Candidate], of rule: CompiledRule, _ name: String, _ options: Assertion.Grounded
  ) throws(Unlooked) -> [Draft] {
    var drafts: [Draft] = []
    var known: [Judged] = []
    for candidate in candidates {
      guard case .entity(let kind) = rule.clauses[candidate.clause].producer else { continue }
      let dossier = dossier(for: program.lexicons[candidate.lexicon].fold, options)
      let judged: Judged
      if let before = known.first(where: { $0.kind == kind && $0.part == candidate.part && $0.lexicon == candidate.lexicon }) {
        judged = before
      } else {
        let view = sight(part: candidate.part, lexicon: candidate.lexicon).view
        let judgements = dossier.index.judge(kind, in: view.utf8)
        judged = Judged(
          kind: kind, part: candidate.part, lexicon: candidate.lexicon,
          judgements: Dictionary(judgements.map { ($0.range, $0) }, uniquingKeysWith: { first, _ in first }), view: view,
          ruler: TextRuler(parts[candidate.part].text))
        known.append(judged)
      }
      guard let judgement = judged.judgements[candidate.view] else { continue }
      guard case .unsupported(let fault) = judgement.outcome else {
        if trace.steps != nil { claims.append(claim(candidate, judgement, judged, dossier)) }
        continue
      }
      guard options.minds(fault.tier) else { continue }
      var draft = draft(rule, candidate)
      draft.checks.append(Finding.Check(check: name, pass: false))
      draft.reason = (fault.reasonZh, fault.reasonEn)
      draft.grounding = Finding.Grounding(
        fault: fault.kind, tier: fault.tier.rawValue, unit: judgement.unit,
        nearest: judgement.nearest.flatMap { dossier.place($0.passage, $0.range) }, derivation: derivation(judgement.proof, judged, dossier))
      drafts.append(draft)
    }
    return drafts
  }

  // MARK: Proofs

  private func claim(_ candidate: Candidate, _ judgement: ClaimJudgement, _ judged: Judged, _ dossier: Dossier) -> Trace.Claim {
    Trace.Claim(
      part: parts[candidate.part].pointer, span: judged.ruler.span(candidate.original), unit: judgement.unit,
      derivation: derivation(judgement.proof, judged, dossier))
  }

  private func derivation(_ proof: Proof?, _ judged: Judged, _ dossier: Dossier) -> Finding.Grounding.Derivation? {
    guard let proof else { return nil }
    var operands: [Finding.Grounding.Nearest] = []
    for operand in proof.operands {
      if let place = place(operand, judged, dossier) { operands.append(place) }
    }
    return Finding.Grounding.Derivation(operation: proof.operation, operands: operands, chance: proof.chance)
  }

  private func place(_ operand: Proof.Operand, _ judged: Judged, _ dossier: Dossier) -> Finding.Grounding.Nearest? {
    switch operand.source {
    case .passage(let number): return dossier.place(number, operand.range)
    case .question:
      guard let text = event.input else { return nil }
      return Finding.Grounding.Nearest(id: "/input", span: text.span(text.view(dossier.fold).original(operand.range)))
    case .answer:
      return Finding.Grounding.Nearest(
        id: parts[judged.part].pointer, span: judged.ruler.span(judged.view.original(operand.range)))
    }
  }

  // MARK: Evidence

  /// What counts as evidence, in order.
  private func passages(_ sources: [String]) -> [Event.Passage] {
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

  private mutating func dossier(for fold: Fold, _ options: Assertion.Grounded) -> Dossier {
    var grounding = GroundingOptions()
    grounding.derive = options.derive
    grounding.round = options.rounding != "exact"
    grounding.matchUnits = options.equal == "value-and-unit"
    if let known = evidence.first(where: { $0.fold == fold && $0.options == grounding && $0.kinds == options.sources }) { return known }
    let passages = passages(options.sources)
    let views = passages.map { $0.text.view(fold) }
    let question = options.sources.contains("input") ? event.input?.view(fold).utf8 ?? [] : []
    let index = EvidenceIndex(
      passages: zip(passages, views).map { Passage(id: $0.id, utf8: $1.utf8) }, question: question, options: grounding)
    let dossier = Dossier(
      fold: fold, options: grounding, kinds: options.sources, sources: passages, index: index, views: views,
      rulers: passages.map { TextRuler($0.text) })
    evidence.append(dossier)
    return dossier
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
