/// The longest runs of blanks and of word characters in a text, in bytes.
struct TextRuns {
  private(set) var longestBlank = 0
  private(set) var longestWord = 0

  init(_ text: [UInt8]) {
    let bytes = text.span
    var blank = 0
    var word = 0
    for index in bytes.indices {
      let byte = bytes[index]
      if isWord(byte) {
        word &+= 1
        blank = 0
        if word > longestWord { longestWord = word }
      } else {
        word = 0
        blank = byte == 0x20 || byte &- 0x09 <= 4 ? blank &+ 1 : 0
        if blank > longestBlank { longestBlank = blank }
      }
    }
  }
}
