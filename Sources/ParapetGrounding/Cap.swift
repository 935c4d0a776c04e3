/// A bound of the work on one answer that was reached: what lies beyond it was not looked at.
///
/// What a bound leaves out never makes a claim supported: a figure that the evidence lacks is still found, as `likely`.
public enum Cap: String, Sendable, CaseIterable {
  /// Of the numbers of the evidence only the first are looked through for what an absent figure was taken from.
  case evidenceNumbers = "cap_evidence_numbers"
  /// Only for the first absent or doubtful figures of an answer is the evidence looked through.
  case absentFigures = "cap_absent_figures"
  /// Of the numbers of the evidence only the first are taken as operands.
  case operands = "cap_operands"
  /// No further pairs of operands are tried for the figures of an answer.
  case pairs = "cap_pairs"
  /// Of the dates of the evidence only the first are kept.
  case evidenceDates = "cap_evidence_dates"
  /// Of the changes by both ends that the evidence states only the first are kept.
  case changes = "cap_changes"
  /// Only the first passages are read for terms, ranges, rates and settlement.
  case passages = "cap_passages"
  /// Of the duties that the evidence states only the first are kept.
  case norms = "cap_norms"
  /// Only the first values of an answer are asked whether the evidence can hold them.
  case answerValues = "cap_answer_values"
  /// Only the first words of settlement of an answer are judged.
  case settlements = "cap_settlements"

  /// How many there may be.
  public var limit: Int {
    switch self {
    case .evidenceNumbers: FigureJudge.lookLimit
    case .absentFigures: FigureJudge.absentLimit
    case .operands: Derivation.operandLimit
    case .pairs: FigureJudge.pairLimit
    case .evidenceDates: DateEvidence.limit
    case .changes: EvidenceReader.changeLimit
    case .passages: Rereading.readLimit
    case .norms: Rereading.normLimit
    case .answerValues: AbstentionJudge.limit
    case .settlements: SettlementJudge.limit
    }
  }

  /// What was reached, in Chinese and in English, for the name that a verdict has for it; nil for any other name.
  public static func words(for name: String) -> (zh: String, en: String)? {
    guard let cap = Cap(rawValue: name) else { return nil }
    return switch cap {
    case .evidenceNumbers: ("依据中的数字只查看了前 \(cap.limit) 个", "only the first \(cap.limit) numbers of the evidence were looked through")
    case .absentFigures: ("只为前 \(cap.limit) 个存疑数字查找了来源", "the evidence was looked through for the first \(cap.limit) doubtful figures only")
    case .operands: ("只有依据中前 \(cap.limit) 个数字参与推算", "only the first \(cap.limit) numbers of the evidence were calculated with")
    case .pairs: ("推算在 \(cap.limit) 对数字后停止", "the search for calculations stopped after \(cap.limit) pairs")
    case .evidenceDates: ("依据中的日期只保留了前 \(cap.limit) 个", "only the first \(cap.limit) dates of the evidence were kept")
    case .changes: ("依据中由某数变为某数的说法只保留了前 \(cap.limit) 处", "only the first \(cap.limit) changes from one figure to another were kept")
    case .passages:
      ("期限、范围、利率与交收只读了前 \(cap.limit) 段依据", "only the first \(cap.limit) passages were read for terms, ranges, rates and settlement")
    case .norms: ("依据中的应当与禁止只保留了前 \(cap.limit) 处", "only the first \(cap.limit) duties of the evidence were kept")
    case .answerValues: ("只核对了回答中前 \(cap.limit) 个值能否由依据得出", "only the first \(cap.limit) values of the answer were asked about")
    case .settlements: ("只核对了回答中前 \(cap.limit) 处交收用语", "only the first \(cap.limit) words of settlement of the answer were judged")
    }
  }
}
