import ParapetEntity

/// The figure of the evidence that stands where an absent one claims to stand.
///
/// That a figure is absent makes it unsupported. That the evidence speaks of the same thing, in the same unit, and gives another
/// figure which the answer does not use, makes it wrong.
extension FigureJudge {
  struct Rival {
    let figure: Int
    /// Whether it leaves no doubt.
    let isPlain: Bool
  }

  func rival(of claim: Quantity, _ range: Range<Int>, cues: Cues) -> Rival? {
    let text = answer[range]
    let own = Print(claim, text)
    let words = marked(range)
    defer { unmark(words) }
    let years = years(in: self.words.sentence(range))
    var nearest: (score: Int, figure: Int)?
    var values = FewValues()
    var isPlain = false
    let prints = index.prints
    let figures = index.figures
    for number in prints.indices where !taken.contains(number) {
      let figure = figures[number]
      guard figure.passage >= 0, let kinship = kinship(claim, text, figure) else { continue }
      if isRounded(claim, to: figure.quantity) { continue }
      let likeness = kinship == .otherScale ? .none : own.likeness(to: prints[number])
      let shared = sharedWords(number, figure, mayBeAsked: kinship != .otherScale)
      if likeness != .none { values.add(figure.quantity.printed.magnitude.billionths) }
      let isMisprint = likeness == .misprint && own.digits.count >= 3 && (shared.any >= 1 || own.digits.count >= 4)
      func isNamed() -> Bool {
        likeness == .none
          ? figure.row == nil
            && (shared.special >= (kinship == .otherScale ? 1 : 2) || shared.special > 0 && shared.special == words.special)
          : shared.special >= 1 || isSaidNearby(figure)
      }
      guard isMisprint || likeness != .none || shared.special >= 1 || isNamed() else { continue }
      // Once it is plain, nothing makes it plainer.
      isPlain =
        isPlain
        || kinship != .otherWord && !isOfOtherYear(figure, years)
          && (isMisprint || isNamed() && cues.isSubset(of: cuesOf(figure)))
      let score = (likeness == .misprint ? 100 : likeness == .shaped ? 50 : 0) + shared.special * 10 + shared.any
      if nearest.map({ $0.score < score }) ?? true { nearest = (score, number) }
    }
    guard let nearest else { return nil }
    // What is printed like it once only, or twice beside a word of the claim's, is what it was taken from.
    let isFew = values.count == 1 && own.digits.count >= 3 || values.count <= 2 && nearest.score % 50 > 0
    let isOnly = isFew && nearest.score >= 50 && cues.isSubset(of: cuesOf(index.figures[nearest.figure]))
    return Rival(figure: nearest.figure, isPlain: isPlain || isOnly)
  }

  /// The years that a sentence of the answer names.
  private func years(in sentence: Range<Int>) -> [Int] {
    mentionedYears.filter { sentence.contains($0.range.lowerBound) }.map(\.year)
  }

  /// Whether the sentence of a figure of prose names years, and none of `years`.
  private func isOfOtherYear(_ figure: Figure, _ years: [Int]) -> Bool {
    guard !years.isEmpty, figure.row == nil else { return false }
    let named = index.years(ofStretch: figure.sentence)
    return !named.isEmpty && !named.contains { years.contains($0) }
  }

  /// Whether the evidence prints the claim less finely.
  private func isRounded(_ claim: Quantity, to figure: Quantity) -> Bool {
    guard figure.precision > claim.precision, figure.significantDigits >= 2 else { return false }
    return (figure.value.magnitude - claim.value.magnitude).magnitude.billionths * 2 < figure.precision.billionths
  }

  /// Whether a figure measures what the claim measures, as far as units tell.
  private enum Kinship { case same, otherWord, otherScale }

  private func kinship(_ claim: Quantity, _ text: ArraySlice<UInt8>, _ figure: Figure) -> Kinship? {
    let other = figure.quantity
    guard other.value != .zero, (other.role == .measure) == (claim.role == .measure), other.script == claim.script else { return nil }
    let isCell = figure.row != nil && other.scale == 0
    // How many shares are left? 1,677,983.
    if claim.unit == .plain, other.unit == .counted, other.scale == claim.scale, claim.printed.magnitude >= FixedPoint(1000) {
      return .same
    }
    if isCell, other.unit == .plain || claim.unit == .plain { return .same }
    // 33.11亿 is said of money and of things.
    let isScaled = claim.scale > 0 && other.scale > 0 && (claim.unit == .plain || other.unit == .plain)
    let amounts: [Quantity.Unit] = [.plain, .money, .counted]
    guard other.unit == claim.unit || isScaled && amounts.contains(other.unit) && amounts.contains(claim.unit) else { return nil }
    if other.scale != claim.scale, !isCell {
      let (a, b) = (claim.value.magnitude.billionths, other.value.magnitude.billionths)
      return a <= b * 10 && b <= a * 10 ? .otherScale : nil
    }
    guard claim.unit == .counted else { return .same }
    let source = index.text(figure.passage)[figure.range]
    if unitWord(text).elementsEqual(unitWord(source)) { return .same }
    guard let span = namedUnit(claim, text), span == namedUnit(other, source) else { return .otherWord }
    return .same
  }

  /// What stands behind the digits of a mention.
  private func unitWord(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    guard let last = text.lastIndex(where: \.isASCIIDigit) else { return text }
    return text[(last + 1)...].drop { $0 == 0x20 }
  }

  /// The computations that the label of a row, the heads of its table, or a sentence speaks of: what has such a label was not computed.
  private func cuesOf(_ figure: Figure) -> Cues {
    guard figure.passage >= 0 else { return [] }
    let stretch = index.stretches[figure.sentence]
    var cues = index.words.cues(ofStretch: figure.sentence)
    guard stretch.isRow else { return cues }
    cues.formUnion(index.words.cues(ofHeadsOf: figure.passage))
    // The total revenue is what a row says that is called just revenue.
    let label = index.words.ofStretch(figure.sentence)
    if stretch.isTotal || index.words.count(label, marked: FigureJudge.sentence).any == label.count { cues.formUnion(.totalling) }
    return cues
  }

  // MARK: Words

  /// Whether a figure has a special word of the claim's beside it.
  func isSaidOf(_ number: Int, _ range: Range<Int>) -> Bool {
    let words = marked(range)
    defer { unmark(words) }
    let figure = index.figures[number]
    return sharedWords(number, figure, mayBeAsked: true).special >= 1 || isSaidNearby(figure)
  }

  /// Whether the sentence of a figure, if not its clause, has two words of the claim's clause.
  private func isSaidNearby(_ figure: Figure) -> Bool {
    guard figure.row == nil else { return false }
    return index.words.count(index.words.ofStretch(figure.sentence), marked: FigureJudge.clause).special >= 2
  }

  /// The words of a claim, which are marked.
  private struct Words {
    let clause: EvidenceWords.Words
    let sentence: EvidenceWords.Words
    /// How many of the clause are special ones.
    let special: Int
  }

  /// The marks of the words of the claim's clause, and of those of its sentence and of the question.
  private static let clause: UInt8 = 1
  private static let sentence: UInt8 = 2

  private func marked(_ range: Range<Int>) -> Words {
    let clause = words.make(words.clause(range), without: range)
    let sentence = words.make(words.sentence(range), without: range)
    index.words.mark(clause.isEmpty ? sentence : clause, FigureJudge.clause)
    index.words.mark(sentence, FigureJudge.sentence)
    index.words.mark(index.words.question, FigureJudge.sentence)
    return Words(clause: clause, sentence: sentence, special: index.words.specialCount(clause))
  }

  private func unmark(_ words: Words) {
    index.words.unmark(words.clause)
    index.words.unmark(words.sentence)
    index.words.unmark(index.words.question)
  }

  /// How many words a claim and a figure have around them in common: special ones, and any.
  private func sharedWords(_ number: Int, _ figure: Figure, mayBeAsked: Bool) -> EvidenceWords.Count {
    let around = index.words.beside(number)
    let common = index.words.count(around, marked: figure.row == nil ? FigureJudge.clause : FigureJudge.sentence)
    guard figure.row != nil else {
      // A short answer to a question has its words there.
      if mayBeAsked, common.special == 0, !index.words.question.isEmpty {
        let asked = index.words.count(around, marked: FigureJudge.sentence).special
        if asked >= 2 { return (1, asked) }
      }
      return common
    }
    // A row is meant when a good part of its label is named.
    let isNamed = !around.isEmpty && common.any * 100 >= around.count * 50
    return (isNamed ? max(1, common.special) : 0, common.any)
  }
}

/// How many different values there are, up to three.
private struct FewValues {
  private(set) var count = 0
  private var first: Int128?
  private var second: Int128?

  mutating func add(_ value: Int128) {
    guard count < 3, value != first, value != second else { return }
    if first == nil { first = value } else if second == nil { second = value }
    count += 1
  }
}
