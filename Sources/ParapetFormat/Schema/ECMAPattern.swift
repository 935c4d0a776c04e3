/// A regular expression as JSON Schema writes it (ECMA-262 with `u`), in the spelling of PCRE2.
///
/// Only spellings differ that both know: `\u4E2D`, `\u{1F600}`, and long names of categories such as `\p{Letter}`.
/// `$` means the very end in ECMA-262, which is an option of the compiled pattern.
enum ECMAPattern {
  /// `source` for PCRE2.
  static func translated(_ source: String) -> String {
    guard source.utf8.contains(UInt8(ascii: "\\")) else { return source }
    var result = ""
    var rest = Array(source.unicodeScalars)[...]
    while let scalar = rest.popFirst() {
      guard scalar == "\\", let next = rest.popFirst() else {
        result.unicodeScalars.append(scalar)
        continue
      }
      switch next {
      case "u": result += escape(&rest)
      case "p", "P": result += "\\" + String(Character(next)) + property(&rest)
      default:
        result.unicodeScalars.append(scalar)
        result.unicodeScalars.append(next)
      }
    }
    return result
  }

  private static func escape(_ rest: inout ArraySlice<Unicode.Scalar>) -> String {
    if rest.first == "{", let end = rest.firstIndex(of: "}") {
      let digits = text(rest[rest.startIndex + 1..<end])
      rest = rest[(end + 1)...]
      return "\\x{\(digits)}"
    }
    guard let high = hex(rest.prefix(4)) else { return "\\u" }  // which PCRE2 refuses with a message of its own
    rest = rest.dropFirst(4)
    if (0xD800...0xDBFF).contains(high), rest.starts(with: ["\\", "u"]), let low = hex(rest.dropFirst(2).prefix(4)),
      (0xDC00...0xDFFF).contains(low)
    {
      rest = rest.dropFirst(6)
      return "\\x{" + String(0x10000 + (high - 0xD800) << 10 + (low - 0xDC00), radix: 16) + "}"
    }
    return "\\x{" + String(high, radix: 16) + "}"
  }

  private static func property(_ rest: inout ArraySlice<Unicode.Scalar>) -> String {
    guard rest.first == "{", let end = rest.firstIndex(of: "}") else { return "" }
    var name = text(rest[rest.startIndex + 1..<end])
    rest = rest[(end + 1)...]
    for prefix in ["General_Category=", "gc="] where name.hasPrefix(prefix) { name.removeFirst(prefix.count) }
    return "{" + (categories[name] ?? name) + "}"
  }

  private static func hex(_ digits: ArraySlice<Unicode.Scalar>) -> UInt32? {
    digits.count == 4 && digits.allSatisfy { $0.properties.isASCIIHexDigit } ? UInt32(text(digits), radix: 16) : nil
  }

  private static func text(_ scalars: ArraySlice<Unicode.Scalar>) -> String { String(String.UnicodeScalarView(scalars)) }

  /// Long names of general categories.
  ///
  /// - Source: Unicode PropertyValueAliases, property `gc`.
  private static let categories: [String: String] = [
    "Letter": "L", "Cased_Letter": "L&", "LC": "L&", "Uppercase_Letter": "Lu", "Lowercase_Letter": "Ll", "Titlecase_Letter": "Lt",
    "Modifier_Letter": "Lm", "Other_Letter": "Lo", "Mark": "M", "Combining_Mark": "M", "Nonspacing_Mark": "Mn", "Spacing_Mark": "Mc",
    "Enclosing_Mark": "Me", "Number": "N", "Decimal_Number": "Nd", "digit": "Nd", "Letter_Number": "Nl", "Other_Number": "No",
    "Punctuation": "P", "punct": "P", "Connector_Punctuation": "Pc", "Dash_Punctuation": "Pd", "Open_Punctuation": "Ps",
    "Close_Punctuation": "Pe", "Initial_Punctuation": "Pi", "Final_Punctuation": "Pf", "Other_Punctuation": "Po", "Symbol": "S",
    "Math_Symbol": "Sm", "Currency_Symbol": "Sc", "Modifier_Symbol": "Sk", "Other_Symbol": "So", "Separator": "Z",
    "Space_Separator": "Zs", "Line_Separator": "Zl", "Paragraph_Separator": "Zp", "Other": "C", "Control": "Cc", "cntrl": "Cc",
    "Format": "Cf", "Surrogate": "Cs", "Private_Use": "Co", "Unassigned": "Cn",
  ]
}
