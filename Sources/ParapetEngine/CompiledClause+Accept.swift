import ParapetEntity
import ParapetRule
import ParapetText

extension CompiledClause {
  /// Whether context and validator accept what was found in `range`.
  func accepts(_ range: Range<Int>, in text: [UInt8]) -> Bool { hasContext(range, in: text) && isValid(range, in: text) }

  /// Whether the words that must stand near do.
  func hasContext(_ range: Range<Int>, in text: [UInt8]) -> Bool { context?.stands(near: range, in: text) ?? true }

  /// Whether the validator accepts it.
  func isValid(_ range: Range<Int>, in text: [UInt8]) -> Bool { validator?.accepts(text[range]) ?? true }
}

extension CompiledClause.Context {
  /// Whether one of the words stands near `range`.
  func stands(near range: Range<Int>, in bytes: [UInt8]) -> Bool {
    if side != .after {
      var start = range.lowerBound
      var left = within
      while left > 0 && start > 0 {
        start -= 1
        if bytes[start] & 0xC0 != 0x80 { left -= 1 }
      }
      if isWord(in: bytes, start..<range.lowerBound) { return true }
    }
    if side != .before {
      var end = range.upperBound
      var left = within
      while left > 0 && end < bytes.count {
        end += 1
        while end < bytes.count && bytes[end] & 0xC0 == 0x80 { end += 1 }
        left -= 1
      }
      if isWord(in: bytes, range.upperBound..<end) { return true }
    }
    return false
  }

  /// Whether one of the words stands in `window`, as if that were everything.
  private func isWord(in bytes: [UInt8], _ window: Range<Int>) -> Bool {
    for start in window {
      let first = Int(lowered(bytes[start]))
      for number in Int(starts[first])..<Int(starts[first + 1]) {
        let word = words[number]
        guard word.count <= window.upperBound - start, isSame(word, bytes, start) else { continue }
        if standsAlone(word, start..<start + word.count, bytes, window) { return true }
      }
    }
    return false
  }

  private func isSame(_ word: [UInt8], _ bytes: [UInt8], _ start: Int) -> Bool {
    for index in word.indices where lowered(bytes[start + index]) != word[index] { return false }
    return true
  }

  /// An end of a word that is an ASCII letter may not touch another: “pin” is not in “shipping”.
  private func standsAlone(_ word: [UInt8], _ place: Range<Int>, _ bytes: [UInt8], _ window: Range<Int>) -> Bool {
    if isLetter(word[0]), place.lowerBound > window.lowerBound, isLetter(bytes[place.lowerBound - 1]) { return false }
    return !(isLetter(word[word.count - 1]) && place.upperBound < window.upperBound && isLetter(bytes[place.upperBound]))
  }

  private func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- UInt8(ascii: "a") < 26 }
}

extension [UInt8] {
  /// The start of the scalar that the byte at `offset` is part of.
  func startOfScalar(at offset: Int) -> Int {
    var start = Swift.min(offset, count)
    while start > 0, start < count, self[start] & 0xC0 == 0x80 { start -= 1 }
    return start
  }

  /// The end of the scalar that starts at `offset`.
  func endOfScalar(at offset: Int) -> Int {
    var end = offset + 1
    while end < count, self[end] & 0xC0 == 0x80 { end += 1 }
    return end
  }
}
