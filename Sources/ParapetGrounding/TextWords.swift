/// The words of a text in reading order, so that those of any stretch are told without reading it again.
final class TextWords {
  private struct Word {
    let start: Int32
    let end: Int32
    let number: Int32
  }

  let text: [UInt8]
  private let words: [Word]
  /// For every sixteen bytes of the text, as far as it has words, how many begin before them.
  private let blocks: [Int32]

  /// How many words there are.
  var count: Int { words.count }

  init(_ text: [UInt8], _ numbers: inout WordNumbers) {
    self.text = text
    // A word has two bytes and one between it and the next, or three of its own.
    let words = unsafe Array<Word>(unsafeUninitializedCapacity: text.count / 3 + 1) { words, count in
      var next = 0
      Stems.forEach(text, text.indices) { start, end, stem in
        let number = numbers.number(of: stem)
        guard number >= 0 else { return }
        unsafe words.initializeElement(
          at: next, to: Word(start: Int32(truncatingIfNeeded: start), end: Int32(truncatingIfNeeded: end), number: number))
        next &+= 1
      }
      count = next
    }
    self.words = words
    let size = words.last.map { Int($0.start) / 16 + 1 } ?? 0
    blocks = unsafe Array(unsafeUninitializedCapacity: size) { blocks, count in
      var word = 0
      for block in 0..<size {
        while words[word].start < block &* 16 { word &+= 1 }
        unsafe blocks.initializeElement(at: block, to: Int32(truncatingIfNeeded: word))
      }
      count = size
    }
  }

  /// The places of the words within a stretch.
  func places(within range: Range<Int>) -> Range<Int> {
    let start = first(from: range.lowerBound)
    var end = max(start, first(from: range.upperBound))
    while end > start, words[end - 1].end > range.upperBound { end -= 1 }
    return start..<end
  }

  /// Calls `body` with the numbers of the words at `places`.
  @inline(__always) func forEachNumber(at places: Range<Int>, _ body: (Int32) -> Void) {
    precondition(places.lowerBound >= 0 && places.upperBound <= words.count)
    unsafe words.withUnsafeBufferPointer { words in
      for place in places { body(unsafe words[place].number) }
    }
  }

  private func first(from byte: Int) -> Int {
    // Behind the last block that has words there is at most the rest of it.
    var place = Int(byte / 16 < blocks.count ? blocks[byte / 16] : blocks.last ?? 0)
    while place < words.count, words[place].start < byte { place += 1 }
    return place
  }

  /// Whether a stretch begins or ends within a word of letters, so that it has other words than the text.
  func cutsWord(_ range: Range<Int>) -> Bool { isInside(range.lowerBound) || isInside(range.upperBound) }

  @inline(__always) private func isInside(_ at: Int) -> Bool {
    at > 0 && at < text.count && text[at].isASCIILetter && text[at - 1].isASCIILetter
  }
}
