import ParapetEntity
import ParapetText

/// The words of direction of the evidence, and what stands beside them.
final class DirectionIndex {
  /// In reading order, the question last.
  let words: [DirectionEvidence]
  /// What is said of directions at all.
  let said: SaidDirections
  private let passages: [Passage]
  /// What is said of a direction between given neighbours, in the passages.
  private lazy var neighbourhoods: [Neighbourhood: SaidDirections] = {
    var said: [Neighbourhood: SaidDirections] = [:]
    for word in words where word.place.passage >= 0 {
      Neighbourhood.forEach(around: word.place.range, in: passages[word.place.passage].utf8) {
        said[$0, default: SaidDirections()].add(word.direction, word.place)
      }
    }
    return said
  }()

  init(passages: [Passage], question: [UInt8], _ places: [WordPlaces]) {
    self.passages = passages
    var words: [DirectionEvidence] = []
    words.reserveCapacity(passages.reduce(question.count) { $0 + $1.utf8.count } / 64)
    var said = SaidDirections()
    func read(_ text: [UInt8], _ passage: Int, _ places: WordPlaces) {
      var floor = 0
      places.forEach(.directions) { at in
        guard let word = DirectionScan.word(in: text, at: at, behind: &floor) else { return }
        let place = Place(passage: passage, range: word.range)
        words.append(DirectionEvidence(direction: word.direction, place: place))
        said.add(word.direction, place)
      }
    }
    for (number, passage) in passages.enumerated() { read(passage.utf8, number, places[number]) }
    if let last = places.last { read(question, -1, last) }
    self.words = words
    self.said = said
  }

  /// What the passages say of directions beside `neighbour`.
  func said(beside neighbour: Neighbourhood) -> SaidDirections? { neighbourhoods[neighbour] }

  /// The place in `words` of the first word of a passage at `byte` or behind it.
  func first(passage: Int, from byte: Int) -> Int {
    let wanted = (passage < 0 ? Int.max : passage, byte)
    return (0..<words.count).partitioningIndex {
      let place = words[$0].place
      return (place.passage < 0 ? Int.max : place.passage, place.range.lowerBound) >= wanted
    }
  }
}

/// A word of direction in the evidence.
struct DirectionEvidence: Sendable {
  let direction: Direction
  let place: Place
}
