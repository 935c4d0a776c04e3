import ParapetEntity

/// Whether a shown calculation gives what it says.
enum EquationCheck {
  /// Holds to one unit of the last printed digit, as a fraction or in per cent, and with interest counted by the day.
  static func holds(_ equation: Equation) -> Bool {
    // 389 million ÷ 1,000 = 0.389 billion only changes the unit.
    if let printed = equation.computedAsPrinted,
      (printed.magnitude - equation.stated.printed.magnitude).magnitude.billionths * 2
        <= (FixedPoint(1).shifted(-equation.stated.decimals)?.billionths ?? 0)
    {
      return true
    }
    return off(equation).map { $0 <= equation.stated.precision } ?? false
  }

  /// How sure it is that a calculation which does not hold is wrong: a result that is off by no more than two parts in a thousand may be
  /// rounding on the way.
  static func tier(_ equation: Equation) -> ClaimJudgement.Fault.Tier {
    guard let off = off(equation) else { return .certain }
    return off.billionths * 500 > equation.stated.value.magnitude.billionths ? .certain : .likely
  }

  /// How far what is stated lies from what it most probably is meant to be.
  private static func off(_ equation: Equation) -> FixedPoint? {
    readings(equation).map { ($0 - equation.stated.value.magnitude).magnitude }.min()
  }

  /// What the expression comes to, in every unit that the result may be meant in.
  private static func readings(_ equation: Equation) -> [FixedPoint] {
    let computed = equation.computed.magnitude
    var readings: [FixedPoint?] = [computed]
    switch equation.stated.unit {
    case .percent, .percentagePoints, .plain: readings.append(computed.shifted(2))
    case .basisPoints: readings += [computed.shifted(4), computed.shifted(2)]
    default: break
    }
    // Operands may be in one scale and the result in another: 128.6亿 − 115.2亿 = 13.4.
    if equation.stated.scale != 0 {
      readings.append(computed.shifted(equation.stated.scale))
    } else {
      for scale in [3, 4, 6, 8, 9] { readings.append(computed.shifted(-scale)) }
    }
    // A rate per year times days is a year's worth of days too much.
    for days in [365, 360, 366] { readings.append(computed.divided(by: FixedPoint(days))) }
    return readings.compactMap { $0 }
  }
}

extension EvidenceIndex {
  func judgeEquations(in answer: MentionReader) -> [ClaimJudgement] {
    answer.mentions(of: .equation).map { mention in
      guard case .equation(let equation) = mention.reading else {
        return ClaimJudgement(range: mention.range, unit: "equation", outcome: .supported(derivation: nil), nearest: nil)
      }
      let outcome: ClaimJudgement.Outcome =
        EquationCheck.holds(equation)
        ? .supported(derivation: "equation") : .unsupported(FaultKind.arithmetic.fault(EquationCheck.tier(equation)))
      let left = mention.range.lowerBound..<max(mention.range.lowerBound, equation.statedRange.lowerBound)
      let proof = Proof(
        operation: "equation", operands: [Proof.Operand(source: .answer, range: left)], result: equation.computed)
      return ClaimJudgement(range: mention.range, unit: "equation", outcome: outcome, nearest: nil, proof: proof)
    }
  }
}
