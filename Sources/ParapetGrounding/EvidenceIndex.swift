public import ParapetEntity
import ParapetText

/// The evidence for one event, indexed once for every claim, rule and answer that asks.
///
/// What only some claims ask for is read when it is first asked for; no result depends on what was asked before. An index belongs to one
/// thread at a time.
public final class EvidenceIndex {
  let passages: [Passage]
  let question: [UInt8]
  /// Every number of the passages and of the question, in reading order.
  let figures: [Figure]
  let stretches: [Stretch]
  /// Figures by magnitude of their value; bare ones with every hinted scale as well.
  private(set) lazy var byValue = Entry.byValue(figures)
  /// Figures by magnitude of their printed number.
  private(set) lazy var byPrinted = Entry.byPrinted(figures)
  let dates: DateEvidence
  private let keys: [KeyEvidence]
  private(set) lazy var keyIndex = KeyIndex(keys)
  let currencies: [Quantity.Currency]
  let changes: [FromTo]
  /// The rows of each passage without figures, which head those below; the first of them.
  let headRows: [[Range<Int>]]
  /// The tables of the passages.
  let tables: [Table]
  private(set) lazy var questionStems = Stems.of(question, question.indices)
  let questionCues: Cues
  /// Whether the question is after a year.
  let asksForYear: Bool
  /// The words beside figures, as far as they were asked for.
  let words: EvidenceWords
  /// Where words may begin, of each passage and of the question last.
  private let places: [WordPlaces]

  /// The words of direction.
  private(set) lazy var directions = DirectionIndex(passages: passages, question: question, places)
  /// How the first figures are printed.
  private(set) lazy var prints = figures.prefix(FigureJudge.lookLimit).map { Print($0.quantity, text($0.passage)[$0.range]) }
  /// The figures that may be operands, by their places in `figures`.
  private(set) lazy var operands = {
    var operands: [Int] = []
    operands.reserveCapacity(min(figures.count, Derivation.operandLimit))
    for (number, figure) in figures.prefix(Derivation.operandLimit).enumerated()
    where figure.passage >= 0 && figure.quantity.role == .measure && figure.quantity.value != .zero {
      operands.append(number)
    }
    return operands
  }()
  /// The kinds of numbers among the figures.
  private(set) lazy var kinds = figures.reduce(into: QuantityKinds()) { $0.formUnion(QuantityKinds($1.quantity)) }
  /// Whether some figure leaves its unit unsaid.
  private(set) lazy var hasUnstated = figures.contains { isUnstated($0) }
  /// Where the passages say that a figure is a limit, or for some only.
  private(set) lazy var conditions = zip(passages, places).map { ConditionWords($0.utf8, at: $1) }

  /// The values of those passages that are JSON, with their periods.
  private(set) lazy var keyedValues = passages.map { KeyedValues($0.utf8) }

  /// What only few checks read of the passages and the question.
  let rereading: Rereading

  /// What stands right behind the years of the passages.
  private(set) lazy var yearNeighbours = Set(
    dates.dates.compactMap { date, place in
      date.year == nil || place.passage < 0 ? nil : Neighbourhood.behind(place.range.upperBound, text(place.passage))
    })

  /// The years of each sentence or row of the passages that names some.
  private lazy var yearsOfStretches: [Int: [Int]] = {
    var years: [Int: [Int]] = [:]
    var stretch = 0
    for (date, place) in dates.dates {
      guard place.passage >= 0, let year = date.year else { continue }
      while stretch + 1 < stretches.count, !stretches[stretch].holds(place) { stretch += 1 }
      years[stretch, default: []].append(year)
    }
    return years
  }()

  func years(ofStretch number: Int) -> [Int] { yearsOfStretches[number] ?? [] }

  /// Indexes `passages`. What `question` says needs no further evidence.
  ///
  /// - Complexity: linear in the length of the texts, but for sorting the numbers.
  public init(passages: [Passage], question: [UInt8]) {
    self.passages = passages
    self.question = question
    rereading = Rereading(passages: passages.map(\.utf8), question: question)
    asksForYear = EvidenceIndex.yearQuestions.contains { question.holds($0) }
    var reader = EvidenceReader()
    for (number, passage) in passages.enumerated() { reader.read(passage.utf8, passage: number, asOf: passage.day) }
    reader.read(question, passage: -1)
    figures = reader.figures
    stretches = reader.stretches
    dates = reader.dates
    keys = reader.keys
    currencies = reader.currencies
    changes = reader.changes
    headRows = reader.headRows
    tables = reader.tables
    places = reader.places
    questionCues = reader.places.last.map { CueWords(question, at: $0).all } ?? []
    words = EvidenceWords(
      texts: passages.map(\.utf8) + [question], places: places, figures: figures, clauses: reader.clauses, stretches: stretches,
      headRows: headRows)
  }

  /// Every claim of `kind` in `answer` (a folded view), judged, in order.
  public func judge(_ kind: MentionKind, in answer: [UInt8], options: GroundingOptions = GroundingOptions()) -> [ClaimJudgement] {
    judge(kind, in: MentionReader(answer), options: options)
  }

  /// Where the sentences and clauses of a passage end.
  func ends(ofPassage number: Int) -> TextEnds { places[number].ends }

  /// Where words of a passage, or of the question, may begin.
  func places(ofPassage number: Int) -> WordPlaces { places[number < 0 ? places.count - 1 : number] }

  /// What was read of the answer that was judged last.
  private var last: ReadAnswer?

  /// What several kinds of claims ask of one answer.
  struct ReadAnswer {
    /// Where its words may begin.
    let places: WordPlaces
    /// Its changes by both ends.
    let changes: [FromTo]
    fileprivate weak var reader: MentionReader?
  }

  /// Reads an answer once for all kinds of claims.
  func read(_ answer: MentionReader) -> ReadAnswer {
    if let last, last.reader === answer { return last }
    let changes = FromTo.pairs(answer.utf8, answer.quantities, passage: -2)
    let read = ReadAnswer(places: WordPlaces(answer.utf8), changes: changes, reader: answer)
    last = read
    return read
  }

  /// The bounds that the last call of `judge` reached.
  public private(set) var reached: Set<Cap> = []

  /// Notes that a bound is reached.
  func note(_ cap: Cap) { reached.insert(cap) }

  /// Every claim of `kind` in an answer that others read as well, judged, in order.
  public func judge(_ kind: MentionKind, in answer: MentionReader, options: GroundingOptions = GroundingOptions()) -> [ClaimJudgement] {
    reached.removeAll()
    let judgements = judged(kind, in: answer, options)
    guard !judgements.isEmpty else { return judgements }
    switch kind {
    case .date where !dates.isWhole, .answer where !dates.isWhole: note(.evidenceDates)
    case .limit where passages.count > Rereading.readLimit, .schedule where passages.count > Rereading.readLimit,
      .annualRate where passages.count > Rereading.readLimit:
      note(.passages)
    case .norm where rereading.norms.count >= Rereading.normLimit: note(.norms)
    default: break
    }
    return judgements
  }

  private func judged(_ kind: MentionKind, in answer: MentionReader, _ options: GroundingOptions) -> [ClaimJudgement] {
    switch kind {
    case .quantity, .money: FigureJudge(index: self, answer: answer, options: options).judgements(of: kind)
    case .equation: judgeEquations(in: answer)
    case .direction: judgeDirections(in: answer, options)
    case .statement: StatementJudge(index: self, answer: answer.utf8).judgements(answer.mentions(of: .statement))
    case .date: DateJudge(index: self, answer: answer).judgements()
    case .documentNumber, .lawArticle, .contact, .securityCode: judgeKeys(kind, answer.mentions(of: kind))
    case .citation: judgeCitations(in: answer, options)
    case .quotation: QuotationJudge(index: self, answer: answer.utf8).judgements()
    case .office: OfficeJudge(index: self, answer: answer.utf8).judgements()
    case .norm: NormJudge(index: self, answer: answer.utf8).judgements()
    case .limit: LimitJudge(index: self, answer: answer).judgements()
    case .contradiction: judgeContradictions(in: answer)
    case .schedule: ScheduleJudge(index: self, answer: answer).judgements()
    case .annualRate: AnnualRateJudge(index: self, answer: answer).judgements()
    case .answer: AbstentionJudge(index: self, answer: answer).judgements()
    }
  }

  private static let yearQuestions =
    ["which", "what", "which was the", "what is the", "what was the"].flatMap { asking in
      ["year", "fiscal year", "financial year"].map { Array("\(asking) \($0)".utf8) }
    } + ["哪一年", "哪年", "哪些年", "何年"].map { Array($0.utf8) }

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

  /// The figures of the sentences or rows from `first` to `last`, by their places among the first `limit`.
  func figures(ofStretches first: Int, through last: Int, limit: Int) -> Range<Int> {
    let end = min(limit, figures.count)
    func place(_ stretch: Int) -> Int {
      return (0..<end).partitioningIndex { figures[$0].sentence >= stretch }
    }
    let start = place(first)
    return start..<max(start, place(last + 1))
  }
}

/// A stretch of a passage; passage −1 is the question.
struct Place: Sendable, Equatable {
  let passage: Int
  let range: Range<Int>
}

/// An identifier in the evidence.
struct KeyEvidence: Sendable {
  let kind: MentionKind
  let key: [UInt8]
  let place: Place
}
