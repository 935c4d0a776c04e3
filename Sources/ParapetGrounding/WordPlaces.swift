import ParapetEntity

/// Where words of a text that the checks ask for may begin, and where its sentences and clauses end: one pass for all of them.
struct WordPlaces {
  /// A list of words, as one bit.
  struct List {
    fileprivate let bit: UInt8
    static let hints = List(bit: 1)
    static let conditions = List(bit: 2)
    static let cues = List(bit: 4)
    static let directions = List(bit: 8)
    static let bases = List(bit: 16)
    static let wholes = List(bit: 32)
    /// Few texts name both a base and a currency: one bit does for the two.
    static let currencies = bases
    fileprivate static let ends = List(bit: 64)
    fileprivate static let layout = List(bit: 128)
  }

  let beginnings: [WordFilter.Beginning]
  let ends: TextEnds
  /// Where line ends, the marks of cells and tags stand.
  let layout: [Int32]
  /// Whether there are tags.
  let hasTags: Bool

  private static let filter: WordFilter = {
    var filter = WordFilter()
    filter.add(UnitHint.words.opens, as: List.hints.bit)
    filter.add(ConditionWords.words.opens, as: List.conditions.bit)
    filter.add(CueWords.table.opens, as: List.cues.bit)
    filter.add(DirectionScan.opens, as: List.directions.bit)
    filter.add(ChangeBases.words.opens, as: List.bases.bit)
    filter.add(FigureJudge.currencyNames.opens, as: List.currencies.bit)
    filter.add(FigureJudge.wholes.opens, as: List.wholes.bit)
    filter.add(TextEnds.opens, as: List.ends.bit)
    filter.add(["\n", "|", "\t", "<"].reduce(into: WordFilter()) { $0.add($1.utf8) }, as: List.layout.bit)
    return filter
  }()

  init(_ text: [UInt8]) {
    beginnings = WordPlaces.filter.beginnings(in: text, text.indices)
    var ends = TextEnds(count: text.count)
    var layout: [Int32] = []
    var hasTags = false
    for beginning in beginnings where beginning.lists & (List.ends.bit | List.layout.bit) != 0 {
      if beginning.lists & List.ends.bit != 0 { ends.add(text, at: Int(beginning.at)) }
      guard beginning.lists & List.layout.bit != 0 else { continue }
      layout.append(beginning.at)
      hasTags = hasTags || text[Int(beginning.at)] == 0x3C
    }
    (self.ends, self.layout, self.hasTags) = (ends, layout, hasTags)
  }

  /// Calls `body` with every place where a word of `list` may begin.
  @inline(__always) func forEach(_ list: List, _ body: (Int) -> Void) {
    // They are gathered first: most are of other lists, and passed over sooner by themselves.
    var places: [Int32] = []
    places.reserveCapacity(beginnings.count / 4)
    for beginning in beginnings where beginning.lists & list.bit != 0 { places.append(beginning.at) }
    for place in places { body(Int(place)) }
  }

  /// Calls `body` with every such place in `range`.
  @inline(__always) func forEach(_ list: List, in range: Range<Int>, _ body: (Int) -> Void) {
    for beginning in beginnings.within(range) where beginning.lists & list.bit != 0 { body(Int(beginning.at)) }
  }
}
