/// URIs, IRIs and references of both kinds.
///
/// - Source: RFC 3986, appendix A; RFC 3987, section 2.2.
enum URIFormat {
  static func isReference(_ text: String, relative: Bool, international: Bool) -> Bool {
    let parts = URIReference(text)
    guard relative || parts.scheme != nil else { return false }
    // Without a scheme, a colon in the first segment would make one.
    if parts.scheme == nil, parts.authority == nil {
      let first = parts.path.utf8.prefix { $0 != UInt8(ascii: "/") }
      if first.contains(UInt8(ascii: ":")) { return false }
    }
    let grammar = Grammar(isInternational: international)
    return grammar.allows(parts.path, also: "/:@") && (parts.query.map { grammar.allows($0, also: "/:@?", isQuery: true) } ?? true)
      && (parts.fragment.map { grammar.allows($0, also: "/:@?") } ?? true)
      && (parts.authority.map { isAuthority($0, grammar) } ?? true)
  }

  private static func isAuthority(_ authority: String, _ grammar: Grammar) -> Bool {
    var host = Array(authority.utf8)[...]
    if let at = host.firstIndex(of: UInt8(ascii: "@")) {
      guard grammar.allows(String(decoding: host[..<at], as: UTF8.self), also: ":") else { return false }
      host = host[(at + 1)...]
    }
    if host.first == UInt8(ascii: "[") {
      guard let end = host.firstIndex(of: UInt8(ascii: "]")), isLiteral(host[(host.startIndex + 1)..<end]) else { return false }
      return isPort(host[(end + 1)...])
    }
    let colon = host.firstIndex(of: UInt8(ascii: ":")) ?? host.endIndex
    return grammar.allows(String(decoding: host[..<colon], as: UTF8.self), also: "") && isPort(host[colon...])
  }

  private static func isPort(_ text: ArraySlice<UInt8>) -> Bool {
    text.isEmpty || (text.first == UInt8(ascii: ":") && text.dropFirst().allSatisfy(\.isDigit))
  }

  private static func isLiteral(_ text: ArraySlice<UInt8>) -> Bool {
    guard let first = text.first, first | 0x20 == UInt8(ascii: "v") else { return AddressFormat.isIPv6(text) }
    let version = text.dropFirst().prefix(while: \.isHexDigit)
    let rest = text.dropFirst(1 + version.count)
    guard !version.isEmpty, rest.first == UInt8(ascii: "."), rest.count > 1 else { return false }
    return Grammar(isInternational: false).allows(String(decoding: rest.dropFirst(), as: UTF8.self), also: ":", escapes: false)
  }
}

extension URIFormat {
  /// Which characters may stand in a part of a URI.
  struct Grammar {
    let isInternational: Bool

    /// Whether `text` holds unreserved characters, sub-delimiters, those of `also` and whole escapes only.
    func allows(_ text: String, also: String, isQuery: Bool = false, escapes: Bool = true) -> Bool {
      var rest = text.unicodeScalars[...]
      while let scalar = rest.popFirst() {
        if scalar == "%" {
          guard escapes, let high = rest.popFirst(), let low = rest.popFirst(), high.properties.isASCIIHexDigit,
            low.properties.isASCIIHexDigit
          else { return false }
        } else if scalar.isASCII {
          guard Self.isPlain(UInt8(scalar.value)) || also.unicodeScalars.contains(scalar) else { return false }
        } else {
          guard isInternational, Self.isUniversal(scalar) || (isQuery && Self.isPrivate(scalar)) else { return false }
        }
      }
      return true
    }

    private static func isPlain(_ byte: UInt8) -> Bool { byte.isLetter || byte.isDigit || "-._~!$&'()*+,;=".utf8.contains(byte) }

    private static func isPrivate(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.generalCategory == .privateUse }

    /// - Source: RFC 3987, `ucschar`.
    private static func isUniversal(_ scalar: Unicode.Scalar) -> Bool {
      switch scalar.value {
      case 0xA0...0xD7FF, 0xF900...0xFDCF, 0xFDF0...0xFFEF: true
      case 0x1_0000...0xD_FFFF: scalar.value & 0xFFFF <= 0xFFFD
      case 0xE_1000...0xE_FFFD: true
      default: false
      }
    }
  }
}
