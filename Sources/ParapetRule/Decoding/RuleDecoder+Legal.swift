extension RuleDecoder {
  /// What a rule rests on.
  func legalBases(_ node: Node) -> [LegalBasis] {
    if case .sequence(let items) = node.kind, items.isEmpty {
      report.add(
        .noLegalBasis, at: node.place, "the rule rests on nothing",
        help: "cite at least one instrument of `legal.yaml`: `- {cite: KEY article, for: what it demands}`")
      return []
    }
    return (reader.items(node, "`legal`", orOne: false) ?? []).compactMap { legalBasis($0) }
  }

  private func legalBasis(_ node: Node) -> LegalBasis? {
    guard let slots = reader.slots(node, .legalBasis) else { return nil }
    let cite = slots["cite"].flatMap { reader.text($0, "`cite`") }
    let demand = slots["for"].flatMap { reader.text($0, "`for`") }
    let verified = slots["verified"].flatMap { reader.flag($0, "`verified`") } ?? true
    if let cite, let place = slots["cite"]?.place { check(cite, saidVerified: verified, at: place) }
    guard let cite, let demand else { return nil }
    return LegalBasis(cite: cite, demand: demand, verified: verified)
  }

  /// Whether the register has what is cited, and still stands by it.
  private func check(_ cite: String, saidVerified: Bool, at place: Place) {
    guard let register = library.register else { return }
    let parts = cite.split(separator: " ", maxSplits: 1).map(String.init)
    guard let instrument = parts.first.flatMap({ register.instrument($0) }) else {
      report.add(
        .unknownInstrument, at: place, "`legal.yaml` has no instrument `\(parts.first ?? cite)`",
        help: Suggestion.help(for: parts.first ?? cite, in: register.instruments.map(\.key)) ?? "add it to `legal.yaml` first")
      return
    }
    var isVerified = instrument.verified
    if parts.count == 2 {
      guard let article = instrument.article(parts[1]) else {
        report.add(
          .unknownArticle, at: place, "`\(instrument.key)` has no article `\(parts[1])` in `legal.yaml`",
          help: Suggestion.help(for: parts[1], in: instrument.articles.map(\.key)) ?? "add it to `legal.yaml` first")
        return
      }
      isVerified = article.verified
    }
    if !isVerified, saidVerified {
      report.add(
        .unverifiedNotSaid, at: place, "nobody has checked the wording of `\(cite)`",
        help: "write `verified: false` beside it, or check the wording and say so in `legal.yaml`")
    } else if isVerified, !saidVerified {
      report.add(
        .verifiedDenied, at: place, "`\(cite)` has been checked, and the rule says it has not", help: "delete `verified: false`")
    }
    if let until = instrument.inForceUntil, until < library.date {
      report.add(
        .repealed, at: place, "`\(instrument.key)` was in force until \(until)", help: "cite what has taken its place")
    } else if instrument.inForceFrom > library.date {
      report.add(
        .notYetInForce, at: place, "`\(instrument.key)` is in force only from \(instrument.inForceFrom)",
        help: "keep `status: draft` or `mode: shadow` until then")
    }
  }
}
