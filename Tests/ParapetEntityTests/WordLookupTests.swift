import Testing

@testable import ParapetEntity

/// Words that are found by eight bytes at once, against words that are compared byte by byte.
@Suite struct WordLookupTests {
  private static let seed: UInt64 = 20_261_129
  private static let words = [
    "x", "no", "元", "up", "增", "增长", "增长率", "year", "yearly", "year-on-year", "from a year earlier", "from a year ago", "increase",
    "increased",
    "人民币元", "较上年同期", "us$", "‰",
  ]
  private static let lists: [(Int, String)] = words.enumerated().map { ($0, $1.replacingBlanks) }
  private static let pieces = words + ["Increased", "FROM A YEAR ", "同", "期", " ", ".", "1", "earlie", "r", "é", "🙂", "人民币"]

  private struct Dice {
    var state = WordLookupTests.seed
    mutating func next(_ count: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(count))
    }
  }

  private static func isLetter(_ text: [UInt8], _ at: Int) -> Bool { text.indices.contains(at) && text[at].isLetter }

  /// The words that stand in `range` of a text, the longest first.
  private static func standing(_ text: [UInt8], _ fits: (Int) -> Range<Int>) -> [(number: Int, range: Range<Int>)] {
    words.enumerated().map { ($0, Array($1.utf8), fits($1.utf8.count)) }
      .filter { $2.lowerBound >= 0 && $2.upperBound <= text.count && text[$2].map(\.lowered) == $1 }
      .map { ($0.0, $0.2) }.sorted { $0.1.count > $1.1.count }
  }

  @Test func theLongestWordIsFoundFromEitherEnd() {
    let lexicon = Lexicon<Int>(Self.lists)
    var dice = Dice()
    for _ in 0..<400 {
      let text = Array((0..<(1 + dice.next(6))).map { _ in Self.pieces[dice.next(Self.pieces.count)] }.joined().utf8)
      for at in 0...text.count {
        let begun = Self.standing(text) { at..<(at + $0) }
          .first { !Self.isLetter(text, $0.range.upperBound) || !Self.isLetter(text, $0.range.upperBound - 1) }
        let first = lexicon.match(text, at: at)
        #expect(first?.end == begun?.range.upperBound && first?.value == begun?.number, "\(String(decoding: text, as: UTF8.self)) at \(at)")
        let ended = Self.standing(text) { (at - $0)..<at }
          .first { !Self.isLetter(text, $0.range.lowerBound - 1) || !Self.isLetter(text, $0.range.lowerBound) }
        let last = lexicon.match(text, endingAt: at)
        #expect(
          last?.start == ended?.range.lowerBound && last?.value == ended?.number, "\(String(decoding: text, as: UTF8.self)) before \(at)")
      }
    }
  }

  @Test func noPlaceWhereAWordBeginsIsPassedOver() {
    var filter = WordFilter()
    for (number, word) in Self.words.enumerated() {
      var one = WordFilter()
      one.add(word.utf8)
      filter.add(one, as: 1 << UInt8(number % 8))
    }
    var dice = Dice()
    for _ in 0..<200 {
      let text = Array((0..<dice.next(120)).map { _ in Self.pieces[dice.next(Self.pieces.count)] }.joined().utf8)
      let found = filter.beginnings(in: text, text.indices)
      #expect(zip(found, found.dropFirst()).allSatisfy { $0.at < $1.at })
      #expect(found.allSatisfy { text[Int($0.at)] & 0xC0 != 0x80 })
      for at in text.indices {
        for (number, _) in Self.standing(text, { at..<(at + $0) }) {
          #expect(
            found.first { Int($0.at) == at }.map { $0.lists & 1 << UInt8(number % 8) != 0 } ?? false, "\(Self.words[number]) at \(at)")
        }
      }
    }
  }

  @Test(arguments: [("abc", 3), ("Abcdefghij", 8), ("ab1", 2), ("1", 0), ("zZ[", 2), ("a{", 1), ("a`", 1), ("a@", 1), ("äb", 0), ("", 0)])
  func lettersAreCounted(_ text: String, _ count: Int) {
    #expect(ByteWindow(Array(text.utf8), from: 0).letters == count)
  }
}

extension String {
  /// Blanks within a word as lists write them.
  fileprivate var replacingBlanks: String { String(map { $0 == " " ? "_" : $0 }) }
}
