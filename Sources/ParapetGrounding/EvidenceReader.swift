import ParapetEntity

/// Reads the texts of the evidence, one after the other, for an index.
struct EvidenceReader {
  private(set) var figures: [Figure] = []
  /// The clause around each figure.
  private(set) var clauses: [Range<Int>] = []
  private(set) var stretches: [Stretch] = []
  private(set) var dates = DateEvidence()
  private(set) var keys: [KeyEvidence] = []
  private(set) var currencies: [Quantity.Currency] = []
  private(set) var changes: [FromTo] = []
  private(set) var headRows: [[Range<Int>]] = []
  private(set) var tables: [Table] = []
  /// Where words may begin, and where sentences and clauses end, of each text.
  private(set) var places: [WordPlaces] = []

  private static let percentLabels = ["(%)", "（%）"].map { Array($0.utf8) }

  /// Columns are numbered over all passages, so many a passage.
  static let columns = 10_000
  /// The most head rows of a passage that are kept.
  private static let headLimit = 40
  /// The most changes by both ends that are kept.
  static let changeLimit = 200

  /// Reads a passage that speaks for the day `asOf`, or the question as passage −1.
  mutating func read(_ text: [UInt8], passage: Int, asOf: DateReading? = nil) {
    let written = MentionReader(text)
    let quantities = written.quantities
    let mentions = asOf.map { RelativeDates.added(to: written.numbers, in: text, asOf: $0) } ?? written.numbers
    let places = WordPlaces(text)
    self.places.append(places)
    let hints = passage < 0 ? [] : UnitHint(text, at: places)
    let isJSON = KeyedValues.mayBeJSON(text)
    // For the first passage alone: to make just enough room for each is to move all that is there for each.
    if figures.isEmpty {
      figures.reserveCapacity(quantities.count)
      clauses.reserveCapacity(quantities.count)
    }
    var walk = places.ends.walk()
    var (next, number) = (0, 0)
    // The heading above a row: 资产合计：
    var heading: Range<Int>?
    let firstColumn = (passage + 1) * EvidenceReader.columns
    var heads: [Range<Int>] = []
    var table = TableReader(text)
    let lines = Layout.lines(text, places)
    if stretches.isEmpty { stretches.reserveCapacity(lines.count) }
    if let asOf, let first = lines.first { dates.speak(for: asOf, Place(passage: passage, range: first.range)) }
    for line in lines {
      let stretch = stretches.count
      let label = line.cells.first ?? line.range
      let cells = line.cells
      let isRow = !cells.isEmpty
      let countsPercent = isRow && EvidenceReader.percentLabels.contains { text[label].hasExactly($0) }
      let isBlank = isRow && !text[label].contains { $0 > 0x20 }
      if isRow { table.begin(line, &tables) }
      // A row without a label sums up what stands under the last heading.
      stretches.append(
        Stretch(
          passage: passage, range: line.range, isRow: isRow, isTotal: isBlank, label: label, heading: isRow ? heading : nil,
          table: isRow ? tables.count - 1 : nil))
      var cell = 0
      let before = figures.count
      while next < mentions.count, mentions[next].range.lowerBound < line.range.upperBound {
        let range = mentions[next].range
        while cell + 1 < cells.count, range.lowerBound >= cells[cell].upperBound { cell += 1 }
        defer { next += 1 }
        if mentions[next].kind == .quantity {
          var quantity = quantities[number].quantity
          number += 1
          // 不良率（%） heads a row of percentages.
          if countsPercent, quantity.unit == .plain, quantity.scale == 0, quantity.role == .measure { quantity.unit = .percent }
          if let currency = quantity.currency, quantity.unit == .money, !currencies.contains(currency) { currencies.append(currency) }
          if isRow { table.count(cell) }
          let isLone = isRow || isJSON || line.range.count < 40
          figures.append(
            Figure(
              passage: passage, range: range, quantity: quantity, row: isRow ? stretch : nil, column: isRow ? firstColumn + cell : nil,
              sentence: stretch, hints: isLone && quantity.scale == 0 ? hints : []))
          clauses.append(walk.clause(range))
          continue
        }
        switch mentions[next].reading {
        case .date(let date):
          dates.add(date, Place(passage: passage, range: range))
          if isRow { table.name(date, cell) }
        case .key(let key): keys.append(KeyEvidence(kind: mentions[next].kind, key: key, place: Place(passage: passage, range: range)))
        default: break
        }
      }
      if isRow, let period = table.end(&tables) { stretches[stretch].period = period }
      if isRow, figures.count == before {
        if heads.count < EvidenceReader.headLimit { heads.append(line.range) }
        if !isBlank { heading = label }
      }
    }
    if passage >= 0 { headRows.append(heads) }
    let room = EvidenceReader.changeLimit - changes.count
    if room > 0 { changes += FromTo.pairs(text, quantities, passage: passage).prefix(room) }
  }
}
