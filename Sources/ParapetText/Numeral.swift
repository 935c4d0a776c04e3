/// A numeral outside ASCII: its digit, and what makes it one.
struct Numeral: Sendable, Equatable {
  enum Kind: Sendable {
    /// An ASCII digit, which runs of numerals may hold.
    case ascii
    /// A decimal digit of another script.
    case decimal
    /// A circled, parenthesised or otherwise marked digit.
    case sign
    /// A Han character that is read as a digit.
    case han
    /// A Han character that is read as a digit on the telephone or in amounts, and more often is part of a word: 洞, 拐, 陆.
    case word
    /// A circle, read as nought beside Han numerals alone; elsewhere it hides what is not to be seen.
    case circle
  }

  let digit: UInt8
  let kind: Kind

  /// The numeral that a code point is, or nil.
  static func of(_ code: UInt32) -> Numeral? { all[code] }

  /// All code points that are numerals.
  static var codes: some Sequence<UInt32> { all.keys }

  private static let all: [UInt32: Numeral] = {
    var all: [UInt32: Numeral] = [:]
    for zero in HexWords(NumeralTable.zeros).words {
      for digit in UInt8(0)...9 { all[zero + UInt32(digit)] = Numeral(digit: digit, kind: .decimal) }
    }
    for (code, digit) in HexWords(NumeralTable.signs).mappings() {
      all[code] = Numeral(digit: UInt8(truncatingIfNeeded: digit), kind: .sign)
    }
    for (digit, characters) in han.enumerated() {
      for scalar in characters.unicodeScalars { all[scalar.value] = Numeral(digit: UInt8(truncatingIfNeeded: digit), kind: .han) }
    }
    for (digit, characters) in words.enumerated() {
      for scalar in characters.unicodeScalars { all[scalar.value] = Numeral(digit: UInt8(truncatingIfNeeded: digit), kind: .word) }
    }
    for scalar in "○◯".unicodeScalars { all[scalar.value] = Numeral(digit: 0, kind: .circle) }
    return all
  }()

  /// By digit: everyday, formal (GB/T 15835) and older forms, and the spoken 幺.
  private static let han = [
    "零〇", "一壹壱弌幺", "二贰貳弐弍", "三叁叄叅弎", "四肆", "五", "六", "七柒", "八捌", "九玖",
  ]
  /// By digit: spoken and formal numerals that begin or end words (勾选, 大陆, 参加, 队伍, 两个).
  private static let words = ["洞", "", "两兩", "参參", "", "伍", "陆陸", "拐", "", "勾"]

  /// Characters before a run of Han numerals that make it the tail of a number in words.
  static let multipliers: Set<UInt32> = Set("十百千万萬亿億兆拾佰仟点點".unicodeScalars.map(\.value))
  /// Characters after a run of Han numerals that make it a number in words, a date or an address.
  static let units: Set<UInt32> = multipliers.union("年月日号號楼樓元圆圓角".unicodeScalars.map(\.value))
}
