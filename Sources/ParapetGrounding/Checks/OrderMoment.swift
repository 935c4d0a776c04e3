import ParapetEntity

/// When an order is placed, as far as a sentence says.
enum OrderMoment {
  /// The close of trading, in minutes of the day.
  private static let close = 15 * 60
  private static let closedDays = ["周末", "节假日", "休市", "非交易日", "weekend", "public holiday"].map { Array($0.utf8) }
  private static let afternoons = ["下午", "晚上", "傍晚", "晚间"].map { Array($0.utf8) }

  /// Whether a text says that something is ordered on a day without trading or after the close.
  static func isLate(_ text: ArraySlice<UInt8>) -> Bool {
    guard !text.isEmpty else { return false }
    if closedDays.contains(where: { text.holds($0) }) { return true }
    if SettlementScan.settlements(in: Array(text)).contains(where: { $0.kind == .trades(0) || $0.kind == .trades(6) }) { return true }
    return text.indices.contains { isAfterClose(text, $0) }
  }

  /// Whether a time that begins at `at`, such as 15:30, 16点 or 下午4点, is after the close and no limit.
  private static func isAfterClose(_ text: ArraySlice<UInt8>, _ at: Int) -> Bool {
    guard text[at].isASCIIDigit, at == text.startIndex || !text[at - 1].isASCIIDigit else { return false }
    var end = at
    var hour = 0
    while end < text.endIndex, end < at + 2, text[end].isASCIIDigit {
      hour = hour * 10 + Int(text[end] - 0x30)
      end += 1
    }
    var minutes = 0
    if end + 2 < text.endIndex, text[end] == 0x3A, text[end + 1].isASCIIDigit, text[end + 2].isASCIIDigit {
      minutes = Int(text[end + 1] - 0x30) * 10 + Int(text[end + 2] - 0x30)
      end += 3
    } else if text[end...].starts(with: "点".utf8) {
      end += 3
      if text[end...].starts(with: "半".utf8) { (minutes, end) = (30, end + 3) }
    } else {
      return false
    }
    let lead = text[max(text.startIndex, at - 8)..<at]
    if hour < 12, text[end...].prefix(3).holds(Array("pm".utf8)) || afternoons.contains(where: { lead.suffix(6).elementsEqual($0) }) {
      hour += 12
    }
    let isLimit = lead.holds(Array("before".utf8)) || text[end...].prefix(9).hasExactly(Array("前".utf8))
    return hour < 24 && minutes < 60 && hour * 60 + minutes >= close && !isLimit
  }
}
