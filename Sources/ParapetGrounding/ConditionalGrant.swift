import ParapetEntity

/// A thing that a passage grants, and whether only under a condition: 持有满7天免赎回费.
struct ConditionalGrant: Sendable {
  let thing: [UInt8]
  let place: Place
  let isConditional: Bool

  /// What a passage grants, the first hundred.
  static func all(in text: [UInt8], passage: Int) -> [ConditionalGrant] {
    GrantScan.grants(in: text).prefix(100).map { grant in
      ConditionalGrant(
        thing: grant.thing, place: Place(passage: passage, range: grant.range),
        isConditional: isConditional(text[TextBounds.sentence(text, grant.range)]))
    }
  }

  /// Whether a sentence names a condition.
  static func isConditional(_ sentence: ArraySlice<UInt8>) -> Bool {
    conditions.contains { sentence.holds($0) } || hasSpan(sentence)
  }

  /// Whether a text names anything that may be a condition.
  static func mayBeConditional(_ text: ArraySlice<UInt8>) -> Bool {
    isConditional(text) || hints.contains { text.holds($0) } || text.contains(where: \.isASCIIDigit)
  }

  private static let conditions = [
    "首次", "首年", "首月", "首笔", "新客", "新户", "新用户", "新开户", "为准", "仅限", "只限", "限于", "前提", "条件", "达到", "达标", "如果", "若", "须", "需满足", " if ",
    "when ", "once ", " after ",
    "provided ", "only ", "unless ", "first-time", "first time", "first year", "new customer", "new client", "at least ", "subject to",
    "for the first", "or more",
  ].map { Array($0.utf8) }
  private static let hints = [
    "满", "首", "新", "限", "后", "期内", "期满", "到期", "的客户", "if ", "after", "new ", "first", "with ", "for ", "during", "within", "while",
    "until",
  ].map {
    Array($0.utf8)
  }

  private static let full = Array("满".utf8)

  /// Whether 满 stands before a number: 满7天, 满一年.
  private static func hasSpan(_ text: ArraySlice<UInt8>) -> Bool {
    var at = text.startIndex
    while at + 3 < text.endIndex {
      if text[at] == full[0], text[at..<(at + 3)].elementsEqual(full) {
        let next = text[at + 3]
        if next.isASCIIDigit || numerals.contains(where: { text[(at + 3)...].starts(with: $0) }) { return true }
      }
      at += 1
    }
    return false
  }

  private static let numerals = ["一", "二", "两", "三", "四", "五", "六", "七", "八", "九", "十", "半"].map { Array($0.utf8) }
}
