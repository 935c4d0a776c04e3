import ParapetEntity

/// Figures that a table, or JSON, gives for another period than the answer does.
extension FigureJudge {
  /// The claim's clause names one period, every match is of another by its column, its row or its key, and one beside them is of the period
  /// named.
  func otherPeriod(_ claim: Quantity, _ range: Range<Int>, _ clause: Range<Int>, _ matches: ArraySlice<Int>) -> Verdict? {
    // Short numbers stand in many cells.
    guard claim.significantDigits > 1, matches.count <= FigureJudge.cellLimit, matches.allSatisfy({ index.period(of: $0) != nil }),
      let named = namedPeriod(range, clause)
    else { return nil }
    // What gives the claim less exactly may stand in the right place.
    for match in index.valueMatches(claim, options, isEnglishList: false)
    where index.unitsAgree(claim, index.figures[match.figure], match.agreement, options) {
      guard let period = index.period(of: match.figure), named.isToldApart(from: period) else { return nil }
    }
    guard let right = matches.lazy.compactMap({ figure(of: named, beside: $0) }).first else { return nil }
    return Verdict(outcome: .unsupported(FaultKind.binding.fault(.likely)), nearest: index.figures[right])
  }

  /// In how many cells a value may stand that belongs to one period.
  private static let cellLimit = 8

  /// The figure of the row, the column or the series of a match that is of `period`.
  private func figure(of period: DateReading, beside match: Int) -> Int? {
    let given = index.figures[match]
    let reach = FigureJudge.rowReach
    let rows = index.figures(ofStretches: given.sentence - reach, through: given.sentence + reach, limit: FigureJudge.lookLimit)
    let series = rows.filter { number in
      let figure = index.figures[number]
      return figure.quantity.role == .measure && figure.quantity.unit == given.quantity.unit && index.areOfOneSeries(number, match)
        && index.period(of: number).map { $0.agrees(with: period) } ?? false
    }
    return series.first { index.figures[$0].row == given.row } ?? series.first
  }

  /// How many rows away a cell of the same column is looked for.
  private static let rowReach = 40

  // MARK: The answer

  /// The one period that the clause of a claim names, or else its sentence before it; nil where there are more, or where the words speak of a
  /// change or of a time that another is told from.
  private func namedPeriod(_ range: Range<Int>, _ clause: Range<Int>) -> DateReading? {
    guard !cueWords.within(clause).contains(.changing), !FigureJudge.relations.contains(where: { answer[clause].holds($0) }) else {
      return nil
    }
    let dates = reader.mentions(of: .date)
    let here = dates.filter { clause.contains($0.range.lowerBound) }
    if !here.isEmpty { return FigureJudge.one(here) }
    let sentence = words.sentence(range)
    // Rows of a table in the answer have heads of their own.
    guard !answer[sentence].contains(where: { $0 == 0x7C || $0 == 0x09 }) else { return nil }
    let all = dates.filter { sentence.contains($0.range.lowerBound) }
    guard all.allSatisfy({ $0.range.upperBound <= range.lowerBound }),
      !FigureJudge.relations.contains(where: { answer[sentence].holds($0) })
    else { return nil }
    return FigureJudge.one(all)
  }

  /// The period that all dates are of, if it is more than a day or a month.
  private static func one(_ dates: [Mention]) -> DateReading? {
    var period: DateReading?
    for mention in dates {
      guard let date = mention.date, period.map({ !$0.differs(from: date) }) ?? true else { return nil }
      period = period.map { $0.completed(by: date) } ?? date
    }
    return period.flatMap { $0.year ?? $0.quarter ?? $0.part } == nil ? nil : period
  }

  /// Words of a time that lies before or behind another, of starts and ends, and of lists that are told apart elsewhere.
  private static let relations = [
    "去年", "上年", "上期", "上季", "上月", "同期", "前年", "期初", "年初", "由", "从", "分别", "依次", "之前", "此前", "以来", "对比", "原为",
    "prior", "previous", "preceding", "last", "earlier", "from", "than", "versus", "vs", "compar", "against", "year ago", "respectively",
    "beginning", "opening", "since", "before", "until",
  ].map { Array($0.utf8) }
}

extension DateReading {
  /// Whether it cannot be the period that a head names: a month is told apart from a month only, but for the last one of a year.
  fileprivate func isToldApart(from head: DateReading) -> Bool {
    guard differs(from: head) else { return false }
    guard let month, head.month == nil else { return true }
    return month == 12
  }
}

extension EvidenceIndex {
  /// The period that the head of a figure's column and the label of its row name, or its key in JSON; nil where none does, and in prose.
  func period(of number: Int) -> DateReading? {
    let figure = figures[number]
    guard figure.passage >= 0 else { return nil }
    guard figure.row != nil, let column = figure.column else { return keyedValues[figure.passage].value(at: figure.range)?.period }
    let stretch = stretches[figure.sentence]
    let head = stretch.table.flatMap { tables[$0].period(ofCell: column % EvidenceReader.columns) }
    return head.map { head in stretch.period.map { head.completed(by: $0) } ?? head } ?? stretch.period
  }

  /// Whether two figures stand in one row or column of a table, or have the same names above them in JSON.
  func areOfOneSeries(_ a: Int, _ b: Int) -> Bool {
    let (one, other) = (figures[a], figures[b])
    guard one.passage == other.passage, (one.row == nil) == (other.row == nil) else { return false }
    guard one.row != nil else {
      let values = keyedValues[one.passage]
      return values.value(at: one.range)?.series == values.value(at: other.range)?.series
    }
    return one.row == other.row || one.column == other.column && stretches[one.sentence].table == stretches[other.sentence].table
  }
}
