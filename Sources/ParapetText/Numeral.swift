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
    for scalar in "○◯".unicodeScalars { all[scalar.value] = Numeral(digit: 0, kind: .circle) }
    return all
  }()

  /// By digit: everyday, formal (GB/T 15835), older and spoken forms; 参 and 陆 are what `han` makes of 參 and 陸.
  private static let han = [
    "零〇洞", "一壹壱弌幺", "二贰貳弐弍两兩", "三叁叄叅弎参參", "四肆", "五伍", "六陆陸", "七柒拐", "八捌", "九玖勾",
  ]

  /// Words of two characters that begin or end with a numeral; beside a run the numeral belongs to the word.
  ///
  /// Only words that are likely next to a number: what the list lacks costs a digit too many in a view that is read beside the plain one.
  static let words: Set<[UInt32]> = Set(
    ("""
    一直 一下 一个 一個 一样 一起 一般 一共 一些 一定 一次 一点 一旦 一位 一名 一条 一张 一笔 一家 一天 一年 一月 一日 一号 一万 一百 \
    两个 兩個 两次 两位 两张 两笔 两家 两天 两年 两周 两者 二维 三个 三次 三天 四个 五个 六个 七个 八个 九个 十个 零售 零钱 零散 零头 零点 \
    洞察 洞穴 洞口 洞庭 拐点 拐弯 拐角 拐卖 勾选 勾選 勾结 勾画 参加 参与 参考 参数 参照 参见 参保 参股 參加 參與 參考 陆续 陆军 陆家 陸續 \
    唯一 统一 第一 同一 之一 单一 万一 逐一 其一 周一 周二 周三 周四 周五 周六 第二 第三 其二 其三 山洞 漏洞 黑洞 空洞 大陆 大陸 登陆 内陆 \
    队伍 隊伍 入伍 退伍 海参 人参 诱拐 老二 老三 二三 不三
    """.split(separator: " ")).map { $0.unicodeScalars.map(\.value) })

  /// Characters before a run of Han numerals that make it the tail of a number in words.
  static let multipliers: Set<UInt32> = Set("十百千万萬亿億兆拾佰仟点點".unicodeScalars.map(\.value))
  /// Characters after a run of Han numerals that make it a number in words, a date or an address.
  static let units: Set<UInt32> = multipliers.union("年月日号號楼樓元圆圓角".unicodeScalars.map(\.value))
}
