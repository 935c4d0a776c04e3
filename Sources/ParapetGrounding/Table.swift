import ParapetEntity

/// A table of the evidence: of which period its columns are.
struct Table: Sendable {
  /// By cell, the label of the row being the first; nil where the head names no period.
  fileprivate(set) var periods: [DateReading?] = []

  func period(ofCell cell: Int) -> DateReading? { cell < periods.count ? periods[cell] : nil }

  /// Takes the periods of a row of the head, under those of the row above it.
  ///
  /// A cell that says a part of a period, such as a quarter, takes the rest from the cell above, or from the last one before that which is
  /// not blank: it spans the cells below.
  fileprivate mutating func addHead(_ row: [DateReading?]) {
    guard !periods.isEmpty else {
      periods = row
      return
    }
    var span: DateReading?
    for cell in 0..<max(periods.count, row.count) {
      let above = period(ofCell: cell)
      if let above { span = above }
      let own = cell < row.count ? row[cell] : nil
      let whole = own.map { period in (above ?? span).map { period.completed(by: $0) } ?? period } ?? above
      if cell < periods.count { periods[cell] = whole } else { periods.append(whole) }
    }
  }
}

/// Tells, row by row of one passage, where tables begin and which periods their heads name.
///
/// A head is a row that names periods and has no figures besides; one further down counts only where its label is blank, since a row of
/// the table may hold dates.
struct TableReader {
  private let text: [UInt8]
  /// Where the last row ended.
  private var last: Int?
  /// Whether rows with figures stand below the head.
  private var hasFigures = false
  /// Of the row that is being read.
  private var named: [DateReading?] = []
  private var isLabelBlank = false
  private var figureCells: [Int] = []

  init(_ text: [UInt8]) { self.text = text }

  mutating func begin(_ row: Layout.Line, _ tables: inout [Table]) {
    if last.map({ isParted($0..<row.range.lowerBound) }) ?? true {
      tables.append(Table())
      hasFigures = false
    }
    last = row.range.upperBound
    named.removeAll(keepingCapacity: true)
    figureCells.removeAll(keepingCapacity: true)
    isLabelBlank = row.cells.first.map { label in !text[label].contains { $0 > 0x20 } } ?? true
  }

  /// A cell of the row names a date.
  mutating func name(_ date: DateReading, _ cell: Int) {
    while named.count <= cell { named.append(nil) }
    named[cell] = named[cell].map { $0.completed(by: date) } ?? date
  }

  /// A cell of the row has a figure.
  mutating func count(_ cell: Int) { if cell > 0 { figureCells.append(cell) } }

  /// Ends the row; returns the period that its label names.
  mutating func end(_ tables: inout [Table]) -> DateReading? {
    // Three months ended March 31, 2025.
    let hasOwn = figureCells.contains { $0 >= named.count || named[$0] == nil }
    if hasOwn { hasFigures = true }
    guard !named.isEmpty else { return nil }
    let label = named[0]
    if !hasOwn, named.count > 1 {
      if hasFigures, isLabelBlank { tables.append(Table()) }
      if !hasFigures || isLabelBlank {
        named[0] = nil
        tables[tables.count - 1].addHead(named)
        hasFigures = false
      }
    }
    return label
  }

  /// Whether something stands between two rows that tables do not have there: an empty line, the end of a table, words.
  private func isParted(_ gap: Range<Int>) -> Bool {
    var lines = 0
    var isTag = false
    for at in gap {
      switch text[at] {
      case 0x3C:
        isTag = true
        if text[at...].starts(with: "</table".utf8) || text[at...].starts(with: "</TABLE".utf8) { return true }
      case 0x3E: isTag = false
      case 0x0A: lines += 1
      default: if !isTag, text[at] > 0x20 { return true }
      }
    }
    return lines > 1 && !text[gap].contains(0x3C)
  }
}

extension DateReading {
  /// This date with what it leaves out from another.
  func completed(by other: DateReading) -> DateReading {
    var date = self
    date.year = year ?? other.year
    date.quarter = quarter ?? other.quarter
    date.part = part ?? other.part
    date.month = month ?? other.month
    date.day = day ?? other.day
    return date
  }

  /// Whether something that both name differs.
  func differs(from other: DateReading) -> Bool {
    [(year, other.year), (quarter, other.quarter), (part, other.part), (month, other.month), (day, other.day)].contains {
      if let own = $0.0, let other = $0.1 { own != other } else { false }
    }
  }
}
