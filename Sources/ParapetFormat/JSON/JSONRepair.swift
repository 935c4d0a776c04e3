/// Repairs JSON where only one reading is possible.
///
/// What is repaired: a byte order mark before the value, a code fence around it, a comma behind the last element or member, full-width
/// signs and digits between the values, and `True`, `False` and `None`. What could mean two things is left alone: missing quotes,
/// missing brackets, values without a comma between them. A text is repaired only when what comes of it is JSON.
struct JSONRepair {
  /// The edits that make JSON of a text, sorted; empty when it is JSON already, or when that takes more than these repairs.
  static func edits(of text: [UInt8]) -> [Transform.Edit] {
    guard (try? JSON(parsing: text)) == nil else { return [] }
    var repair = JSONRepair(text)
    repair.scan()
    guard !repair.edits.isEmpty, (try? JSON(parsing: Transform.applied(repair.edits, to: text))) != nil else { return [] }
    return repair.edits
  }

  private let text: [UInt8]
  private var edits: [Transform.Edit] = []
  /// Where the last comma stands, if nothing but white space has come since.
  private var comma: Range<Int>?

  private init(_ text: [UInt8]) { self.text = text }

  private mutating func replace(_ range: Range<Int>, with replacement: String) {
    edits.append(Transform.Edit(range: range, replacement: replacement))
  }

  private mutating func scan() {
    var at = 0
    var end = text.count
    if text.starts(with: [0xEF, 0xBB, 0xBF]) {
      replace(0..<3, with: "")
      at = 3
    }
    let whole = JSON.trimmed(at..<end, of: text)
    let fences = CodeFence.all(in: text)
    var tail: Transform.Edit?
    if let fence = fences.first, fences.count == 1, JSON.trimmed(fence.range.lowerBound..<fence.range.upperBound, of: text) == whole {
      replace(whole.lowerBound..<fence.body.lowerBound, with: "")
      at = fence.body.lowerBound
      end = fence.body.upperBound
      if end < whole.upperBound { tail = Transform.Edit(range: end..<whole.upperBound, replacement: "") }
    }
    while at < end { at = step(at, end) }
    if let tail { edits.append(tail) }
  }

  /// Reads what stands at `at`, outside any string; where to go on.
  private mutating func step(_ at: Int, _ end: Int) -> Int {
    switch text[at] {
    case UInt8(ascii: "\""):
      comma = nil
      return stringEnd(at, end)
    case UInt8(ascii: ","):
      comma = at..<at + 1
      return at + 1
    case UInt8(ascii: "}"), UInt8(ascii: "]"):
      dropComma()
      return at + 1
    case 0x20, 0x09, 0x0A, 0x0D: return at + 1
    case 0xE2...0xEF: return sign(at, end)
    default:
      comma = nil
      for (word, replacement) in [("True", "true"), ("False", "false"), ("None", "null")] where isWord(word, at, end) {
        replace(at..<at + word.utf8.count, with: replacement)
        return at + word.utf8.count
      }
      return at + 1
    }
  }

  /// A comma with nothing behind it goes.
  private mutating func dropComma() {
    guard let comma else { return }
    self.comma = nil
    if let last = edits.last, last.range == comma { edits.removeLast() }
    replace(comma, with: "")
  }

  private func stringEnd(_ start: Int, _ end: Int) -> Int {
    var at = start + 1
    while at < end, text[at] != UInt8(ascii: "\"") { at += text[at] == UInt8(ascii: "\\") ? 2 : 1 }
    return min(at + 1, end)
  }

  private func isWord(_ word: String, _ at: Int, _ end: Int) -> Bool {
    guard text[at..<end].starts(with: word.utf8) else { return false }
    let next = at + word.utf8.count
    let isInside =
      (next < end && (text[next].isLetter || text[next].isDigit)) || (at > 0 && (text[at - 1].isLetter || text[at - 1].isDigit))
    return !isInside
  }

  /// A full-width sign: U+FF01 to U+FF5E, the ideographic space and comma, and the minus sign.
  private mutating func sign(_ at: Int, _ end: Int) -> Int {
    guard at + 3 <= end, let scalar = String(decoding: text[at..<at + 3], as: UTF8.self).unicodeScalars.first else { return at + 1 }
    let replacement: String
    switch scalar {
    case "\u{3000}": replacement = " "
    case "，", "、": replacement = ","
    case "\u{2212}": replacement = "-"
    case "：", "｛", "｝", "［", "］", "．", "－", "＋", "０"..."９": replacement = String(Unicode.Scalar(UInt8(scalar.value - 0xFEE0)))
    default:
      comma = nil
      return at + 1
    }
    if replacement == "}" || replacement == "]" { dropComma() }
    if replacement != " " { comma = replacement == "," ? at..<at + 3 : nil }
    replace(at..<at + 3, with: replacement)
    return at + 3
  }
}

extension Transform {
  /// `repair-json`: JSON with faults that have one right answer.
  static let repairJSON = Transform(
    name: "repair-json",
    summary: "mends a trailing comma, a code fence around JSON, full-width signs and digits, True, False and None",
    edits: { JSONRepair.edits(of: $0) })
}
