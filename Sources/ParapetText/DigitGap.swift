extension DigitCluster.Gap {
  private static let longest = 3

  /// What stands from `offset` on and may be left out between digits, or nil when that is nothing or too much.
  init?(_ bytes: Span<UInt8>, at offset: Int, _ table: CharacterTable) {
    // Most digits are followed by a letter or a sign that parts: leave at once.
    guard offset < bytes.count, !bytes[offset].isLetter else { return nil }
    var end = offset
    var count = 0
    var sole: UInt32 = 0
    var kind = DigitCluster.Kind.other
    var hasLineEnd = false
    var symbols = 0
    var isBarrier = false
    var afterBlank = false
    while end < bytes.count, !bytes[end].isDigit {
      guard let token = Token(bytes, at: end, table) else { break }
      count += 1
      guard count <= Self.longest else { return nil }
      switch token.kind {
      case .lineEnd:
        guard !hasLineEnd else { return nil }
        hasLineEnd = true
      case .point:
        kind = .point
        isBarrier = isBarrier || (count > 1 && !afterBlank)
      case .comma:
        kind = .comma
        isBarrier = isBarrier || count > 1
      case .pause:
        kind = .pause
        isBarrier = isBarrier || count > 1
      case .symbol:
        symbols += 1
      case .mask:
        isBarrier = true
      case .blank, .sign:
        break
      }
      // A point, comma or stop with something after it parts sentences, unless a blank comes before the point.
      if count > 1, kind != .other, !(kind == .point && startsBlank(bytes, offset, table)) { isBarrier = true }
      afterBlank = token.kind == .blank
      sole = count == 1 ? token.code : 0
      end += token.length
    }
    guard count > 0 else { return nil }
    if isBarrier || symbols > 1 { kind = .barrier } else if count > 1 { kind = .other }
    self.init(start: offset, end: end, kind: kind, hasLineEnd: hasLineEnd, sole: sole)
  }
}

/// Whether the character at `offset` is a blank.
private func startsBlank(_ bytes: Span<UInt8>, _ offset: Int, _ table: CharacterTable) -> Bool {
  DigitCluster.Gap.Token(bytes, at: offset, table)?.kind == .blank
}

extension DigitCluster.Gap {
  /// One separator: a character, a pair of `*` as in Markdown, an HTML tag, the `{,}` of LaTeX or a line end.
  struct Token {
    enum Kind { case blank, lineEnd, point, comma, pause, symbol, mask, sign }

    let kind: Kind
    let code: UInt32
    let length: Int

    private init(_ kind: Kind, _ code: UInt32, _ length: Int) {
      self.kind = kind
      self.code = code
      self.length = length
    }

    /// The separator at `offset`, or nil when there is none.
    init?(_ bytes: Span<UInt8>, at offset: Int, _ table: CharacterTable) {
      let (code, length) = bytes.scalar(at: offset)
      switch code {
      case 0x0A:
        self.init(.lineEnd, code, 1)
      case 0x0D:
        guard offset + 1 < bytes.count, bytes[offset + 1] == 0x0A else { return nil }
        self.init(.lineEnd, code, 2)
      case 0x2E: self.init(.point, code, 1)
      case 0x2C: self.init(.comma, code, 1)
      case 0xFF0C, 0x3002: self.init(.pause, code, length)
      case 0x2A:
        var end = offset
        while end < bytes.count, bytes[end] == 0x2A { end += 1 }
        self.init(end - offset > 2 ? .mask : .sign, code, end - offset)
      case 0x3C:
        guard let length = Self.tag(bytes, offset) else { return nil }
        self.init(.sign, code, length)
      case 0x7B:
        guard offset + 2 < bytes.count, bytes[offset + 1] == 0x2C, bytes[offset + 2] == 0x7D else { return nil }
        self.init(.comma, 0x2C, 3)
      case 0x09, 0x20, 0xA0, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: self.init(.blank, code, length)
      default:
        let traits = table.traits(of: code)
        guard traits.contains(.digitSeparator) else { return nil }
        // Signs stand between Han characters as well or are ASCII; what is left of the shared ones are symbols.
        self.init(traits.contains(.hanSeparator) && code >= 0x80 && !Self.isSign(code) ? .symbol : .sign, code, length)
      }
    }

    /// Whether this is a hyphen, dot, underscore, slash or asterisk rather than a symbol.
    private static func isSign(_ code: UInt32) -> Bool {
      switch code {
      case 0xB7, 0x2010...0x2013, 0x2022, 0x2024, 0x2027, 0x2219, 0x22C5, 0x30FB, 0xFF0A, 0xFF0D...0xFF0F, 0xFF3F, 0xFF65: true
      default: false
      }
    }

    /// The length of an opening or closing tag of at most eight letters or digits without attributes, or nil.
    private static func tag(_ bytes: Span<UInt8>, _ offset: Int) -> Int? {
      var end = offset + 1
      if end < bytes.count, bytes[end] == 0x2F { end += 1 }
      let name = end
      while end < bytes.count, end - name < 8, bytes[end].isLetter || (end > name && bytes[end].isDigit) { end += 1 }
      guard end > name, end < bytes.count, bytes[end] == 0x3E else { return nil }
      return end + 1 - offset
    }
  }
}
