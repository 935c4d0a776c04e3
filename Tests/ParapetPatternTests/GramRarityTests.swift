import Testing

@testable import ParapetPattern

@Suite struct GramRarityTests {
  private func bits(_ gram: String) -> Double { GramRarity.of(Array(gram.utf8), 0..<gram.utf8.count) }

  @Test func whatStandsInEveryTextIsCommon() {
    for (common, rare) in [("d th", "oan "), (" the", "loan"), ("ing ", "udit"), ("交易", "易对"), ("客户", "户口"), ("的一", "鳐鳕")] {
      #expect(bits(common) < bits(rare), "\(common) \(rare)")
    }
  }

  @Test func aLiteralIsLookedForByItsRarestGram() throws {
    var grams = GramTable(narrowLength: 4)
    let literals = ["of the loan", "交易对手"]
    for (number, literal) in literals.enumerated() {
      let isAdded = grams.add(Array(literal.utf8), number: Int32(number))
      #expect(isAdded)
    }
    grams.seal()
    let chosen = grams.entries.map { entry in
      String(decoding: Array(literals[Int(entry.literal)].utf8)[Int(entry.offset)..<Int(entry.offset) + entry.length], as: UTF8.self)
    }
    #expect(Set(chosen) == ["loan", " loa", "易对"])
  }
}
