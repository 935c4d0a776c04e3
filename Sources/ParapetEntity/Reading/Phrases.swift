/// Words, or parts of words, that are looked for anywhere in a text, in either case of ASCII letters.
struct Phrases: Sendable {
  private let words: [[UInt8]]
  /// Where one may begin.
  let opens: WordFilter

  /// Those given, in lower case.
  init(_ words: [String]) {
    self.words = words.map { Array($0.utf8) }
    opens = self.words.reduce(into: WordFilter()) { $0.add($1) }
  }

  /// Whether one stands in `text` at `at` and ends before `end`.
  func stand(in text: [UInt8], at: Int, before end: Int) -> Bool {
    words.contains { word in
      text[at].lowered == word[0] && at + word.count <= end && word.indices.allSatisfy { text[at + $0].lowered == word[$0] }
    }
  }

  /// Whether one stands anywhere in `range` of a text.
  func stand(in text: [UInt8], _ range: Range<Int>) -> Bool {
    opens.beginnings(in: text, range).contains { stand(in: text, at: Int($0.at), before: range.upperBound) }
  }
}
