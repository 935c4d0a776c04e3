// Transforms that need no second look.

extension Transform {
  /// Full-width digits become ASCII digits.
  static let halfwidthDigits = Transform(name: "halfwidth-digits", summary: "０–９ become 0–9") { utf8 in
    var edits: [Edit] = []
    var index = 0
    // U+FF10 to U+FF19 are EF BC 90 to EF BC 99.
    while index + 2 < utf8.count {
      if utf8[index] == 0xEF, utf8[index + 1] == 0xBC, (0x90...0x99).contains(utf8[index + 2]) {
        edits.append(Edit(range: index..<index + 3, replacement: String(utf8[index + 2] - 0x90)))
        index += 3
      } else {
        index += 1
      }
    }
    return edits
  }

  /// Of several blank lines in a row one stays.
  static let collapseBlankLines = Transform(name: "collapse-blank-lines", summary: "of several blank lines in a row one stays") { utf8 in
    var edits: [Edit] = []
    var isBlank = false
    for line in Rewriting.lines(of: utf8) {
      let wasBlank = isBlank
      isBlank = Transform.isBlank(utf8[line])
      guard isBlank, wasBlank else { continue }
      let end = min(line.upperBound + 1, utf8.count)
      if let last = edits.last, last.range.upperBound == line.lowerBound {
        edits[edits.count - 1] = Edit(range: last.range.lowerBound..<end, replacement: "")
      } else {
        edits.append(Edit(range: line.lowerBound..<end, replacement: ""))
      }
    }
    return edits
  }

  /// Whether a line holds nothing but spaces, tabs, ideographic spaces (U+3000) and carriage returns.
  static func isBlank(_ line: ArraySlice<UInt8>) -> Bool {
    var index = line.startIndex
    while index < line.endIndex {
      switch line[index] {
      case 0x20, 0x09, 0x0D: index += 1
      case 0xE3 where line[index...].starts(with: [0xE3, 0x80, 0x80]): index += 3
      default: return false
      }
    }
    return true
  }
}
