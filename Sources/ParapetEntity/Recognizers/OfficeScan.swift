/// Persons with their offices: 行长王某, 基金经理张某, CFO J. Roe.
package enum OfficeScan {
  private static let offices = Lexicon<Bool>([
    (
      true,
      """
      董事长 副董事长 监事长 副行长 行长 总经理 副总经理 总裁 副总裁 首席执行官 首席财务官 首席经济学家 首席风险官 基金经理 董事会秘书 法定代表人 理事长 秘书长 合规总监 \
      ceo cfo coo cto chairman chairwoman chairperson president fund_manager chief_executive_officer chief_executive chief_financial_officer \
      chief_economist managing_director governor portfolio_manager
      """
    )
  ])
  /// The family names that most people in China bear.
  private static let families = Set(
    """
    王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤
    """.unicodeScalars.filter { $0.value > 0x20 }.map { Array(String($0).utf8) })
  private static let links = Lexicon<Bool>([(true, "为 是 系 由 ： : , is was named")])
  /// What may follow a Chinese name.
  private static let tails = [
    "，", "。", "；", "、", "（", "）", "：", "！", "？", "表示", "称", "于", "在", "自", "任", "担任", "先生", "女士", "认为", "指出", "管理", "说", "出席", "和", "与",
    "及", "是", "为", "将",
    "已", "兼",
  ].map { Array($0.utf8) }

  /// The name beside an office, and the office.
  package struct Holder: Sendable {
    package let office: Range<Int>
    package let name: Range<Int>
  }

  /// Every office with a name beside it, in order.
  package static func holders(in text: [UInt8]) -> [Holder] {
    var found: [Holder] = []
    var at = 0
    while at < text.count {
      let byte = text[at]
      guard byte & 0xC0 != 0x80, !byte.isLetter || at == 0 || !text[at - 1].isLetter, let office = offices.match(text, at: at) else {
        at += 1
        continue
      }
      if let name = name(behind: office.end, text) ?? name(before: at, text) {
        if name.lowerBound >= (found.last?.name.upperBound ?? 0) { found.append(Holder(office: at..<office.end, name: name)) }
        at = max(office.end, name.upperBound)
      } else {
        at = office.end
      }
    }
    return found
  }

  static func mentions(in text: [UInt8]) -> [Mention] {
    holders(in: text).map { Mention(kind: .office, range: $0.name, reading: .key(text[$0.office].map(\.lowered))) }
  }

  private static func name(behind place: Int, _ text: [UInt8]) -> Range<Int>? {
    var start = place
    while start < text.count, text[start] == 0x20 { start += 1 }
    if let link = links.match(text, at: start) { start = link.end }
    while start < text.count, text[start] == 0x20 { start += 1 }
    return chinese(from: start, text) ?? english(from: start, text)
  }

  /// A name before an office: J. Roe, CEO.
  private static func name(before place: Int, _ text: [UInt8]) -> Range<Int>? {
    guard place > 2, text[place - 1] == 0x20, text[place - 2] == 0x2C else { return nil }
    let end = place - 2
    var start = end
    while start > 0, end - start < 40, text[start - 1].isLetter || text[start - 1] == 0x20 || text[start - 1] == 0x2E { start -= 1 }
    while start < end, !text[start].isUpperLetter { start += 1 }
    guard let name = english(from: start, text), name.upperBound == end else { return nil }
    return name
  }

  private static func chinese(from start: Int, _ text: [UInt8]) -> Range<Int>? {
    guard start + 6 <= text.count, families.contains(Array(text[start..<(start + 3)])) else { return nil }
    for length in [3, 6] {
      let end = start + 3 + length
      guard end <= text.count, (0xE4...0xE9).contains(text[end - 3]) else { return nil }
      if end == text.count || tails.contains(where: { text[end...].starts(with: $0) }) || text[end] <= 0x29 { return start..<end }
    }
    return nil
  }

  /// Two or three words with capitals, the first perhaps a letter with a point.
  private static func english(from start: Int, _ text: [UInt8]) -> Range<Int>? {
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
