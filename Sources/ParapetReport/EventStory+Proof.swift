import ParapetEngine
import ParapetGrounding
import ParapetText
import ParapetVerdict

/// What carries the claims of an answer, and what comes closest to those that nothing carries.
extension EventStory {
  /// The closest evidence of a finding, and the calculation found.
  func proof(of grounding: Finding.Grounding) -> [String] {
    (grounding.nearest.map { ["最接近的依据（nearest evidence）：" + quote($0)] } ?? []) + (grounding.derivation.map(lines) ?? [])
  }

  /// The claims that the evidence carries, with what carries them.
  func claims(of step: Trace.Step, _ style: Style) -> [String] {
    step.claims.flatMap { claim in
      let own = quote(Finding.Grounding.Nearest(id: claim.part, span: claim.span))
      let proof = claim.derivation.map(lines) ?? ["无须依据。 Needs no evidence."]
      return ["  " + style.green("✓ ") + own] + proof.map { "      " + $0 }
    }
  }

  private func lines(_ derivation: Finding.Grounding.Derivation) -> [String] {
    let words = ProofWords.of(derivation.operation)
    var lines = ["\(words.0)（\(words.1)）：" + derivation.operands.map(quote).joined(separator: "；")]
    let texts = derivation.operands.compactMap(shown)
    if texts.count == derivation.operands.count, let expression = Proof.expression(derivation.operation, texts) { lines.append(expression) }
    if let chance = derivation.chance {
      lines.append("偶然得到此数的期望次数为千分之\(chance)。 Luck alone would give it \(chance) times in a thousand.")
    }
    return lines
  }

  /// What stands at a place, and where that is; only where, unless text may be shown.
  private func quote(_ place: Finding.Grounding.Nearest) -> String {
    let range = place.span.scalar
    let location = "\(place.id) \(range.lowerBound + 1)–\(range.upperBound)"
    return shown(place).map { "“\($0)” [\(location)]" } ?? "[\(location)]"
  }

  private func shown(_ place: Finding.Grounding.Nearest) -> String? {
    guard showsText else { return nil }
    let text: Text?
    switch place.id {
    case "/text": text = event.text
    case "/input": text = event.input
    default: text = event.context?.first { $0.id == place.id }?.text
    }
    guard let text, place.span.utf8.upperBound <= text.utf8.count else { return nil }
    return text.string(in: place.span.utf8)
  }
}
