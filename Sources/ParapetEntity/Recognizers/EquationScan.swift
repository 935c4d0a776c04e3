import ParapetText

/// Calculations shown in a text: an expression, `=` or `≈`, and what it comes to.
package enum EquationScan {
  private enum Token {
    case number(FixedPoint)
    case sign(UInt8)
  }

  /// The calculations of a text whose numbers have been read, in order.
  package static func mentions(in text: [UInt8], numbers: [Mention]) -> [Mention] {
    var found: [Mention] = []
    var floor = 0
    for at in text.indices {
      let width = equalsWidth(text, at)
      guard width > 0, at >= floor, let right = number(after: at + width, text, numbers), let stated = right.quantity else { continue }
      guard !continues(text, right.range.upperBound), let left = expression(before: at, text, numbers, floor: floor) else { continue }
      let equation = Equation(computed: left.value, computedAsPrinted: left.printed, stated: stated, statedRange: right.range)
      found.append(Mention(kind: .equation, range: left.start..<right.range.upperBound, reading: .equation(equation)))
      floor = right.range.upperBound
    }
    return found
  }

  private static func equalsWidth(_ text: [UInt8], _ at: Int) -> Int {
    if text[at] == 0x3D {
      let around = [at > 0 ? text[at - 1] : 0, at + 1 < text.count ? text[at + 1] : 0]
      return around.contains { [0x3D, 0x3C, 0x3E, 0x21, 0x3A].contains($0) } ? 0 : 1
    }
    return text[at] == 0xE2 && text[at...].starts(with: "≈".utf8) ? 3 : 0
  }

  /// The number that stands right behind `place`, blanks and a word like 约 aside.
  private static func number(after place: Int, _ text: [UInt8], _ numbers: [Mention]) -> Mention? {
    let index = firstIndex(numbers, from: place)
    guard index < numbers.count, numbers[index].range.lowerBound - place <= 8, numbers[index].kind == .quantity else { return nil }
    let between = text[place..<numbers[index].range.lowerBound]
    return between.allSatisfy { $0 == 0x20 || $0 >= 0x80 || $0 == 0x7E } ? numbers[index] : nil
  }

  /// Whether the right side goes on as an expression.
  private static func continues(_ text: [UInt8], _ place: Int) -> Bool {
    var at = place
    while at < text.count, text[at] == 0x20 { at += 1 }
    guard let sign = operatorSign(text, at) else { return false }
    var next = at + sign.width
    while next < text.count, text[next] == 0x20 { next += 1 }
    return next < text.count && (text[next].isDigit || text[next] == 0x28 || text[next] == 0x24)
  }

  private static func operatorSign(_ text: [UInt8], _ at: Int) -> (sign: UInt8, width: Int)? {
    guard at < text.count else { return nil }
    switch text[at] {
    case 0x2B, 0x2D, 0x2A, 0x2F: return (text[at], 1)
    case 0x78, 0x58: return (0x2A, 1)
    case 0xC3 where at + 1 < text.count:
      if text[at + 1] == 0x97 { return (0x2A, 2) }
      return text[at + 1] == 0xB7 ? (0x2F, 2) : nil
    default: return nil
    }
  }

  /// The left side of a calculation.
  private struct Left {
    let start: Int
    let value: FixedPoint
    var printed: FixedPoint?
  }

  /// Whether a factor such as 1,000 stands among the operands.
  private static func changesScale(_ operands: ArraySlice<Mention>) -> Bool {
    for operand in operands {
      guard let quantity = operand.quantity, quantity.unit == .plain else { continue }
      for factor in [1000, 10_000, 1_000_000, 100_000_000] where quantity.value == FixedPoint(factor) { return true }
    }
    return false
  }

  /// The expression that ends at `end`, read back over at most sixteen numbers, and its value.
  private static func expression(before end: Int, _ text: [UInt8], _ numbers: [Mention], floor: Int) -> Left? {
    var start = end
    var index = firstIndex(numbers, from: end) - 1
    var count = 0
    while index >= 0, count < 16, numbers[index].range.lowerBound >= floor, numbers[index].kind == .quantity {
      let number = numbers[index].range
      guard number.upperBound <= start, isJoin(text[number.upperBound..<start], isLast: count == 0) else { break }
      start = number.lowerBound
      index -= 1
      count += 1
    }
    guard count >= 2 else { return nil }
    // Brackets that open right before the first number belong to it.
    while start > floor, text[start - 1] == 0x28 { start -= 1 }
    guard !isPartOfMore(text, start, floor: floor) else { return nil }
    guard !hasUnknown(numbers[(index + 1)...(index + count)], before: end, text, numbers) else { return nil }
    let brackets = text[start..<end].reduce(0) { $0 + ($1 == 0x28 ? 1 : $1 == 0x29 ? -1 : 0) }
    guard brackets == 0, !isPower(text[start..<end]) else { return nil }
    guard let tokens = tokens(start..<end, text, numbers, asPrinted: false), let value = evaluate(tokens) else { return nil }
    var left = Left(start: start, value: value)
    if changesScale(numbers[(index + 1)...(index + count)]) {
      if let printed = EquationScan.tokens(start..<end, text, numbers, asPrinted: true) { left.printed = evaluate(printed) }
    }
    return left
  }

  /// Whether an expression that begins at `start` stands behind a power, a root, a bracket, another operator or the name of a function,
  /// so that it is only a part of one.
  private static func isPartOfMore(_ text: [UInt8], _ start: Int, floor: Int) -> Bool {
    var before = start
    while before > floor, text[before - 1] == 0x20 { before -= 1 }
    guard before > 0 else { return false }
    let last = text[before - 1]
    if [0x5E, 0x29, 0x2B, 0x2A, 0x2F, 0x2D].contains(last) { return true }
    if text[start] == 0x28, before == start, last.isLetter { return true }
    // The last byte alone is that of many a Chinese character too.
    return ["√", "×", "÷"].contains { text[..<before].suffix($0.utf8.count).elementsEqual($0.utf8) }
  }

  /// Whether some of the numbers of an equation are so many x and others are not: 2x+3=7 asks for x, 2x+3x=5x counts.
  private static func hasUnknown(_ operands: ArraySlice<Mention>, before equals: Int, _ text: [UInt8], _ numbers: [Mention]) -> Bool {
    let right = firstIndex(numbers, from: equals + 1)
    let all = operands + numbers[right..<min(right + 1, numbers.count)]
    let marked = all.count { text[$0.range.upperBound - 1] | 0x20 == UInt8(ascii: "x") }
    return marked > 0 && marked < all.count
  }

  /// Whether something is raised to a power, which is not computed here. Views fold raised digits to digits: ask the text as received.
  package static func isPower(_ expression: ArraySlice<UInt8>) -> Bool {
    expression.contains(0x5E) || expression.contains { $0 >= 0x80 } && superscripts.contains { expression.hasExactly($0) }
  }

  private static let superscripts = ["¹", "²", "³", "⁰", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"].map { Array($0.utf8) }

  /// Whether what stands between two numbers is operators, brackets and blanks only.
  private static func isJoin(_ gap: ArraySlice<UInt8>, isLast: Bool) -> Bool {
    guard gap.count <= 12 else { return false }
    var signs = 0
    var at = gap.startIndex
    let copy = Array(gap)
    while at < gap.endIndex {
      let offset = at - gap.startIndex
      if [0x20, 0x28, 0x29].contains(copy[offset]) {
        at += 1
      } else if let sign = operatorSign(copy, offset) {
        signs += 1
        at += sign.width
      } else {
        return false
      }
    }
    return isLast ? signs == 0 : signs == 1
  }

  private static func tokens(_ range: Range<Int>, _ text: [UInt8], _ numbers: [Mention], asPrinted: Bool) -> [Token]? {
    var tokens: [Token] = []
    var at = range.lowerBound
    var index = firstIndex(numbers, from: at)
    while at < range.upperBound {
      if index < numbers.count, numbers[index].range.lowerBound <= at, let quantity = numbers[index].quantity {
        let value = asPrinted ? quantity.printed : quantity.unit == .percent ? quantity.value.shifted(-2) : quantity.value
        guard let value else { return nil }
        // A minus that a number brought along joins it to the number before.
        if quantity.isNegative, case .number = tokens.last {
          tokens += [.sign(0x2D), .number(-value)]
        } else {
          tokens.append(.number(value))
        }
        at = numbers[index].range.upperBound
        index += 1
      } else if [0x28, 0x29].contains(text[at]) {
        tokens.append(.sign(text[at]))
        at += 1
      } else if let sign = operatorSign(text, at) {
        tokens.append(.sign(sign.sign))
        at += sign.width
      } else {
        at += 1
      }
    }
    return tokens
  }

  /// The value of an expression with the usual precedence; nil when it does not parse or does not fit.
  private static func evaluate(_ tokens: [Token]) -> FixedPoint? {
    var values: [FixedPoint] = []
    var signs: [UInt8] = []
    func rank(_ sign: UInt8) -> Int { sign == 0x2A || sign == 0x2F ? 2 : sign == 0x28 ? 0 : 1 }
    func apply() -> Bool {
      guard let sign = signs.popLast(), sign != 0x28, let right = values.popLast(), let left = values.popLast() else { return false }
      let result: FixedPoint?
      switch sign {
      case 0x2B: result = left + right
      case 0x2D: result = left - right
      case 0x2A: result = left.times(right)
      default: result = left.divided(by: right)
      }
      guard let result else { return false }
      values.append(result)
      return true
    }
    for token in tokens {
      switch token {
      case .number(let value): values.append(value)
      case .sign(0x28): signs.append(0x28)
      case .sign(0x29):
        while let last = signs.last, last != 0x28 { guard apply() else { return nil } }
        // A bracket that closed nothing was part of the sentence.
        _ = signs.popLast()
      case .sign(let sign):
        while let last = signs.last, rank(last) >= rank(sign) { guard apply() else { return nil } }
        signs.append(sign)
      }
    }
    while let last = signs.last {
      if last == 0x28 { signs.removeLast() } else if !apply() { return nil }
    }
    return values.count == 1 ? values.first : nil
  }

  /// The first mention that ends behind `place`.
  private static func firstIndex(_ numbers: [Mention], from place: Int) -> Int {
    return (0..<numbers.count).partitioningIndex { numbers[$0].range.upperBound > place }
  }
}
