/// The faults that claims can have, with what is said about them.
enum FaultKind: String {
  case absent, unit, scale, currency, direction, arithmetic, period, calendar, condition, premise, binding, modality, rank, attribution,
    weak

  /// The fault at a tier. The sentences quote nothing, so that they may be shown where the texts may not.
  func fault(_ tier: ClaimJudgement.Fault.Tier) -> ClaimJudgement.Fault {
    ClaimJudgement.Fault(kind: rawValue, tier: tier, reasonZh: reasons.zh, reasonEn: reasons.en)
  }

  private var reasons: (zh: String, en: String) {
    switch self {
    case .absent: ("依据中没有这一内容，也无法由依据推算得出。", "The evidence does not hold this, nor can it be computed from the evidence.")
    case .unit: ("数值见于依据，但单位不同。", "The evidence holds this number with another unit.")
    case .scale: ("数字见于依据，但数量级不同。", "The evidence holds these digits at another order of magnitude.")
    case .currency: ("金额见于依据，但币种不同。", "The evidence holds this amount in another currency.")
    case .direction: ("变动方向与依据或前后数值相反。", "The direction contradicts the evidence or the figures beside it.")
    case .arithmetic: ("所列算式与结果不符。", "The calculation shown does not give this result.")
    case .period: ("依据中没有这一日期或期间。", "The evidence does not mention this date or period.")
    case .calendar: ("日历上没有这一天。", "The calendar has no such day.")
    case .condition:
      ("依据中这一点附有条件或上限，回答略去了。", "The evidence says this under a condition or as a limit, which the answer leaves out.")
    case .premise: ("这一数字只见于提问，依据说的是另一数字。", "Only the question gives this figure; the evidence says another.")
    case .binding: ("数值见于依据，但说的是别的主体、指标或期间。", "The evidence holds this number, but of another subject, measure or period.")
    case .modality: ("依据只说计划或预计，回答说成已经完成。", "The evidence only plans or expects what the answer calls done.")
    case .rank: ("与依据所列各项的大小次序不符。", "The order of the figures in the evidence says otherwise.")
    case .attribution: ("依据中没有这一机构或人士的说法。", "The evidence names no such source.")
    case .weak: ("仅能由不相干的数字凑出，依据不足。", "Only unrelated figures happen to give this number.")
    }
  }
}
