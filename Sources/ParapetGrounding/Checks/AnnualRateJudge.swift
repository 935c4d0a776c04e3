import ParapetEntity

/// Annual rates against rates by the day or month and against instalments.
///
/// A rate a day makes 360 or 365 times as much a year, a rate a month twelve times as much, either with interest on interest or without.
/// A fee an instalment is charged on the whole sum while the debt falls, so that its annual rate is that of the internal rate of return.
struct AnnualRateJudge {
  let index: EvidenceIndex
  let answer: [UInt8]

  func judgements() -> [ClaimJudgement] {
    let mentions = Recognizer.mentions(of: .annualRate, in: answer)
    guard !mentions.isEmpty else { return [] }
    let expected = AnnualRates(index, answer)
    return mentions.map { mention in
      guard let claim = mention.quantity else {
        return ClaimJudgement(range: mention.range, unit: "percent", outcome: .supported(derivation: nil), nearest: nil)
      }
      let outcome: ClaimJudgement.Outcome
      if let proof = expected.proof(of: claim) {
        outcome = .supported(derivation: proof.operation)
        return ClaimJudgement(range: mention.range, unit: "percent", outcome: outcome, nearest: nil, proof: proof)
      }
      let isPrinted = !index.valueMatches(claim, GroundingOptions(), isEnglishList: false).filter { $0.agreement <= .rounded }.isEmpty
      let fault = isPrinted || isNominal(mention.range) ? nil : expected.fault(of: claim)
      return ClaimJudgement(
        range: mention.range, unit: "percent", outcome: fault.map { .unsupported($0) } ?? .supported(derivation: nil), nearest: nil)
    }
  }

  /// Whether the clause itself says that the rate is no internal rate of return.
  private func isNominal(_ range: Range<Int>) -> Bool {
    let clause = answer[TextBounds.clause(answer, range)]
    return ["名义", "单利", "简单", "nominal", "simple", "flat"].contains { clause.holds(Array($0.utf8)) }
  }
}

/// The annual rates that follow from what an event's texts say.
struct AnnualRates {
  /// Each with how it follows.
  private var rates: [(value: FixedPoint, operation: String)] = []
  /// A fee an instalment times twelve, which is no annual rate.
  private var mistaken: [FixedPoint] = []

  /// Reads the passages, the question and the answer.
  init(_ index: EvidenceIndex, _ answer: [UInt8]) {
    let texts = index.passages.prefix(64).map(\.utf8) + [index.question, answer]
    let read = texts.map { PeriodicRates($0, numbers: Recognizer.numbers(in: $0)) }
    for rate in read.flatMap(\.daily) {
      for days in [365, 360, 366] { add(rate.times(FixedPoint(days)), "annual") }
      add(InternalRate.compound(rate, periods: 365), "compound")
    }
    for rate in read.flatMap(\.monthly) {
      add(rate.times(FixedPoint(12)), "annual")
      add(InternalRate.compound(rate, periods: 12), "compound")
    }
    let counts = Set(read.flatMap(\.instalments)).sorted()
    for fee in read.flatMap(\.fees) {
      if let simple = fee.times(FixedPoint(12)) { mistaken.append(simple) }
      for count in counts {
        guard let rate = InternalRate.ofInstalments(count: count, fee: fee) else { continue }
        add(rate.times(FixedPoint(12)), "internal-rate")
        add(InternalRate.compound(rate, periods: 12), "internal-rate")
      }
    }
  }

  private mutating func add(_ value: FixedPoint?, _ operation: String) {
    if let value, rates.count < 256 { rates.append((value, operation)) }
  }

  /// How `claim` follows, to half a unit of its last digit, and to 5 % where it is hedged.
  func proof(of claim: Quantity) -> Proof? {
    guard claim.unit == .percent else { return nil }
    let value = claim.value.magnitude.billionths
    let reach = max(claim.precision.billionths / 2 + 1_000_000, claim.hedge == nil ? 0 : value / 20)
    return rates.first { abs($0.value.billionths - value) <= reach }.map { Proof(operation: $0.operation, operands: [], result: $0.value) }
  }

  /// What is wrong with a claim that does not follow; nil where nothing is known that it should follow from.
  func fault(of claim: Quantity) -> ClaimJudgement.Fault? {
    let half = claim.precision.billionths / 2
    if mistaken.contains(where: { abs($0.billionths - claim.value.magnitude.billionths) <= half }) {
      return CheckFault.annualRate.fault(.certain)
    }
    return rates.isEmpty ? nil : CheckFault.annualRate.fault(.likely)
  }
}
