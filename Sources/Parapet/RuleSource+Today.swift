import Glibc

extension RuleSource {
  /// Today in the time zone of the process, as `YYYY-MM-DD`.
  public static var today: String {
    var now = time(nil)
    var local = unsafe tm()
    unsafe localtime_r(&now, &local)
    func padded(_ number: Int32, _ width: Int) -> String {
      let digits = String(number)
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
    let (year, month, day) = unsafe (local.tm_year + 1900, local.tm_mon + 1, local.tm_mday)
    return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
  }
}
