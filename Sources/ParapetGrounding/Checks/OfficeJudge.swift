import ParapetEntity

/// Persons and their offices.
struct OfficeJudge {
  let index: EvidenceIndex
  let answer: [UInt8]

  func judgements() -> [ClaimJudgement] {
    let claims = OfficeScan.holders(in: answer)
    guard !claims.isEmpty else { return [] }
    let known = Known(index)
    return claims.map { claim in
      let place = place(of: Claim(name: answer[claim.name].map(\.lowerLetter), title: claim.title), known)
      return ClaimJudgement(
        range: claim.name, unit: "office",
        outcome: place.isGrounded ? .supported(derivation: nil) : .unsupported(CheckFault.office.fault(.likely)),
        nearest: index.nearest(place.nearest))
    }
  }

  /// Who has which office.
  private struct Claim: Hashable {
    let name: [UInt8]
    let title: Int
  }

  /// What the evidence says of offices.
  private struct Known {
    private(set) var claims: Set<Claim> = []
    /// Where each person is named last with an office, and who has each office first.
    private(set) var people: [[UInt8]: Place] = [:]
    private(set) var offices: [Int: Place] = [:]

    init(_ index: EvidenceIndex) {
      for (number, holders) in index.rereading.offices.enumerated() {
        let text = index.text(number)
        for holder in holders {
          let place = Place(passage: number, range: holder.name)
          let claim = Claim(name: text[holder.name].map(\.lowerLetter), title: holder.title)
          claims.insert(claim)
          people[claim.name] = place
          if offices[claim.title] == nil { offices[claim.title] = place }
        }
      }
    }
  }

  /// Whether the evidence gives the office to the person, and who has it otherwise.
  private func place(of claim: Claim, _ known: Known) -> (isGrounded: Bool, nearest: Place?) {
    if known.claims.contains(claim) { return (true, nil) }
    if let other = known.people[claim.name] ?? known.offices[claim.title] { return (false, other) }
    // The evidence has nobody beside the office: it may know the person without saying what they are.
    return (index.passages.contains { $0.utf8.holds(claim.name) } || index.question.holds(claim.name), nil)
  }
}
