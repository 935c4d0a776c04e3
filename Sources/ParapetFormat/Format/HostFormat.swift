/// Names of hosts, in ASCII and internationalized.
enum HostFormat {
  /// - Source: RFC 1123, section 2.1; RFC 5890, section 2.3.2.1, for labels that begin with `xn--`.
  static func isHostname(_ text: String) -> Bool {
    guard !text.utf8.contains(where: { $0 >= 0x80 }) else { return false }
    return isName(text.unicodeScalars.split(separator: ".", omittingEmptySubsequences: false).map { Array($0) })
  }

  /// - Source: RFC 5891, section 4.2, and RFC 5893 for names with letters that are written from right to left.
  static func isInternationalHostname(_ text: String) -> Bool {
    let dots: [Unicode.Scalar] = [".", "\u{3002}", "\u{FF0E}", "\u{FF61}"]
    let labels = text.unicodeScalars.split(omittingEmptySubsequences: false) { dots.contains($0) }.map { Array($0) }
    return isName(labels)
  }

  private static func isName(_ labels: [[Unicode.Scalar]]) -> Bool {
    var length = labels.count - 1
    var decoded: [[Unicode.Scalar]] = []
    for label in labels {
      guard let (scalars, octets) = read(label), (1...63).contains(octets) else { return false }
      length += octets
      decoded.append(scalars)
    }
    guard length <= 253 else { return false }
    let isRightToLeft = decoded.contains { $0.contains { BidiClass($0).makesRightToLeft } }
    return !isRightToLeft || decoded.allSatisfy { BidiRule.allows($0) }
  }

  /// What a label says, and how many octets its ASCII form has; nil when it may not stand.
  private static func read(_ label: [Unicode.Scalar]) -> (scalars: [Unicode.Scalar], octets: Int)? {
    guard label.first != "-", label.last != "-", !label.isEmpty else { return nil }
    if label.allSatisfy(\.isASCII) {
      guard label.allSatisfy({ UInt8($0.value).isLetter || UInt8($0.value).isDigit || $0 == "-" }) else { return nil }
      guard label.count >= 4, label[2] == "-", label[3] == "-", label[0].value | 0x20 == 0x78, label[1].value | 0x20 == 0x6E else {
        return (label, label.count)
      }
      let lowered = label.map { Unicode.Scalar(UInt8($0.value).isLetter ? UInt8($0.value) | 0x20 : UInt8($0.value)) }
      let tail = Array(lowered.dropFirst(4))
      guard let decoded = Punycode.decoded(tail), decoded.contains(where: { !$0.isASCII }), isLabel(decoded),
        Punycode.encoded(decoded) == tail
      else { return nil }
      return (decoded, label.count)
    }
    guard isLabel(label), let encoded = Punycode.encoded(label) else { return nil }
    return (label, encoded.count + 4)
  }

  /// Whether a label outside ASCII may stand.
  private static func isLabel(_ label: [Unicode.Scalar]) -> Bool {
    guard label.first != "-", label.last != "-", let first = label.first else { return false }
    if label.count >= 4, label[2] == "-", label[3] == "-" { return false }
    switch first.properties.generalCategory {
    case .nonspacingMark, .spacingMark, .enclosingMark: return false
    default: break
    }
    return label.indices.allSatisfy { IDNA.allows(label, at: $0) }
  }
}
