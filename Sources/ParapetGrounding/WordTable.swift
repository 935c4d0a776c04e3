import ParapetEntity

/// Words with a meaning, of which all that begin at a place are found, in either case of ASCII letters.
struct WordTable<Value: Sendable>: Sendable {
  private let bytes: [UInt8]
  private let values: [Value]
  /// Words by the group of those that begin alike, and where those of each group stand.
  private let words: [ListedWord]
  private let groups: [WordGroup.Span]
  /// Where some word may begin.
  let opens: WordFilter

  /// A table from lists of words in lower case, set apart by blanks; `_` stands for a blank within a word.
  init(_ lists: [(Value, String)]) {
    var bytes: [UInt8] = []
    var groups: [[ListedWord]] = Array(repeating: [], count: WordGroup.count)
    var opens = WordFilter()
    for (number, list) in lists.enumerated() {
      for word in list.1.utf8.split(whereSeparator: { $0 == 0x20 || $0 == 0x0A }) {
        let letters = word.map { $0 == 0x5F ? 0x20 : $0 }
        opens.add(letters)
        let start = bytes.count
        bytes += letters
        groups[WordGroup.of(letters)].append(ListedWord(bytes, start..<bytes.count, value: number))
      }
    }
    self.bytes = bytes
    self.opens = opens
    values = lists.map(\.0)
    (words, self.groups) = WordGroup.joined(groups)
  }

  /// Calls `body` with the place, the end and the meaning of every word that begins in `range` of a text.
  @inline(__always) func forEach(in text: [UInt8], _ range: Range<Int>, _ body: (Int, Int, Value) -> Void) {
    for beginning in opens.beginnings(in: text, range) {
      forEach(in: text, at: Int(beginning.at)) { body(Int(beginning.at), $0, $1) }
    }
  }

  /// Calls `body` with the end and the meaning of every word that begins at a place.
  @inline(__always) func forEach(in text: [UInt8], at: Int, _ body: (Int, Value) -> Void) {
    let window = ByteWindow(text, from: at)
    forEach(WordGroup.short(window), window, text, at, body)
    forEach(WordGroup.middle(window), window, text, at, body)
    forEach(WordGroup.long(window), window, text, at, body)
  }

  @inline(__always) private func forEach(_ group: Int, _ window: ByteWindow, _ text: [UInt8], _ at: Int, _ body: (Int, Value) -> Void) {
    for place in groups[group].places where words[place].stands(in: window, bytes, text, at) {
      body(at + words[place].count, values[words[place].value])
    }
  }
}
