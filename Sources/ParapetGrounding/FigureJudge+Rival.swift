import ParapetEntity

/// How a number is printed: what a figure that was copied wrongly keeps.
struct PrintedShape: Hashable {
  let integerDigits: Int
  let decimals: Int
  let isGrouped: Bool

  init(_ quantity: Quantity, _ text: ArraySlice<UInt8>) {
    decimals = quantity.decimals
    integerDigits = PrintedShape.digits(quantity).count - quantity.decimals
    isGrouped = text.contains(0x2C)
  }

  /// The digits as printed, decimals included, without leading noughts before the point.
  static func digits(_ quantity: Quantity) -> [UInt8] {
    let whole = (quantity.printed.magnitude.shifted(quantity.decimals) ?? quantity.printed.magnitude).billionths / 1_000_000_000
    return digits(of: whole, atLeast: quantity.decimals + 1)
  }

  static func digits(of number: Int128, atLeast count: Int) -> [UInt8] {
    var rest = number
    var digits: [UInt8] = []
    while rest > 0 || digits.count < count {
      digits.append(UInt8(rest % 10))
      rest /= 10
    }
    return digits.reversed()
  }

  /// Whether two runs of digits differ in one place, or in two neighbours exchanged.
  static func isMisprint(_ a: [UInt8], _ b: [UInt8]) -> Bool {
    guard a.count == b.count else { return false }
    let places = a.indices.filter { a[$0] != b[$0] }
    if places.count == 1 { return true }
    return places.count == 2 && places[1] == places[0] + 1 && a[places[0]] == b[places[1]] && a[places[1]] == b[places[0]]
  }
}

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
    let shape = PrintedShape(claim, text)
    let digits = PrintedShape.digits(claim)
    let words = claimWords(range)
    var nearest: (score: Int, figure: Int)?
    var values: Set<Int128> = []
    var isPlain = false
    for (number, figure) in index.figures.prefix(FigureJudge.lookLimit).enumerated() {
      guard figure.passage >= 0, !taken.contains(number), let kinship = kinship(claim, text, figure) else { continue }
      if isRounded(claim, to: figure.quantity) { continue }
      let likeness = kinship == .otherScale ? .none : likeness(shape, digits, figure)
      let shared = sharedWords(number, figure, words, mayBeAsked: kinship != .otherScale)
      if likeness != .none { values.insert(figure.quantity.printed.magnitude.billionths) }
      let isMisprint = likeness == .misprint && digits.count >= 3 && (shared.any >= 1 || digits.count >= 4)
      let isNamed =
        likeness == .none
        ? figure.row == nil && (shared.special >= (kinship == .otherScale ? 1 : 2) || shared.special > 0 && shared.special == words.special)
        : shared.special >= 1 || isSaidNearby(figure, words)
      guard isMisprint || isNamed || likeness != .none || shared.special >= 1 else { continue }
      if isMisprint || isNamed && cues.isSubset(of: cuesOf(figure, words)) { isPlain = true }
      let score = (likeness == .misprint ? 100 : likeness == .shaped ? 50 : 0) + shared.special * 10 + shared.any
      if nearest.map({ $0.score < score }) ?? true { nearest = (score, number) }
    }
    guard let nearest else { return nil }
    // What is printed like it once only, or twice beside a word of the claim's, is what it was taken from.
    let isFew = values.count == 1 && digits.count >= 3 || values.count <= 2 && nearest.score % 50 > 0
    let isOnly = isFew && nearest.score >= 50 && cues.isSubset(of: cuesOf(index.figures[nearest.figure], words))
    return Rival(figure: nearest.figure, isPlain: isPlain || isOnly)
  }

  /// Whether the evidence prints the claim less finely.
  private func isRounded(_ claim: Quantity, to figure: Quantity) -> Bool {
    guard figure.precision > claim.precision, figure.significantDigits >= 2 else { return false }
    return (figure.value.magnitude - claim.value.magnitude).magnitude.billionths * 2 < figure.precision.billionths
  }

  /// How two figures look alike: not at all, of one shape when rounded alike, or with a digit or two mistaken.
  private enum Likeness { case none, shaped, misprint }

  private func likeness(_ shape: PrintedShape, _ digits: [UInt8], _ figure: Figure) -> Likeness {
    let source = index.text(figure.passage)[figure.range]
    let other = PrintedShape(figure.quantity, source)
    guard other.integerDigits == shape.integerDigits, other.decimals >= shape.decimals, other.isGrouped == shape.isGrouped else { return .none }
    var printed = PrintedShape.digits(figure.quantity)
    if other.decimals > shape.decimals {
      guard let step = FixedPoint(1).shifted(-shape.decimals)?.billionths, step > 0 else { return .none }
      let rounded = (figure.quantity.printed.magnitude.billionths + step / 2) / step
      printed = PrintedShape.digits(of: rounded, atLeast: shape.decimals + 1)
    }
    return PrintedShape.isMisprint(digits, printed) ? .misprint : .shaped
  }

  /// Whether a figure measures what the claim measures, as far as units tell.
  private enum Kinship { case same, otherWord, otherScale }

  private func kinship(_ claim: Quantity, _ text: ArraySlice<UInt8>, _ figure: Figure) -> Kinship? {
    let other = figure.quantity
    guard other.value != .zero, (other.role == .measure) == (claim.role == .measure), other.script == claim.script else { return nil }
    let isCell = figure.row != nil && other.scale == 0
    if isCell, other.unit == .plain || claim.unit == .plain { return .same }
    // 33.11亿 is said of money and of things.
    let isScaled = claim.scale > 0 && other.scale > 0 && (claim.unit == .plain || other.unit == .plain)
    let amounts: [Quantity.Unit] = [.plain, .money, .counted]
    guard other.unit == claim.unit || isScaled && amounts.contains(other.unit) && amounts.contains(claim.unit) else { return nil }
    if other.scale != claim.scale, !isCell {
      let (a, b) = (claim.value.magnitude.billionths, other.value.magnitude.billionths)
      return a <= b * 3 && b <= a * 3 ? .otherScale : nil
    }
    guard claim.unit == .counted else { return .same }
    return unitWord(text).elementsEqual(unitWord(index.text(figure.passage)[figure.range])) ? .same : .otherWord
  }

  /// What stands behind the digits of a mention.
  private func unitWord(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    guard let last = text.lastIndex(where: \.isASCIIDigit) else { return text }
    return text[(last + 1)...].drop { $0 == 0x20 }
  }

  /// The computations that the label of a row, the heads of its table, or a sentence speaks of: what has such a label was not computed.
  private func cuesOf(_ figure: Figure, _ words: Words) -> Cues {
    guard figure.passage >= 0 else { return [] }
    let stretch = index.stretches[figure.sentence]
    var cues = evidenceWords.cues(ofStretch: figure.sentence)
    guard stretch.isRow else { return cues }
    cues.formUnion(evidenceWords.cues(ofHeadsOf: figure.passage))
    // The total revenue is what a row says that is called just revenue.
    if stretch.isTotal || evidenceWords.ofStretch(figure.sentence).isSubset(of: words.sentence) { cues.formUnion(.totalling) }
    return cues
  }

  // MARK: Words

  /// Whether a figure has a special word of the claim's beside it.
  func isSaidOf(_ number: Int, _ range: Range<Int>) -> Bool {
    let words = claimWords(range)
    let figure = index.figures[number]
    return sharedWords(number, figure, words, mayBeAsked: true).special >= 1 || isSaidNearby(figure, words)
  }

  /// Whether the sentence of a figure, if not its clause, has two words of the claim's clause.
  private func isSaidNearby(_ figure: Figure, _ words: Words) -> Bool {
    guard figure.row == nil else { return false }
    return evidenceWords.ofStretch(figure.sentence).intersection(words.clause).subtracting(Stems.common).count >= 2
  }

  private struct Words {
    let clause: Set<UInt64>
    let sentence: Set<UInt64>
    /// How many of the clause are special ones.
    let special: Int
  }

  private func claimWords(_ range: Range<Int>) -> Words {
    let clause = Stems.around(range, in: answer, TextBounds.clause(answer, range))
    let sentence = Stems.around(range, in: answer, TextBounds.sentence(answer, range))
    return Words(
      clause: clause.isEmpty ? sentence : clause, sentence: sentence.union(index.questionStems), special: clause.subtracting(Stems.common).count)
  }

  /// How many words a claim and a figure have around them in common: special ones, and any.
  private func sharedWords(_ number: Int, _ figure: Figure, _ words: Words, mayBeAsked: Bool) -> (
    special: Int, any: Int
  ) {
    let around = evidenceWords.beside(number)
    let common = around.intersection(figure.row == nil ? words.clause : words.sentence)
    let special = common.subtracting(Stems.common)
    guard figure.row != nil else {
      // A short answer to a question has its words there.
      if mayBeAsked, special.isEmpty, !index.questionStems.isEmpty {
        let asked = around.intersection(words.sentence).subtracting(Stems.common).count
        if asked >= 2 { return (1, asked) }
      }
      return (special.count, common.count)
    }
    // A row is meant when a good part of its label is named.
    let isNamed = !around.isEmpty && common.count * 100 >= around.count * 50
    return (isNamed ? max(1, special.count) : 0, common.count)
  }
}
