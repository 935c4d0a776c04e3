import ParapetEntity

/// Annual rates against rates by the day or month and against instalments.
///
/// A rate a day makes 360 or 365 times as much a year, a rate a month twelve times as much, either with interest on interest or without.
/// A fee an instalment is charged on the whole sum while the debt falls, so that its annual rate is that of the internal rate of return.
struct AnnualRateJudge {
  let index: EvidenceIndex
  let answer: MentionReader

  func judgements() -> [ClaimJudgement] {
    let mentions = answer.mentions(of: .annualRate)
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
    let clause = answer.utf8[TextBounds.clause(answer.utf8, range)]
    return ["名义", "单利", "简单", "nominal", "simple", "flat"].contains { clause.holds(Array($0.utf8)) }
  }
}

/// The annual rates that follow from what an event's texts say.
struct AnnualRates {
  /// A value that is said somewhere.
  private struct Said<Value> {
    let value: Value
    let operand: Proof.Operand
  }

  /// Each with how it follows.
  private var rates: [Proof] = []
  /// A fee an instalment times twelve, which is no annual rate.
  private var mistaken: [FixedPoint] = []

  /// Reads the passages, the question and the answer.
  init(_ index: EvidenceIndex, _ answer: MentionReader) {
    let read = index.rereading.periodicRates + [(.answer, PeriodicRates(answer.utf8, numbers: answer.numbers))]
    for rate in AnnualRates.said(read, \.daily) {
      for days in [365, 360, 366] { add(rate.value.times(FixedPoint(days)), "annual-\(days)", [rate.operand]) }
      add(InternalRate.compound(rate.value, periods: 365), "compound-365", [rate.operand])
    }
    for rate in AnnualRates.said(read, \.monthly) {
      add(rate.value.times(FixedPoint(12)), "annual-12", [rate.operand])
      add(InternalRate.compound(rate.value, periods: 12), "compound-12", [rate.operand])
    }
    var counts: [Said<Int>] = []
    for count in AnnualRates.said(read, \.instalments).sorted(by: { $0.value < $1.value }) where counts.last?.value != count.value {
      counts.append(count)
    }
    for fee in AnnualRates.said(read, \.fees) {
      if let simple = fee.value.times(FixedPoint(12)) { mistaken.append(simple) }
      for count in counts {
        guard let rate = InternalRate.ofInstalments(count: count.value, fee: fee.value) else { continue }
        add(rate.times(FixedPoint(12)), "internal-rate", [fee.operand, count.operand])
        add(InternalRate.compound(rate, periods: 12), "internal-rate-compound", [fee.operand, count.operand])
      }
    }
  }

  private static func said<Value>(
    _ read: [(source: Proof.Operand.Source, rates: PeriodicRates)], _ list: KeyPath<PeriodicRates, [PeriodicRates.Found<Value>]>
  ) -> [Said<Value>] {
    read.flatMap { source, rates in
      rates[keyPath: list].map { Said(value: $0.value, operand: Proof.Operand(source: source, range: $0.range)) }
    }
  }

  private mutating func add(_ value: FixedPoint?, _ operation: String, _ operands: [Proof.Operand]) {
    if let value, rates.count < 256 { rates.append(Proof(operation: operation, operands: operands, result: value)) }
  }

  /// How `claim` follows, to half a unit of its last digit, and to 5 % where it is hedged.
  func proof(of claim: Quantity) -> Proof? {
    guard claim.unit == .percent else { return nil }
    let value = claim.value.magnitude.billionths
    let reach = max(claim.precision.billionths / 2 + 1_000_000, claim.hedge == nil ? 0 : value / 20)
    return rates.first { $0.result.map { abs($0.billionths - value) <= reach } ?? false }
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
