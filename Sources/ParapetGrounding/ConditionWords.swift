import ParapetText

/// Where a text says that a figure is a limit, or that it holds for some or for a time only.
struct ConditionWords: Sendable {
  enum Kind: Sendable, CaseIterable {
    /// What is at most twenty must not become twenty.
    case limit
    /// For whom and when a figure holds.
    case term
  }

  static let words = WordTable<Kind>([
    (.limit, "最高 不超过 至多 上限 最多 up_to at_most a_maximum_of as_much_as"),
    (.term, "新客 新用户 首年 首月 首期 限时 审批为准 new_customer first_year first-year introductory"),
  ])

  private var limits: [Range<Int>] = []
  private var terms: [Range<Int>] = []

  /// Those of a text of which words may begin at `places`.
  init(_ text: [UInt8], at places: WordPlaces) {
    let words = ConditionWords.words
    places.forEach(.conditions) { at in
      words.forEach(in: text, at: at) { end, kind in add(kind, at..<end) }
    }
  }

  private mutating func add(_ kind: Kind, _ range: Range<Int>) {
    switch kind {
    case .limit: limits.append(range)
    case .term: terms.append(range)
    }
  }

  /// Whether a word of a kind stands anywhere.
  func holds(_ kind: Kind) -> Bool { kind == .limit ? !limits.isEmpty : !terms.isEmpty }

  /// Whether a word of a kind stands in `range`.
  func say(_ kind: Kind, in range: Range<Int>) -> Bool {
    let places = kind == .limit ? limits : terms
    var low = (0..<places.count).partitioningIndex { places[$0].lowerBound >= range.lowerBound }
    while low < places.count, places[low].lowerBound < range.upperBound {
      if places[low].upperBound <= range.upperBound { return true }
      low += 1
    }
    return false
  }
}
