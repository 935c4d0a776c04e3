/// A text in the making: what it is now, and where each of its bytes stood at first.
///
/// Taking one mark away can make another one out of what is left; a transform that is to change nothing the second time must
/// therefore look again until nothing is left to do. The edits it reports are still edits of the text as received.
struct Rewriting {
  /// The text now.
  private(set) var bytes: [UInt8]
  /// Where each byte stood at first; -1 for one that was put in.
  private var origins: [Int]
  private let length: Int

  init(_ utf8: [UInt8]) {
    bytes = utf8
    origins = Array(utf8.indices)
    length = utf8.count
  }

  /// Makes edits of the text as it is now; whether there were any.
  mutating func make(_ edits: [Transform.Edit]) -> Bool {
    guard !edits.isEmpty else { return false }
    var origins: [Int] = []
    origins.reserveCapacity(self.origins.count)
    var kept = 0
    for edit in edits {
      origins += self.origins[kept..<edit.range.lowerBound]
      origins += Array(repeating: -1, count: edit.replacement.utf8.count)
      kept = edit.range.upperBound
    }
    self.origins = origins + self.origins[kept...]
    bytes = Transform.applied(edits, to: bytes)
    return true
  }

  /// Everything that was done, as edits of the text as it was at first.
  var edits: [Transform.Edit] {
    var edits: [Transform.Edit] = []
    var next = 0  // the first byte of the old text that is not accounted for
    var added: [UInt8] = []
    func close(at origin: Int) {
      guard origin > next || !added.isEmpty else { return }
      edits.append(Transform.Edit(range: next..<origin, replacement: String(decoding: added, as: UTF8.self)))
      added = []
    }
    for (byte, origin) in zip(bytes, origins) {
      if origin < 0 {
        added.append(byte)
      } else {
        close(at: origin)
        next = origin + 1
      }
    }
    close(at: length)
    return edits
  }

  /// The lines of a text, each without its newline, but with a carriage return if it has one.
  static func lines(of bytes: [UInt8]) -> [Range<Int>] {
    var lines: [Range<Int>] = []
    var start = 0
    for (index, byte) in bytes.enumerated() where byte == UInt8(ascii: "\n") {
      lines.append(start..<index)
      start = index + 1
    }
    if start < bytes.count { lines.append(start..<bytes.count) }
    return lines
  }
}
