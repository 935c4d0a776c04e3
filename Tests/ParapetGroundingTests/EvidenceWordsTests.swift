import Testing

@testable import ParapetGrounding

/// Words as numbers that are marked, against sets of words that are compared one by one.
@Suite struct EvidenceWordsTests {
  private static let seed: UInt64 = 20_261_129
  private static let vocabulary = [
    "营业收入", "净利润", "同比", "增长", "手续费", "甲银行", "2025年", "48.3亿元", "，", "。", "；", "revenue ", "of ", "the ", "net ", "income ", "increased ",
    "12.5% ", ", ", ". ",
    "\n", "项目 | ", " | 31.7\n", "单位：万元\n",
  ]

  private static func text(_ dice: inout Dice, _ words: Int) -> [UInt8] {
    Array((0..<words).map { _ in vocabulary[dice.next(vocabulary.count)] }.joined().utf8)
  }

  /// Every sentence and row, and what stands beside every figure, has the words that it has when read by itself.
  @Test func setsHoldTheWordsOfTheirStretches() {
    var dice = Dice(state: Self.seed)
    for round in 0..<60 {
      let texts = [Self.text(&dice, 40), Self.text(&dice, 60)]
      let question = Self.text(&dice, 6)
      let index = EvidenceIndex(passages: texts.map { Passage(id: "a", utf8: $0) }, question: question)
      let words = index.words
      #expect(words.specialCount(words.question) == Stems.of(question, question.indices).specialCount)
      var sets: [(words: EvidenceWords.Words, stems: StemSet)] = []
      for (number, stretch) in index.stretches.enumerated() where !stretch.isTotal {
        sets.append((words.ofStretch(number), Stems.of(index.text(stretch.passage), stretch.label)))
      }
      for (number, figure) in index.figures.enumerated() where figure.row == nil {
        let text = index.text(figure.passage)
        sets.append((words.beside(number), Stems.around(figure.range, in: text, TextBounds.clause(text, figure.range))))
      }
      for (own, stems) in sets {
        #expect(own.count == stems.count && words.specialCount(own) == stems.specialCount, "seed \(Self.seed), round \(round)")
      }
      for pair in zip(sets, sets.dropFirst()) { compare(pair.0, pair.1, words) }
    }
  }

  private func compare(
    _ a: (words: EvidenceWords.Words, stems: StemSet), _ b: (words: EvidenceWords.Words, stems: StemSet), _ words: EvidenceWords
  ) {
    let shared = a.stems.shared(with: b.stems)
    words.mark(a.words, 1)
    #expect(words.count(b.words, marked: 1) == shared)
    words.mark(b.words, 2)
    #expect(words.count(b.words, markedJust: 3) == shared)
    #expect(words.count(a.words, markedJust: 1).any == a.stems.count - shared.any)
    words.unmark(a.words)
    words.unmark(b.words)
    #expect(words.count(a.words, marked: 3) == (0, 0) && words.count(b.words, marked: 3) == (0, 0))
  }

  /// So many words of answers are read that all is read anew, more than once.
  @Test func answersWithoutEndChangeNothing() {
    let evidence = Array("甲银行2025年营业收入48.3亿元，净利润6.2亿元。".utf8)
    let index = EvidenceIndex(passages: [Passage(id: "a", utf8: evidence)], question: [])
    let stems = Stems.of(evidence, index.stretches[0].label)
    let filler = Array(String(repeating: "手续费收入与利息支出及其他业务成本。", count: 600).utf8)
    for round in 0..<52 {
      let text = round % 2 == 0 ? filler : Array("甲银行净利润6.2亿元。".utf8)
      let answer = AnswerWords(text, index.words, at: WordPlaces(text))
      let own = answer.make(0..<min(text.count, 300))
      let expected = Stems.of(text, 0..<min(text.count, 300)).shared(with: stems)
      index.words.mark(own, 1)
      #expect(index.words.count(index.words.ofStretch(0), marked: 1) == expected, "round \(round)")
      index.words.unmark(own)
    }
  }
}
