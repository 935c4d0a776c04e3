/// Words with a meaning, found at a place in a text: the longest wins.
///
/// ASCII letters match in either case, and an ASCII word must end (or begin) where no further letter follows.
package final class Lexicon<Value: Sendable>: Sendable {
  /// A word: where its bytes stand among those of all words.
  private struct Entry: Sendable {
    let start: Int
    let count: Int
    let value: Int
  }
  /// The bytes of all words, one after the other.
  private let bytes: [UInt8]
  private let values: [Value]
  /// Entries by the group of words that begin alike; longest first. Between `firstStarts[g]` and `firstStarts[g + 1]` stand those of
  /// group `g`.
  private let byFirst: [Entry]
  private let firstStarts: [Int]
  /// Entries by the group of words that end alike, likewise.
  private let byLast: [Entry]
  private let lastStarts: [Int]
  /// Where some word may begin, and where one may end.
  package let opens: WordFilter
  private let closes: WordFilter

  /// A lexicon from lists of words, set apart by blanks; `_` stands for a blank within a word.
  package init(_ lists: [(Value, String)]) {
    var bytes: [UInt8] = []
    var entries: [Entry] = []
    for (number, list) in lists.enumerated() {
      for word in list.1.utf8.split(whereSeparator: { $0 == 0x20 || $0 == 0x0A }) {
        entries.append(Entry(start: bytes.count, count: word.count, value: number))
        bytes += word.map { $0 == 0x5F ? 0x20 : $0 }
      }
    }
    // Of words of one length the first that was listed wins.
    let ordered = entries.enumerated().sorted { ($1.element.count, $0.offset) < ($0.element.count, $1.offset) }.map(\.element)
    var (opens, closes) = (WordFilter(), WordFilter())
    for entry in entries {
      let word = bytes[entry.start..<(entry.start + entry.count)]
      opens.add(word)
      closes.add(word.reversed())
    }
    self.opens = opens
    self.closes = closes
    self.bytes = bytes
    values = lists.map(\.0)
    (byFirst, firstStarts) = Lexicon.grouped(ordered, WordGroup.count) { WordGroup.of(bytes[$0.start..<($0.start + $0.count)]) }
    (byLast, lastStarts) = Lexicon.grouped(ordered, WordGroup.count) { WordGroup.ofEnd(bytes[$0.start..<($0.start + $0.count)]) }
  }

  private static func grouped(_ entries: [Entry], _ count: Int, by key: (Entry) -> Int) -> ([Entry], [Int]) {
    var groups: [[Entry]] = Array(repeating: [], count: count)
    for entry in entries { groups[key(entry)].append(entry) }
    var starts = [0]
    for group in groups { starts.append((starts.last ?? 0) + group.count) }
    return (groups.flatMap { $0 }, starts)
  }

  /// Calls `body` with every place where a word may begin.
  @inline(__always) func forEachBeginning(in text: [UInt8], _ body: (Int) -> Void) {
    opens.forEachBeginning(in: text, text.indices, body)
  }

  /// The longest word that begins at `at`.
  package func match(_ text: [UInt8], at: Int) -> (end: Int, value: Value)? {
    guard at < text.count else { return nil }
    if at + 2 < text.count, opens.mayBeginLong(text, at) {
      if at + 5 < text.count, let found = longest(WordGroup.long(text, at), text, at) { return found }
      if let found = longest(WordGroup.middle(text, at), text, at) { return found }
    }
    return opens.mayHaveShort(text[at]) ? longest(WordGroup.short(text, at), text, at) : nil
  }

  @inline(__always) private func longest(_ group: Int, _ text: [UInt8], _ at: Int) -> (end: Int, value: Value)? {
    for place in firstStarts[group]..<firstStarts[group + 1] {
      let entry = byFirst[place]
      let end = at + entry.count
      guard end <= text.count, matches(entry, text, at) else { continue }
      if end < text.count, text[end].isLetter, text[end - 1].isLetter { continue }
      return (end, values[entry.value])
    }
    return nil
  }

  /// The longest word that ends before `end`.
  package func match(_ text: [UInt8], endingAt end: Int) -> (start: Int, value: Value)? {
    guard end > 0 else { return nil }
    if end > 2, closes.mayEndLong(text, end) {
      if end > 5, let found = longest(WordGroup.long(text, endingAt: end), text, endingAt: end) { return found }
      if let found = longest(WordGroup.middle(text, endingAt: end), text, endingAt: end) { return found }
    }
    return closes.mayHaveShort(text[end - 1]) ? longest(WordGroup.short(text, endingAt: end), text, endingAt: end) : nil
  }

  @inline(__always) private func longest(_ group: Int, _ text: [UInt8], endingAt end: Int) -> (start: Int, value: Value)? {
    for place in lastStarts[group]..<lastStarts[group + 1] {
      let entry = byLast[place]
      let start = end - entry.count
      guard start >= 0, matches(entry, text, start) else { continue }
      if start > 0, text[start - 1].isLetter, text[start].isLetter { continue }
      return (start, values[entry.value])
    }
    return nil
  }

  @inline(__always) private func matches(_ entry: Entry, _ text: [UInt8], _ at: Int) -> Bool {
    for offset in 0..<entry.count where text[at + offset].lowered != bytes[entry.start + offset] { return false }
    return true
  }
}

extension UInt8 {
  /// ASCII letters in lower case, every other byte as it is.
  @inline(__always) var lowered: UInt8 { isUpperLetter ? self + 32 : self }
}
