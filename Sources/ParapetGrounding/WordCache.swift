/// The words of stretches of the evidence, read when they are first asked for.
///
/// Most answers ask for few of them or none, so the index does not read them.
final class WordCache {
  private let index: EvidenceIndex
  private var stretches: [Int: Set<UInt64>] = [:]
  private var clauses: [Int: Set<UInt64>] = [:]
  private var cues: [Int: Cues] = [:]
  private var heads: [Int: Cues] = [:]

  init(_ index: EvidenceIndex) { self.index = index }

  /// The words of a sentence, or of the label of a row.
  func ofStretch(_ number: Int) -> Set<UInt64> {
    if let known = stretches[number] { return known }
    let stretch = index.stretches[number]
    let text = index.text(stretch.passage)
    var words = stretch.isTotal ? Stems.total : Stems.of(text, stretch.label)
    if stretch.isTotal, let heading = stretch.heading { words.formUnion(Stems.of(text, heading)) }
    stretches[number] = words
    return words
  }

  /// The words beside a figure: those of its clause, or of the label of its row.
  func beside(_ number: Int) -> Set<UInt64> {
    let figure = index.figures[number]
    if figure.row != nil { return ofStretch(figure.sentence) }
    if let known = clauses[number] { return known }
    let text = index.text(figure.passage)
    let words = Stems.around(figure.range, in: text, TextBounds.clause(text, figure.range))
    clauses[number] = words
    return words
  }

  /// The computations that a sentence or a row speaks of.
  func cues(ofStretch number: Int) -> Cues {
    if let known = cues[number] { return known }
    let stretch = index.stretches[number]
    let found = CueWords.cues(in: index.text(stretch.passage), stretch.range)
    cues[number] = found
    return found
  }

  /// The computations that the heads of the tables of a passage speak of.
  func cues(ofHeadsOf passage: Int) -> Cues {
    if let known = heads[passage] { return known }
    let text = index.text(passage)
    let found = index.headRows[passage].reduce(into: Cues()) { $0.formUnion(CueWords.cues(in: text, $1)) }
    heads[passage] = found
    return found
  }
}
