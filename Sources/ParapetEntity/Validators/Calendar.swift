extension Validator {
  /// - Source: ISO 8601-1 and GB/T 7408 for dates; ISO/IEC 7813 for the expiry of cards.
  static let calendarFamily = [
    Validator(name: "calendar-date", summary: "存在的日期（1900–2099 年） / a day that exists, 1900 to 2099") { slice in
      let parts = numbers(slice)
      if parts.count == 1, parts[0].count == 8, let whole = parts[0].decimal {
        return CalendarDay.exists(year: whole / 10000, month: whole / 100 % 100, day: whole % 100)
      }
      guard parts.count == 3, let a = parts[0].decimal, let b = parts[1].decimal, let c = parts[2].decimal else { return false }
      if parts[0].count == 4 { return CalendarDay.exists(year: a, month: b, day: c) }
      guard parts[2].count == 4 else { return false }
      return CalendarDay.exists(year: c, month: a, day: b) || CalendarDay.exists(year: c, month: b, day: a)
    },
    Validator(name: "card-expiry", summary: "银行卡有效期：月份 01–12 / card expiry: month 01 to 12") { slice in
      let parts = numbers(slice)
      switch parts.count {
      case 1 where parts[0].count == 4:
        guard let whole = parts[0].decimal else { return false }
        // Printed month first, stored on the stripe year first.
        return (1...12).contains(whole / 100) || (1...12).contains(whole % 100)
      case 2:
        guard parts[0].count <= 2, let month = parts[0].decimal, let year = parts[1].decimal else { return false }
        return (1...12).contains(month) && (parts[1].count == 2 || (parts[1].count == 4 && (2000...2099).contains(year)))
      default: return false
      }
    },
  ]

  /// The digit runs of a candidate.
  private static func numbers(_ slice: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
    slice.split { !$0.isDigit }
  }
}
