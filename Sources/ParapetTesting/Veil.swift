import ParapetText

/// Hides values in a text that is about to be printed, one scalar for one scalar, so that columns stay true.
enum Veil {
  /// How much is hidden.
  enum Thickness: Sendable {
    /// Nothing: somebody asked to see the text.
    case none
    /// Whatever looks like a number, a code or an address: tokens with six digits or more, or with an `@`.
    case thin
    /// Every letter and digit of ASCII or full width, and everything between marks.
    case thick
  }

  /// `text` with values hidden; `spans` are the stretches that marks or findings cover.
  static func veil(_ text: String, spans: [TextSpan], _ thickness: Thickness) -> String {
    switch thickness {
    case .none: return text
    case .thin:
      guard mayHoldValue(text) else { return text }
      var scalars = Array(text.unicodeScalars)
      for token in tokens(scalars) where isValue(scalars[token]) {
        for index in token { scalars[index] = shape(scalars[index]) }
      }
      return string(scalars)
    case .thick:
      var scalars = Array(text.unicodeScalars)
      for index in scalars.indices { scalars[index] = shape(scalars[index]) }
      for span in spans {
        for index in span.scalar.clamped(to: 0..<scalars.count) { scalars[index] = star(scalars[index]) }
      }
      return string(scalars)
    }
  }

  /// Whether a token of `text` can be a value: for each digit of full width there is a byte EF.
  private static func mayHoldValue(_ text: String) -> Bool {
    var digits = 0
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "@"): return true
      case UInt8(ascii: "0")...UInt8(ascii: "9"), 0xEF: digits += 1
      default: break
      }
    }
    return digits >= 6
  }

  private static func string(_ scalars: [Unicode.Scalar]) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(scalars.count * 3)
    for scalar in scalars { bytes += scalar.utf8 }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Runs of letters, digits and what joins them in numbers and addresses.
  private static func tokens(_ scalars: [Unicode.Scalar]) -> [Range<Int>] {
    var tokens: [Range<Int>] = []
    var start: Int?
    for index in 0...scalars.count {
      let inside = index < scalars.count && (ascii(scalars[index]) != nil || joins(scalars, at: index))
      if inside, start == nil { start = index }
      if !inside, let first = start {
        tokens.append(first..<index)
        start = nil
      }
    }
    return tokens
  }

  private static func isValue(_ token: ArraySlice<Unicode.Scalar>) -> Bool {
    token.contains("@") || token.count(where: isDigit) >= 6
  }

  /// A blank or a comma joins only digits: sentences are not values.
  private static func joins(_ scalars: [Unicode.Scalar], at index: Int) -> Bool {
    let scalar = scalars[index]
    if "@._-+/:".unicodeScalars.contains(scalar) || isInvisible(scalar) { return true }
    guard scalar == " " || scalar == ",", index > 0, index + 1 < scalars.count else { return false }
    return isDigit(scalars[index - 1]) && isDigit(scalars[index + 1])
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ascii(scalar).map { ("0"..."9").contains($0) } ?? false }

  /// The first of these characters is the soft hyphen; between the Hangul filler and the variation selectors there is none.
  private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value >= 0xAD && !(0x3165..<0xFE00).contains(scalar.value) && scalar.properties.isDefaultIgnorableCodePoint
  }

  /// `#` for a digit, `x` for a letter, as wide as it was; anything else as it is.
  private static func shape(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    guard let plain = ascii(scalar) else { return scalar }
    let isDigit = ("0"..."9").contains(plain)
    if plain == scalar { return isDigit ? "#" : "x" }
    return isDigit ? "＃" : "ｘ"
  }

  /// The ASCII letter or digit that this is a form of, or nil.
  private static func ascii(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    let value = (0xFF01...0xFF5E).contains(scalar.value) ? scalar.value - 0xFEE0 : scalar.value
    switch value {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: return Unicode.Scalar(value)
    default: return nil
    }
  }

  /// A star as wide as what it hides; white space and invisible characters stay.
  private static func star(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    if scalar.properties.isWhitespace || isInvisible(scalar) || scalar == "#" || scalar == "x" || scalar == "＃" || scalar == "ｘ" {
      return scalar
    }
    return scalar.value >= 0x2E80 ? "＊" : "*"
  }
}
