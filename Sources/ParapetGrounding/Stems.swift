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

  /// How many of the stems of `label` one of two texts has, and how many there are.
  static func share(of label: Set<UInt64>, in query: Set<UInt64>, or question: Set<UInt64>) -> (shared: Int, of: Int) {
    (label.reduce(0) { $0 + (query.contains($1) || question.contains($1) ? 1 : 0) }, label.count)
  }
}
