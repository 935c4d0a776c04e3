/// IP addresses.
enum AddressFormat {
  /// - Source: RFC 2673, section 3.2, with RFC 3986's rule that an octet has no leading zero.
  static func isIPv4(_ text: String) -> Bool { isIPv4(Array(text.utf8)[...]) }

  static func isIPv4(_ text: ArraySlice<UInt8>) -> Bool {
    let octets = text.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    return octets.count == 4
      && octets.allSatisfy { octet in
        (1...3).contains(octet.count) && octet.allSatisfy(\.isDigit) && (octet.count == 1 || octet.first != 0x30)
          && octet.reduce(0) { $0 * 10 + Int($1 - 0x30) } <= 255
      }
  }

  /// - Source: RFC 4291, section 2.2.
  static func isIPv6(_ text: String) -> Bool { isIPv6(Array(text.utf8)[...]) }

  static func isIPv6(_ text: ArraySlice<UInt8>) -> Bool {
    guard text.count <= 45, text.contains(UInt8(ascii: ":")) else { return false }
    // `::` splits the address in two, once.
    let doubles = text.indices.dropLast().filter { text[$0] == UInt8(ascii: ":") && text[$0 + 1] == UInt8(ascii: ":") }
    guard doubles.count <= 1 else { return false }
    guard let double = doubles.first else { return groups(text, mayEndInIPv4: true) == 8 }
    let head = text[..<double]
    let tail = text[(double + 2)...]
    guard let before = groups(head, mayEndInIPv4: false), let after = groups(tail, mayEndInIPv4: true) else { return false }
    return before + after <= 7
  }

  /// How many groups of 16 bits stand here, or nil when something else does.
  private static func groups(_ text: ArraySlice<UInt8>, mayEndInIPv4: Bool) -> Int? {
    if text.isEmpty { return 0 }
    let parts = text.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
    var count = 0
    for (index, part) in parts.enumerated() {
      if mayEndInIPv4, index == parts.count - 1, part.contains(UInt8(ascii: ".")) {
        guard isIPv4(part) else { return nil }
        count += 2
      } else {
        guard (1...4).contains(part.count), part.allSatisfy(\.isHexDigit) else { return nil }
        count += 1
      }
    }
    return count
  }
}
