/// Words in quotation marks, as somebody else's.
///
/// - Source: GB/T 15834-2011 for Chinese quotation marks.
enum QuotationScan {
  private static let pairs: [(open: [UInt8], close: [UInt8])] = [("“", "”"), ("「", "」"), ("『", "』"), ("\"", "\"")].map {
    (Array($0.0.utf8), Array($0.1.utf8))
  }
  /// The longest quotation, in bytes.
  private static let reach = 1200

  /// Every quotation of four English words or six Chinese characters and more, without its marks, in order.
  ///
  /// Its reading is `said` where a word of saying leads to it, and `bare` where none does.
  static func mentions(in text: [UInt8]) -> [Mention] {
    var found: [Mention] = []
    var at = 0
    while at < text.count {
      guard let pair = pairs.first(where: { text[at] == $0.open[0] && text[at...].starts(with: $0.open) }) else {
        at += 1
        continue
      }
      let start = at + pair.open.count
      guard let end = closing(pair.close, from: start, text) else {
        at = start
        continue
      }
      if isLong(text[start..<end]) {
        found.append(Mention(kind: .quotation, range: start..<end, reading: .key(Array((isSaid(at, text) ? "said" : "bare").utf8))))
      }
      at = end + pair.close.count
    }
    return found
  }

  private static func closing(_ mark: [UInt8], from start: Int, _ text: [UInt8]) -> Int? {
    var at = start
    while at < min(text.count, start + reach), text[at] != 0x0A {
      if text[at] == mark[0], text[at...].starts(with: mark) { return at }
      at += 1
    }
    return nil
  }

  private static func isLong(_ words: ArraySlice<UInt8>) -> Bool {
    let han = words.count { (0xE4...0xE9).contains($0) }
    return han >= 6 || words.split(whereSeparator: { !$0.isWord && $0 != 0x27 }).count >= 4
  }

  private static let sayings = [
    "规定", "载明", "写明", "写道", "写着", "注明", "指出", "原文", "约定", "明确", "表述为", "表示", "称", "记载", "提到", "说明书", "条款", "材料", "states", "stated", "says",
    "said", "reads", "according to", "provides", "wrote", "writes", "document", "prospectus", "notes that", "specifies",
  ].map { Array($0.utf8) }

  /// Whether a word of saying stands before the mark, in the same clause or not far from it.
  private static func isSaid(_ mark: Int, _ text: [UInt8]) -> Bool {
    var start = mark
    while start > 0, mark - start < 60, text[start - 1] != 0x0A, !text[start...].starts(with: "。".utf8) { start -= 1 }
    let lead = text[start..<mark].map(\.lowered)
    return sayings.contains { word in lead.indices.contains { lead[$0...].starts(with: word) } }
  }
}
