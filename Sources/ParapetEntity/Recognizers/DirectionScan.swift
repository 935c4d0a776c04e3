/// Words of direction.
package enum DirectionScan {
  /// The words, and longer ones that hold them but say something else.
  private static let words = Lexicon<Direction?>([
    (
      .up,
      """
      上升 增长 提高 提升 上涨 上调 回升 反弹 增加 增至 增到 升至 升到 涨至 涨到 上行 攀升 走高 高开 收涨 大涨 飙升 预增 暴涨 猛涨 领涨 扩大 走阔 升 涨 增 累涨 涨幅 增幅 升幅 涨停 涨势 扭亏为盈 扭亏 \
      increase increased increases increasing rise rose risen rises rising grew grow grown grows growing growth higher gain gained gains climbed \
      jumped surged expanded widened widening raised advanced up
      """
    ),
    (
      .down,
      """
      下降 减少 降低 下跌 下调 回落 下滑 降至 降到 跌至 跌到 减至 减到 下行 走低 低开 收跌 大跌 暴跌 预减 缩减 萎缩 缩水 收窄 缩小 领跌 降 跌 减 累跌 跌停 跌势 跌幅 降幅 减幅 \
      decrease decreased decreases decreasing decline declined declines declining fell fall fallen falls falling drop dropped drops lower \
      reduced reduction shrank slid narrowed narrowing contracted slumped plunged cut down
      """
    ),
    (
      nil,
      """
      增持 减持 增资 减资 增发 增值税 增值 减值 减免 降息 降准 加息 升级 升温 新增 增速 增强 增量 减速 减排 减税 降税 增收 减产 增产 提升至级 晋升 定增 减轻 增设 增补 减半 增减 涨跌 \
      升降 递增 减震 增殖 up_to set_up follow-up start-up break_down drop-down lower_of higher_education higher_of cut-off growth_stock gain_on gains_on gain_or
      """
    ),
  ])

  /// Where a word may begin.
  package static let opens = words.opens

  /// A word and its place.
  package struct Word: Sendable {
    package let direction: Direction
    package let range: Range<Int>
  }

  /// The words of a text of which words may begin at `places`.
  static func mentions(in text: [UInt8], at places: MentionPlaces) -> [Mention] {
    var found: [Mention] = []
    found.reserveCapacity(text.count / 64)
    var floor = 0
    places.forEach(.directions) { at in
      guard let word = word(in: text, at: at, behind: &floor) else { return }
      found.append(Mention(kind: .direction, range: word.range, reading: .direction(word.direction)))
    }
    return found
  }

  /// The word that begins at `at`, where `opens` says that one may, and not before `floor`, where the last one ended.
  package static func word(in text: [UInt8], at: Int, behind floor: inout Int) -> Word? {
    let byte = text[at]
    // Words begin where letters do.
    let mayBegin = byte.isLetter ? at == 0 || !text[at - 1].isLetter : byte & 0xF0 == 0xE0
    guard mayBegin, at >= floor, let match = words.match(ByteWindow(text, from: at), text, at) else { return nil }
    floor = match.end
    return match.value.map { Word(direction: $0, range: at..<match.end) }
  }
}
