/// The words of stretches of the evidence, read when they are first asked for.
///
/// Most answers ask for few of them or none, so the index does not read them.
final class WordCache {
  private let texts: [[UInt8]]
  private let question: [UInt8]
  private let figures: [Figure]
  private let stretches: [Stretch]
  private let headRows: [[Range<Int>]]
  private var ofStretches: [StemSet?]
  private var ofClauses: [StemSet?]
  private var cues: [Cues?]
  private var heads: [Cues?]

  init(texts: [[UInt8]], question: [UInt8], figures: [Figure], stretches: [Stretch], headRows: [[Range<Int>]]) {
    self.texts = texts
    self.question = question
    self.figures = figures
    self.stretches = stretches
    self.headRows = headRows
    ofStretches = Array(repeating: nil, count: stretches.count)
    ofClauses = Array(repeating: nil, count: figures.count)
    cues = Array(repeating: nil, count: stretches.count)
    heads = Array(repeating: nil, count: headRows.count)
  }

  private func text(_ passage: Int) -> [UInt8] { passage < 0 ? question : texts[passage] }

  /// The words of a sentence, or of the label of a row.
  func ofStretch(_ number: Int) -> StemSet {
    if let known = ofStretches[number] { return known }
    let stretch = stretches[number]
    let text = text(stretch.passage)
    var words = stretch.isTotal ? Stems.total(isChinese: text.prefix(400).contains { $0 >= 0xE4 }) : Stems.of(text, stretch.label)
    if stretch.isTotal, let heading = stretch.heading { words = words.union(Stems.of(text, heading)) }
    ofStretches[number] = words
    return words
  }

  /// The words beside a figure: those of its clause, or of the label of its row.
  func beside(_ number: Int) -> StemSet {
    if let known = ofClauses[number] { return known }
    let figure = figures[number]
    if figure.row != nil { return ofStretch(figure.sentence) }
    let text = text(figure.passage)
    let words = Stems.around(figure.range, in: text, TextBounds.clause(text, figure.range))
    ofClauses[number] = words
    return words
  }

  /// The computations that a sentence or a row speaks of.
  func cues(ofStretch number: Int) -> Cues {
    if let known = cues[number] { return known }
    let stretch = stretches[number]
    let found = CueWords.cues(in: text(stretch.passage), stretch.range)
    cues[number] = found
    return found
  }

  /// The computations that the heads of the tables of a passage speak of.
  func cues(ofHeadsOf passage: Int) -> Cues {
    if let known = heads[passage] { return known }
    let text = texts[passage]
    let found = headRows[passage].reduce(into: Cues()) { $0.formUnion(CueWords.cues(in: text, $1)) }
    heads[passage] = found
    return found
  }
}
