import Testing

@testable import ParapetEngine

@Suite("Runs of a text")
struct TextRunsTests {
  private func longest(_ text: [UInt8], _ belongs: (UInt8) -> Bool) -> Int {
    text.split(whereSeparator: { !belongs($0) }).map(\.count).max() ?? 0
  }

  @Test("the longest runs, as counted one by one")
  func random() {
    var random = RandomEvents(seed: 20_261_128)
    let alphabet = Array("ab_9 \t\n\r.,\u{0B}中é@[`{/:".utf8)
    for _ in 0..<2_000 {
      let common = alphabet[Int(random.next() % UInt64(alphabet.count))]
      let text = (0..<Int(random.next() % 60)).map { _ in
        random.next() % 3 == 0 ? common : alphabet[Int(random.next() % UInt64(alphabet.count))]
      }
      let runs = TextRuns(text)
      #expect(runs.longestBlank == longest(text) { $0 == 0x20 || (0x09...0x0D).contains($0) })
      #expect(
        runs.longestWord
          == longest(text) { UInt8(ascii: "a")...UInt8(ascii: "z") ~= $0 || $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: "9") })
    }
  }

  @Test("the longest runs of a part, as counted one by one")
  func part() {
    var random = RandomEvents(seed: 20_261_129)
    let alphabet = Array("ab_9 \t.中".utf8)
    for _ in 0..<2_000 {
      let text = (0..<Int(random.next() % 40)).map { _ in alphabet[Int(random.next() % UInt64(alphabet.count))] }
      let end = Int(random.next() % UInt64(text.count + 1))
      let start = Int(random.next() % UInt64(end + 1))
      func longest(_ belongs: (UInt8) -> Bool) -> Int {
        var (best, run) = (0, 0)
        for at in 0..<end {
          run = belongs(text[at]) ? run + 1 : 0
          // Of a run that ends in front of the part nothing lies in it.
          if at >= start { best = max(best, run) }
        }
        return best
      }
      let runs = TextRuns(text, touching: start..<end)
      #expect(runs.longestBlank == longest { $0 == 0x20 || $0 == 0x09 })
      #expect(runs.longestWord == longest { "ab_9".utf8.contains($0) })
    }
  }
}
