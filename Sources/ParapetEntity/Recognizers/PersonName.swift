/// Names of persons: 王某, 欧阳某 after a word that leads to one, J. Roe.
enum PersonName {
  /// The family names that most people in China bear.
  private static let families = Set(
    """
    王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤
    """.unicodeScalars.filter { $0.value > 0x20 }.map { Array(String($0).utf8) })
  /// What may follow a Chinese name.
  private static let tails = [
    "，", "。", "；", "、", "（", "）", "：", "！", "？", "表示", "称", "于", "在", "自", "任", "担任", "先生", "女士", "认为", "指出", "管理", "说", "出席", "和", "与",
    "及", "是", "为", "将",
    "已", "兼",
  ].map { Array($0.utf8) }

  private static let leads = Lexicon<Bool>([(true, "是 为 由 叫 ：")])

  /// The name that begins at `start`.
  static func at(_ start: Int, _ text: [UInt8]) -> Range<Int>? { chinese(from: start, text) ?? english(from: start, text) }

  /// Every English name, and every Chinese one at the start or behind a word that leads to it, in order.
  static func all(in text: [UInt8]) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var at = 0
    while at < text.count {
      let byte = text[at]
      var name: Range<Int>?
      if byte.isUpperLetter, at == 0 || !text[at - 1].isWord {
        name = english(from: at, text)
      } else if byte >= 0xE4, at == 0 || leads.match(text, endingAt: at) != nil {
        name = chinese(from: at, text)
      }
      if let name {
        found.append(name)
        at = name.upperBound
      } else {
        at += 1
      }
    }
    return found
  }

  static func chinese(from start: Int, _ text: [UInt8]) -> Range<Int>? {
    guard start + 6 <= text.count, families.contains(Array(text[start..<(start + 3)])) else { return nil }
    for length in [3, 6] {
      let end = start + 3 + length
      guard end <= text.count, (0xE4...0xE9).contains(text[end - 3]) else { return nil }
      if end == text.count || tails.contains(where: { text[end...].starts(with: $0) }) || text[end] <= 0x29 { return start..<end }
    }
    return nil
  }

  /// Two or three words with capitals, the first perhaps a letter with a point.
  static func english(from start: Int, _ text: [UInt8]) -> Range<Int>? {
    var at = start
    var end = start
    var words = 0
    while words < 3, at < text.count, text[at].isUpperLetter {
      var stop = at
      while stop < text.count, text[stop].isLetter || text[stop] == 0x27 || text[stop] == 0x2D { stop += 1 }
      let isInitial = stop - at == 1 && stop < text.count && text[stop] == 0x2E
      if isInitial { stop += 1 } else if stop - at < 2 { break }
      words += 1
      end = stop
      guard stop < text.count, text[stop] == 0x20 else { break }
      at = stop + 1
    }
    return words >= 2 ? start..<end : nil
  }
}
