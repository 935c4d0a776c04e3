/// Tables in HTML: a row is what stands from one `<tr` to the next or to `</tr`, and its cells what `<td` and `<th` hold, whatever the
/// line breaks are.
enum HTMLTable {
  /// Where the rows of `text` stand, in order; empty where it has no table.
  static func rows(_ text: [UInt8]) -> [Range<Int>] {
    var rows: [Range<Int>] = []
    var start: Int?
    var at = 0
    while let sign = firstTag(text, from: at) {
      at = sign + 1
      let opens = isTag(text, sign, "tr")
      guard opens || isTag(text, sign, "/tr") || isTag(text, sign, "/table") else { continue }
      if let start { rows.append(start..<sign) }
      start = opens ? sign : nil
    }
    if let start { rows.append(start..<text.count) }
    return rows
  }

  /// What the cells of a row hold; tags within a cell are part of it.
  static func cells(_ text: [UInt8], _ row: Range<Int>) -> [Range<Int>] {
    var cells: [Range<Int>] = []
    var start: Int?
    var at = row.lowerBound
    while let sign = text[at..<row.upperBound].firstIndex(of: 0x3C) {
      at = sign + 1
      let opens = isTag(text, sign, "td") || isTag(text, sign, "th")
      guard opens || isTag(text, sign, "/td") || isTag(text, sign, "/th") else { continue }
      if let start { cells.append(start..<max(start, sign)) }
      start = opens ? text[sign..<row.upperBound].firstIndex(of: 0x3E).map { $0 + 1 } : nil
    }
    if let start { cells.append(start..<max(start, row.upperBound)) }
    return cells
  }

  /// Where the first `<` from `start` on stands; eight bytes are looked at together.
  private static func firstTag(_ text: [UInt8], from start: Int) -> Int? {
    unsafe text.withUnsafeBytes { bytes in
      var at = start
      while at &+ 8 <= bytes.count, unsafe !bytes.loadUnaligned(fromByteOffset: at, as: UInt64.self).holds(0x3C3C_3C3C_3C3C_3C3C) {
        at &+= 8
      }
      while at < bytes.count, unsafe bytes[at] != 0x3C { at &+= 1 }
      return at < bytes.count ? at : nil
    }
  }

  /// Whether the tag at `sign` has this name.
  private static func isTag(_ text: [UInt8], _ sign: Int, _ name: String) -> Bool {
    let name = name.utf8
    guard sign + name.count + 1 < text.count, zip(text[(sign + 1)...], name).allSatisfy({ $0.lowerLetter == $1 }) else { return false }
    return !text[sign + 1 + name.count].isASCIILetter
  }
}
