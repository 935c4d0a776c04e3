/// Where the words that several recognisers look for may begin in a text: one pass for all of them.
struct MentionPlaces {
  /// What one recogniser looks for, as one bit.
  struct List {
    fileprivate let bit: UInt8
    static let directions = List(bit: 1)
    static let statements = List(bit: 2)
    static let terms = List(bit: 4)
    static let admissions = List(bit: 8)
    static let settlements = List(bit: 16)
  }

  private let beginnings: [WordFilter.Beginning]

  private static let filter: WordFilter = {
    var filter = WordFilter()
    filter.add(DirectionScan.opens, as: List.directions.bit)
    filter.add(StatementScan.opens, as: List.statements.bit)
    filter.add(ContradictionScan.opens, as: List.terms.bit)
    filter.add(AnswerScan.opens, as: List.admissions.bit)
    filter.add(SettlementScan.opens, as: List.settlements.bit)
    return filter
  }()

  init(_ text: [UInt8]) { beginnings = MentionPlaces.filter.beginnings(in: text, text.indices) }

  /// Calls `body` with every place where a word of `list` may begin.
  @inline(__always) func forEach(_ list: List, _ body: (Int) -> Void) {
    for beginning in beginnings where beginning.lists & list.bit != 0 { body(Int(beginning.at)) }
  }
}
