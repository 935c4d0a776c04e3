import Glibc

extension Ruleset {
  /// Today in the time zone of the process, as `YYYY-MM-DD`.
  public static var today: String {
    var now = time_t()
    var local = unsafe tm()
    unsafe time(&now)
    unsafe localtime_r(&now, &local)
    func padded(_ number: Int32, _ width: Int) -> String {
      let digits = String(number)
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
    return unsafe "\(padded(local.tm_year + 1900, 4))-\(padded(local.tm_mon + 1, 2))-\(padded(local.tm_mday, 2))"
  }
}
