import ParapetEntity

/// Reads the texts of the evidence, one after the other, for an index.
struct EvidenceReader {
  private(set) var figures: [Figure] = []
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
    let written = Recognizer.numbers(in: text)
    let mentions = asOf.map { RelativeDates.added(to: written, in: text, asOf: $0) } ?? written
    let places = WordPlaces(text)
    self.places.append(places)
    let hints = passage < 0 ? [] : UnitHint(text, at: places)
    let isJSON = KeyedValues.mayBeJSON(text)
    if figures.isEmpty { figures.reserveCapacity(mentions.count) }
    var next = 0
    // The heading above a row: 资产合计：
    var heading: Range<Int>?
    let firstColumn = (passage + 1) * EvidenceReader.columns
    var heads: [Range<Int>] = []
    var table = TableReader(text)
    let lines = Layout.lines(text, places.ends)
    if let asOf, let first = lines.first { dates.speak(for: asOf, Place(passage: passage, range: first.range)) }
    for line in lines {
      let stretch = stretches.count
      let label = line.cells.first ?? line.range
      let isRow = !line.cells.isEmpty
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
        while cell + 1 < line.cells.count, range.lowerBound >= line.cells[cell].upperBound { cell += 1 }
        switch mentions[next].reading {
        case .quantity(var quantity):
          // 不良率（%） heads a row of percentages.
          if countsPercent, quantity.unit == .plain, quantity.scale == 0, quantity.role == .measure { quantity.unit = .percent }
          if let currency = quantity.currency, quantity.unit == .money, !currencies.contains(currency) { currencies.append(currency) }
          if isRow { table.count(cell) }
          let isLone = isRow || isJSON || line.range.count < 40
          figures.append(
            Figure(
              passage: passage, range: range, quantity: quantity, row: isRow ? stretch : nil, column: isRow ? firstColumn + cell : nil,
              sentence: stretch, hints: isLone && quantity.scale == 0 ? hints : []))
        case .date(let date):
          dates.add(date, Place(passage: passage, range: range))
          if isRow { table.name(date, cell) }
        case .key(let key): keys.append(KeyEvidence(kind: mentions[next].kind, key: key, place: Place(passage: passage, range: range)))
        default: break
        }
        next += 1
      }
      if isRow, let period = table.end(&tables) { stretches[stretch].period = period }
      if isRow, figures.count == before {
        if heads.count < EvidenceReader.headLimit { heads.append(line.range) }
        if !isBlank { heading = label }
      }
    }
    if passage >= 0 { headRows.append(heads) }
    let room = EvidenceReader.changeLimit - changes.count
    if room > 0 { changes += FromTo.pairs(text, PlacedQuantity.all(of: mentions), passage: passage).prefix(room) }
  }

  /// The figures by magnitude of their values and of their printed numbers.
  func sortedFigures() -> (byValue: [EvidenceIndex.Entry], byPrinted: [EvidenceIndex.Entry]) {
    var byValue: [EvidenceIndex.Entry] = []
    var byPrinted: [EvidenceIndex.Entry] = []
    byValue.reserveCapacity(figures.count)
    byPrinted.reserveCapacity(figures.count)
    for (index, figure) in figures.enumerated() {
      let quantity = figure.quantity
      byPrinted.append(EvidenceIndex.Entry(magnitude: quantity.printed.magnitude.billionths, figure: index, isHinted: false))
      byValue.append(EvidenceIndex.Entry(magnitude: quantity.value.magnitude.billionths, figure: index, isHinted: false))
      guard !figure.hints.isEmpty, quantity.unit == .plain || quantity.unit == .money || quantity.unit == .counted else { continue }
      for hint in figure.hints.scales {
        guard let scaled = quantity.printed.magnitude.shifted(hint) else { continue }
        byValue.append(EvidenceIndex.Entry(magnitude: scaled.billionths, figure: index, isHinted: true))
      }
    }
    return (thinned(EvidenceIndex.Entry.sorted(byValue)), thinned(EvidenceIndex.Entry.sorted(byPrinted)))
  }

  /// Of many figures with one value, the first few and the first of every unit: enough to judge by, and quick to look through.
  private func thinned(_ sorted: [EvidenceIndex.Entry]) -> [EvidenceIndex.Entry] {
    var kept: [EvidenceIndex.Entry] = []
    kept.reserveCapacity(sorted.count)
    var start = 0
    while start < sorted.count {
      var end = start
      while end < sorted.count, sorted[end].magnitude == sorted[start].magnitude { end += 1 }
      if end == start + 1 {
        kept.append(sorted[start])
      } else if end - start <= EvidenceReader.mostAlike {
        kept += sorted[start..<end]
      } else {
        var seen: Set<Signature> = []
        for place in start..<end {
          let isNew = seen.insert(Signature(figures[sorted[place].figure], sorted[place])).inserted
          if isNew || place - start < EvidenceReader.mostAlike { kept.append(sorted[place]) }
        }
      }
      start = end
    }
    return kept
  }

  /// How many figures of one value are kept whatever they count.
  private static let mostAlike = 24
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

extension EvidenceIndex.Entry {
  /// The entries by magnitude, those of one magnitude by figure; of one figure in the order in which they come.
  static func sorted(_ entries: [EvidenceIndex.Entry]) -> [EvidenceIndex.Entry] {
    // One word tells most of them apart: how long the magnitude is, its leading bits, and the place in `entries`.
    let placeBits: UInt64 = 13
    guard entries.count < 1 << Int(placeBits) else { return entries.sorted { $0.precedes($1) } }
    var keys: [UInt64] = []
    keys.reserveCapacity(entries.count)
    for place in entries.indices {
      let magnitude = UInt128(truncatingIfNeeded: entries[place].magnitude)
      let length = UInt64(128 - magnitude.leadingZeroBitCount)
      let leading = UInt64(truncatingIfNeeded: length > 44 ? magnitude >> UInt128(length - 44) : magnitude)
      keys.append(length << 57 | leading << placeBits | UInt64(place))
    }
    keys.sort()
    var sorted: [EvidenceIndex.Entry] = []
    sorted.reserveCapacity(entries.count)
    for key in keys {
      let entry = entries[Int(key & (1 << placeBits - 1))]
      // What the word does not tell apart.
      var place = sorted.count
      sorted.append(entry)
      while place > 0, entry.precedes(sorted[place - 1]) {
        sorted[place] = sorted[place - 1]
        place -= 1
      }
      if place < sorted.count - 1 { sorted[place] = entry }
    }
    return sorted
  }

  @inline(__always) private func precedes(_ other: EvidenceIndex.Entry) -> Bool {
    magnitude < other.magnitude || magnitude == other.magnitude && figure < other.figure
  }
}
