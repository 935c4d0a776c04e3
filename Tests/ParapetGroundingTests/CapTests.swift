import ParapetEntity
import ParapetGrounding
import Testing

/// A bound that is reached is told; where none is, nothing is.
@Suite struct CapTests {
  static func index(_ passages: [String], question: String = "") -> EvidenceIndex {
    EvidenceIndex(
      passages: passages.enumerated().map { Passage(id: "kb:\($0.offset)", utf8: Array($0.element.utf8)) }, question: Array(question.utf8))
  }

  static func reached(_ kind: MentionKind, _ answer: String, _ index: EvidenceIndex) -> Set<Cap> {
    _ = index.judge(kind, in: Array(answer.utf8))
    return index.reached
  }

  @Test func thatOnlyTheFirstNumbersAreLookedThroughIsTold() {
    let few = (0..<1000).map { "第\($0 + 10)户余额\($0 + 10).37元。" }.joined()
    #expect(Self.reached(.quantity, "余额99999.12元。", Self.index([String(few.prefix(4000))])).isEmpty)
    #expect(Self.reached(.quantity, "余额99999.12元。", Self.index([few])) == [.evidenceNumbers])
  }

  @Test func thatNoMoreAbsentFiguresAreLookedForIsTold() {
    let index = Self.index(["余额12.5元。"])
    let wrong = { (count: Int) in (0..<count).map { "费用\($0 + 300).\($0 % 90 + 10)元。" }.joined() }
    #expect(Self.reached(.quantity, wrong(40), index).isEmpty)
    #expect(Self.reached(.quantity, wrong(41), index) == [.absentFigures])
    // What was reached for one answer is not said of the next.
    #expect(Self.reached(.quantity, wrong(2), index).isEmpty)
  }

  @Test func thatOnlyTheFirstDatesAreKeptIsTold() {
    let dates = (0..<1001).map { "\(1950 + $0 / 336)年\($0 / 28 % 12 + 1)月\($0 % 28 + 1)日。" }.joined()
    #expect(Self.reached(.date, "2026年3月1日。", Self.index(["2026年3月2日。"])).isEmpty)
    #expect(Self.reached(.date, "2026年3月1日。", Self.index([dates])) == [.evidenceDates])
  }

  @Test func thatOnlyTheFirstPassagesAreReadIsTold() {
    let answer = "起息日2026年3月2日，期限6个月，到期日2026年9月2日。"
    #expect(Self.reached(.schedule, answer, Self.index(Array(repeating: "产品说明。", count: 64))).isEmpty)
    #expect(Self.reached(.schedule, answer, Self.index(Array(repeating: "产品说明。", count: 65))) == [.passages])
  }

  @Test(arguments: Cap.allCases) func everyBoundHasWordsInBothLanguages(_ cap: Cap) throws {
    let words = try #require(Cap.words(for: cap.rawValue))
    #expect(words.zh.contains("\(cap.limit)") && words.en.contains("\(cap.limit)"))
    #expect(cap.rawValue.utf8.allSatisfy { $0 == 0x5F || (0x61...0x7A).contains($0) })
  }
}
