/// Words with a meaning, found at a place in a text: the longest wins.
///
/// ASCII letters match in either case, and an ASCII word must end (or begin) where no further letter follows.
struct Lexicon<Value: Sendable>: Sendable {
  private struct Entry {
    let word: [UInt8]
    let value: Value
  }
  private let byFirst: [UInt8: [Entry]]
  private let byLast: [UInt8: [Entry]]

  /// A lexicon from lists of words, set apart by blanks; `_` stands for a blank within a word.
  init(_ lists: [(Value, String)]) {
    var entries: [Entry] = []
    for (value, words) in lists {
      for word in words.utf8.split(whereSeparator: { $0 == 0x20 || $0 == 0x0A }) {
        entries.append(Entry(word: word.map { $0 == 0x5F ? 0x20 : $0 }, value: value))
      }
    }
    entries.sort { $0.word.count > $1.word.count }
    byFirst = Dictionary(grouping: entries) { ($0.word.count > 2 ? $0.word[2] : 0) ^ $0.word[0] }
    byLast = Dictionary(grouping: entries) { $0.word.last ?? 0 }
  }

  /// The longest word that begins at `at`.
  func match(_ text: [UInt8], at: Int) -> (end: Int, value: Value)? {
    guard at < text.count else { return nil }
    let first = text[at].lowered
    if at + 2 < text.count, let found = longest(byFirst[text[at + 2].lowered ^ first], text, at) { return found }
    return longest(byFirst[first], text, at)
  }

  private func longest(_ entries: [Entry]?, _ text: [UInt8], _ at: Int) -> (end: Int, value: Value)? {
    for entry in entries ?? [] {
      let end = at + entry.word.count
      guard end <= text.count else { continue }
      if end < text.count, text[end].isLetter, text[end - 1].isLetter { continue }
      if matches(entry.word, text, at) { return (end, entry.value) }
    }
    return nil
  }

  /// The longest word that ends before `end`.
  func match(_ text: [UInt8], endingAt end: Int) -> (start: Int, value: Value)? {
    guard end > 0 else { return nil }
    for entry in byLast[text[end - 1].lowered] ?? [] {
      let start = end - entry.word.count
      guard start >= 0 else { continue }
      if start > 0, text[start - 1].isLetter, text[start].isLetter { continue }
      if matches(entry.word, text, start) { return (start, entry.value) }
    }
    return nil
  }

  private func matches(_ word: [UInt8], _ text: [UInt8], _ at: Int) -> Bool {
    for offset in word.indices where text[at + offset].lowered != word[offset] { return false }
    return true
  }
}

extension UInt8 {
  /// ASCII letters in lower case, every other byte as it is.
  @inline(__always) var lowered: UInt8 { isUpperLetter ? self + 32 : self }
}
