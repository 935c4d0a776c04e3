extension ECMAPattern {
  /// What `.` matches: anything but a line end.
  static let dot = "[^\\n\\r\\x{2028}\\x{2029}]"
  /// What `\s` matches, for a class.
  static let space = "\\x09-\\x0D\\x20\\x{A0}\\x{1680}\\x{2000}-\\x{200A}\\x{2028}\\x{2029}\\x{202F}\\x{205F}\\x{3000}\\x{FEFF}"
  /// What `\S` matches, for a class.
  static let noSpace =
    "\\x00-\\x08\\x0E-\\x1F\\x21-\\x{9F}\\x{A1}-\\x{167F}\\x{1681}-\\x{1FFF}\\x{200B}-\\x{2027}\\x{202A}-\\x{202E}"
    + "\\x{2030}-\\x{205E}\\x{2060}-\\x{2FFF}\\x{3001}-\\x{FEFE}\\x{FF00}-\\x{10FFFF}"

  /// Reads what stands behind a backslash outside a class; whether it can be repeated.
  mutating func escape() throws(Fault) -> Bool {
    guard let scalar = next else { throw fault("a backslash stands at the end") }
    switch scalar {
    case "b", "B":
      at += 1
      result += "\\\(scalar)"
      return false
    case "s", "S":
      at += 1
      result += "[" + (scalar == "s" ? ECMAPattern.space : ECMAPattern.noSpace) + "]"
    case "1"..."9": try backreference()
    case "k": try namedBackreference()
    default:
      if let set = try set() { result += set } else { result += ECMAPattern.literal(try character()) }
    }
    return true
  }

  private mutating func backreference() throws(Fault) {
    let start = at
    var number = 0
    while let digit = next, ("0"..."9").contains(digit) {
      number = min(number * 10 + Int(digit.value - 0x30), 100_000)
      at += 1
    }
    guard number <= groupCount else { throw fault("there is no group \(number)", at: start) }
    refer(to: number)
  }

  private mutating func namedBackreference() throws(Fault) {
    let start = at
    at += 1
    guard next == "<", let end = source[at...].firstIndex(of: ">") else { throw fault("`\\k` is followed by a name in `<…>`", at: start) }
    let name = String(String.UnicodeScalarView(source[(at + 1)..<end]))
    guard let number = number(ofGroup: name) else { throw fault("there is no group of this name", at: start) }
    at = end + 1
    refer(to: number)
  }

  /// A group that took no part is matched by nothing, as if it were empty.
  private mutating func refer(to number: Int) { result += "(?:\\g{\(number)}|(?(\(number))(?!)))" }

  /// Reads a set of characters such as `\d` or `\p{Letter}` behind a backslash, or nothing.
  mutating func set() throws(Fault) -> String? {
    switch next {
    case "d"?, "D"?, "w"?, "W"?:
      defer { at += 1 }
      return next.map { "\\\($0)" }
    case "p"?, "P"?: return try property()
    default: return nil
    }
  }

  /// Reads one character behind a backslash.
  mutating func character() throws(Fault) -> Unicode.Scalar {
    let start = at
    guard let scalar = next else { throw fault("a backslash stands at the end") }
    at += 1
    switch scalar {
    case "t": return "\t"
    case "n": return "\n"
    case "v": return "\u{B}"
    case "f": return "\u{C}"
    case "r": return "\r"
    case "0":
      if let digit = next, ("0"..."9").contains(digit) { throw fault("ECMA-262 has no octal escapes", at: start) }
      return "\0"
    case "c":
      guard let letter = next, letter.properties.isAlphabetic, letter.isASCII else {
        throw fault("`\\c` is followed by a letter", at: start)
      }
      at += 1
      return Unicode.Scalar(UInt8(letter.value & 31))
    case "x":
      guard let value = hex(2), let scalar = Unicode.Scalar(value) else { throw fault("`\\x` is followed by two hex digits", at: start) }
      return scalar
    case "u": return try unicode(start)
    default:
      if scalar.isASCII, scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
        throw fault("ECMA-262 has no escape `\\\(scalar)`", at: start)
      }
      let syntax: [Unicode.Scalar] = ["^", "$", "\\", ".", "*", "+", "?", "(", ")", "[", "]", "{", "}", "|", "/", "-"]
      if isStrict, !syntax.contains(scalar) { throw fault("this sign needs no escape", at: start) }
      return scalar
    }
  }

  private mutating func unicode(_ start: Int) throws(Fault) -> Unicode.Scalar {
    if next == "{", let end = source[at...].firstIndex(of: "}") {
      let digits = String(String.UnicodeScalarView(source[(at + 1)..<end]))
      if !digits.isEmpty, digits.unicodeScalars.allSatisfy(\.properties.isASCIIHexDigit), let value = UInt32(digits, radix: 16),
        let scalar = Unicode.Scalar(value)
      {
        at = end + 1
        return scalar
      }
    } else if let high = hex(4) {
      if let scalar = Unicode.Scalar(high) { return scalar }
      let before = at
      if (0xD800...0xDBFF).contains(high), starts(with: "\\u") {
        at += 2
        if let low = hex(4), (0xDC00...0xDFFF).contains(low), let scalar = Unicode.Scalar(0x10000 + (high - 0xD800) << 10 + (low - 0xDC00))
        {
          return scalar
        }
        at = before
      }
      throw fault("half of a surrogate pair matches no character", at: start)
    }
    throw fault("`\\u` is followed by four hex digits, or by some in braces", at: start)
  }

  private mutating func hex(_ count: Int) -> UInt32? {
    let digits = source[at...].prefix(count)
    guard digits.count == count, digits.allSatisfy(\.properties.isASCIIHexDigit) else { return nil }
    at += count
    return UInt32(String(String.UnicodeScalarView(digits)), radix: 16)
  }

  private mutating func property() throws(Fault) -> String {
    let start = at
    let letter = source[at]
    at += 1
    guard next == "{", let end = source[at...].firstIndex(of: "}") else {
      throw fault("`\\\(letter)` is followed by a property in braces", at: start)
    }
    var name = String(String.UnicodeScalarView(source[(at + 1)..<end]))
    guard !name.isEmpty,
      name.utf8.allSatisfy({ $0 == 0x3D || $0 == 0x5F || ($0 | 0x20) >= 0x61 && ($0 | 0x20) <= 0x7A || (0x30...0x39).contains($0) })
    else { throw fault("this is no name of a property", at: start) }
    at = end + 1
    for prefix in ["General_Category=", "gc="] where name.hasPrefix(prefix) { name.removeFirst(prefix.count) }
    if name == "Assigned" { return letter == "p" ? "\\P{Cn}" : "\\p{Cn}" }
    return "\\\(letter){\(ECMAPattern.categories[name] ?? name)}"
  }
}
