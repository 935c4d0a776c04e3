/// What stands in brackets: citations and the years of document numbers.
///
/// - Source: GB/T 9704-2012 for document numbers.
extension MentionScan {
  /// At `[` or `(`.
  func readBracket() {
    if readDocumentNumber(open: 1) { return }
    if byte(at) == 0x5B, readCitation(open: 1, close: "]") { return }
    at += 1
  }

  /// `〔2026〕42号` with the issuer's characters before it, in any brackets.
  func readDocumentNumber(open: Int) -> Bool {
    let year = at + open
    guard digitsEnd(year) == year + 4, let value = int(year..<(year + 4)), (1949...2100).contains(value) else { return false }
    var place = year + 4
    switch byte(place) {
    case 0x5D, 0x29: place += 1
    default:
      guard ["〕", "】", "］", "）"].contains(where: { has($0, place) }) else { return false }
      place += 3
    }
    place = afterBlanks(place)
    if has("第", place) { place += 3 }
    let end = digitsEnd(place)
    guard end > place, end - place <= 6, has("号", end) || has("號", end) else { return readEnglishDocument(year: value, behind: place) }
    let start = issuerStart(before: at)
    guard start < at else { return false }
    keepDocument(start..<(end + 3), issuer: text[start..<at], year: value, number: place..<end)
    return true
  }

  /// Where the characters begin that name an issuer before `end`.
  func issuerStart(before end: Int) -> Int {
    var start = end
    while start - 3 >= floor, isHan(start - 3), end - start < 45 { start -= 3 }
    return dropLeadWords(start, end)
  }

  private static let leadWords: [StaticString] = [
    "根据", "依据", "按照", "依照", "遵照", "参见", "参阅", "详见", "违反", "符合", "执行", "文号", "以及", "通知", "的", "和", "与", "及", "见", "为", "是", "即", "由",
  ]

  /// The start of the issuer's name behind words that only lead to it.
  private func dropLeadWords(_ start: Int, _ end: Int) -> Int {
    var place = start
    var at = start
    while at < end {
      for word in MentionScan.leadWords where has(word, at) {
        place = max(place, at + word.utf8CodeUnitCount)
      }
      at += 3
    }
    return min(place, end)
  }

  /// `[3]`, `[1, 2]`, `[kb:prod-07#2]`, `【1】`.
  func readCitation(open: Int, close: StaticString) -> Bool {
    let start = at + open
    let stop = min(text.count, start + 80)
    var end = start
    let (first, width) = (unsafe close.utf8Start.pointee, close.utf8CodeUnitCount)
    while end < stop, text[end] != first, text[end] != 0x0A { end += 1 }
    guard end > start, has(close, end) else { return false }
    var inner = text[start..<end]
    if inner.first == 0x5E { inner = inner.dropFirst() }
    let isList = inner.allSatisfy { $0.isDigit || $0 == 0x2C || $0 == 0x20 || $0 == 0x2D || $0 == 0x3B } && inner.contains(where: \.isDigit)
    // A link's text is followed by its address; a year or an amount is no reference.
    guard byte(end + width) != 0x28 else { return false }
    if isList {
      guard inner.split(whereSeparator: { !$0.isDigit }).allSatisfy({ $0.count <= 3 }) else { return false }
    } else {
      guard let colon = inner.firstIndex(of: 0x3A), inner[..<colon].allSatisfy(\.isWord), colon > inner.startIndex,
        inner[(colon + 1)...].allSatisfy({ $0 > 0x20 }), colon + 1 < inner.endIndex
      else { return false }
    }
    keep(.citation, at..<(end + width), .key(inner.map(\.lowered)))
    return true
  }
}
