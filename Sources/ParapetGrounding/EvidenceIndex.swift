public import ParapetEntity

/// The evidence for one event, indexed once.
public struct EvidenceIndex: Sendable {
  let passages: [Passage]
  let question: [UInt8]
  let options: GroundingOptions
  /// Every number of the passages and of the question, in reading order.
  private(set) var figures: [Figure] = []
  private(set) var stretches: [Stretch] = []
  /// Figures by magnitude of their value; bare ones with every hinted scale as well.
  private(set) var byValue: [Entry] = []
  /// Figures by magnitude of their printed number.
  private(set) var byPrinted: [Entry] = []
  private(set) var dates = DateEvidence()
  private(set) var keys: [KeyEvidence] = []
  private(set) var currencies: [Quantity.Currency] = []
  /// In reading order.
  private(set) var directions: [DirectionEvidence] = []
  /// What is said of a direction between given neighbours.
  private(set) var neighbourhoods: [Neighbourhood: SaidDirections] = [:]
  /// What is said of directions at all.
  private(set) var said = SaidDirections()
  private(set) var changes: [FromTo] = []
  /// The rows of each passage without figures, which head those below; the first of them.
  private(set) var headRows: [[Range<Int>]] = []
  let questionStems: Set<UInt64>
  let questionCues: Cues
  /// Whether the question is after a year.
  let asksForYear: Bool

  /// A magnitude and the figure that has it.
  struct Entry: Sendable {
    let magnitude: Int128
    let figure: Int
    /// Whether the magnitude comes from a hint.
    let isHinted: Bool
  }

  /// Indexes `passages`. What `question` says needs no further evidence.
  ///
  /// - Complexity: linear in the length of the texts, but for sorting the numbers.
  public init(passages: [Passage], question: [UInt8], options: GroundingOptions = GroundingOptions()) {
    self.passages = passages
    self.question = question
    self.options = options
    questionStems = Stems.of(question, question.indices)
    questionCues = CueWords(question).all
    asksForYear = EvidenceIndex.yearQuestions.contains { question.holds($0) }
    for (number, passage) in passages.enumerated() { read(passage.utf8, passage: number) }
    read(question, passage: -1)
    sortFigures()
  }

  /// Every claim of `kind` in `answer` (a folded view), judged, in order.
  public func judge(_ kind: MentionKind, in answer: [UInt8]) -> [ClaimJudgement] {
    switch kind {
    case .quantity, .money: FigureJudge(index: self, answer: answer).judgements(of: kind)
    case .equation: judgeEquations(in: answer)
    case .direction: judgeDirections(in: answer)
    case .statement: StatementJudge(index: self, answer: answer).judgements()
    case .date: DateJudge(index: self, answer: answer).judgements()
    case .documentNumber, .lawArticle, .contact: judgeKeys(kind, in: answer)
    case .citation: judgeCitations(in: answer)
    case .quotation: QuotationJudge(index: self, answer: answer).judgements()
    case .office: OfficeJudge(index: self, answer: answer).judgements()
    case .norm: NormJudge(index: self, answer: answer).judgements()
    case .limit: LimitJudge(index: self, answer: answer).judgements()
    case .contradiction: judgeContradictions(in: answer)
    case .schedule: ScheduleJudge(index: self, answer: answer).judgements()
    case .annualRate: AnnualRateJudge(index: self, answer: answer).judgements()
    }
  }

  private static let yearQuestions =
    ["which", "what", "which was the", "what is the", "what was the"].flatMap { asking in
      ["year", "fiscal year", "financial year"].map { Array("\(asking) \($0)".utf8) }
    } + ["哪一年", "哪年", "哪些年", "何年"].map { Array($0.utf8) }

  // MARK: Reading

  private mutating func read(_ text: [UInt8], passage: Int) {
    let mentions = Recognizer.numbers(in: text)
    let hints = passage < 0 ? [] : UnitHint.scales(text)
    var next = 0
    // The heading above a row: 资产合计：
    var heading: Range<Int>?
    let firstColumn = (passage + 1) * 10_000
    var heads: [Range<Int>] = []
    for line in Layout.lines(text) {
      let stretch = stretches.count
      let label = line.cells.first ?? line.range
      let isRow = !line.cells.isEmpty
      let isBlank = isRow && !text[label].contains { $0 > 0x20 }
      // A row without a label sums up what stands under the last heading.
      stretches.append(
        Stretch(passage: passage, range: line.range, isRow: isRow, isTotal: isBlank, label: label, heading: isRow ? heading : nil))
      var cell = 0
      let before = figures.count
      while next < mentions.count, mentions[next].range.lowerBound < line.range.upperBound {
        let mention = mentions[next]
        next += 1
        while cell + 1 < line.cells.count, mention.range.lowerBound >= line.cells[cell].upperBound { cell += 1 }
        switch mention.reading {
        case .quantity(let quantity):
          if quantity.unit == .money, let currency = quantity.currency, !currencies.contains(currency) { currencies.append(currency) }
          let isTable = !line.cells.isEmpty
          let isLone = isTable || line.range.count < 40
          figures.append(
            Figure(
              passage: passage, range: mention.range, quantity: quantity, row: isTable ? stretch : nil,
              column: isTable ? firstColumn + cell : nil, sentence: stretch, hints: isLone && quantity.scale == 0 ? hints : []))
        case .date(let date): dates.add(date, Place(passage: passage, range: mention.range))
        case .key(let key):
          keys.append(KeyEvidence(kind: mention.kind, key: key, place: Place(passage: passage, range: mention.range)))
        default: break
        }
      }
      if isRow, figures.count == before {
        if heads.count < EvidenceIndex.headLimit { heads.append(line.range) }
        if !isBlank { heading = label }
      }
    }
    if passage >= 0 { headRows.append(heads) }
    readDirections(text, passage: passage, mentions: mentions)
  }

  private mutating func readDirections(_ text: [UInt8], passage: Int, mentions: [Mention]) {
    for mention in Recognizer.mentions(of: .direction, in: text) {
      guard case .direction(let direction) = mention.reading else { continue }
      let place = Place(passage: passage, range: mention.range)
      directions.append(DirectionEvidence(direction: direction, place: place))
      said.add(direction, place)
      guard passage >= 0 else { continue }
      for neighbourhood in Neighbourhood.around(mention.range, in: text) {
        neighbourhoods[neighbourhood, default: SaidDirections()].add(direction, place)
      }
    }
    let pairs = FromTo.pairs(text, mentions, passage: passage)
    changes += pairs.prefix(max(0, EvidenceIndex.changeLimit - changes.count))
  }

  /// The most head rows of a passage that are kept.
  private static let headLimit = 40
  /// The most changes by both ends that are kept.
  private static let changeLimit = 200

  private mutating func sortFigures() {
    for (index, figure) in figures.enumerated() {
      let quantity = figure.quantity
      byPrinted.append(Entry(magnitude: quantity.printed.magnitude.billionths, figure: index, isHinted: false))
      byValue.append(Entry(magnitude: quantity.value.magnitude.billionths, figure: index, isHinted: false))
      for hint in figure.hints where quantity.unit == .plain || quantity.unit == .money || quantity.unit == .counted {
        guard let scaled = quantity.printed.magnitude.shifted(hint) else { continue }
        byValue.append(Entry(magnitude: scaled.billionths, figure: index, isHinted: true))
      }
    }
    let order = { (a: Entry, b: Entry) in (a.magnitude, a.figure) < (b.magnitude, b.figure) }
    byPrinted = thinned(byPrinted.sorted(by: order))
    byValue = thinned(byValue.sorted(by: order))
  }

  /// Of many figures with one value, the first few and the first of every unit: enough to judge by, and quick to look through.
  private func thinned(_ sorted: [Entry]) -> [Entry] {
    var kept: [Entry] = []
    kept.reserveCapacity(sorted.count)
    var run = 0
    var seen: Set<Signature> = []
    for entry in sorted {
      if kept.last?.magnitude != entry.magnitude {
        run = 0
        seen.removeAll(keepingCapacity: true)
      }
      run += 1
      if seen.insert(Signature(figures[entry.figure], entry)).inserted || run <= 24 { kept.append(entry) }
    }
    return kept
  }

  // MARK: Places

  func nearest(_ figure: Figure?) -> ClaimJudgement.Nearest? {
    guard let figure, figure.passage >= 0 else { return nil }
    return ClaimJudgement.Nearest(passage: figure.passage, range: figure.range)
  }

  func nearest(_ place: Place?) -> ClaimJudgement.Nearest? {
    guard let place, place.passage >= 0 else { return nil }
    return ClaimJudgement.Nearest(passage: place.passage, range: place.range)
  }

  func text(_ passage: Int) -> [UInt8] { passage < 0 ? question : passages[passage].utf8 }
}

/// What matching asks of a figure besides its value.
private struct Signature: Hashable {
  let unit: String
  let currency: Quantity.Currency?
  let isScaled: Bool
  let isHinted: Bool
  let isCell: Bool
  let isQuestion: Bool

  init(_ figure: Figure, _ entry: EvidenceIndex.Entry) {
    unit = figure.quantity.unit.name
    currency = figure.quantity.currency
    isScaled = figure.quantity.scale > 0
    isHinted = entry.isHinted
    isCell = figure.row != nil
    isQuestion = figure.passage < 0
  }
}

/// A stretch of a passage; passage −1 is the question.
struct Place: Sendable, Equatable {
  let passage: Int
  let range: Range<Int>
}

/// A word of direction in the evidence.
struct DirectionEvidence: Sendable {
  let direction: Direction
  let place: Place
}

/// An identifier in the evidence.
struct KeyEvidence: Sendable {
  let kind: MentionKind
  let key: [UInt8]
  let place: Place
}
