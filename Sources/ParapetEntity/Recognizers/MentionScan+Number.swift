/// Numbers in ASCII digits, with their signs, scales and units.
extension MentionScan {
  func readNumber(from start: Int) {
    guard let number = asciiNumber(start) else {
      at = max(digitsEnd(start), start + 1)
      return
    }
    if keepFold(number, from: start) { return }
    let lead = readLead(start)
    let afterLetter = start > floor && lead.currency == nil && attachesToLetter(start)
    guard
      let tail = readTail(
        number.end, bracket: lead.bracket, money: lead.currency != nil, alone: number.decimals == 0 && number.digits <= 2)
    else {
      // Letters that are no unit: part of a name, such as 5G or 737MAX.
      var end = number.end
      while byte(end).isWord { end += 1 }
      keepName(lead.start..<end, number)
      return
    }
    if afterLetter, tail.unit == .plain || tail.unit == .counted, tail.scale == 0 {
      keepName(start..<number.end, number)
      return
    }
    keepQuantity(number, start: start, lead: lead, tail: tail)
  }

  // MARK: Parts

  struct ASCIINumber {
    var mantissa: Int128
    var decimals: Int
    var digits: Int
    var significant: Int
    var end: Int
  }

  struct Lead {
    var start: Int
    var currency: Quantity.Currency?
    var hedge: Quantity.Hedge?
    var isNegative: Bool
    var bracket: Bool
    /// Whether the currency stands before the bracket: `$(12,830)`.
    var bracketIsInside = false
    var role: Quantity.Role
  }

  struct Tail {
    var end: Int
    var scale: Int
    var unit: Quantity.Unit
    var currency: Quantity.Currency?
    var hedge: Quantity.Hedge?
    var isNegative: Bool
  }

  /// Digits with grouping commas and decimals, at most 18 of them before the point.
  func asciiNumber(_ start: Int) -> ASCIINumber? {
    var end = start
    var digits = Digits()
    while case let digit = byte(end), digit.isDigit {
      digits.add(digit)
      end &+= 1
    }
    guard end - start <= 18 else { return nil }
    if (1...3).contains(end - start) {
      while byte(end) == 0x2C, digitsEnd(end + 1) == end + 4, digits.count <= 15 {
        for place in (end + 1)..<(end + 4) { digits.add(byte(place)) }
        end += 4
      }
    }
    var decimals = 0
    if byte(end) == 0x2E, byte(end + 1).isDigit {
      let stop = digitsEnd(end + 1)
      guard stop - end <= 13 else { return nil }
      decimals = min(stop - end - 1, 9)
      for place in (end + 1)..<(end + 1 + decimals) { digits.add(byte(place)) }
      end = stop
    }
    guard digits.count > 0, digits.count <= 27 else { return nil }
    let significant = max(0, digits.count - digits.leading - (decimals == 0 ? digits.trailing : 0))
    return ASCIINumber(mantissa: digits.mantissa, decimals: decimals, digits: digits.count, significant: significant, end: end)
  }

  /// Digits read one after the other.
  private struct Digits {
    /// The number that they write: the first eighteen of them, and what follows.
    private var head: UInt64 = 0
    private var rest: UInt64 = 0
    private var power: UInt64 = 1
    private(set) var count = 0
    /// How many there are up to the first and up to the last that is not nought.
    private var (first, last) = (0, 0)

    /// How many noughts come first.
    var leading: Int { last == 0 ? count : first - 1 }
    /// How many come last.
    var trailing: Int { count - last }

    var mantissa: Int128 { count <= 18 ? Int128(head) : Int128(head) * Int128(power) + Int128(rest) }

    /// Adds one, in ASCII.
    @inline(__always) mutating func add(_ digit: UInt8) {
      let digit = UInt64(digit & 0x0F)
      if count < 18 {
        head = head &* 10 &+ digit
      } else {
        rest = rest &* 10 &+ digit
        power = power &* 10
      }
      count &+= 1
      guard digit != 0 else { return }
      if last == 0 { first = count }
      last = count
    }
  }

  /// Whether the digits at `start` continue a name: `BA.2`, `COVID-19`, `T+1`, `x5`.
  private func attachesToLetter(_ start: Int) -> Bool {
    let before = byte(start - 1)
    if before.isLetter || before == 0x5F { return true }
    guard start - 2 >= floor, before == 0x2D || before == 0x2E || before == 0x2B || before == 0x2F else { return false }
    return byte(start - 2).isLetter
  }

  /// What may stand before a number and end before `end`.
  @inline(__always) private func leads(endingAt end: Int) -> Vocabulary.Leads {
    Vocabulary.Leads(rawValue: openings.leads.lists(ByteWindow(text, before: end)))
  }

  /// What stands before a number: brackets, sign, currency, hedge or label.
  func readLead(_ number: Int) -> Lead {
    var lead = Lead(start: number, currency: nil, hedge: nil, isNegative: false, bracket: false, role: .measure)
    var place = number
    var before = beforeBlanks(place)
    guard before > 0 else { return lead }
    var may = leads(endingAt: before)
    if may.isEmpty, byte(before - 1) != 0x28, byte(before - 1) != 0x2D { return lead }
    // Bracket, sign and currency come in any order: `($1.2)`, `-$5`, `$ (20.0)`, `$-5`.
    for _ in 0..<3 {
      guard before > floor else { break }
      if byte(before - 1) == 0x28, !lead.bracket {
        lead.bracket = true
        place = before - 1
      } else if may.contains(.currency), let found = Vocabulary.currencySigns.match(text, endingAt: before), found.start >= floor,
        lead.currency == nil
      {
        lead.currency = found.value
        lead.bracketIsInside = lead.bracket
        place = found.start
        lead.start = place
      } else if before == place, !lead.isNegative, let sign = minus(endingAt: place) {
        lead.isNegative = true
        place = sign
        lead.start = place
      } else {
        break
      }
      before = beforeBlanks(place)
      may = leads(endingAt: before)
    }
    if lead.start != place {
      before = beforeBlanks(lead.start)
      may = leads(endingAt: before)
    }
    if may.contains(.hedge), let hedge = Vocabulary.hedgesBefore.match(text, endingAt: before) { lead.hedge = hedge.value }
    if may.contains(.label), Vocabulary.labelWords.match(text, endingAt: before) != nil { lead.role = .label }
    if may.contains(.ordinal), before > 2, has("第", before - 3) { lead.role = .ordinal }
    return lead
  }

  /// Where a minus sign that ends at `end` begins; one behind a digit, a per cent sign or a letter joins a range instead.
  private func minus(endingAt end: Int) -> Int? {
    let start = end - 1
    guard byte(start) == 0x2D, start >= floor else { return nil }
    guard start > 0 else { return start }
    let before = byte(start - 1)
    if before.isWord || before == 0x25 || before == 0x29 { return nil }
    // Behind 元, 亿 and other units of the number before, it joins a range.
    return start == floor && floor > 0 ? nil : start
  }

  func keepName(_ range: Range<Int>, _ number: ASCIINumber) {
    guard let value = FixedPoint(mantissa: number.mantissa, decimals: number.decimals) else {
      at = max(range.upperBound, at + 1)
      return
    }
    let quantity = Quantity(
      value: value, printed: value, precision: FixedPoint(1), decimals: number.decimals, significantDigits: number.significant, scale: 0,
      unit: .plain, currency: nil, hedge: nil, role: .name, script: .digits, isNegative: false)
    keep(quantity, range)
  }

  private func keepQuantity(_ number: ASCIINumber, start: Int, lead: Lead, tail: Tail) {
    guard let printed = FixedPoint(mantissa: number.mantissa, decimals: number.decimals),
      let value = printed.shifted(tail.scale), let precision = FixedPoint(1).shifted(tail.scale - number.decimals)
    else {
      at = max(tail.end, at + 1)
      return
    }
    let isNegative = lead.isNegative || tail.isNegative
    var unit = tail.unit
    if lead.currency != nil, unit == .plain || unit == .counted { unit = .money }
    let currency = unit == .money ? tail.currency.map { tail in lead.currency ?? tail } ?? lead.currency : nil
    let quantity = Quantity(
      value: isNegative ? -value : value, printed: isNegative ? -printed : printed, precision: precision, decimals: number.decimals,
      significantDigits: number.significant, scale: tail.scale, unit: unit, currency: currency, hedge: lead.hedge ?? tail.hedge,
      role: lead.role, script: .digits, isNegative: isNegative)
    let end = lead.bracketIsInside && byte(tail.end) == 0x29 ? tail.end + 1 : tail.end
    keep(quantity, max(lead.start, floor)..<end)
  }
}
