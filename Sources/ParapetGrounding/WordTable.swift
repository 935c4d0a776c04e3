import ParapetEntity

/// Words with a meaning, of which all that begin at a place are found, in either case of ASCII letters.
struct WordTable<Value: Sendable>: Sendable {
  private struct Entry: Sendable {
    let start: Int
    let count: Int
    let value: Int
  }
  private let bytes: [UInt8]
  private let values: [Value]
  /// Entries by the group of words that begin alike. Between `starts[g]` and `starts[g + 1]` stand those of group `g`.
  private let entries: [Entry]
  private let starts: [Int]
  /// Where some word may begin.
  let opens: WordFilter

  /// A table from lists of words in lower case, set apart by blanks; `_` stands for a blank within a word.
  init(_ lists: [(Value, String)]) {
    var bytes: [UInt8] = []
    var groups: [[Entry]] = Array(repeating: [], count: WordGroup.count)
    var opens = WordFilter()
    for (number, list) in lists.enumerated() {
      for word in list.1.utf8.split(whereSeparator: { $0 == 0x20 || $0 == 0x0A }) {
        let letters = word.map { $0 == 0x5F ? 0x20 : $0 }
        opens.add(letters)
        groups[WordGroup.of(letters[...])].append(Entry(start: bytes.count, count: letters.count, value: number))
        bytes += letters
      }
    }
    var starts = [0]
    for group in groups { starts.append((starts.last ?? 0) + group.count) }
    self.bytes = bytes
    self.opens = opens
    self.starts = starts
    values = lists.map(\.0)
    entries = groups.flatMap { $0 }
  }

  /// Calls `body` with the place, the end and the meaning of every word that begins in `range` of a text.
  @inline(__always) func forEach(in text: [UInt8], _ range: Range<Int>, _ body: (Int, Int, Value) -> Void) {
    opens.forEachBeginning(in: text, range) { at in forEach(in: text, at: at) { body(at, $0, $1) } }
  }

  /// Calls `body` with the end and the meaning of every word that begins at a place.
  @inline(__always) func forEach(in text: [UInt8], at: Int, _ body: (Int, Value) -> Void) {
    forEach(WordGroup.short(text, at), text, at, body)
    if at + 2 < text.count { forEach(WordGroup.middle(text, at), text, at, body) }
    if at + 5 < text.count { forEach(WordGroup.long(text, at), text, at, body) }
  }

  @inline(__always) private func forEach(_ group: Int, _ text: [UInt8], _ at: Int, _ body: (Int, Value) -> Void) {
    next: for place in starts[group]..<starts[group + 1] {
      let entry = entries[place]
      guard at + entry.count <= text.count else { continue }
      for offset in 0..<entry.count where text[at + offset].lowerLetter != bytes[entry.start + offset] { continue next }
      body(at + entry.count, values[entry.value])
    }
  }
}
