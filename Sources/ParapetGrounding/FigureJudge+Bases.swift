import ParapetEntity

/// Changes against another base than the evidence says: 同比 for 环比, year on year for quarter on quarter.
extension FigureJudge {
  /// The answer measures a change against one base, and wherever the evidence gives the figure, it is against the other.
  mutating func otherBase(_ range: Range<Int>, _ clause: Range<Int>, _ matches: ArraySlice<Int>) -> Verdict? {
    guard !bases.isEmpty, let own = bases.base(of: range, in: clause, answer), let first = matches.first else { return nil }
    let isOther = matches.allSatisfy { match in
      let figure = index.figures[match]
      guard figure.passage >= 0 else { return false }
      let around = figure.row == nil ? index.words.clause(of: match) : index.stretches[figure.sentence].label
      let named = index.words.bases(figure.passage, around)
      return named.base(of: figure.range, in: around, index.text(figure.passage)).map { $0 != own } ?? false
    }
    return isOther ? Verdict(outcome: .unsupported(FaultKind.binding.fault(.likely)), nearest: index.figures[first]) : nil
  }
}

/// The bases of changes that a text names, and where.
struct ChangeBases {
  /// The same time of the year before, or the month or quarter before.
  enum Base: Sendable { case year, sequence }

  private var named: [(place: Int, base: Base)] = []
  var isEmpty: Bool { named.isEmpty }

  /// Those named in a stretch of a text of which words may begin at `places`.
  init(_ text: [UInt8], _ range: Range<Int>, at places: WordPlaces) {
    let words = ChangeBases.words
    places.forEach(.bases, in: range) { at in
      words.forEach(in: text, at: at) { end, base in
        if text[at] < 0x80, at > 0 && text[at - 1].isASCIILetter || end < text.count && text[end].isASCIILetter { return }
        if end <= range.upperBound { named.append((at, base)) }
      }
    }
  }

  /// The base that a clause, or the label of a row, says of a figure: where it names both, the one before the figure, if bases come
  /// before figures there, and else the one behind it.
  func base(of figure: Range<Int>, in clause: Range<Int>, _ text: [UInt8]) -> Base? {
    let start = named.firstIndex { $0.place >= clause.lowerBound } ?? named.count
    let here = named[start...].prefix { $0.place < clause.upperBound }
    guard let first = here.first else { return nil }
    if here.allSatisfy({ $0.base == first.base }) { return first.base }
    let leads = !text[clause.lowerBound..<first.place].contains(where: \.isASCIIDigit)
    return leads ? here.last { $0.place < figure.lowerBound }?.base : here.first { $0.place >= figure.upperBound }?.base
  }

  static let words = WordTable<Base>([
    (
      .year,
      """
      同比 较上年同期 比上年同期 较去年同期 比去年同期 year-on-year year_on_year year-over-year year_over_year yoy y/y y-o-y from_a_year_earlier from_a_year_ago
      """
    ),
    (
      .sequence,
      """
      环比 较上季 比上季 较上一季 比上一季 较上个季 较上月 比上月 较上个月 比上个月 quarter-on-quarter quarter_on_quarter quarter-over-quarter quarter_over_quarter qoq q/q q-o-q \
      month-on-month month_on_month month-over-month month_over_month m/m m-o-m sequentially from_the_previous_quarter from_the_prior_quarter \
      from_the_previous_month from_the_prior_month
      """
    ),
  ])
}
