/// Words in ASCII letters: addresses of the net, months, articles, numbers in words; every other word is passed over.
extension MentionScan {
  func readWord() {
    if readLetteredCode() || readAddress() { return }
    // Most words are none that say a period, a month, an article or a number.
    if mayBeginWord || isPeriodLetter(at) {
      if readPeriodWord() || readMonthName() || readEnglishArticle() || readNumberWord() { return }
    }
    if ByteWindow(text, from: at).beginsOrder, readEnglishOrder() { return }
    // FY2019 is read at its digits.
    while byte(at).isLetter { at += 1 }
  }

  /// Whether the letter of a quarter or a half stands at `place`, and a digit behind it.
  private func isPeriodLetter(_ place: Int) -> Bool {
    (byte(place) | 0x20 == 0x71 || byte(place) | 0x20 == 0x68) && byte(place + 1).isDigit
  }

  // MARK: Articles

  /// `Article 5`, `Section 10(b)`, `Rule 206(4)-1(h)`.
  ///
  /// - Source: the citation forms of the Code of Federal Regulations.
  private func readEnglishArticle() -> Bool {
    guard let word = Vocabulary.articleWords.match(text, at: at), word.end > at + 2 else { return false }
    let number = afterBlanks(word.end)
    guard number > word.end || byte(word.end - 1) == 0x2E, byte(number).isDigit else { return false }
    var end = digitsEnd(number)
    // Rule 17a-4.
    if byte(end).isLetter, byte(end + 1) == 0x2D, byte(end + 2).isDigit { end += 1 }
    while end - number < 40 {
      if byte(end) == 0x28 {
        guard let close = closing(end, 0x29, most: 6), text[(end + 1)..<close].allSatisfy(\.isWord), close > end + 1 else { break }
        end = close + 1
      } else if byte(end) == 0x2D || byte(end) == 0x2E, byte(end + 1).isWord {
        end += 2
        while byte(end).isWord, end - number < 40 { end += 1 }
      } else {
        break
      }
    }
    if byte(end).isLetter, !byte(end + 1).isLetter { end += 1 }
    let kind = text[at].lowered == 0x61 ? "条" : text[at].lowered == 0x73 ? "sec" : "rule"
    keep(.lawArticle, at..<end, .key(englishLaw(of: at..<end) + Array(kind.utf8) + text[number..<end].map(\.lowered)))
    return true
  }

  /// Where `bracket` closes, at most `most` bytes further.
  func closing(_ start: Int, _ bracket: UInt8, most: Int) -> Int? {
    let stop = min(text.count, start + most + 2)
    guard start + 1 < stop else { return nil }
    return text[(start + 1)..<stop].firstIndex(of: bracket)
  }

  // MARK: Numbers in words

  /// `five percent`, `twenty-five`, `three million`.
  private func readNumberWord() -> Bool {
    guard let first = Vocabulary.smallWords.match(text, at: at) else { return false }
    var value = first.value
    var end = first.end
    if value >= 20, byte(end) == 0x2D || byte(end) == 0x20, let second = Vocabulary.smallWords.match(text, at: end + 1), second.value < 10 {
      value += second.value
      end = second.end
    }
    guard let tail = readTail(end, bracket: false, money: false, alone: true), let scaled = FixedPoint(value).shifted(tail.scale),
      let precision = FixedPoint(1).shifted(tail.scale)
    else { return false }
    // `One` is a pronoun more often than a number.
    guard first.value > 1 || tail.scale > 0 || tail.unit == .percent else { return false }
    let before = beforeBlanks(at)
    let quantity = Quantity(
      value: scaled, printed: FixedPoint(value), precision: precision, decimals: 0, significantDigits: value < 10 ? 1 : 2,
      scale: tail.scale,
      unit: tail.unit, currency: tail.currency,
      hedge: before > 0 ? Vocabulary.hedgesBefore.match(text, endingAt: before)?.value ?? nil : nil,
      role: .measure, script: .words, isNegative: false)
    keep(quantity, at..<tail.end)
    return true
  }
}

extension ByteWindow {
  /// Whether the letters of `No.` stand there.
  @inline(__always) var beginsOrder: Bool { UInt16(truncatingIfNeeded: bytes) == 0x6F6E }
}
