/// The Gregorian calendar, without a clock.
package enum CalendarDay {
  /// Whether the day exists, between 1 January 1900 and 31 December 2099.
  package static func exists(year: Int, month: Int, day: Int) -> Bool {
    guard (1900...2099).contains(year) else { return false }
    return isPossible(month: month, day: day) && (month != 2 || day < 29 || isLeap(year))
  }

  /// Whether some year has this day.
  static func isPossible(month: Int, day: Int) -> Bool {
    guard (1...12).contains(month), day >= 1 else { return false }
    switch month {
    case 2: return day <= 29
    case 4, 6, 9, 11: return day <= 30
    default: return day <= 31
    }
  }

  /// Whether `year` has a 29 February.
  static func isLeap(_ year: Int) -> Bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
  }
}

extension DateReading {
  /// Whether the calendar has such a day, month and quarter.
  package var isPossible: Bool {
    if let quarter, !(1...4).contains(quarter) { return false }
    guard let month else { return day.map { (1...31).contains($0) } ?? true }
    guard (1...12).contains(month) else { return false }
    guard let day else { return true }
    guard CalendarDay.isPossible(month: month, day: day) else { return false }
    return month != 2 || day < 29 || year.map(CalendarDay.isLeap) ?? true
  }
}
