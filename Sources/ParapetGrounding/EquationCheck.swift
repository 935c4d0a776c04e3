import ParapetEntity

/// Whether a shown calculation gives what it says.
enum EquationCheck {
  /// Holds to one unit of the last printed digit, as a fraction or in per cent, and with interest counted by the day.
  static func holds(_ equation: Equation) -> Bool {
    let stated = equation.stated.value.magnitude
    let tolerance = equation.stated.precision
    var readings: [FixedPoint?] = [equation.computed.magnitude]
    if equation.stated.unit == .percent || equation.stated.unit == .percentagePoints {
      readings.append(equation.computed.magnitude.shifted(2))
    }
    if equation.stated.unit == .plain { readings.append(equation.computed.magnitude.shifted(2)) }
    if equation.stated.unit == .basisPoints {
      readings.append(equation.computed.magnitude.shifted(4))
      readings.append(equation.computed.magnitude.shifted(2))
    }
    // Operands may be in one scale and the result in another: 128.6亿 − 115.2亿 = 13.4.
    if equation.stated.scale != 0 {
      readings.append(equation.computed.magnitude.shifted(equation.stated.scale))
    } else {
      for scale in [3, 4, 6, 8, 9] { readings.append(equation.computed.magnitude.shifted(-scale)) }
    }
    // A rate per year times days is a year's worth of days too much.
    for days in [365, 360, 366] { readings.append(equation.computed.magnitude.divided(by: FixedPoint(days))) }
    // 389 million ÷ 1,000 = 0.389 billion only changes the unit.
    if let printed = equation.computedAsPrinted,
      (printed.magnitude - equation.stated.printed.magnitude).magnitude.billionths * 2
        <= (FixedPoint(1).shifted(-equation.stated.decimals)?.billionths ?? 0)
    {
      return true
    }
    return readings.contains { reading in
      guard let reading else { return false }
      return (reading - stated).magnitude <= tolerance
    }
  }
}

extension EvidenceIndex {
  func judgeEquations(in answer: MentionReader) -> [ClaimJudgement] {
    answer.mentions(of: .equation).map { mention in
      guard case .equation(let equation) = mention.reading else {
        return ClaimJudgement(range: mention.range, unit: "equation", outcome: .supported(derivation: nil), nearest: nil)
      }
      let outcome: ClaimJudgement.Outcome =
        EquationCheck.holds(equation) ? .supported(derivation: "equation") : .unsupported(FaultKind.arithmetic.fault(tier(equation)))
      let left = mention.range.lowerBound..<max(mention.range.lowerBound, equation.statedRange.lowerBound)
      let proof = Proof(
        operation: "equation", operands: [Proof.Operand(source: .answer, range: left)], result: equation.computed)
      return ClaimJudgement(range: mention.range, unit: "equation", outcome: outcome, nearest: nil, proof: proof)
    }
  }

  /// A result that is off by no more than a few parts in a thousand may be rounding on the way.
  private func tier(_ equation: Equation) -> ClaimJudgement.Fault.Tier {
    let off = (equation.computed.magnitude - equation.stated.value.magnitude).magnitude.billionths
    return off * 500 > equation.stated.value.magnitude.billionths ? .certain : .likely
  }
}
