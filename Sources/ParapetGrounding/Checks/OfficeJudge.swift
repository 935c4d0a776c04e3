import ParapetEntity

/// Persons and their offices.
struct OfficeJudge {
  let index: EvidenceIndex
  let answer: [UInt8]

  func judgements() -> [ClaimJudgement] {
    let claims = OfficeScan.holders(in: answer)
    guard !claims.isEmpty else { return [] }
    let known = index.rereading.offices
    var judged: [Claim: (isGrounded: Bool, nearest: Place?)] = [:]
    return claims.map { claim in
      let name = answer[claim.name].map(\.lowerLetter)
      let same = Claim(name: name, title: claim.title)
      let place = judged[same] ?? conflict(claim, name, known)
      judged[same] = place
      return ClaimJudgement(
        range: claim.name, unit: "office",
        outcome: place.isGrounded ? .supported(derivation: nil) : .unsupported(CheckFault.office.fault(.likely)),
        nearest: index.nearest(place.nearest))
    }
  }

  /// Who has which office, however often an answer says so.
  private struct Claim: Hashable {
    let name: [UInt8]
    let title: Int
  }

  /// Whether the evidence gives the office to the person, and who has it otherwise.
  private func conflict(
    _ claim: OfficeScan.Holder, _ name: [UInt8], _ known: [[OfficeScan.Holder]]
  ) -> (isGrounded: Bool, nearest: Place?) {
    var other: Place?
    for (number, holders) in known.enumerated() {
      let text = index.text(number)
      for holder in holders {
        let isSameOffice = holder.title == claim.title
        if text[holder.name].map(\.lowerLetter) == name {
          if isSameOffice { return (true, nil) }
          other = Place(passage: number, range: holder.name)
        } else if isSameOffice, other == nil {
          other = Place(passage: number, range: holder.name)
        }
      }
    }
    if other != nil { return (false, other) }
    // The evidence has nobody beside the office: it may know the person without saying what they are.
    return (index.passages.contains { $0.utf8.holds(name) } || index.question.holds(name), nil)
  }
}
