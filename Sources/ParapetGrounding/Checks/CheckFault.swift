/// The faults that are found beside figures, dates and identifiers, with what is said about them.
enum CheckFault: String {
  case quotation, office, norm, range, contradiction, schedule, miscited, unanswerable
  case annualRate = "annual-rate"

  /// The fault at a tier. The sentences quote nothing.
  func fault(_ tier: ClaimJudgement.Fault.Tier) -> ClaimJudgement.Fault {
    ClaimJudgement.Fault(kind: rawValue, tier: tier, reasonZh: reasons.zh, reasonEn: reasons.en)
  }

  private var reasons: (zh: String, en: String) {
    switch self {
    case .quotation: ("所引原文不见于依据。", "The evidence does not hold the words quoted.")
    case .office: ("依据中担任这一职务的不是此人，或没有此人。", "The evidence gives this office to somebody else, or does not name the person.")
    case .norm: ("依据的要求与此相反。", "The evidence says the opposite of what must or may be done.")
    case .range: ("数值超出可能的、或依据及前文给出的范围。", "The figure lies outside what can be, or outside the range that is given.")
    case .contradiction: ("与回答中另一处的说法矛盾。", "This contradicts another statement of the answer.")
    case .schedule: ("日期先后、期限或星期不符。", "The dates, the term or the day of the week do not agree.")
    case .annualRate: ("年化利率与所列日、月利率或分期费率不符。", "The annual rate does not follow from the rates and instalments given.")
    case .unanswerable: ("材料没有所问的内容，回答却给出了答案。", "The material does not hold what was asked, and yet an answer is given.")
    case .miscited: ("所引材料中没有这一数字，另一份材料中有。", "The passage cited does not hold this figure; another one does.")
    }
  }
}
