/// Which computations the words around a claim speak of.
struct Cues {
  let change: Bool
  let share: Bool
  let average: Bool
  let total: Bool
  let ratio: Bool
  let product: Bool

  var any: Bool { change || share || average || total || ratio || product }

  /// The cues of a stretch of text.
  init(_ text: ArraySlice<UInt8>) {
    func has(_ words: [[UInt8]]) -> Bool { words.contains { Cues.holds(text, $0) } }
    change = has(Cues.changeWords)
    share = has(Cues.shareWords)
    average = has(Cues.averageWords)
    total = has(Cues.totalWords)
    ratio = has(Cues.ratioWords)
    product = has(Cues.productWords)
  }

  /// Every cue.
  static let all = Cues(change: true, share: true, average: true, total: true, ratio: true, product: true)

  /// The cues of either.
  func union(_ other: Cues) -> Cues {
    Cues(
      change: change || other.change, share: share || other.share, average: average || other.average, total: total || other.total,
      ratio: ratio || other.ratio, product: product || other.product)
  }

  private init(change: Bool, share: Bool, average: Bool, total: Bool, ratio: Bool, product: Bool) {
    self.change = change
    self.share = share
    self.average = average
    self.total = total
    self.ratio = ratio
    self.product = product
  }

  private static func words(_ list: String) -> [[UInt8]] {
    list.utf8.split(separator: 0x20).map { $0.map { $0 == 0x5F ? 0x20 : $0 } }
  }

  private static let changeWords = words(
    "change growth grew grow increas decreas decline differen rose fell higher lower more less drop gain loss reduc vary varian subtract minus net_of exclud profit working_capital free_cash 同比 环比 增长 下降 变动 变化 增幅 降幅 增加 减少 提高 上升 相差 差额 差距 高出 扩大 收窄 缩减 上涨 下跌 较 相比 增至 多出 少了"
  )
  private static let shareWords = words("percent proportion share portion margin return_on %_of fraction 占 比例 比重 份额")
  private static let averageWords = words("average mean 平均 均值 人均 年均 月均 日均")
  private static let totalWords = words(
    "total sum combined aggregate together altogether in_all plus adding add_up ebitda 合计 总计 共 累计 总额 总量 合共 之和 全部")
  private static let ratioWords = words("ratio times multiple per turnover return_on margin 倍 之比 每")
  private static let productWords = words("worth interest fee value cost yield 收益 利息 费用 手续费 约合 折合 金额 每期 本息 应付")

  private static func holds(_ text: ArraySlice<UInt8>, _ word: [UInt8]) -> Bool {
    guard text.count >= word.count else { return false }
    let first = word[0]
    for at in text.startIndex...(text.endIndex - word.count) {
      let byte = text[at] &- 0x41 < 26 ? text[at] + 32 : text[at]
      guard byte == first else { continue }
      // English cues begin where a word does.
      if first < 0x80, at > text.startIndex, (text[at - 1] | 0x20) &- 0x61 < 26 { continue }
      var matches = true
      for offset in word.indices where matches {
        let byte = text[at + offset]
        matches = (byte &- 0x41 < 26 ? byte + 32 : byte) == word[offset]
      }
      if matches { return true }
    }
    return false
  }
}
