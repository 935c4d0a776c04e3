extension JSON {
  /// Where in a text its JSON stands: the whole text when that is JSON, else the code fence that holds it, else the longest object or
  /// array in the prose, else from the first brace to the last; nil when there is no brace at all.
  ///
  /// - Complexity: linear in the bytes.
  public static func block(in text: [UInt8]) -> Range<Int>? {
    let whole = trimmed(0..<text.count, of: text)
    if isJSON(text, whole) { return whole }
    if let fence = fencedBlock(in: text) { return fence }
    if let inline = longestBlock(in: text) { return inline }
    guard let start = text.firstIndex(where: isOpening), let end = text.lastIndex(where: isClosing), start < end else { return nil }
    return start..<end + 1
  }

  /// How often, on average, a byte of prose is looked at while braces are tried.
  private static let patience = 16

  private static func isOpening(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "{") || byte == UInt8(ascii: "[") }
  private static func isClosing(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "}") || byte == UInt8(ascii: "]") }

  private static func isJSON(_ text: [UInt8], _ range: Range<Int>) -> Bool {
    guard let first = text[range].first, isOpening(first) else { return false }
    return (try? JSON(parsing: Array(text[range]))) != nil
  }

  /// `range` without white space at its ends.
  static func trimmed(_ range: Range<Int>, of text: [UInt8]) -> Range<Int> {
    func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, isSpace(text[start]) { start += 1 }
    while start < end, isSpace(text[end - 1]) { end -= 1 }
    return start..<end
  }

  /// What stands in a fence called `json`, or in the first one that holds an object or an array.
  private static func fencedBlock(in text: [UInt8]) -> Range<Int>? {
    let fences = CodeFence.all(in: text)
    let named = fences.first { $0.language == "json" || $0.language == "jsonc" || $0.language == "json5" }
    let chosen = named ?? fences.first { isJSON(text, trimmed($0.body, of: text)) }
    return chosen.map { trimmed($0.body, of: text) }
  }

  /// The longest stretch from a brace to the one that closes it that is JSON. A lone `[1]` is a citation in most prose: objects first.
  private static func longestBlock(in text: [UInt8]) -> Range<Int>? {
    var best: Range<Int>?
    var patience = patience * text.count
    var at = 0
    while at < text.count, patience > 0 {
      guard isOpening(text[at]) else {
        at += 1
        continue
      }
      let end = closing(of: at, in: text)
      patience -= (end ?? text.count) - at
      if let end, isJSON(text, at..<end) {
        if isBetter(at..<end, than: best, in: text) { best = at..<end }
        at = end
      } else {
        at += 1
      }
    }
    return best
  }

  private static func isBetter(_ range: Range<Int>, than best: Range<Int>?, in text: [UInt8]) -> Bool {
    guard let best else { return true }
    let isObject = text[range.lowerBound] == UInt8(ascii: "{")
    let wasObject = text[best.lowerBound] == UInt8(ascii: "{")
    return isObject == wasObject ? range.count > best.count : isObject
  }

  /// The offset behind the brace that closes the one at `start`, strings skipped, or nil.
  private static func closing(of start: Int, in text: [UInt8]) -> Int? {
    var depth = 0
    var at = start
    while at < text.count {
      switch text[at] {
      case UInt8(ascii: "\""):
        at += 1
        while at < text.count, text[at] != UInt8(ascii: "\"") { at += text[at] == UInt8(ascii: "\\") ? 2 : 1 }
      case let byte where isOpening(byte): depth += 1
      case let byte where isClosing(byte):
        depth -= 1
        if depth == 0 { return at + 1 }
      default: break
      }
      at += 1
    }
    return nil
  }
}

/// A fenced block of code in Markdown.
///
/// - Source: CommonMark 0.31, section 4.5.
struct CodeFence {
  /// The fence with both its lines.
  let range: Range<Int>
  /// What stands between the lines.
  let body: Range<Int>
  /// The first word behind the opening fence, in lower case.
  let language: String

  /// Every fence of a text, in order; one that is not closed reaches to the end.
  static func all(in text: [UInt8]) -> [CodeFence] {
    var fences: [CodeFence] = []
    var open: (mark: UInt8, length: Int, start: Int, body: Int, language: String)?
    var start = 0
    while start < text.count {
      let end = text[start...].firstIndex(of: UInt8(ascii: "\n")) ?? text.count
      let next = min(end + 1, text.count)
      if let mark = mark(text[start..<end]) {
        if let fence = open, mark.byte == fence.mark, mark.length >= fence.length, mark.info.isEmpty {
          fences.append(CodeFence(range: fence.start..<end, body: fence.body..<start, language: fence.language))
          open = nil
        } else if open == nil {
          open = (mark.byte, mark.length, start, next, mark.info)
        }
      }
      start = next
    }
    if let fence = open {
      fences.append(CodeFence(range: fence.start..<text.count, body: fence.body..<text.count, language: fence.language))
    }
    return fences
  }

  /// The fence that a line is, with the first word of what stands behind it.
  private static func mark(_ line: ArraySlice<UInt8>) -> (byte: UInt8, length: Int, info: String)? {
    let indent = line.prefix { $0 == 0x20 }.count
    let rest = line.dropFirst(indent)
    guard indent < 4, let byte = rest.first, byte == UInt8(ascii: "`") || byte == UInt8(ascii: "~") else { return nil }
    let length = rest.prefix { $0 == byte }.count
    let info = rest.dropFirst(length).drop { $0 == 0x20 || $0 == 0x09 }
    guard length >= 3, byte != UInt8(ascii: "`") || !info.contains(byte) else { return nil }
    let word = info.prefix { $0 != 0x20 && $0 != 0x09 && $0 != 0x0D }
    return (byte, length, String(decoding: word, as: UTF8.self).lowercased())
  }
}
