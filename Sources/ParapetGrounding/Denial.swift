import ParapetEntity

/// A thing of which a passage says that it is not to be had: 本行无保本理财, we do not offer margin loans.
struct Denial {
  /// What it is called, ASCII letters in lower case.
  let thing: [UInt8]
  let place: Place

  /// Words behind which such a thing is named.
  private static let words = Lexicon<Bool>([
    (
      true,
      """
      本行无 我行无 本公司无 我司无 我公司无 目前无 暂无 均无 没有 不提供 不销售 不代销 不办理 不受理 未推出 未开展 不再销售 不再提供 已停售 已停办 \
      do_not_offer does_not_offer don't_offer doesn't_offer no_longer_offer no_longer_offers do_not_sell does_not_sell no_longer_sells \
      do_not_provide does_not_provide
      """
    )
  ])
  /// How long a name is, in bytes: three to twelve Chinese characters; two to five words.
  private static let sizes = 9...40

  /// The things denied in a passage, the first hundred.
  static func all(in text: [UInt8], passage: Int) -> [Denial] {
    var found: [Denial] = []
    var at = 0
    while at < text.count, found.count < 100 {
      let byte = text[at]
      guard byte & 0xC0 != 0x80, !byte.isASCIILetter || at == 0 || !text[at - 1].isASCIILetter, let word = words.match(text, at: at) else {
        at += 1
        continue
      }
      var start = word.end
      while start < text.count, text[start] == 0x20 { start += 1 }
      let end = nameEnd(text, start)
      let name = text[start..<end].map(\.lowerLetter)
      if sizes.contains(name.count), byte >= 0x80 || name.contains(0x20) {
        found.append(Denial(thing: name, place: Place(passage: passage, range: start..<end)))
      }
      at = max(word.end, end)
    }
    return found
  }

  /// Where a name that begins at `start` ends: with its letters, or its Chinese characters.
  private static func nameEnd(_ text: [UInt8], _ start: Int) -> Int {
    var end = start
    guard start < text.count else { return start }
    if text[start].isASCIILetter {
      while end < text.count, text[end].isASCIILetter || text[end] == 0x2D || text[end] == 0x20 { end += 1 }
      while end > start, text[end - 1] == 0x20 { end -= 1 }
    } else {
      while end + 2 < text.count, (0xE4...0xE9).contains(text[end]) { end += 3 }
    }
    return end
  }
}
