import ParapetEntity
import ParapetGrounding
import Testing

/// What must hold of every figure, tried on many that are drawn from a printed seed.
@Suite struct GroundingPropertyTests {
  static let seeds: [UInt64] = [1, 7, 2026]

  private func judge(_ contexts: [String], _ answer: String, _ kind: MentionKind = .quantity) -> [ClaimJudgement] {
    let passages = contexts.enumerated().map { Passage(id: "p\($0.offset)", utf8: Array($0.element.utf8)) }
    return EvidenceIndex(passages: passages, question: []).judge(kind, in: Array(answer.utf8))
  }

  private func isSupported(_ judgement: ClaimJudgement) -> Bool {
    if case .supported = judgement.outcome { true } else { false }
  }

  private static let metrics = ["营业收入", "净利润", "手续费收入", "贷款余额"]

  @Test(arguments: seeds) func aChangedDigitIsNeverQuoted(_ seed: UInt64) throws {
    var dice = Dice(state: seed)
    for _ in 0..<120 {
      let metric = try #require(Self.metrics.randomElement(using: &dice))
      let digits = (0..<4).map { _ in Int.random(in: 1...9, using: &dice) }
      let printed = "\(digits[0])\(digits[1])\(digits[2]).\(digits[3])亿元"
      let context = "2026年\(metric)\(printed)，经审计。"
      let right = try #require(judge([context], "\(metric)\(printed)。").first)
      #expect(isSupported(right) && right.proof?.operation == "quoted", "seed \(seed): \(printed)")
      var wrong = digits
      let place = Int.random(in: 0..<4, using: &dice)
      wrong[place] = wrong[place] % 9 + 1
      let changed = "\(wrong[0])\(wrong[1])\(wrong[2]).\(wrong[3])亿元"
      let judged = try #require(judge([context], "\(metric)\(changed)。").first)
      #expect(!isSupported(judged) && judged.proof?.operation != "quoted", "seed \(seed): \(printed) as \(changed)")
    }
  }

  @Test(arguments: seeds) func scalingBothSidesChangesNothing(_ seed: UInt64) throws {
    var dice = Dice(state: seed)
    let scales = ["元", "万元", "亿元"]
    for _ in 0..<80 {
      let (a, b) = (Int.random(in: 1200...9800, using: &dice), Int.random(in: 1200...9800, using: &dice))
      let claims = ["本年\(a)", "合计\(a + b)", "相差\(abs(a - b))", "本年\(a + 1)", "本年\(b)"]
      let claim = try #require(claims.randomElement(using: &dice))
      let outcomes = scales.map { scale in
        judge(["本年\(a)\(scale)，上年\(b)\(scale)。"], claim + scale + "。").map { isSupported($0) }
      }
      #expect(Set(outcomes).count == 1, "seed \(seed): \(claim) of \(a) and \(b): \(outcomes)")
    }
  }

  @Test(arguments: seeds) func unrelatedPassagesExcuseNoWrongCalculation(_ seed: UInt64) throws {
    var dice = Dice(state: seed)
    for _ in 0..<60 {
      let (a, b) = (Int.random(in: 100...900, using: &dice), Int.random(in: 100...900, using: &dice))
      let off = Int.random(in: 5...40, using: &dice)
      let wrong = "\(a)亿元+\(b)亿元=\(a + b + off)亿元"
      let noise = (0..<12).map { _ in "另有\(Int.random(in: 1...2000, using: &dice))亿元。" }
      for contexts in [["收入\(a)亿元，支出\(b)亿元。"], ["收入\(a)亿元，支出\(b)亿元。"] + noise] {
        let judged = try #require(judge(contexts, wrong, .equation).first)
        guard case .unsupported(let fault) = judged.outcome else {
          Issue.record("seed \(seed): \(wrong) passes")
          continue
        }
        #expect(fault.tier == .certain && fault.kind == "arithmetic", "seed \(seed): \(wrong)")
      }
    }
  }
}
