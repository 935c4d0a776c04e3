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
    (.punctuation, "⟦a-b.c⟧", "⟦a‐b．c⟧"),
    (.beside, "卡⟦4111 1111 1111 1111⟧与⟦保本⟧", "卡⟦4111 1111 1111 1111⟧ ⟦4111 1111 1111 1111⟧与⟦保本⟧"),
  ])
  func onlyWhatIsMarkedIsDisguised(_ evasion: Evasion, _ plain: String, _ expected: String) throws {
    #expect(try #require(evasion.disguise(MarkedText(parsing: plain))).marked == expected)
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
