import ParapetEntity

/// What a register can say against a claim.
enum RegisterFault {
  /// It is not listed, and everything that there is, is.
  case unregistered
  /// It is no longer in force, or no longer offered.
  case ended(successor: String?)
  /// It is not in force yet.
  case future
  /// It is what it was once.
  case stale
  /// The code belongs to something of another name.
  case misnamed

  /// The fault at a tier, told with the source of the register and its day.
  func fault(_ tier: ClaimJudgement.Fault.Tier, by register: Register) -> ClaimJudgement.Fault {
    let (kind, zh, en) = words
    let day = register.asOf.isEmpty ? ("", "") : ("，\(register.asOf)", ", \(register.asOf)")
    return ClaimJudgement.Fault(
      kind: kind, tier: tier, reasonZh: "\(zh)（登记册：\(register.source)\(day.0)）", reasonEn: "\(en) (register: \(register.source)\(day.1))")
  }

  private var words: (kind: String, zh: String, en: String) {
    switch self {
    case .unregistered: ("unregistered", "登记册中没有这一项", "The register does not list this")
    case .ended(let successor):
      (
        "ended", "已经失效或终止" + (successor.map { "，现为\($0)" } ?? ""),
        "This is no longer in force or on offer" + (successor.map { "; now \($0)" } ?? "")
      )
    case .future: ("future", "尚未生效", "This is not in force yet")
    case .stale: ("stale", "这是过去的数值，现已变更", "This was so once and has changed")
    case .misnamed: ("misnamed", "这一代码登记在别的名称之下", "This code is registered under another name")
    }
  }
}
