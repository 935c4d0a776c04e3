import ParapetEntity

/// Figures of another subject where single letters or the names of currencies tell the subjects apart: B基金, Fund A, 人民币存款.
extension FigureJudge {
  // MARK: Letters

  /// The evidence says the figure of A, the answer of B, and the evidence says another one of B.
  func lettered(_ claim: Quantity, _ clause: Range<Int>, _ matches: ArraySlice<Int>) -> Verdict? {
    guard let letter = FigureJudge.letter(answer, clause) else { return nil }
    var sentences: Set<Int> = []
    for match in matches {
      let figure = index.figures[match]
      let text = index.text(figure.passage)
      guard let other = FigureJudge.letter(text, TextBounds.clause(text, figure.range)), other != letter else { return nil }
      sentences.insert(figure.sentence)
    }
    for sentence in sentences.sorted() {
      for number in index.figures(ofStretches: sentence - 1, through: sentence + 1, limit: FigureJudge.lookLimit) {
        let figure = index.figures[number]
        guard figure.passage >= 0, !taken.contains(number), figure.quantity.unit == claim.unit else { continue }
        let text = index.text(figure.passage)
        guard FigureJudge.letter(text, TextBounds.clause(text, figure.range)) == letter else { continue }
        return Verdict(outcome: .unsupported(FaultKind.binding.fault(.likely)), nearest: figure)
      }
    }
    return nil
  }

  /// The only capital letter of a clause that stands alone beside a Chinese character or behind an English word; nil where there are more.
  private static func letter(_ text: [UInt8], _ clause: Range<Int>) -> UInt8? {
    var found: UInt8?
    for at in clause where text[at] &- 0x41 < 26 {
      let before = at > 0 ? text[at - 1] : 0
      let behind = at + 1 < text.count ? text[at + 1] : 0
      guard !isWord(before), !isWord(behind), behind != 0x26, before != 0x26 else { continue }
      // A in front of a word is an article.
      let isNamed = before >= 0x80 || behind >= 0xE4 || before == 0x20 && at > 1 && text[at - 2].isASCIILetter
      guard isNamed else { continue }
      guard found == nil || found == text[at] else { return nil }
      found = text[at]
    }
    return found
  }

  private static func isWord(_ byte: UInt8) -> Bool { byte.isASCIILetter || byte.isASCIIDigit }

  // MARK: Currencies

  /// A rate that the evidence says of things in one currency, and the answer of things in another.
  func currencyOfRate(_ claim: Quantity, _ clause: Range<Int>, _ matches: ArraySlice<Int>) -> Verdict? {
    guard claim.unit == .percent else { return nil }
    let own = FigureJudge.currencies(answer, clause, at: words.places)
    guard !own.isEmpty, let first = matches.first else { return nil }
    for match in matches {
      let figure = index.figures[match]
      let text = index.text(figure.passage)
      let other = FigureJudge.currencies(text, index.words.clause(of: match), at: index.places(ofPassage: figure.passage))
      guard !other.isEmpty, other.isDisjoint(with: own) else { return nil }
    }
    return Verdict(outcome: .unsupported(FaultKind.currency.fault(.likely)), nearest: index.figures[first])
  }

  /// The currencies that a stretch of a text names, of which words may begin at `places`.
  private static func currencies(_ text: [UInt8], _ range: Range<Int>, at places: WordPlaces) -> Set<Int> {
    var found: Set<Int> = []
    let names = currencyNames
    places.forEach(.currencies, in: range) { at in
      names.forEach(in: text, at: at) { end, currency in
        if end <= range.upperBound { found.insert(currency) }
      }
    }
    return found
  }

  /// Names of currencies, those of one currency together.
  static let currencyNames = WordTable<Int>([
    (0, "人民币 rmb renminbi"), (1, "美元 usd us_dollar u.s._dollar"), (2, "港元 港币 hkd hong_kong_dollar"), (3, "欧元 eur_ euro"),
    (4, "日元 jpy yen_"), (5, "英镑 gbp sterling"),
  ])
}
