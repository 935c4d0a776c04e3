import ParapetText

/// Stretches of a text that are counted or that white space bounds.
enum Stretch {
  /// Where the first of `count` scalars before `place` begins.
  static func start(of count: Int, before place: Int, in text: [UInt8]) -> Int {
    var (start, left) = (place, count)
    while start > 0 && left > 0 {
      start -= 1
      if text[start] & 0xC0 != 0x80 { left -= 1 }
    }
    return start
  }

  /// Where the last of `count` scalars from `place` on ends.
  static func end(of count: Int, after place: Int, in text: [UInt8]) -> Int {
    var (end, left) = (place, count)
    while end < text.count {
      if text[end] & 0xC0 != 0x80 {
        if left == 0 { break }
        left -= 1
      }
      end += 1
    }
    return end
  }

  /// The paragraph around `range`, without white space at its end. A blank line, and nothing else, ends a paragraph.
  static func paragraph(around range: Range<Int>, in text: [UInt8]) -> Range<Int> {
    var (start, at, newlines) = (range.lowerBound, range.lowerBound, 0)
    while at > 0, newlines < 2 {
      at -= 1
      if text[at] == UInt8(ascii: "\n") {
        newlines += 1
      } else if !isSpace(text[at]) {
        (start, newlines) = (at, 0)
      }
    }
    var end = range.upperBound
    (at, newlines) = (end, 0)
    while at < text.count, newlines < 2 {
      if text[at] == UInt8(ascii: "\n") {
        newlines += 1
      } else if !isSpace(text[at]) {
        (end, newlines) = (at + 1, 0)
      }
      at += 1
    }
    return start..<end
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0D }
}

/// The paragraphs of an event, place after place: to find the ends of one takes all of it, and many places may lie in the same.
struct Paragraphs {
  private var last: (part: Int, range: Range<Int>)?

  /// The paragraph around `range` of a part, which is `text`.
  mutating func around(_ range: Range<Int>, of part: Int, in text: [UInt8]) -> Range<Int> {
    // White space at an end would be part of the paragraph, where it is in none else.
    guard let first = text[range].first, let end = text[range].last, first > 0x20, end > 0x20 else {
      return Stretch.paragraph(around: range, in: text)
    }
    if let last, last.part == part, last.range.lowerBound <= range.lowerBound, range.upperBound <= last.range.upperBound {
      return last.range
    }
    let paragraph = Stretch.paragraph(around: range, in: text)
    // What reaches over a blank line is in more paragraphs than one.
    if !text[range].contains(UInt8(ascii: "\n")) { last = (part, paragraph) }
    return paragraph
  }
}

extension Text {
  /// How many Unicode scalars its longest sentence has.
  var longestSentence: Int {
    let view = self.view([])
    var (longest, at) = (0, 0)
    while at < view.utf8.count {
      var end = view.surroundings(of: at..<at, scope: .sentence).upperBound
      // A sentence longer than the view reaches goes on.
      while end < view.utf8.count {
        let next = view.surroundings(of: end..<end, scope: .sentence).upperBound
        if next == end { break }
        end = next
      }
      longest = max(longest, view.utf8[at..<end].count { $0 & 0xC0 != 0x80 })
      at = end + 1
      while at < view.utf8.count, view.utf8[at] & 0xC0 == 0x80 { at += 1 }
    }
    return longest
  }
}
