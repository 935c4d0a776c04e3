/// The hexadecimal numbers in a text of the tables.
struct HexWords {
  let words: [UInt32]

  init(_ text: String) {
    var text = text
    words = text.withUTF8 { bytes in
      var words: [UInt32] = []
      var word: UInt32 = 0
      var isInside = false
      let span = unsafe bytes.span
      for index in span.indices {
        let byte = span[index]
        // `0` to `9` and `A` to `F`; everything else parts words.
        let digit = byte &- 0x30 < 10 ? byte &- 0x30 : byte &- 0x41 < 6 ? byte &- 0x37 : 0xFF
        if digit < 16 {
          word = word << 4 | UInt32(digit)
          isInside = true
        } else if isInside {
          words.append(word)
          (word, isInside) = (0, false)
        }
      }
      if isInside { words.append(word) }
      return words
    }
  }

  /// The numbers two by two.
  func pairs() -> [(UInt32, UInt32)] {
    stride(from: 0, to: words.count - 1, by: 2).map { (words[$0], words[$0 + 1]) }
  }

  /// The map that is written as `first last step target`.
  func mappings() -> [(UInt32, UInt32)] {
    var mappings: [(UInt32, UInt32)] = []
    mappings.reserveCapacity(2 * words.count)
    for index in stride(from: 0, to: words.count - 3, by: 4) {
      for code in stride(from: words[index], through: words[index + 1], by: Int(words[index + 2])) {
        mappings.append((code, words[index + 3] &+ code &- words[index]))
      }
    }
    return mappings
  }
}
