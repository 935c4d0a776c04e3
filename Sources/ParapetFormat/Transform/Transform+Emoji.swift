extension Transform {
  /// Emoji go, with everything that belongs to them; digits, `©` and other signs that are text by default stay.
  ///
  /// - Source: Unicode Technical Standard 51, sections 1.4 and 2.
  static let stripEmoji = Transform(name: "strip-emoji", summary: "emoji are taken out") { utf8 in
    var edits: [Edit] = []
    func delete(_ range: Range<Int>) {
      if let last = edits.last, last.range.upperBound == range.lowerBound {
        edits[edits.count - 1] = Edit(range: last.range.lowerBound..<range.upperBound, replacement: "")
      } else {
        edits.append(Edit(range: range, replacement: ""))
      }
    }
    var isInEmoji = false
    var index = 0
    while index < utf8.count {
      let (scalar, width) = Transform.scalar(utf8, index)
      let next = index + width
      if scalar.value < 0x80 {
        isInEmoji = false
      } else if Transform.isEmoji(scalar, followedBy: Transform.scalar(utf8, next).scalar) {
        delete(index..<next)
        isInEmoji = true
      } else if scalar == "\u{FE0F}" || scalar == "\u{20E3}" {
        // The emoji style and the keycap: of 1️⃣ the 1 stays.
        delete(index..<next)
      } else if isInEmoji, scalar == "\u{200D}" || ("\u{E0020}"..."\u{E007F}").contains(scalar) {
        delete(index..<next)
      } else {
        isInEmoji = false
      }
      index = next
    }
    return edits
  }

  private static func isEmoji(_ scalar: Unicode.Scalar, followedBy next: Unicode.Scalar) -> Bool {
    let properties = scalar.properties
    guard properties.isEmoji else { return false }
    return properties.isEmojiPresentation || scalar.value >= 0x1F000 || next == "\u{FE0F}"
  }

  /// The scalar that begins at a byte, and its width; U+FFFD of one byte where there is none.
  static func scalar(_ utf8: [UInt8], _ index: Int) -> (scalar: Unicode.Scalar, width: Int) {
    guard index < utf8.count else { return ("\u{FFFD}", 1) }
    let first = utf8[index]
    if first < 0x80 { return (Unicode.Scalar(first), 1) }
    let width = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
    guard first >= 0xC2, index + width <= utf8.count else { return ("\u{FFFD}", 1) }
    var value = UInt32(first) & (0x7F >> UInt32(width))
    for offset in 1..<width {
      guard utf8[index + offset] & 0xC0 == 0x80 else { return ("\u{FFFD}", 1) }
      value = value << 6 | UInt32(utf8[index + offset] & 0x3F)
    }
    return Unicode.Scalar(value).map { ($0, width) } ?? ("\u{FFFD}", 1)
  }
}
