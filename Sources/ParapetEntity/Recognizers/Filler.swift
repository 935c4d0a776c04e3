/// Words that stand between what is measured and its figure.
enum Filler {
  private static let words = Lexicon<Bool>([
    (
      true,
      """
      为 是 达 达到 约 约为 高达 仅 仅为 只有 至 到 在 的 了 已 为零 ： : （ ( = 等于 最高 最低 不超过 大约 \
      of is was at to by reached about around only just stands_at stood_at are between from , the a an
      """
    )
  ])

  /// Where the words before `place` that only lead to a figure begin.
  static func start(before place: Int, in text: [UInt8]) -> Int {
    var end = place
    for _ in 0..<5 {
      while end > 0, text[end - 1] == 0x20 { end -= 1 }
      guard let word = words.match(text, endingAt: end) else { break }
      end = word.start
    }
    while end > 0, text[end - 1] == 0x20 { end -= 1 }
    return end
  }
}
