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
  static func pairs(_ text: [UInt8], _ numbers: [PlacedQuantity], passage: Int) -> [FromTo] {
    var found: [FromTo] = []
    guard numbers.count > 1 else { return found }
    for place in 1..<numbers.count {
      let (first, second) = (numbers[place - 1].range, numbers[place].range)
      let units = (numbers[place - 1].quantity.unit, numbers[place].quantity.unit)
      guard second.lowerBound - first.upperBound <= 48, units.0 == units.1 || units.0 == .plain || units.1 == .plain else { continue }
      let gap = first.upperBound..<second.lowerBound
      guard !crosses(text, gap) else { continue }
      let (a, b) = (numbers[place - 1].quantity, numbers[place].quantity)
      let lead = text[max(0, first.lowerBound - 90)..<first.lowerBound]
      let joins = ends(text, gap, with: links)
      let isJoined = joins && a.unit != .counted && holds(text[gap].prefix(12), moves)
      let isChinese = isJoined || joins && holds(lead, leads)
      let isEnglish = !isChinese && text[gap].hasExactly(to) && lead.suffix(40).hasExactly(from)
      // Led to a $104 million increase from $1.5 billion: that is how much, not to where.
      let isReversed = text[gap].hasExactly(from) && lead.suffix(14).hasExactly(to) && !holds(text[gap], changes)
      guard isChinese || isEnglish || isReversed else { continue }
      let (old, new) = isReversed ? (b, a) : (a, b)
      let (oldRange, newRange) = isReversed ? (second, first) : (first, second)
      found.append(
        FromTo(
          from: adopt(old, new), to: adopt(new, old), range: first.lowerBound..<second.upperBound, passage: passage,
          fromRange: oldRange, toRange: newRange))
    }
    return found
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

  private static func ends(_ text: [UInt8], _ gap: Range<Int>, with words: [[UInt8]]) -> Bool {
    var end = gap.upperBound
    while end > gap.lowerBound, text[end - 1] == 0x20 { end -= 1 }
    return words.contains { text[gap.lowerBound..<end].suffix($0.count).elementsEqual($0) }
  }

  private static func holds(_ slice: ArraySlice<UInt8>, _ words: [[UInt8]]) -> Bool { words.contains { slice.hasExactly($0) } }

  // MARK: Words

  private static let links = ["至", "到", "为", "成"].map { Array($0.utf8) }
  private static let leads = ["由", "从", "自"].map { Array($0.utf8) }
  private static let moves = ["升", "降", "涨", "跌", "增", "减", "调整", "收窄", "扩大"].map { Array($0.utf8) }
  private static let from = Array("from ".utf8)
  private static let changes = ["increase", "decrease", "rise", "gain", "growth", "decline", "drop", "fall", "reduction"]
    .map { Array($0.utf8) }
  private static let to = Array("to ".utf8)
}
