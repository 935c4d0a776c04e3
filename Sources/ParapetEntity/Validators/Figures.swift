// What figures that stand together must be to each other. A validator sees one stretch, as a find clause has found it.

extension Validator {
  /// - Source: Negotiable Instruments Law (票据法), article 8, for amounts; arithmetic for the rest.
  static let figureFamily = [
    Validator(name: "cn-amounts-agree", summary: "大写金额与小写金额相等，到分 / the amount in capitals equals the one in digits, to the fen") {
      guard let capital = CapitalAmount.first(in: $0) else { return false }
      let outside = [$0[$0.startIndex..<capital.range.lowerBound], $0[capital.range.upperBound...]]
      return outside.contains { Figures.values(Array($0)).contains { $0.billionths == Int128(capital.fen) * 10_000_000 } }
    },
    Validator(name: "range-ascends", summary: "区间的下限不高于上限 / the lower end of a range is not above the upper one") {
      guard !$0.isEmpty else { return false }
      let values = Figures.values(Array($0)).map(\.magnitude)
      guard let first = values.first, let last = values.last, values.count == 2 else { return true }
      return first <= last
    },
    Validator(name: "shares-complete", summary: "各项占比之和为 100%（容差 0.1） / the shares add up to 100 per cent, give or take 0.1") {
      guard !$0.isEmpty else { return false }
      let shares = Recognizer.mentions(of: .quantity, in: Array($0)).compactMap(\.quantity).filter { $0.unit == .percent }.map(\.value)
      guard shares.count >= 2 else { return true }
      let off = (shares.reduce(.zero, +) - FixedPoint(100)).magnitude
      return off.billionths * 10 <= FixedPoint(1).billionths
    },
    Validator(name: "table-adds-up", summary: "表内合计等于各行之和 / the total of a table is the sum of its rows") {
      !$0.isEmpty && TableSum.holds(Array($0))
    },
    Validator(name: "rate-change-in-points", summary: "利率之差不写作百分比 / the difference of two rates is not in per cent") {
      guard !$0.isEmpty else { return false }
      let rates = Recognizer.mentions(of: .quantity, in: Array($0)).compactMap(\.quantity).filter { $0.unit == .percent }
      return rates.count < 3 || !RateChange.isInPoints(from: rates[0], to: rates[1], by: rates[rates.count - 1])
    },
    Validator(name: "one-currency", summary: "一个金额只有一种币种 / one amount has one currency") {
      guard !$0.isEmpty else { return false }
      let currencies = Figures.currencies(Array($0))
      return currencies.allSatisfy { $0.mayBe(currencies[0]) }
    },
  ]
}

/// Numbers of a short stretch.
enum Figures {
  /// The values of the numbers in `text`, in order, with the scale of the last for one that has none: 3–5万元 is 3万 to 5万.
  static func values(_ text: [UInt8]) -> [FixedPoint] {
    let quantities = Recognizer.mentions(of: .quantity, in: text).compactMap(\.quantity)
    let scale = quantities.last?.scale ?? 0
    return quantities.map { $0.scale == 0 && scale > 0 ? $0.value.shifted(scale) ?? $0.value : $0.value }
  }

  /// The currencies that stand in `text`.
  static func currencies(_ text: [UInt8]) -> [Quantity.Currency] {
    words.filter { text[...].hasExactly($0.0) }.map(\.1)
  }

  private static let words: [([UInt8], Quantity.Currency)] = {
    let words: [(String, Quantity.Currency)] = [
      ("人民币", .yuan), ("CNY", .yuan), ("RMB", .yuan), ("美元", .usDollar), ("USD", .usDollar), ("$", .anyDollar), ("港元", .hongKongDollar),
      ("港币", .hongKongDollar), ("HKD", .hongKongDollar), ("欧元", .euro), ("EUR", .euro), ("€", .euro), ("英镑", .pound), ("GBP", .pound),
      ("£", .pound), ("日元", .yen), ("JPY", .yen), ("￥", .yuanOrYen), ("¥", .yuanOrYen),
    ]
    return words.map { (Array($0.0.utf8), $0.1) }
  }()
}

/// A change of a rate.
package enum RateChange {
  /// Whether `change`, in per cent, is the difference of the two rates and not their relative change as well.
  package static func isInPoints(from: Quantity, to: Quantity, by change: Quantity) -> Bool {
    let difference = (to.value - from.value).magnitude
    guard difference == change.value.magnitude, difference != .zero else { return false }
    guard let relative = difference.divided(by: from.value)?.magnitude.shifted(2) else { return true }
    return (relative - difference).magnitude > change.precision
  }
}

/// A table with a row of totals.
enum TableSum {
  /// Whether every column with a number in the row of totals adds up, to half a unit of the last digit for each row. A table without such a
  /// row, or with an empty cell above the total, says nothing.
  static func holds(_ text: [UInt8]) -> Bool {
    let rows = text.split(separator: 0x0A).map { cells(Array($0)) }.filter { row in !row.allSatisfy { isRule($0) } }
    if rows.contains(where: { row in row.first.map(isPart) ?? false }) { return true }
    guard let total = rows.lastIndex(where: { row in row.first.map(isTotal) ?? false }), total >= 2 else { return true }
    for column in 1..<max(1, rows[total].count) {
      guard let stated = number(rows[total][column]) else { continue }
      let above = rows[1..<total].map { $0.indices.contains(column) ? number($0[column]) : nil }
      guard above.count >= 2, above.allSatisfy({ $0 != nil }) else { continue }
      let addends = above.compactMap(\.self)
      // A column of rates has no total that is their sum.
      guard addends.allSatisfy({ $0.unit == stated.unit }), stated.unit != .percent || addends.allSatisfy({ !$0.isNegative }) else {
        continue
      }
      let sum = addends.reduce(FixedPoint.zero) { $0 + $1.value }
      let finest = ([stated] + addends).map(\.precision.billionths).max() ?? 0
      let off = (sum - stated.value).magnitude.billionths
      let tolerance = finest * Int128(addends.count + 1) / 2
      if off > tolerance { return false }
    }
    return true
  }

  private static func cells(_ line: [UInt8]) -> [[UInt8]] {
    var cells = line.split(separator: UInt8(ascii: "|"), omittingEmptySubsequences: false).map { cell in
      Array(cell.drop { $0 == 0x20 }.reversed().drop { $0 == 0x20 || $0 == 0x0D }.reversed())
    }
    if cells.first?.isEmpty == true { cells.removeFirst() }
    if cells.last?.isEmpty == true { cells.removeLast() }
    return cells
  }

  private static func isRule(_ cell: [UInt8]) -> Bool {
    !cell.isEmpty && cell.allSatisfy { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ":") }
  }

  private static let totals = ["合计", "总计", "共计", "总和", "total", "Total", "TOTAL", "Sum"].map { Array($0.utf8) }
  private static func isTotal(_ cell: [UInt8]) -> Bool {
    let plain = cell.filter { $0 != UInt8(ascii: "*") && $0 != 0x20 }
    return totals.contains { $0.elementsEqual(plain) }
  }

  /// Rows that are in another row, so that the total counts them once.
  private static let parts = ["小计", "其中", "ubtotal", "of which"].map { Array($0.utf8) }
  private static func isPart(_ cell: [UInt8]) -> Bool { parts.contains { cell[...].hasExactly($0) } }

  private static func number(_ cell: [UInt8]) -> Quantity? {
    let quantities = Recognizer.mentions(of: .quantity, in: cell).compactMap(\.quantity)
    return quantities.count == 1 ? quantities[0] : nil
  }
}
