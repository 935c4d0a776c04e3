import ParapetEntity

/// A number of the evidence, with its place.
struct Figure: Sendable {
  let quantity: Quantity
  // Figures are copied often: places take little room.
  let place: (passage: Int32, sentence: Int32, row: Int32, column: Int32, start: Int32, end: Int32)
  /// The powers of ten that a hint such as 单位：万元 or "in thousands" gives a bare number; empty where nothing is said.
  let hints: UnitHint

  init(passage: Int, range: Range<Int>, quantity: Quantity, row: Int?, column: Int?, sentence: Int, hints: UnitHint) {
    self.quantity = quantity
    self.hints = hints
    place = (
      Int32(clamping: passage), Int32(clamping: sentence), Int32(clamping: row ?? -1), Int32(clamping: column ?? -1),
      Int32(clamping: range.lowerBound), Int32(clamping: range.upperBound)
    )
  }

  /// The passage, or −1 for the question.
  var passage: Int { Int(place.passage) }
  var range: Range<Int> { Int(place.start)..<Int(place.end) }
  /// The sentence, or the row, numbered over all passages.
  var sentence: Int { Int(place.sentence) }
  /// The table row it stands in, numbered over all passages; nil in prose.
  var row: Int? { place.row < 0 ? nil : Int(place.row) }
  /// The table column, numbered over all passages.
  var column: Int? { place.column < 0 ? nil : Int(place.column) }
}

/// A sentence or a table row of the evidence.
struct Stretch: Sendable {
  let passage: Int
  let range: Range<Int>
  let isRow: Bool
  /// Whether it is a row without a label, as sums have.
  let isTotal: Bool
  /// Where its words stand: the sentence, or the label of the row.
  let label: Range<Int>
  /// The heading above a row.
  let heading: Range<Int>?
  /// The table that a row belongs to, numbered over all passages.
  let table: Int?
  /// The period that the label of a row names.
  var period: DateReading?

  func holds(_ place: Place) -> Bool { passage == place.passage && range.contains(place.range.lowerBound) }
}
