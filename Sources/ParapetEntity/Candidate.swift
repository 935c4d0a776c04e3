/// A candidate as validators see it: separators left out, ASCII letters in upper case.
struct Candidate {
  /// What is left. A character that is neither ASCII nor a separator stays, so that every check on it fails.
  let characters: [UInt8]

  init(_ slice: ArraySlice<UInt8>, upperCase: Bool = true) {
    var kept: [UInt8] = []
    kept.reserveCapacity(slice.count)
    var at = slice.startIndex
    while at < slice.endIndex {
      let width = Candidate.separatorWidth(slice, at)
      if width > 0 {
        at += width
      } else {
        let byte = slice[at]
        kept.append(upperCase && byte.isLowerLetter ? byte - 32 : byte)
        at += 1
      }
    }
    characters = kept
  }

  /// How many bytes a separator at `at` has; 0 when there is none.
  private static func separatorWidth(_ slice: ArraySlice<UInt8>, _ at: Int) -> Int {
    switch slice[at] {
    case 0x20, 0x09, 0x0A, 0x0D, 0x2D, 0x2E, 0x2F, 0x5F, 0x2C, 0x28, 0x29, 0x2A: return 1
    case 0xC2 where at + 1 < slice.endIndex:
      // No-break space, soft hyphen, middle dot.
      return [0xA0, 0xAD, 0xB7].contains(slice[at + 1]) ? 2 : 0
    case 0xE2 where at + 2 < slice.endIndex:
      // General punctuation: spaces, zero-width characters, dashes, bullets; and the minus sign.
      if slice[at + 1] == 0x80 { return 3 }
      if slice[at + 1] == 0x81, slice[at + 2] >= 0xA0 { return 3 }
      return slice[at + 1] == 0x88 && slice[at + 2] == 0x92 ? 3 : 0
    case 0xE3 where at + 2 < slice.endIndex:
      // Ideographic space and full stop, katakana middle dot.
      if slice[at + 1] == 0x80 { return slice[at + 2] == 0x80 || slice[at + 2] == 0x82 ? 3 : 0 }
      return slice[at + 1] == 0x83 && slice[at + 2] == 0xBB ? 3 : 0
    case 0xEF where at + 2 < slice.endIndex:
      // Full-width brackets and hyphen, byte-order mark, variation selectors.
      if slice[at + 1] == 0xBC { return [0x88, 0x89, 0x8D].contains(slice[at + 2]) ? 3 : 0 }
      if slice[at + 1] == 0xBB { return slice[at + 2] == 0xBF ? 3 : 0 }
      return slice[at + 1] == 0xB8 && slice[at + 2] <= 0x8F ? 3 : 0
    default: return 0
    }
  }
}
