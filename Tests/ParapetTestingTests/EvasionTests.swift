import Parapet
import ParapetTesting
import Testing

@Suite struct EvasionTests {
  @Test(arguments: [
    (Evasion.width, "卡⟦6222-A⟧号", "卡⟦６２２２-Ａ⟧号"),
    (.invisible, "说⟦保本⟧", "说⟦保\u{200B}本⟧"),
    (.gaps, "⟦保本a保息⟧，⟦62220200⟧", "⟦保 本a保 息⟧，⟦6222 0200⟧"),
    (.han, "⟦亏损⟧", "⟦虧損⟧"),
    (.numerals, "⟦13800138000⟧与⟦123⟧", "⟦一三八零零一三八零零零⟧与⟦123⟧"),
    (.case, "⟦Lose Money⟧ now", "⟦lOSE mONEY⟧ now"),
    (.homoglyph, "⟦password⟧", "⟦раѕѕwоrd⟧"),
    (.punctuation, "⟦a-b.c·d⟧", "⟦a‑b．c・d⟧"),
    (.beside, "卡⟦4111 1111 1111 1111⟧与⟦保本⟧", "卡⟦4111 1111 1111 1111⟧ ⟦4111 1111 1111 1111⟧与⟦保本⟧"),
  ])
  func onlyWhatIsMarkedIsDisguised(_ evasion: Evasion, _ plain: String, _ expected: String) throws {
    #expect(try #require(evasion.disguise(MarkedText(parsing: plain))).marked == expected)
  }

  @Test func eachDigitHasItsTurn() throws {
    let marked = try MarkedText(parsing: "1卡⟦41 11-111⟧，⟦x 123456⟧，⟦+1 1234567⟧")
    let disguised = (0...7).map { Evasion.digit.disguise(marked, turn: $0)?.marked }
    #expect(
      disguised == [
        "1卡⟦④1 11-111⟧，⟦x 123456⟧，⟦+1 ①234567⟧", "1卡⟦4一 11-111⟧，⟦x 123456⟧，⟦+1 1二34567⟧", "1卡⟦41 ㊀1-111⟧，⟦x 123456⟧，⟦+1 12㊂4567⟧",
        "1卡⟦41 1١-111⟧，⟦x 123456⟧，⟦+1 123٤567⟧", "1卡⟦41 11-壹11⟧，⟦x 123456⟧，⟦+1 1234伍67⟧", "1卡⟦41 11-1①1⟧，⟦x 123456⟧，⟦+1 12345⑥7⟧",
        "1卡⟦41 11-11一⟧，⟦x 123456⟧，⟦+1 123456七⟧", nil,
      ])
    #expect(try Evasion.digit.disguise(MarkedText(parsing: "⟦4 1 1 1 1 1 1⟧"), turn: 6)?.marked == "⟦4 1 1 1 1 1 一⟧")
    #expect(try Evasion.width.disguise(MarkedText(parsing: "⟦12⟧"), turn: 1) == nil)
  }

  @Test func whatADisguiseDoesNotChangeIsLeftOut() throws {
    #expect(try Evasion.width.disguise(MarkedText(parsing: "⟦保本⟧")) == nil)
    #expect(try Evasion.beside.disguise(MarkedText(parsing: "⟦保本⟧⟦1234567⟧")) == nil)
  }

  @Test func aFoldThatIsNotThereShows() throws {
    func hits(_ fold: String) throws -> [DisguisedHit] {
      let slots =
        "when: {stage: output}\nfold: \(fold)\nfind:\n  x: {phrases: [保本保息]}\nevidence: show\nthen: {action: refuse, reply: refused}"
      let set = try Workbench.ruleSet([Workbench.rule("refusal.test", slots, examples: "  - hit: 说⟦保本保息⟧了\n  - miss: 您好")])
      return try EvasionRunner(try set.effective(profile: "default", channel: nil)).hits(of: set.rules[0])
    }
    #expect(
      try hits("[gaps, invisible]").map { "\($0.evasion) \($0.isDemanded) \($0.isHeld)" } == ["invisible true true", "gaps true true"])
    #expect(try hits("[width]").map { "\($0.evasion) \($0.isDemanded) \($0.isHeld)" } == ["invisible false false", "gaps false false"])
  }
}
