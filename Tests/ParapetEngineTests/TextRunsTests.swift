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
}
