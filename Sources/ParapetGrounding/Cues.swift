import ParapetEntity
import ParapetText

/// Which computations the words around a claim speak of.
struct Cues: OptionSet, Hashable, Sendable {
  let rawValue: UInt8

  static let changing = Cues(rawValue: 1)
  static let sharing = Cues(rawValue: 2)
  static let averaging = Cues(rawValue: 4)
  static let totalling = Cues(rawValue: 8)
  static let relating = Cues(rawValue: 16)
  static let multiplying = Cues(rawValue: 32)
  /// Every cue.
  static let all = Cues(rawValue: 63)

  var change: Bool { contains(.changing) }
  var share: Bool { contains(.sharing) }
  var average: Bool { contains(.averaging) }
  var total: Bool { contains(.totalling) }
  var ratio: Bool { contains(.relating) }
  var product: Bool { contains(.multiplying) }
  var any: Bool { !isEmpty }
}

/// The cue words of one text, found in one pass, so that every sentence of it is asked in a short time.
///
/// - Complexity: linear in the length of the text.
struct CueWords: Sendable {
  private var places: [Int] = []
  private var cues: [Cues] = []
  /// What the whole text speaks of.
  private(set) var all: Cues = []

  /// The cues of a text of which words may begin at `places`.
  init(_ text: [UInt8], at places: WordPlaces) {
    let table = CueWords.table
    self.places.reserveCapacity(text.count / 32)
    cues.reserveCapacity(text.count / 32)
    places.forEach(.cues) { at in
      guard CueWords.beginsCue(text, at) else { return }
      var cue: Cues = []
      table.forEach(in: text, at: at) { cue.formUnion($1) }
      guard cue.any else { return }
      self.places.append(at)
      cues.append(cue)
      all.formUnion(cue)
    }
  }

  /// The cues of the words that begin in a stretch of a text, of which words may begin at `places`.
  static func cues(in text: [UInt8], _ range: Range<Int>, at places: WordPlaces) -> Cues {
    var found: Cues = []
    let table = table
    places.forEach(.cues, in: range) { at in
      if beginsCue(text, at) { table.forEach(in: text, at: at) { found.formUnion($1) } }
    }
    return found
  }

  /// English cues begin where a word does.
  @inline(__always) private static func beginsCue(_ text: [UInt8], _ at: Int) -> Bool {
    text[at] >= 0x80 || at == 0 || !text[at - 1].isASCIILetter
  }

  /// The cues of the words that begin in `range`.
  func within(_ range: Range<Int>) -> Cues {
    var low = (0..<places.count).partitioningIndex { places[$0] >= range.lowerBound }
    var found: Cues = []
    while low < places.count, places[low] < range.upperBound {
      found.formUnion(cues[low])
      low += 1
    }
    return found
  }

  // MARK: Words

  /// English cues are beginnings of words; `_` stands for a blank.
  static let table = WordTable<Cues>([
    (
      .changing,
      """
      change growth grew grow increas decreas decline differen rose fell higher lower more less drop gain loss reduc vary varian subtract \
      minus fluctuat net_of exclud profit working_capital free_cash 同比 环比 增长 下降 变动 变化 增幅 降幅 增加 减少 提高 上升 相差 差额 差距 高出 扩大 收窄 缩减 \
      上涨 下跌 较 相比 增至 多出 少了
      """
    ),
    (.sharing, "percent proportion share_of market_share portion margin return_on %_of fraction 占 比例 比重 份额"),
    (.averaging, "average mean 平均 均值 人均 年均 月均 日均"),
    (
      .totalling,
      "total sum combined aggregate together altogether in_all plus adding add_up ebitda 合计 总计 共 累计 总额 总量 合共 之和 全部"
    ),
    (.relating, "ratio times multiple per turnover return_on margin 倍 之比 每"),
    (.multiplying, "worth interest fee value cost yield 收益 利息 费用 手续费 约合 折合 金额 每期 本息 应付"),
  ])
}

extension UInt8 {
  /// ASCII letters in lower case, every other byte as it is.
  @inline(__always) var lowerLetter: UInt8 { self &- 0x41 < 26 ? self + 32 : self }
  /// Whether this is an ASCII letter.
  @inline(__always) var isASCIILetter: Bool { (self | 0x20) &- 0x61 < 26 }
  /// Whether this is an ASCII digit.
  @inline(__always) var isASCIIDigit: Bool { self &- 0x30 < 10 }
}
