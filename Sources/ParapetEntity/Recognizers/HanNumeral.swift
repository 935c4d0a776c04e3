/// A number in Chinese numerals: 二十三, 两万五千, 三点五, 二〇二六.
///
/// - Source: GB/T 15835-2011.
struct HanNumeral {
  let end: Int
  let value: FixedPoint
  let precision: FixedPoint
  let decimals: Int
  let significant: Int
  let characters: Int
  /// The year that four plain digits write.
  let year: Int?

  /// The longest numeral at `start`, of at most 24 characters; nil when none begins there.
  ///
  /// Scales without a number before them (万, 亿) are no numerals; 十 is.
  static func read(_ text: [UInt8], _ start: Int) -> HanNumeral? {
    guard let first = Symbol(text, start), first.isDigit || first == .scale(1) else { return nil }
    var at = start
    var symbols: [Symbol] = []
    while symbols.count < 24, let symbol = Symbol(text, at) {
      symbols.append(symbol)
      at += 3
    }
    while let last = symbols.last, last == .point {
      symbols.removeLast()
      at -= 3
    }
    if symbols.allSatisfy(\.isDigit) { return plain(symbols, at) }
    return scaled(symbols, at)
  }

  /// The digit that stands at a place, or nil.
  static func digit(_ text: [UInt8], _ at: Int) -> Int? {
    if case .digit(let digit)? = Symbol(text, at) { digit } else { nil }
  }

  private enum Symbol: Equatable {
    case digit(Int)
    case scale(Int)
    case point

    init?(_ text: [UInt8], _ at: Int) {
      guard at >= 0, at + 2 < text.count, text[at] & 0xF0 == 0xE0 else { return nil }
      switch Int(text[at] & 0x0F) << 12 | Int(text[at + 1] & 0x3F) << 6 | Int(text[at + 2] & 0x3F) {
      case 0x96F6, 0x3007: self = .digit(0)
      case 0x4E00: self = .digit(1)
      case 0x4E8C, 0x4E24: self = .digit(2)
      case 0x4E09: self = .digit(3)
      case 0x56DB: self = .digit(4)
      case 0x4E94: self = .digit(5)
      case 0x516D: self = .digit(6)
      case 0x4E03: self = .digit(7)
      case 0x516B: self = .digit(8)
      case 0x4E5D: self = .digit(9)
      case 0x5341: self = .scale(1)
      case 0x767E: self = .scale(2)
      case 0x5343: self = .scale(3)
      case 0x4E07: self = .scale(4)
      case 0x4EBF: self = .scale(8)
      case 0x70B9: self = .point
      default: return nil
      }
    }

    var isDigit: Bool { if case .digit = self { true } else { false } }
  }

  /// Digits one by one, as in years; two or three in a row (三四) are a guess, not a number.
  private static func plain(_ symbols: [Symbol], _ end: Int) -> HanNumeral? {
    guard symbols.count == 1 || symbols.count >= 4, symbols.count <= 9 else { return nil }
    var value = 0
    for case .digit(let digit) in symbols { value = value * 10 + digit }
    return HanNumeral(
      end: end, value: FixedPoint(value), precision: FixedPoint(1), decimals: 0, significant: symbols.count, characters: symbols.count,
      year: symbols.count == 4 && (1900...2100).contains(value) ? value : nil)
  }

  private static func scaled(_ symbols: [Symbol], _ end: Int) -> HanNumeral? {
    var total: Int128 = 0
    var section: Int128 = 0
    var digit: Int128?
    var decimals = 0
    var afterPoint = false
    var smallest = 0
    var significant = 0
    let unit = FixedPoint.unit
    for symbol in symbols {
      switch symbol {
      case .digit(let value):
        if value > 0 { significant += 1 }
        if afterPoint {
          decimals += 1
          guard decimals <= 9, let place = FixedPoint(value).shifted(-decimals) else { return nil }
          digit = (digit ?? 0) + place.billionths
        } else {
          // 三四十: two digits beside each other are a guess.
          if let digit, digit != 0 { return nil }
          digit = Int128(value) * unit
          smallest = 0
        }
      case .point:
        guard !afterPoint, digit != nil else { return nil }
        afterPoint = true
      case .scale(let power):
        guard let factor = FixedPoint(1).shifted(power)?.billionths else { return nil }
        let (small, overflow) = (digit ?? (section == 0 ? unit : 0)).multipliedReportingOverflow(by: factor / unit)
        guard !overflow, small < FixedPoint.limit else { return nil }
        if power >= 4 {
          let whole = digit == nil && section > 0 ? section * (factor / unit) : section * (factor / unit) + (digit ?? 0) * (factor / unit)
          guard whole < FixedPoint.limit, section < FixedPoint.limit / 1_000_000_000 else { return nil }
          total += whole
          section = 0
        } else {
          section += small
        }
        digit = nil
        smallest = afterPoint ? power - decimals : power
        afterPoint = false
        if significant == 0 { significant = 1 }
      }
      guard total < FixedPoint.limit, section < FixedPoint.limit else { return nil }
    }
    if let digit { section += digit }
    guard let precision = FixedPoint(1).shifted(digit != nil ? -decimals : smallest) else { return nil }
    return HanNumeral(
      end: end, value: FixedPoint(billionths: total + section), precision: precision, decimals: digit != nil ? decimals : 0,
      significant: max(significant, 1), characters: symbols.count, year: nil)
  }
}
