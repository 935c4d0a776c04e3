import ParapetEntity

/// What must, may or must not be done, against what the evidence says of the same thing.
struct NormJudge {
  let index: EvidenceIndex
  let answer: [UInt8]
  func judgements() -> [ClaimJudgement] {
    let claims = NormScan.norms(in: answer)
    guard !claims.isEmpty else { return [] }
    let known = index.rereading.norms
    return claims.map { claim in
      let stems = Stems.of(answer, claim.object)
      func share(_ other: StemSet) -> Bool {
        let shared = stems.shared(with: other).any
        return shared >= 2 && shared * 2 >= min(stems.count, other.count)
      }
      let same = known.filter { share($0.stems) }
      let isSaid = same.contains { $0.norm.force == claim.force }
      let against = isSaid ? nil : same.first { $0.norm.force.opposes(claim.force) }
      return ClaimJudgement(
        range: claim.range, unit: "norm",
        outcome: against == nil ? .supported(derivation: nil) : .unsupported(CheckFault.norm.fault(.likely)),
        nearest: index.nearest(against.map { Place(passage: $0.passage, range: $0.norm.range) }))
    }
  }
}
