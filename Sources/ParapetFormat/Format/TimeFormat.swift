/// Dates, times and durations.
///
/// - Source: RFC 3339, section 5.6 (dates and times), 5.7 (leap seconds) and appendix A (durations).
enum TimeFormat {
  static func isDate(_ text: String) -> Bool {
    var scanner = ByteScanner(text)
    return date(&scanner) && scanner.isAtEnd
  }

  static func isTime(_ text: String) -> Bool {
    var scanner = ByteScanner(text)
    return time(&scanner) && scanner.isAtEnd
  }

  static func isDateTime(_ text: String) -> Bool {
    var scanner = ByteScanner(text)
    return date(&scanner) && scanner.take("T") && time(&scanner) && scanner.isAtEnd
  }

  private static func date(_ scanner: inout ByteScanner) -> Bool {
    guard let year = scanner.digits(4), scanner.take("-"), let month = scanner.digits(2), scanner.take("-"), let day = scanner.digits(2),
      (1...12).contains(month), day >= 1
    else { return false }
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    return day <= [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
  }

  private static func time(_ scanner: inout ByteScanner) -> Bool {
    guard let hour = scanner.digits(2), scanner.take(":"), let minute = scanner.digits(2), scanner.take(":"),
      let second = scanner.digits(2),
      hour < 24, minute < 60, second <= 60
    else { return false }
    if scanner.take("."), scanner.run(while: \.isDigit).isEmpty { return false }
    guard let offset = offset(&scanner) else { return false }
    // A leap second is the last one of a day, in UTC.
    return second < 60 || (hour * 60 + minute - offset + 2 * 1440) % 1440 == 1439
  }

  /// Minutes east of UTC.
  private static func offset(_ scanner: inout ByteScanner) -> Int? {
    if scanner.take("Z") { return 0 }
    let isWest = scanner.next == UInt8(ascii: "-")
    guard scanner.take("+") || scanner.take("-"), let hours = scanner.digits(2), scanner.take(":"), let minutes = scanner.digits(2),
      hours < 24, minutes < 60
    else { return nil }
    return (isWest ? -1 : 1) * (hours * 60 + minutes)
  }

  /// Units follow each other without a gap, from any to any.
  static func isDuration(_ text: String) -> Bool {
    var scanner = ByteScanner(text)
    guard text.utf8.first == UInt8(ascii: "P") else { return false }
    _ = scanner.take("P")
    guard let date = units("YMWD", &scanner) else { return false }
    if date.contains("W") { return date == "W" && scanner.isAtEnd }
    guard "YMD".contains(date) else { return false }
    if scanner.isAtEnd { return !date.isEmpty }
    guard scanner.next == UInt8(ascii: "T") else { return false }
    _ = scanner.take("T")
    guard let time = units("HMS", &scanner), !time.isEmpty else { return false }
    return "HMS".contains(time) && scanner.isAtEnd
  }

  /// The units of as many components as stand here, or nil when a number has none.
  private static func units(_ known: String, _ scanner: inout ByteScanner) -> String? {
    var units = ""
    while let byte = scanner.next, byte.isDigit {
      _ = scanner.run(while: \.isDigit)
      guard let letter = scanner.next, known.utf8.contains(letter) else { return nil }
      _ = scanner.take(Unicode.Scalar(letter))
      units.unicodeScalars.append(Unicode.Scalar(letter))
    }
    return units
  }
}
