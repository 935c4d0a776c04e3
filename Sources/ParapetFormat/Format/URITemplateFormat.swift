/// URI templates.
///
/// - Source: RFC 6570, section 2.
enum URITemplateFormat {
  static func isTemplate(_ text: String) -> Bool {
    var rest = Array(text.unicodeScalars)[...]
    while let scalar = rest.popFirst() {
      switch scalar {
      case "{":
        guard let end = rest.firstIndex(of: "}"), isExpression(rest[..<end]) else { return false }
        rest = rest[(end + 1)...]
      case "%":
        guard rest.count >= 2, rest.prefix(2).allSatisfy(\.properties.isASCIIHexDigit) else { return false }
        rest = rest.dropFirst(2)
      case "}", "\"", "<", ">", "\\", "^", "`", "|": return false
      default: if scalar.value <= 0x20 || (0x7F...0x9F).contains(scalar.value) { return false }
      }
    }
    return true
  }

  private static func isExpression(_ expression: ArraySlice<Unicode.Scalar>) -> Bool {
    var list = expression
    if let first = list.first, "+#./;?&=,!@|".unicodeScalars.contains(first) { list = list.dropFirst() }
    return list.split(separator: ",", omittingEmptySubsequences: false).allSatisfy { isVariable($0) }
  }

  private static func isVariable(_ variable: ArraySlice<Unicode.Scalar>) -> Bool {
    var name = variable
    if name.last == "*" {
      name = name.dropLast()
    } else if let colon = name.firstIndex(of: ":") {
      let length = name[(colon + 1)...]
      guard (1...4).contains(length.count), length.first != "0", length.allSatisfy({ ("0"..."9").contains($0) }) else { return false }
      name = name[..<colon]
    }
    return name.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { part in
      var rest = part
      guard !rest.isEmpty else { return false }
      while let scalar = rest.popFirst() {
        if scalar == "%" {
          guard rest.count >= 2, rest.prefix(2).allSatisfy(\.properties.isASCIIHexDigit) else { return false }
          rest = rest.dropFirst(2)
        } else if scalar != "_" {
          guard scalar.isASCII, UInt8(scalar.value).isLetter || UInt8(scalar.value).isDigit else { return false }
        }
      }
      return true
    }
  }
}
