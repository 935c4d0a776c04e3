/// Codes of securities and funds: 600519.SH, SH600519, 基金代码 110022, and ISINs.
///
/// The key is the code in lower case, with the market in front of a colon where the text names one: `sh:600519`, `isin:us0378331005`.
///
/// - Source: ISO 6166 for ISINs; ISO 10383 and the suffixes in use among data vendors for markets.
extension MentionScan {
  /// Markets by their suffix, and the name that the key has for them.
  private static let markets = Lexicon<String>([
    ("sh", "sh ss xshg"), ("sz", "sz xshe"), ("bj", "bj"), ("hk", "hk xhkg"), ("of", "of"), ("csi", "csi"),
  ])

  /// Words behind which digits are such a code, and longer ones behind which they are none.
  private static let codeCues = Lexicon<Bool>([
    (
      true,
      """
      股票代码 证券代码 基金代码 基金主代码 债券代码 转债代码 产品代码 交易代码 认购代码 申购代码 场内代码 港股代码 股份代号 股票代號 \
      代码 stock_code fund_code security_code securities_code bond_code ticker ticker_symbol
      """
    ),
    // Codes of something else.
    (false, "区划代码 地区代码 国家代码 行业代码 机构代码 信用代码 货币代码 错误代码 银行代码 科目代码 项目代码 验证代码 邮政代码"),
  ])

  /// `600519.SH`, or five or six digits behind a word that calls them a code.
  func readSecurityCode(until end: Int) -> Bool {
    guard (3...6).contains(end - at), at == floor || !(byte(at - 1).isWord || byte(at - 1) == 0x2E) else { return false }
    if byte(end) == 0x2E, byte(end + 1).isLetter {
      guard let market = MentionScan.markets.match(text, at: end + 1), !byte(market.end).isWord else { return false }
      keepCode(at..<market.end, market: market.value, at..<end)
      return true
    }
    guard end - at >= 5, !byte(end).isWord, byte(end) != 0x25, byte(end) != 0x2E || !byte(end + 1).isDigit, isCalledCode(at) else {
      return false
    }
    keepCode(at..<end, market: "", at..<end)
    return true
  }

  /// Whether a word for codes ends before `place`, but for blanks, a colon and what joins them.
  private func isCalledCode(_ place: Int) -> Bool {
    var end = place
    for _ in 0..<4 {
      if let cue = MentionScan.codeCues.match(text, endingAt: end) { return cue.value }
      if end > floor, [0x20, 0x3A, 0x28].contains(byte(end - 1)) {
        end -= 1
      } else if end - 3 >= floor, ["：", "（", "为", "是"].contains(where: { has($0, end - 3) }) {
        end -= 3
      } else if end - 2 >= floor, has("is", end - 2) {
        end -= 2
      } else {
        return false
      }
    }
    return false
  }

  /// `US0378331005` with its check digit; `SH600519`.
  func readLetteredCode() -> Bool {
    guard byte(at).isUpperLetter, byte(at + 1).isUpperLetter, byte(at + 2).isDigit || byte(at + 11).isDigit else { return false }
    var end = at
    while end < text.count, text[end].isWord, end - at < 13 { end += 1 }
    switch end - at {
    case 12 where Validator.isin.accepts(text[at..<end]):
      keep(.securityCode, at..<end, .key(Array("isin:".utf8) + text[at..<end].map(\.lowered)))
      return true
    case 8:
      guard let market = (["SH", "SZ", "BJ"] as [StaticString]).first(where: { has($0, at) }), digitsEnd(at + 2) == end else {
        return false
      }
      keepCode(at..<end, market: market.description.lowercased(), (at + 2)..<end)
      return true
    default: return false
    }
  }

  private func keepCode(_ range: Range<Int>, market: String, _ digits: Range<Int>) {
    // 0700.HK and 00700.HK are one.
    let number = market == "hk" ? Array(repeating: UInt8(0x30), count: max(0, 5 - digits.count)) + Array(text[digits]) : Array(text[digits])
    keep(.securityCode, range, .key(Array((market.isEmpty ? "" : market + ":").utf8) + number))
  }
}
