/// The words of a stretch of text as numbers, for comparing labels: English words cut to six letters, pairs of Chinese characters.
enum Stems {
  private static let stopWords = Set(
    [
      "the", "of", "and", "in", "to", "a", "for", "is", "was", "were", "what", "how", "much", "many", "did", "does", "are", "by", "from",
      "on", "or",
      "at", "as", "which", "with", "between", "its", "their", "that", "this", "than", "be", "has", "have", "had",
    ].map { hash(Array($0.utf8)[...]) })

  static func of(_ text: [UInt8], _ range: Range<Int>) -> Set<UInt64> {
    var stems: Set<UInt64> = []
    var at = range.lowerBound
    var last: ArraySlice<UInt8>?
    while at < range.upperBound {
      let byte = text[at]
      if (byte | 0x20) &- 0x61 < 26 {
        var end = at
        while end < range.upperBound, (text[end] | 0x20) &- 0x61 < 26 { end += 1 }
        let stem = hash(text[at..<min(end, at + 6)])
        if end - at > 1, !stopWords.contains(stem) { stems.insert(stem) }
        at = end
        last = nil
      } else if (0xE4...0xE9).contains(byte), at + 3 <= range.upperBound {
        if last != nil { stems.insert(hash(text[(at - 3)..<(at + 3)])) }
        last = text[at..<(at + 3)]
        at += 3
      } else {
        last = nil
        at += 1
      }
    }
    return stems
  }

  private static func hash(_ word: ArraySlice<UInt8>) -> UInt64 {
    var value: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in word {
      let letter = byte &- 0x41 < 26 ? byte + 32 : byte
      value = (value ^ UInt64(letter)) &* 0x100_0000_01b3
    }
    return value
  }

  /// What a sum is called.
  static let total = of(Array("total 合计 总计".utf8), 0..<"total 合计 总计".utf8.count)

  /// The words of `stretch` without those of a mention in it.
  static func around(_ mention: Range<Int>, in text: [UInt8], _ stretch: Range<Int>) -> Set<UInt64> {
    let own = mention.clamped(to: stretch)
    return of(text, stretch.lowerBound..<own.lowerBound).union(of(text, own.upperBound..<stretch.upperBound))
  }

  /// Words that say how figures move and what they count, whatever they are of.
  static let common: Set<UInt64> = {
    let han = """
      同比 环比 增长 下降 上涨 下跌 增加 减少 上升 提高 降低 超过 达到 累计 合计 总计 平均 今日 昨日 今年 去年 本周 本月 目前 截至 其中 分别 公司 预计 \
      报告 数据 显示 同时 以及 此外 较上 上年 年同 同期 比上 较去 比增 比下 收跌 收涨 跌超 涨超 跌逾 涨逾 下挫 回落 回升 开盘 收盘 报收 最终 幅度 涨幅 跌幅 增幅 降幅 约为 约合
      """
    let english = """
      million billion thousand percent increase decrease increased decreased approximately respectively compared year years ended total \
      amount amounts december june september march
      """
    var stems: Set<UInt64> = []
    for word in (han + " " + english).utf8.split(whereSeparator: { $0 == 0x20 || $0 == 0x0A }) { stems.formUnion(of(Array(word), 0..<word.count)) }
    return stems
  }()

  /// How many of the stems of `label` one of two texts has, and how many there are.
  static func share(of label: Set<UInt64>, in query: Set<UInt64>, or question: Set<UInt64>) -> (shared: Int, of: Int) {
    (label.reduce(0) { $0 + (query.contains($1) || question.contains($1) ? 1 : 0) }, label.count)
  }
}
