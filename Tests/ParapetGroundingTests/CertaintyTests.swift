import ParapetEntity
import ParapetGrounding
import Testing

/// When a figure that the evidence lacks is wrong, and when it is only unsupported.
@Suite struct CertaintyTests {
  private func tiers(_ trial: Trial) -> [ClaimJudgement.Fault.Tier] { trial.faults([.quantity]).map(\.tier) }

  @Test(arguments: [
    // A number that stands where the evidence has a year.
    Trial("2022北京车展将于四月举行，企业提供接驳车。", "企业助力3398北京车展。"),
    Trial("The 2019 Notes bear interest. The 2021 Proxy Statement follows.", "It is set out in the 5417 Proxy Statement."),
    Trial("Results for 2017, 2018 and 2019 are shown.", "The table covers 2019, 8933 and 2017."),
    Trial("预计2021-2022雪季人数增加。", "预计2021-8341雪季人数增加。"),
    // A scale word beside a figure written out.
    Trial("全省当日新增登记企业3042437户。", "全省新增登记企业超953万户。"),
    // Two words for one unit.
    Trial("本产品封闭期为180天。", "本产品封闭期为190日。"),
  ])
  func whatTheEvidenceContradictsIsCertain(_ trial: Trial) { #expect(tiers(trial).contains(.certain), "\(tiers(trial))") }

  @Test(arguments: [
    // One figure less another, without a unit on the first.
    Trial("净利润将减少4861万元到5861万元，上年净利润7861万元。", "净利润2000万-3000万元。")
  ])
  func whatMayBeOtherwiseIsNot(_ trial: Trial) {
    #expect(tiers(trial).contains(.likely) && !tiers(trial).contains(.certain), "\(tiers(trial))")
  }

  @Test(arguments: [
    Trial("预期目标：生产总值增长5.5%左右。", "生产总值增长5.6%左右。", "absent"), Trial("Growth of about 5.5% is expected.", "Growth is about 5.6%.", "absent"),
    Trial("Growth of 114.4 million.", "Growth of over 110 million."),
  ])
  func aHedgeCoversRoundingOnly(_ trial: Trial) {
    #expect(trial.faults([.quantity]).map(\.kind) == (trial.fault.map { [$0] } ?? []))
  }

  /// What is read on demand must not depend on who asked before.
  @Test func theOrderOfQuestionsChangesNothing() {
    for trial in GroundingTests.trials {
      func judged(_ kinds: [MentionKind]) -> [MentionKind: String] {
        let index = EvidenceIndex(passages: [Passage(id: "a", utf8: Array(trial.context.utf8))], question: Array(trial.question.utf8))
        let reader = MentionReader(Array(trial.answer.utf8))
        return Dictionary(uniqueKeysWithValues: kinds.map { ($0, "\(index.judge($0, in: reader))") })
      }
      #expect(judged(MentionKind.allCases) == judged(MentionKind.allCases.reversed()), "\(trial.answer)")
    }
  }
}
