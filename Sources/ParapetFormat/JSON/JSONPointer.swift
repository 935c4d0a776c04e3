/// JSON pointers.
///
/// - Source: RFC 6901, sections 3 to 5.
enum JSONPointer {
  /// The unescaped reference tokens, or nil when `pointer` is not one.
  static func tokens(_ pointer: String) -> [String]? {
    if pointer.utf8.isEmpty { return [] }
    guard pointer.utf8.first == UInt8(ascii: "/") else { return nil }
    var tokens: [String] = []
    for part in pointer.utf8.dropFirst().split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false) {
      var token: [UInt8] = []
      var rest = part.makeIterator()
      while let byte = rest.next() {
        guard byte == UInt8(ascii: "~") else {
          token.append(byte)
          continue
        }
        switch rest.next() {
        case UInt8(ascii: "0"): token.append(UInt8(ascii: "~"))
        case UInt8(ascii: "1"): token.append(UInt8(ascii: "/"))
        default: return nil
        }
      }
      tokens.append(String(decoding: token, as: UTF8.self))
    }
    return tokens
  }

  /// `name` as one reference token.
  static func escaped(_ name: String) -> String {
    guard name.utf8.contains(where: { $0 == UInt8(ascii: "~") || $0 == UInt8(ascii: "/") }) else { return name }
    var token: [UInt8] = []
    for byte in name.utf8 {
      switch byte {
      case UInt8(ascii: "~"): token += Array("~0".utf8)
      case UInt8(ascii: "/"): token += Array("~1".utf8)
      default: token.append(byte)
      }
    }
    return String(decoding: token, as: UTF8.self)
  }

  /// The array index that a token is, or nil: digits without a leading zero.
  static func index(_ token: String) -> Int? {
    guard let first = token.utf8.first, token.utf8.allSatisfy({ (0x30...0x39).contains($0) }), first != 0x30 || token.utf8.count == 1
    else { return nil }
    return Int(token)
  }
}

extension JSON {
  /// The value at an RFC 6901 pointer, or nil.
  public func at(pointer: String) -> JSON? {
    guard let tokens = JSONPointer.tokens(pointer) else { return nil }
    var place = self
    for token in tokens {
      guard let next = place.child(token) else { return nil }
      place = next
    }
    return place
  }

  /// The member or element that one unescaped reference token names.
  func child(_ token: String) -> JSON? {
    switch value {
    case .object: self[token]
    case .array(let elements):
      if let index = JSONPointer.index(token), index < elements.count { elements[index] } else { nil }
    default: nil
    }
  }
}
