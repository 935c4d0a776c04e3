/// What a text says costs nothing or may be had early: 免赎回费, 免息, 可提前支取, no annual fee, the redemption fee is waived.
package enum GrantScan {
  /// What is granted, comparable: 赎回费, annual fee.
  package struct Grant: Sendable {
    package let thing: [UInt8]
    package let range: Range<Int>
  }

  /// Words behind which a charge stands that is not taken.
  private static let exempting = Lexicon<Bool>([
    (
      true,
      """
      免 免收 免收取 免除 免交 免缴 免付 不收 不收取 无需支付 无需缴纳 无需交纳 no without without_a without_any waive waives waived waive_the waives_the waived_the \
      waive_its waives_its waive_all waives_all
      """
    )
  ])
  /// What is granted by a word of its own.
  private static let whole = Lexicon<Bool>([
    (true, "可提前支取 可以提前支取 可提前赎回 可以提前赎回 可随时赎回 可以随时赎回 可随时支取 可以随时支取 可提前还款 可以提前还款 interest-free interest_free free_of_charge")
  ])
  /// What a charge that is waived is followed by.
  private static let waived = Lexicon<Bool>([(true, "is_waived are_waived will_be_waived")])
  private static let charges = Lexicon<Bool>([(true, "fee fees penalty penalties charge charges")])
  /// Where a grant may begin.
  static let opens: WordFilter = {
    var opens = exempting.opens
    for filter in [whole.opens, charges.opens] { opens.add(filter) }
    return opens
  }()
  /// Characters before 免 that make it another word: 避免, 减免, 难免, 不免, 未免, 以免.
  private static let before = ["避", "减", "难", "不", "未", "以", "豁"].map { Array($0.utf8) }
  private static let ends = ["费", "息"].map { Array($0.utf8) }

  /// Every grant of a text, in order.
  package static func grants(in text: [UInt8]) -> [Grant] {
    var found: [Grant] = []
    var floor = 0
    for beginning in opens.beginnings(in: text, text.indices) {
      let at = Int(beginning.at)
      guard at >= floor, !text[at].isLetter || at == 0 || !text[at - 1].isLetter, let grant = read(text, at) else { continue }
      found.append(grant)
      floor = grant.range.upperBound
    }
    return found
  }

  /// The grant that begins at a place where a word may begin.
  static func read(_ text: [UInt8], _ at: Int) -> Grant? {
    if let word = whole.match(text, at: at) { return Grant(thing: name(text[at..<word.end]), range: at..<word.end) }
    if let word = exempting.match(text, at: at) { return text[at].isLetter ? english(text, at, word.end) : chinese(text, at, word.end) }
    // The redemption fee is waived.
    if let charge = charges.match(text, at: at), let word = waived.match(text, at: afterBlank(text, charge.end)) {
      var start = at
      if at > 1, text[at - 1] == 0x20 {
        start = at - 1
        while start > 0, text[start - 1].isLetter { start -= 1 }
      }
      return Grant(thing: name(text[start..<charge.end]), range: at..<word.end)
    }
    return nil
  }

  /// Up to five Chinese characters that end in 费 or 息: 赎回费, 费, 息.
  private static func chinese(_ text: [UInt8], _ at: Int, _ start: Int) -> Grant? {
    guard at < 3 || !before.contains(where: { text[(at - 3)..<at].elementsEqual($0) }) else { return nil }
    var end = start
    while end + 3 <= text.count, end - start < 15, (0xE4...0xE9).contains(text[end]) {
      end += 3
      guard ends.contains(where: { text[(end - 3)..<end].elementsEqual($0) }) else { continue }
      return Grant(thing: Array(text[start..<end]), range: at..<end)
    }
    return nil
  }

  /// Up to two words and a charge: no annual fee.
  private static func english(_ text: [UInt8], _ at: Int, _ start: Int) -> Grant? {
    var place = afterBlank(text, start)
    let first = place
    for _ in 0..<3 {
      if let charge = charges.match(text, at: place) { return Grant(thing: name(text[first..<charge.end]), range: at..<charge.end) }
      while place < text.count, text[place].isLetter { place += 1 }
      guard place > first, place < text.count, text[place] == 0x20 else { return nil }
      place += 1
    }
    return nil
  }

  /// In lower case, of several charges one.
  private static func name(_ text: ArraySlice<UInt8>) -> [UInt8] {
    let name = text.map(\.lowered)
    return name.last == 0x73 && name.count > 1 ? Array(name.dropLast()) : name
  }

  private static func afterBlank(_ text: [UInt8], _ place: Int) -> Int { place < text.count && text[place] == 0x20 ? place + 1 : place }
}
