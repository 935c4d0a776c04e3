/// An amount in Chinese capitals, as on bills: 人民币壹拾万柒仟元伍角叁分.
///
/// Several forms of one amount are official (a 零 may stand or not where a whole place is nought), so amounts are read and compared, never
/// written anew.
///
/// - Source: the writing rules for bills attached to the Payment and Settlement Measures (支付结算办法附一).
public struct CapitalAmount: Sendable, Equatable {
  /// The amount in fen, a hundredth of a yuan.
  public let fen: Int
  /// Where the numeral stands, without 人民币 before it, in bytes.
  public let range: Range<Int>

  /// The characters with which such an amount begins.
  static let openings = Array("壹贰貳叁參肆伍陆陸柒捌玖拾".unicodeScalars)

  /// The amount at the first capital numeral of `text` from `start` on, or nil when what stands there is none.
  public static func first(in text: ArraySlice<UInt8>) -> CapitalAmount? {
    let symbols = Symbol.read(text)
    guard let first = symbols.firstIndex(where: { $0.isNumeral }) else { return nil }
    var end = first
    while end < symbols.count, symbols[end].kind != .other, end == first || symbols[end].start == symbols[end - 1].end { end += 1 }
    let run = symbols[first..<end]
    guard let fen = fen(Array(run)), let last = run.last else { return nil }
    return CapitalAmount(fen: fen, range: symbols[first].start..<last.end)
  }

  /// The value of a whole numeral; nil when its places do not fall or nothing names the unit.
  private static func fen(_ symbols: [Symbol]) -> Int? {
    var (yuan, section, digit) = (0, 0, 0)
    var pending = false  // a digit that no place has taken yet
    var unit = 0  // 0 before 元, 1 behind it, 2 behind 角, 3 behind 分
    var cents = 0
    var lastPlace = Int.max
    for symbol in symbols {
      switch symbol.kind {
      case .digit(let value):
        if pending, digit != 0 { return nil }
        (digit, pending) = (value, true)
      case .place(let power):
        guard unit == 0 else { return nil }
        if power >= 10_000 {
          section += digit
          guard section > 0 || yuan > 0, section < 100_000_000 else { return nil }
          yuan = power == 100_000_000 ? (yuan + section) * power : yuan + section * power
          guard yuan < 1_000_000_000_000_0000 else { return nil }
          (section, lastPlace) = (0, Int.max)
        } else {
          guard power < lastPlace else { return nil }
          section += (pending && digit > 0 ? digit : 1) * power
          lastPlace = power
        }
        (digit, pending) = (0, false)
      case .yuan:
        guard unit == 0 else { return nil }
        yuan += section + digit
        (digit, pending, unit) = (0, false, 1)
      case .jiao:
        guard unit < 2, digit > 0 else { return nil }
        cents += digit * 10
        (digit, pending, unit) = (0, false, 2)
      case .fen:
        guard unit < 3, digit > 0 else { return nil }
        cents += digit
        (digit, pending, unit) = (0, false, 3)
      case .whole: return unit > 0 ? yuan * 100 + cents : nil
      case .other: return nil
      }
    }
    return unit > 0 && digit == 0 ? yuan * 100 + cents : nil
  }

  /// One character of such an amount.
  struct Symbol {
    enum Kind: Equatable {
      case digit(Int), place(Int), yuan, jiao, fen, whole, other
    }
    let kind: Kind
    let start: Int
    let end: Int

    var isNumeral: Bool {
      switch kind {
      case .digit, .place(10): true
      default: false
      }
    }

    static func read(_ text: ArraySlice<UInt8>) -> [Symbol] {
      var symbols: [Symbol] = []
      var at = text.startIndex
      while at < text.endIndex {
        let width = text[at] < 0x80 ? 1 : text[at] < 0xE0 ? 2 : text[at] < 0xF0 ? 3 : 4
        let end = min(at + width, text.endIndex)
        symbols.append(Symbol(kind: kinds[Array(text[at..<end])] ?? .other, start: at, end: end))
        at = end
      }
      return symbols
    }

    private static let kinds: [[UInt8]: Kind] = {
      var kinds: [[UInt8]: Kind] = [:]
      for (value, characters) in ["零〇", "壹", "贰貳", "叁參", "肆", "伍", "陆陸", "柒", "捌", "玖"].enumerated() {
        for character in characters { kinds[Array(String(character).utf8)] = .digit(value) }
      }
      let places: [(String, Kind)] = [
        ("拾", .place(10)), ("佰", .place(100)), ("仟", .place(1_000)), ("万", .place(10_000)), ("萬", .place(10_000)),
        ("亿", .place(100_000_000)), ("億", .place(100_000_000)), ("元", .yuan), ("圆", .yuan), ("圓", .yuan), ("角", .jiao), ("分", .fen),
        ("整", .whole), ("正", .whole),
      ]
      for (character, kind) in places { kinds[Array(character.utf8)] = kind }
      return kinds
    }()
  }
}
