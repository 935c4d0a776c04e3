/// The folds that look at one character at a time: `width`, `invisible`, `case` and `han`.
struct CharacterFold {
  private let traits: UInt8
  private let lowersCase: Bool
  private let widens: Bool

  /// `keepsASCII` leaves capital letters of ASCII as they are, for whoever does not mind them.
  init(_ fold: Fold, keepsASCII: Bool = false) {
    var traits: CharacterTable.Traits = []
    if fold.contains(.width) { traits.insert(.width) }
    if fold.contains(.invisible) { traits.insert(.invisible) }
    if fold.contains(.case) { traits.insert(.upper) }
    if fold.contains(.han) { traits.insert(.variant) }
    self.traits = traits.rawValue
    lowersCase = fold.contains(.case) && !keepsASCII
    widens = fold.contains(.width)
  }

  /// The text folded, or nil when nothing changes.
  func folded(_ text: [UInt8]) -> Folded? {
    let wide = foldedBeyondASCII(text)
    guard lowersCase else { return wide }
    if wide == nil, !text.span.hasUpperASCII { return nil }
    var result = wide ?? Folded(utf8: text, map: nil)
    // Lower case of ASCII keeps its length, so it needs no map and can be done last, on the plain forms of wide letters too.
    var bytes = result.utf8.mutableSpan
    for index in bytes.indices {
      let byte = bytes[index]
      bytes[index] = byte | (byte &- 0x41 < 26 ? 0x20 : 0)
    }
    return result
  }

  private func foldedBeyondASCII(_ text: [UInt8]) -> Folded? {
    let table = CharacterTable.shared
    let mask = traits
    var rewriter = Rewriter(text)
    let bytes = text.span
    var i = 0
    while i < bytes.count {
      if bytes[i] < 0x80 {
        i = bytes.endOfASCII(from: i)
        continue
      }
      i = bytes.endOfThrees(from: i, table, mask, 0)
      guard i < bytes.count, bytes[i] >= 0x80 else { continue }
      let (code, length) = bytes.scalar(at: i)
      let found = table.traits(of: code).rawValue & mask
      if found != 0 {
        if found & CharacterTable.Traits.invisible.rawValue != 0 {
          rewriter.drop(i, i &+ length)
        } else {
          rewriter.replace(i, i &+ length, by: form(of: code, found, table))
        }
      }
      i &+= length
    }
    return rewriter.finish()
  }

  private func form(of code: UInt32, _ found: UInt8, _ table: CharacterTable) -> UInt32 {
    if found & CharacterTable.Traits.upper.rawValue != 0, !widens, let lower = CharacterTable.lowerForms[code] { return lower }
    return table.target(of: code)
  }
}

extension Span<UInt8> {
  /// Whether an upper-case ASCII letter is among the bytes.
  var hasUpperASCII: Bool {
    var found: UInt8 = 0
    for index in indices { found |= self[index] &- 0x41 < 26 ? 1 : 0 }
    return found != 0
  }
}
