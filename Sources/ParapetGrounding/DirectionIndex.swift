import ParapetEntity

/// The words of direction of the evidence, and what stands beside them.
struct DirectionIndex: Sendable {
  /// In reading order, the question last.
  private(set) var words: [DirectionEvidence] = []
  /// What is said of a direction between given neighbours.
  private(set) var neighbourhoods: [Neighbourhood: SaidDirections] = [:]
  /// What is said of directions at all.
  private(set) var said = SaidDirections()

  init(passages: [Passage], question: [UInt8]) {
    for (number, passage) in passages.enumerated() { read(passage.utf8, passage: number) }
    read(question, passage: -1)
  }

  private mutating func read(_ text: [UInt8], passage: Int) {
    for mention in Recognizer.mentions(of: .direction, in: text) {
      guard case .direction(let direction) = mention.reading else { continue }
      let place = Place(passage: passage, range: mention.range)
      words.append(DirectionEvidence(direction: direction, place: place))
      said.add(direction, place)
      guard passage >= 0 else { continue }
      Neighbourhood.forEach(around: mention.range, in: text) { neighbourhoods[$0, default: SaidDirections()].add(direction, place) }
    }
  }

  /// The place in `words` of the first word of a passage at `byte` or behind it.
  func first(passage: Int, from byte: Int) -> Int {
    let key = { (place: Place) in (place.passage < 0 ? Int.max : place.passage, place.range.lowerBound) }
    let wanted = (passage < 0 ? Int.max : passage, byte)
    var low = 0
    var high = words.count
    while low < high {
      let middle = (low + high) / 2
      if key(words[middle].place) < wanted { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

/// A word of direction in the evidence.
struct DirectionEvidence: Sendable {
  let direction: Direction
  let place: Place
}
