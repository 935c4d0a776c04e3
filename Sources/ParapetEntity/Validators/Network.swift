extension Validator {
  /// - Source: RFC 791 and RFC 6943 section 3.1.1 (addresses), RFC 5321 section 4.5.3 and RFC 1035 section 2.3.1 (mail).
  static let networkFamily = [
    Validator(name: "ipv4", summary: "IPv4 地址：四段 0–255，无前导零 / IPv4 address: four parts of 0 to 255, no leading zeros") { slice in
      let parts = slice.split(separator: 0x2E, omittingEmptySubsequences: false)
      return parts.count == 4
        && parts.allSatisfy { part in
          guard part.count <= 3, let value = part.decimal else { return false }
          return value <= 255 && (part.count == 1 || part.first != 0x30)
        }
    },
    Validator(name: "email", summary: "电子邮箱：本地部分与域名合乎规则 / e-mail: plausible local part and domain") { slice in
      isMail(slice)
    },
  ]

  private static func isMail(_ slice: ArraySlice<UInt8>) -> Bool {
    guard slice.count <= 254, let at = slice.lastIndex(of: 0x40) else { return false }
    let local = slice[slice.startIndex..<at]
    guard (1...64).contains(local.count), local.first != 0x2E, local.last != 0x2E, !hasDoubleDot(local) else { return false }
    let signs = Array("!#$%&'*+-/=?^_`{|}~.".utf8)
    guard local.allSatisfy({ $0.isWord || $0 >= 0x80 || signs.contains($0) }) else { return false }
    let labels = slice[(at + 1)...].split(separator: 0x2E, omittingEmptySubsequences: false)
    guard labels.count >= 2, let top = labels.last, labels.allSatisfy(isLabel) else { return false }
    // A file name after an at sign, as in a picture that is named for two densities, is no host.
    let name = String(decoding: top.map { $0 | 0x20 }, as: UTF8.self)
    guard !["png", "jpg", "jpeg", "gif", "webp", "svg"].contains(name) else { return false }
    if top.starts(with: "xn--".utf8) { return true }
    return top.contains { $0 >= 0x80 } || ((2...24).contains(top.count) && top.allSatisfy(\.isLetter))
  }

  private static func isLabel(_ label: ArraySlice<UInt8>) -> Bool {
    (1...63).contains(label.count) && label.first != 0x2D && label.last != 0x2D
      && label.allSatisfy { $0.isWord || $0 == 0x2D || $0 >= 0x80 }
  }

  private static func hasDoubleDot(_ slice: ArraySlice<UInt8>) -> Bool {
    zip(slice, slice.dropFirst()).contains { $0 == 0x2E && $1 == 0x2E }
  }
}
