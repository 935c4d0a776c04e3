import ParapetEntity

extension EvidenceIndex {
  /// A magnitude and the figure that has it.
  struct Entry: Sendable {
    let magnitude: Int128
    let figure: Int
    /// Whether the magnitude comes from a hint.
    let isHinted: Bool
  }
}

extension EvidenceIndex.Entry {
  /// Figures by magnitude of their values, bare ones with every hinted scale as well.
  static func byValue(_ figures: [Figure]) -> [Self] {
    var entries: [Self] = []
    entries.reserveCapacity(figures.count)
    for (index, figure) in figures.enumerated() {
      let quantity = figure.quantity
      entries.append(Self(magnitude: quantity.value.magnitude.billionths, figure: index, isHinted: false))
      guard !figure.hints.isEmpty, quantity.unit == .plain || quantity.unit == .money || quantity.unit == .counted else { continue }
      for hint in figure.hints.scales {
        guard let scaled = quantity.printed.magnitude.shifted(hint) else { continue }
        entries.append(Self(magnitude: scaled.billionths, figure: index, isHinted: true))
      }
    }
    return thinned(sorted(entries), figures)
  }

  /// Figures by magnitude of their printed numbers.
  static func byPrinted(_ figures: [Figure]) -> [Self] {
    let entries = figures.indices.map {
      Self(magnitude: figures[$0].quantity.printed.magnitude.billionths, figure: $0, isHinted: false)
    }
    return thinned(sorted(entries), figures)
  }

  /// Of many figures with one value, the first few and the first of every unit: enough to judge by, and quick to look through.
  private static func thinned(_ sorted: [Self], _ figures: [Figure]) -> [Self] {
    // Hardly ever are there so many.
    guard sorted.indices.dropFirst(mostAlike).contains(where: { sorted[$0].magnitude == sorted[$0 - mostAlike].magnitude }) else {
      return sorted
    }
    var kept: [Self] = []
    kept.reserveCapacity(sorted.count)
    var start = 0
    while start < sorted.count {
      var end = start
      while end < sorted.count, sorted[end].magnitude == sorted[start].magnitude { end += 1 }
      if end == start + 1 {
        kept.append(sorted[start])
      } else if end - start <= mostAlike {
        kept += sorted[start..<end]
      } else {
        var seen: Set<Signature> = []
        for place in start..<end {
          let isNew = seen.insert(Signature(figures[sorted[place].figure], sorted[place])).inserted
          if isNew || place - start < mostAlike { kept.append(sorted[place]) }
        }
      }
      start = end
    }
    return kept
  }

  /// How many figures of one value are kept whatever they count.
  private static let mostAlike = 24

  /// The entries by magnitude, those of one magnitude by figure; of one figure in the order in which they come.
  private static func sorted(_ entries: [Self]) -> [Self] {
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
    var sorted: [Self] = []
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

  @inline(__always) private func precedes(_ other: Self) -> Bool {
    magnitude < other.magnitude || magnitude == other.magnitude && figure < other.figure
  }
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
