/// One pass over a text that gives every digit, name and bracket to one mention at most.
///
/// Each reader looks ahead and back over a bounded stretch and moves the place of reading forward, so the pass is linear.
///
/// - Important: a scan must not outlive the bytes that it is made with.
@safe final class MentionScan {
  let text: [UInt8]
  /// The bytes of `text`, for what is asked at nearly every place.
  private let bytes: UnsafeBufferPointer<UInt8>
  private let count: Int
  /// The place of reading.
  var at = 0
  /// Where the last mention ended: nothing is claimed twice.
  var floor = 0
  /// Before this place no address begins: a longer run that ends there was none.
  var addressFloor = 0
  private(set) var found: [Mention] = []
  /// The numbers among `found`.
  private(set) var quantities: [PlacedQuantity] = []
  /// Where a mention may begin.
  let openings = MentionScan.openings

  /// Whether a word that says a period, a month, an article or a number may begin at the place of reading.
  var mayBeginWord: Bool { unsafe openings.words.mayBegin(bytes, at) }

  /// The mentions of a text.
  static func mentions(in text: [UInt8]) -> (all: [Mention], quantities: [PlacedQuantity]) {
    unsafe text.withUnsafeBufferPointer { bytes in
      unsafe MentionScan(text, bytes).run()
    }
  }

  @unsafe private init(_ text: [UInt8], _ bytes: UnsafeBufferPointer<UInt8>) {
    self.text = text
    unsafe self.bytes = bytes
    count = text.count
  }

  private func run() -> (all: [Mention], quantities: [PlacedQuantity]) {
    found.reserveCapacity(text.count / 24)
    quantities.reserveCapacity(text.count / 32)
    while true {
      passSigns()
      guard at < text.count else { return (found, quantities) }
      let first = byte(at)
      if first.isDigit {
        readDigits()
      } else if first.isLetter {
        if !passWords() { readWord() }
      } else if first == 0x5B || first == 0x28 {
        readBracket()
      } else if first != 0x2E {
        readHan()
      } else if byte(at + 1).isDigit, at == 0 || !(byte(at - 1).isWord || byte(at - 1) >= 0x80) {
        readNumber(from: at)
      } else {
        at += 1
      }
    }
  }

  /// Passes over characters with which no word, no number and no bracket begins, and no Chinese mention.
  private func passSigns() {
    var place = at
    while place < count {
      if unsafe bytes[place] >= 0x80 {
        let end = unsafe openings.han.endOfOthers(in: bytes, from: place)
        guard end > place else { break }
        place = end
      } else if unsafe MentionScan.begins(bytes[place]) {
        break
      } else {
        place &+= 1
      }
    }
    at = place
  }

  /// Whether an ASCII sign is a letter, a digit, a point, or a bracket that opens.
  @inline(__always) private static func begins(_ sign: UInt8) -> Bool {
    let signs: (UInt64, UInt64) = (0x03FF_4100_0000_0000, 0x07FF_FFFE_0FFF_FFFE)
    return (sign < 0x40 ? signs.0 : signs.1) >> UInt64(sign & 0x3F) & 1 == 1
  }

  /// Passes over words with blanks between them; false at one that may begin a mention.
  private func passWords() -> Bool {
    repeat {
      guard passWord() else { return false }
      if byte(at) == 0x20 { at &+= 1 }
    } while byte(at).isLetter
    return true
  }

  /// Passes over a word of letters with which no address and no code goes on, and which is none that begins a mention.
  private func passWord() -> Bool {
    let window = ByteWindow(text, from: at)
    var end = at &+ window.letters
    if end == at &+ 8 { while byte(end).isLetter { end &+= 1 } }
    let next = byte(end)
    // Behind a point that ends the sentence no address goes on.
    let isJoined = MentionScan.joinsAddress(next) && !(next == 0x2E && byte(end + 1) <= 0x20)
    guard !next.isDigit, !isJoined, !openings.words.mayBegin(window), !window.beginsOrder else { return false }
    if at >= addressFloor { addressFloor = end }
    at = end
    return true
  }

  /// Keeps a number and goes on behind it.
  func keep(_ quantity: Quantity, _ range: Range<Int>) {
    quantities.append(PlacedQuantity(quantity: quantity, range: range))
    keep(.quantity, range, .quantity(quantity))
  }

  /// Keeps a mention, which is no number, and goes on behind it.
  func keep(_ kind: MentionKind, _ range: Range<Int>, _ reading: Mention.Reading) {
    found.append(Mention(kind: kind, range: range, reading: reading))
    at = max(range.upperBound, at)
    floor = at
  }

  /// The byte at `place`, or 0 outside the text.
  @inline(__always) func byte(_ place: Int) -> UInt8 {
    UInt(bitPattern: place) < UInt(bitPattern: count) ? unsafe bytes[place] : 0
  }

  /// Whether `word` stands at `place`.
  @inline(__always) func has(_ word: StaticString, _ place: Int) -> Bool {
    let width = word.utf8CodeUnitCount
    guard place >= 0, place &+ width <= count else { return false }
    for offset in 0..<width where unsafe bytes[place &+ offset] != word.utf8Start[offset] { return false }
    return true
  }

  /// The end of the run of digits at `place`.
  @inline(__always) func digitsEnd(_ place: Int) -> Int {
    var end = place
    while byte(end).isDigit { end &+= 1 }
    return end
  }

  /// The number that the digits in `range` write; at most nine of them.
  func int(_ range: Range<Int>) -> Int? {
    range.count <= 9 ? text[range].decimal : nil
  }

  /// `place`, moved over blanks: ASCII ones and the no-break space; not over line ends.
  @inline(__always) func afterBlanks(_ place: Int, most: Int = 3) -> Int {
    let first = byte(place)
    return first == 0x20 || first == 0x09 || first == 0xC2 ? behindBlanks(place, most) : place
  }

  private func behindBlanks(_ place: Int, _ most: Int) -> Int {
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
    guard byte(place) & 0xF0 == 0xE0, place &+ 2 < count else { return 0 }
    return Int(byte(place) & 0x0F) << 12 | Int(byte(place &+ 1) & 0x3F) << 6 | Int(byte(place &+ 2) & 0x3F)
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
