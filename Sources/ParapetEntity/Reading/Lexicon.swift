/// Words with a meaning, found at a place in a text: the longest wins.
///
/// ASCII letters match in either case, and an ASCII word must end (or begin) where no further letter follows.
package final class Lexicon<Value: Sendable>: Sendable {
  /// The bytes of all words, one after the other.
  private let bytes: [UInt8]
  private let values: [Value]
  /// Words by the group of those that begin alike, longest first, and where those of each group stand.
  private let byFirst: [ListedWord]
  private let firstGroups: [WordGroup.Span]
  /// Words by the group of those that end alike, likewise.
  private let byLast: [ListedWord]
  private let lastGroups: [WordGroup.Span]
  /// Where some word may begin, and where one may end.
  package let opens: WordFilter
  let closes: WordFilter

  /// A lexicon from lists of words, set apart by blanks; `_` stands for a blank within a word.
  package init(_ lists: [(Value, String)]) {
    var bytes: [UInt8] = []
    var words: [(range: Range<Int>, value: Int)] = []
    for (number, list) in lists.enumerated() {
      for word in list.1.utf8.split(whereSeparator: { $0 == 0x20 || $0 == 0x0A }) {
        words.append((bytes.count..<(bytes.count + word.count), number))
        bytes += word.map { $0 == 0x5F ? 0x20 : $0 }
      }
    }
    // Of words of one length the first that was listed wins.
    let ordered = words.enumerated().sorted { ($1.element.range.count, $0.offset) < ($0.element.range.count, $1.offset) }.map(\.element)
    var (opens, closes) = (WordFilter(), WordFilter())
    for word in words {
      opens.add(bytes[word.range])
      closes.add(bytes[word.range].reversed())
    }
    self.opens = opens
    self.closes = closes
    self.bytes = bytes
    values = lists.map(\.0)
    func grouped(isReversed: Bool) -> ([ListedWord], [WordGroup.Span]) {
      var groups: [[ListedWord]] = Array(repeating: [], count: WordGroup.count)
      for (range, value) in ordered {
        groups[WordGroup.of(isReversed ? bytes[range].reversed() : Array(bytes[range]))]
          .append(ListedWord(bytes, range, value: value, isReversed: isReversed))
      }
      return WordGroup.joined(groups)
    }
    (byFirst, firstGroups) = grouped(isReversed: false)
    (byLast, lastGroups) = grouped(isReversed: true)
  }

  /// The longest word that begins at `at`.
  @inline(__always) package func match(_ text: [UInt8], at: Int) -> (end: Int, value: Value)? {
    guard at < text.count else { return nil }
    let window = ByteWindow(text, from: at)
    // At most places none does.
    return opens.mayBegin(window) ? match(window, text, at) : nil
  }

  /// The longest word that begins at `at`, whose window is `window`.
  func match(_ window: ByteWindow, _ text: [UInt8], _ at: Int) -> (end: Int, value: Value)? {
    if opens.mayHaveLong(window) {
      if let found = longest(WordGroup.long(window), window, text, at) { return found }
      if let found = longest(WordGroup.middle(window), window, text, at) { return found }
    }
    return opens.mayHaveShort(window) ? longest(WordGroup.short(window), window, text, at) : nil
  }

  @inline(__always) private func longest(_ group: Int, _ window: ByteWindow, _ text: [UInt8], _ at: Int) -> (end: Int, value: Value)? {
    for place in firstGroups[group].places {
      let word = byFirst[place]
      guard word.stands(in: window, bytes, text, at) else { continue }
      let end = at + word.count
      if end < text.count, text[end].isLetter, text[end - 1].isLetter { continue }
      return (end, values[word.value])
    }
    return nil
  }

  /// The longest word that ends before `end`.
  @inline(__always) package func match(_ text: [UInt8], endingAt end: Int) -> (start: Int, value: Value)? {
    guard end > 0 else { return nil }
    let window = ByteWindow(text, before: end)
    return closes.mayBegin(window) ? match(window, text, endingAt: end) : nil
  }

  private func match(_ window: ByteWindow, _ text: [UInt8], endingAt end: Int) -> (start: Int, value: Value)? {
    if closes.mayHaveLong(window) {
      if let found = longest(WordGroup.long(window), window, text, endingAt: end) { return found }
      if let found = longest(WordGroup.middle(window), window, text, endingAt: end) { return found }
    }
    return closes.mayHaveShort(window) ? longest(WordGroup.short(window), window, text, endingAt: end) : nil
  }

  @inline(__always) private func longest(
    _ group: Int, _ window: ByteWindow, _ text: [UInt8], endingAt end: Int
  ) -> (start: Int, value: Value)? {
    for place in lastGroups[group].places {
      let word = byLast[place]
      let start = end - word.count
      guard word.stands(in: window, bytes, text, start) else { continue }
      if start > 0, text[start - 1].isLetter, text[start].isLetter { continue }
      return (start, values[word.value])
    }
    return nil
  }
}

extension UInt8 {
  /// ASCII letters in lower case, every other byte as it is.
  @inline(__always) var lowered: UInt8 { isUpperLetter ? self + 32 : self }
}
