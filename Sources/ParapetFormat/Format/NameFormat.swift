/// UUIDs and pointers.
enum NameFormat {
  /// - Source: RFC 4122, section 3.
  static func isUUID(_ text: String) -> Bool {
    let groups = Array(text.utf8).split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    return groups.map(\.count) == [8, 4, 4, 4, 12] && groups.allSatisfy { $0.allSatisfy(\.isHexDigit) }
  }

  /// - Source: RFC 6901, section 5.
  static func isPointer(_ text: String) -> Bool { JSONPointer.tokens(text) != nil }

  /// - Source: draft-handrews-relative-json-pointer-01, section 3.
  static func isRelativePointer(_ text: String) -> Bool {
    var scanner = ByteScanner(text)
    let number = scanner.run(while: \.isDigit)
    guard let first = number.first, first != 0x30 || number.count == 1 else { return false }
    if scanner.next == UInt8(ascii: "#") { return scanner.rest.count == 1 }
    return isPointer(String(decoding: scanner.rest, as: UTF8.self))
  }
}
