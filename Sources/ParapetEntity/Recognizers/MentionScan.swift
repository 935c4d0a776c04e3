/// One pass over a text that gives every digit, name and bracket to one mention at most.
///
/// Each reader looks ahead and back over a bounded stretch and moves the place of reading forward, so the pass is linear.
struct MentionScan {
  let text: [UInt8]
  /// The place of reading.
  var at = 0
  /// Where the last mention ended: nothing is claimed twice.
  var floor = 0
  /// Before this place no address begins: a longer run that ends there was none.
  var addressFloor = 0
  private(set) var found: [Mention] = []
  /// Where a mention may begin.
  let openings = MentionScan.openings

  init(_ text: [UInt8]) { self.text = text }

  mutating func run() -> [Mention] {
    found.reserveCapacity(text.count / 24)
    while at < text.count {
      let byte = text[at]
      if byte.isDigit {
        readDigits()
      } else if byte.isLetter {
        if !passWord() { readWord() }
      } else if byte == 0x2E, at + 1 < text.count, text[at + 1].isDigit, at == 0 || !(text[at - 1].isWord || text[at - 1] >= 0x80) {
        readNumber(from: at)
      } else if byte == 0x5B || byte == 0x28 {
        readBracket()
      } else if byte < 0x80 {
        at += 1
      } else if openings.han.mayBegin(text, at) {
        readHan()
      } else {
        at += byte < 0xC0 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
      }
    }
    return found
  }

  /// Passes over a word of letters with which no address and no code goes on, and which is none that begins a mention.
  private mutating func passWord() -> Bool {
    var end = at + 1
    while end < text.count, text[end].isLetter { end += 1 }
    let next = end < text.count ? text[end] : 0x20
    // Codes in letters have eight or twelve of them.
    guard !next.isDigit, !MentionScan.joinsAddress(next), end - at != 8, end - at != 12, !openings.words.mayBegin(text, at),
      !mayBeginOrder(at)
    else { return false }
    if at >= addressFloor { addressFloor = end }
    at = end
    return true
  }

  /// Keeps a mention and goes on behind it.
  mutating func keep(_ kind: MentionKind, _ range: Range<Int>, _ reading: Mention.Reading) {
    found.append(Mention(kind: kind, range: range, reading: reading))
    at = max(range.upperBound, at)
    floor = at
  }

  /// The byte at `place`, or 0 outside the text.
  func byte(_ place: Int) -> UInt8 { text.indices.contains(place) ? text[place] : 0 }

  /// Whether `word` stands at `place`.
  @inline(__always) func has(_ word: String, _ place: Int) -> Bool {
    let word = word.utf8
    guard place >= 0, place + word.count <= text.count else { return false }
    var at = place
    for byte in word {
      guard text[at] == byte else { return false }
      at += 1
    }
    return true
  }

  /// The end of the run of digits at `place`.
  func digitsEnd(_ place: Int) -> Int {
    var end = place
    while end < text.count, text[end].isDigit { end += 1 }
    return end
  }

  /// The number that the digits in `range` write; at most nine of them.
  func int(_ range: Range<Int>) -> Int? {
    range.count <= 9 ? text[range].decimal : nil
  }

  /// `place`, moved over blanks: ASCII ones and the no-break space; not over line ends.
  func afterBlanks(_ place: Int, most: Int = 3) -> Int {
    var end = place
    for _ in 0..<most {
      if byte(end) == 0x20 || byte(end) == 0x09 {
        end += 1
      } else if byte(end) == 0xC2, byte(end + 1) == 0xA0 {
        end += 2
      } else {
        break
      }
    }
    return end
  }

  /// `place`, moved back over blanks.
  func beforeBlanks(_ place: Int) -> Int {
    var start = place
    while start > floor, byte(start - 1) == 0x20 || byte(start - 1) == 0x09 || byte(start - 1) == 0xA0 {
      if byte(start - 1) == 0xA0 {
        guard start > 1, byte(start - 2) == 0xC2 else { break }
        start -= 1
      }
      start -= 1
      if place - start > 3 { break }
    }
    return start
  }

  /// The code point of the three-byte character at `place`, or 0.
  func han(_ place: Int) -> Int {
    guard place >= 0, place + 2 < text.count, text[place] & 0xF0 == 0xE0 else { return 0 }
    return Int(text[place] & 0x0F) << 12 | Int(text[place + 1] & 0x3F) << 6 | Int(text[place + 2] & 0x3F)
  }

  /// Whether a Han character stands at `place`.
  func isHan(_ place: Int) -> Bool { (0x4E00...0x9FFF).contains(han(place)) || han(place) == 0x3007 }

  /// How many bytes the character at `place` has.
  func width(_ place: Int) -> Int {
    switch byte(place) {
    case 0xF0...: 4
    case 0xE0...: 3
    case 0xC0...: 2
    default: 1
    }
  }
}
