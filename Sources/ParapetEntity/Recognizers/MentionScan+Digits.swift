/// What a run of ASCII digits may be, in the order in which the claims are tried.
extension MentionScan {
  func readDigits() {
    let end = digitsEnd(at)
    if readSecurityCode(until: end) || readPhone(until: end) || readTime(until: end) || readDate(until: end) || readListMarker(until: end)
      || readCode(until: end) || readInterestWord(until: end)
    {
      return
    }
    readNumber(from: at)
  }

  /// `14:30`, `9:05:00`: claimed, but nothing is said about it.
  private func readTime(until hour: Int) -> Bool {
    guard hour - at <= 2, byte(hour) == 0x3A, digitsEnd(hour + 1) == hour + 3 else { return false }
    var end = hour + 3
    if byte(end) == 0x3A, digitsEnd(end + 1) == end + 3 { end += 3 }
    at = end
    return true
  }

  /// `1.` or `2)` or `3、` at the start of a line.
  private func readListMarker(until end: Int) -> Bool {
    guard end - at <= 2 else { return false }
    let stop: Int
    switch byte(end) {
    case 0x2E where !byte(end + 1).isDigit, 0x29: stop = end + 1
    case 0xE3 where has("、", end), 0xEF where has("．", end) || has("）", end): stop = end + 3
    default: return false
    }
    var start = at
    while start > floor, at - start < 8, [0x20, 0x09, 0x23, 0x2A, 0x2D, 0x28, 0x3E].contains(byte(start - 1)) { start -= 1 }
    guard start == 0 || byte(start - 1) == 0x0A else { return false }
    at = stop
    return true
  }

  /// Versions and addresses (`1.2.3`), and runs too long to count anything.
  private func readCode(until whole: Int) -> Bool {
    if whole - at >= 16 {
      at = whole
      return true
    }
    guard byte(whole) == 0x2E else { return false }
    var end = whole
    var dots = 0
    while byte(end) == 0x2E, byte(end + 1).isDigit {
      dots += 1
      end = digitsEnd(end + 1)
    }
    if dots >= 2 {
      at = end
      return true
    }
    // A code with its market: 600519.SH.
    if byte(whole + 1).isUpperLetter, byte(whole + 2).isUpperLetter || !byte(whole + 2).isWord, whole - at >= 4,
      let number = asciiNumber(at)
    {
      var end = whole + 1
      while byte(end).isWord { end += 1 }
      keepName(at..<end, number)
      return true
    }
    return false
  }
}
