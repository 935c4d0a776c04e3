import ParapetEntity

/// Names as registers compare them, and the words that make speaking of a former or future state no mistake.
enum RegisterName {
  /// Letters, digits and Han characters; ASCII letters in lower case; without 中华人民共和国 in front.
  static func fold(_ name: some Sequence<UInt8>) -> [UInt8] {
    let bytes = Array(name)
    var kept: [UInt8] = []
    kept.reserveCapacity(bytes.count)
    var at = 0
    while at < bytes.count {
      let byte = bytes[at]
      if byte < 0x80 {
        if byte.isASCIILetter || byte.isASCIIDigit || byte == 0x2E || byte == 0x40 { kept.append(byte.lowerLetter) }
        at += 1
      } else {
        let width = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2
        let end = min(bytes.count, at + width)
        // Marks, brackets and full-width forms say nothing.
        if byte >= 0xE4, byte <= 0xE9 || byte >= 0xF0 { kept += bytes[at..<end] }
        at = end
      }
    }
    return kept.starts(with: country) ? Array(kept[country.count...]) : kept
  }

  private static let country = Array("中华人民共和国".utf8)

  /// Title and number of an article's key, `《title》条19款1`; nil where no law is named.
  static func titleAndArticle(_ key: [UInt8]) -> (title: ArraySlice<UInt8>, article: Int?)? {
    guard key.starts(with: "《".utf8) else { return nil }
    let close = Array("》".utf8)
    var at = 3
    while at + 3 <= key.count, !key[at...].starts(with: close) { at += 1 }
    guard at + 3 <= key.count else { return nil }
    let digits = key[(at + 3)...].drop { !$0.isASCIIDigit }.prefix { $0.isASCIIDigit }
    return (key[3..<at], digits.count <= 6 ? Int(String(decoding: digits, as: UTF8.self)) : nil)
  }

  /// The host of an address, without `www.`; anything else as it is.
  static func address(_ text: String) -> [UInt8] {
    var bytes = Array(text.utf8).map(\.lowerLetter)
    for lead in ["https://", "http://", "www."] where bytes.starts(with: lead.utf8) { bytes.removeFirst(lead.utf8.count) }
    return Array(bytes.prefix { ![0x2F, 0x3F, 0x23, 0x3A].contains($0) })
  }

  static func ends(_ name: [UInt8], with tail: [UInt8]) -> Bool { !tail.isEmpty && name.suffix(tail.count).elementsEqual(tail) }

  static let pastWords = [
    "废止", "失效", "取代", "替代", "不再", "曾", "原来", "旧版", "旧规", "此前", "已停", "停售", "终止", "到期", "清盘", "repeal", "replaced", "supersede", "withdrawn",
    "no longer",
    "former", "expired", "closed",
  ].map { Array($0.utf8) }

  /// Words right before a name that say the same.
  static let pastPrefixes = ["原", "旧", "former ", "old "].map { Array($0.utf8) }

  static let futureWords = ["将", "尚未", "拟", "起施行", "起实施", "征求意见", "will", "not yet", "from", "draft"].map { Array($0.utf8) }
}
