/// Addresses of mailboxes.
///
/// - Source: RFC 5321, section 4.1.2; RFC 6531, section 3.3, for what stands outside ASCII.
enum MailFormat {
  static func isAddress(_ text: String, international: Bool) -> Bool {
    let bytes = Array(text.utf8)
    guard let at = bytes.lastIndex(of: UInt8(ascii: "@")) else { return false }
    let local = bytes[..<at]
    let domain = bytes[(at + 1)...]
    guard (1...64).contains(local.count), !domain.isEmpty, international || !bytes.contains(where: { $0 >= 0x80 }) else { return false }
    return (isDotString(local) || isQuoted(local)) && isDomain(domain)
  }

  private static func isDotString(_ local: ArraySlice<UInt8>) -> Bool {
    let signs = Array("!#$%&'*+-/=?^_`{|}~".utf8)
    return local.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false).allSatisfy { atom in
      !atom.isEmpty && atom.allSatisfy { $0.isLetter || $0.isDigit || $0 >= 0x80 || signs.contains($0) }
    }
  }

  private static func isQuoted(_ local: ArraySlice<UInt8>) -> Bool {
    guard local.count >= 2, local.first == UInt8(ascii: "\""), local.last == UInt8(ascii: "\"") else { return false }
    var inner = local.dropFirst().dropLast()
    while let byte = inner.popFirst() {
      if byte == UInt8(ascii: "\\") {
        guard let next = inner.popFirst(), (0x20...0x7E).contains(next) else { return false }
      } else if byte < 0x20 || byte == 0x7F || byte == UInt8(ascii: "\"") {
        return false
      }
    }
    return true
  }

  private static func isDomain(_ domain: ArraySlice<UInt8>) -> Bool {
    if domain.first == UInt8(ascii: "["), domain.last == UInt8(ascii: "]") {
      let literal = domain.dropFirst().dropLast()
      let tag = Array("ipv6:".utf8)
      if literal.prefix(5).map({ $0.isLetter ? $0 | 0x20 : $0 }) == tag { return AddressFormat.isIPv6(literal.dropFirst(5)) }
      return AddressFormat.isIPv4(literal)
    }
    guard domain.count <= 255 else { return false }
    return domain.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false).allSatisfy { label in
      guard let first = label.first, let last = label.last, label.count <= 63 || label.contains(where: { $0 >= 0x80 }) else { return false }
      let hyphen = UInt8(ascii: "-")
      return first != hyphen && last != hyphen && label.allSatisfy { $0.isLetter || $0.isDigit || $0 == hyphen || $0 >= 0x80 }
    }
  }
}
