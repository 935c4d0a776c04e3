import ParapetEntity

/// Where words of the evidence that the checks ask for may begin: one pass for four lists of words.
struct WordPlaces {
  private(set) var hints: [Int32] = []
  private(set) var conditions: [Int32] = []
  private(set) var cues: [Int32] = []
  private(set) var directions: [Int32] = []

  private static let filter: WordFilter = {
    var filter = WordFilter()
    filter.add(UnitHint.words.opens, as: 1)
    filter.add(ConditionWords.words.opens, as: 2)
    filter.add(CueWords.table.opens, as: 4)
    filter.add(DirectionScan.opens, as: 8)
    return filter
  }()

  init(_ text: [UInt8]) {
    var hints: [Int32] = []
    var conditions: [Int32] = []
    var cues: [Int32] = []
    var directions: [Int32] = []
    cues.reserveCapacity(text.count / 24)
    directions.reserveCapacity(text.count / 32)
    WordPlaces.filter.forEachBeginning(in: text, text.indices) { at, lists in
      let place = Int32(truncatingIfNeeded: at)
      if lists & 8 != 0 { directions.append(place) }
      if lists & 4 != 0 { cues.append(place) }
      if lists & 2 != 0 { conditions.append(place) }
      if lists & 1 != 0 { hints.append(place) }
    }
    self.hints = hints
    self.conditions = conditions
    self.cues = cues
    self.directions = directions
  }
}

extension [Int32] {
  /// Where the first of these ascending places that does not lie before `byte` stands among them.
  func first(from byte: Int) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if self[middle] < byte { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Those of these ascending places that lie in `range`.
  func within(_ range: Range<Int>) -> ArraySlice<Int32> {
    let start = first(from: range.lowerBound)
    return self[start..<Swift.max(start, first(from: range.upperBound))]
  }
}
