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
  /// Entries by the first byte and, of longer words, the third. Between `starts[k]` and `starts[k + 1]` stand those of key `k`.
  private let entries: [Entry]
  private let starts: [Int]
  /// Where some word may begin.
  private let opens: WordFilter

  /// A table from lists of words in lower case, set apart by blanks; `_` stands for a blank within a word.
  init(_ lists: [(Value, String)]) {
    var bytes: [UInt8] = []
    var groups: [[Entry]] = Array(repeating: [], count: 256)
    var opens = WordFilter()
    for (number, list) in lists.enumerated() {
      for word in list.1.utf8.split(whereSeparator: { $0 == 0x20 || $0 == 0x0A }) {
        let letters = word.map { $0 == 0x5F ? 0x20 : $0 }
        opens.add(letters)
        groups[Int(WordTable.key(letters, 0, letters.count))].append(Entry(start: bytes.count, count: letters.count, value: number))
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

  @inline(__always) private static func key(_ text: [UInt8], _ at: Int, _ count: Int) -> UInt8 {
    text[at].lowerLetter ^ (count > 2 ? text[at + 2].lowerLetter : 0)
  }

  /// Calls `body` with the place, the end and the meaning of every word that begins in `range` of a text.
  @inline(__always) func forEach(in text: [UInt8], _ range: Range<Int>, _ body: (Int, Int, Value) -> Void) {
    opens.forEachBeginning(in: text, range) { at in
      forEach(WordTable.key(text, at, 1), text, at) { body(at, $0, $1) }
      if at + 2 < text.count { forEach(WordTable.key(text, at, 3), text, at) { body(at, $0, $1) } }
    }
  }

  @inline(__always) private func forEach(_ key: UInt8, _ text: [UInt8], _ at: Int, _ body: (Int, Value) -> Void) {
    next: for place in starts[Int(key)]..<starts[Int(key) + 1] {
      let entry = entries[place]
      guard at + entry.count <= text.count else { continue }
      for offset in 0..<entry.count where text[at + offset].lowerLetter != bytes[entry.start + offset] { continue next }
      body(at + entry.count, values[entry.value])
    }
  }
}
