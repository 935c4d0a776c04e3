import ParapetEntity

/// A change that a text states by both ends: 由1.42%降至1.33%, from 5.50% to 5.25%.
struct FromTo: Sendable {
  let from: Quantity
  let to: Quantity
  let range: Range<Int>
  /// The passage; −1 for the question, −2 for an answer.
  let passage: Int
  let fromRange: Range<Int>
  let toRange: Range<Int>

  /// Both ends, the new value first.
  var terms: [Term] {
    let source: Proof.Operand.Source = passage >= 0 ? .passage(passage) : passage == -1 ? .question : .answer
    return [Term(to, source, toRange), Term(from, source, fromRange)]
  }

  /// Whether the figure went up, went down, or stayed.
  var direction: Direction? { to.value == from.value ? nil : to.value > from.value ? .up : .down }

  /// The pairs in a text: two quantities of one unit with 由…至 or from … to around them.
  static func pairs(_ text: [UInt8], _ mentions: [Mention], passage: Int) -> [FromTo] {
    var found: [FromTo] = []
    let numbers = mentions.filter { $0.kind == .quantity }
    for (first, second) in zip(numbers, numbers.dropFirst()) {
      guard let a = first.quantity, let b = second.quantity else { continue }
      let gap = first.range.upperBound..<second.range.lowerBound
      guard gap.count <= 48, !crosses(text, gap) else { continue }
      let lead = text[max(0, first.range.lowerBound - 90)..<first.range.lowerBound]
      let isLed = holds(lead, ["由", "从", "自"])
      let isJoined = a.unit != .counted && holds(text[gap].prefix(12), ["升", "降", "涨", "跌", "增", "减", "调整", "收窄", "扩大"])
      let isChinese = ends(text, gap, with: ["至", "到", "为", "成"]) && (isLed || isJoined)
      let isEnglish = holds(text[gap], ["to "]) && holds(lead.suffix(40), ["from "])
      let isReversed = holds(text[gap], ["from "]) && holds(lead.suffix(14), ["to "])
      guard isChinese || isEnglish || isReversed, hasSameUnit(a, b) else { continue }
      let (from, to) = isReversed ? (b, a) : (a, b)
      let (fromRange, toRange) = isReversed ? (second.range, first.range) : (first.range, second.range)
      found.append(
        FromTo(
          from: adopt(from, to), to: adopt(to, from), range: first.range.lowerBound..<second.range.upperBound, passage: passage,
          fromRange: fromRange, toRange: toRange))
    }
    return found
  }

  private static func hasSameUnit(_ a: Quantity, _ b: Quantity) -> Bool {
    a.unit == b.unit || a.unit == .plain || b.unit == .plain
  }

  /// A bare number takes the unit and scale of the one beside it: 由35升至44亿元.
  private static func adopt(_ bare: Quantity, _ full: Quantity) -> Quantity {
    guard bare.unit == .plain, bare.scale == 0, full.unit != .plain || full.scale != 0, let value = bare.printed.shifted(full.scale) else {
      return bare
    }
    var quantity = bare
    quantity.value = value
    quantity.scale = full.scale
    quantity.unit = full.unit
    quantity.currency = full.currency
    return quantity
  }

  private static func crosses(_ text: [UInt8], _ gap: Range<Int>) -> Bool {
    gap.contains { TextBounds.endsSentence(text, $0) || text[$0] == 0x7C }
  }

  private static func ends(_ text: [UInt8], _ gap: Range<Int>, with words: [String]) -> Bool {
    var end = gap.upperBound
    while end > gap.lowerBound, text[end - 1] == 0x20 { end -= 1 }
    return words.contains { text[gap.lowerBound..<end].suffix($0.utf8.count).elementsEqual($0.utf8) }
  }

  private static func holds(_ slice: ArraySlice<UInt8>, _ words: [String]) -> Bool {
    words.contains { word in
      let bytes = Array(word.utf8)
      return slice.indices.contains { slice[$0] == bytes[0] && slice[$0...].starts(with: bytes) }
    }
  }
}
