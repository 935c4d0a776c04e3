import Testing

@testable import ParapetEngine

@Suite("Paragraphs, place after place")
struct ParagraphsTests {
  @Test("are the same as those found anew for each place")
  func likeEachAnew() {
    var random = RandomEvents(seed: 20_261_130)
    func below(_ bound: Int) -> Int { Int(random.next() % UInt64(bound)) }
    for _ in 0..<2_000 {
      let texts = (0..<2).map { _ in (0..<1 + below(40)).map { _ in Array("ab \n".utf8)[below(4)] } }
      var paragraphs = Paragraphs()
      for _ in 0..<12 {
        let part = below(2)
        let start = below(texts[part].count)
        let range = start..<min(texts[part].count, start + 1 + below(4))
        #expect(paragraphs.around(range, of: part, in: texts[part]) == Stretch.paragraph(around: range, in: texts[part]))
      }
    }
  }
}
