/// The hexadecimal numbers in a text of the tables.
struct HexWords {
  let words: [UInt32]

  init(_ text: String) {
    var words: [UInt32] = []
    var word: UInt32?
    for byte in text.utf8 {
      switch byte {
      case 0x30...0x39: word = (word ?? 0) << 4 | UInt32(byte &- 0x30)
      case 0x41...0x46: word = (word ?? 0) << 4 | UInt32(byte &- 0x37)
      default:
        if let known = word { words.append(known) }
        word = nil
      }
    }
    if let known = word { words.append(known) }
    self.words = words
  }

  /// The numbers two by two.
  func pairs() -> [(UInt32, UInt32)] {
    stride(from: 0, to: words.count - 1, by: 2).map { (words[$0], words[$0 + 1]) }
  }

  /// The map that is written as `first last step target`.
  func mappings() -> [(UInt32, UInt32)] {
    stride(from: 0, to: words.count - 3, by: 4).flatMap { index in
      stride(from: words[index], through: words[index + 1], by: Int(words[index + 2])).map { ($0, words[index + 3] &+ $0 &- words[index]) }
    }
  }
}
