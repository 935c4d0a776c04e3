import ParapetEntity

/// References by number: see note 10, IFRS 16, 附件3.
///
/// A label needs no evidence, for an answer may number what it likes. But where the evidence refers to something in the same words, and
/// never names this number, the reference is wrong.
extension FigureJudge {
  /// What the evidence refers to where the claim's number stands; nil where it prints the number or says nothing alike.
  func meantReference(_ claim: Quantity, _ range: Range<Int>) -> Figure? {
    guard let name = FigureJudge.reference(before: range, in: answer), !isPrinted(claim) else { return nil }
    let around = words.make(words.clause(range), without: range)
    index.words.mark(around, 1)
    defer { index.words.unmark(around) }
    for (number, figure) in index.figures.prefix(FigureJudge.lookLimit).enumerated()
    where figure.quantity.role == .label && figure.passage >= 0 && !taken.contains(number) {
      guard FigureJudge.reference(before: figure.range, in: index.text(figure.passage)) == name else { continue }
      // Its own name and two words more.
      if index.words.count(index.words.beside(number), marked: 1).special >= 3 { return figure }
    }
    return nil
  }

  private func isPrinted(_ claim: Quantity) -> Bool {
    var isThere = false
    index.collect(index.byPrinted, claim.printed.magnitude.billionths, claim.printed.magnitude.billionths) { _ in isThere = true }
    return isThere
  }

  private enum Reference { case note, page, exhibit, schedule, appendix, annex, asu, asc, ifrs, ias, sfas }

  /// Names of what is referred to by number; tables, steps and options an answer may have of its own.
  private static let references = Lexicon<Reference>([
    (.note, "note notes 附注"), (.page, "page pages"), (.exhibit, "exhibit"), (.schedule, "schedule"), (.appendix, "appendix"),
    (.annex, "annex 附件"), (.asu, "asu"), (.asc, "asc"), (.ifrs, "ifrs"), (.ias, "ias"), (.sfas, "sfas"),
  ])

  private static func reference(before range: Range<Int>, in text: [UInt8]) -> Reference? {
    var end = range.lowerBound
    while end > 0, text[end - 1] == 0x20 { end -= 1 }
    return references.match(text, endingAt: end)?.value
  }
}
