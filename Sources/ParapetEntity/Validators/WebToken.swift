extension Validator {
  /// - Source: RFC 7519 section 3; RFC 7515 section 4.1.1; RFC 4648 section 5.
  static let tokenFamily = [
    Validator(name: "jwt", summary: "JWT：三段，头部解码为含 alg 的对象 / JWT: three parts, a header object with alg (RFC 7519)") { slice in
      let parts = slice.split(separator: 0x2E, omittingEmptySubsequences: false)
      guard parts.count == 3, parts[0].count >= 8, parts[1].count >= 2, let header = base64url(parts[0]) else { return false }
      guard header.first == 0x7B, header.last(where: { $0 > 0x20 }) == 0x7D else { return false }
      let name = Array("\"alg\"".utf8)
      guard header.count >= name.count else { return false }
      return (0...(header.count - name.count)).contains { header[$0...].starts(with: name) }
    }
  ]

  /// The bytes that unpadded base64url writes, or nil when it is not that.
  static func base64url(_ slice: ArraySlice<UInt8>) -> [UInt8]? {
    var bytes: [UInt8] = []
    var bits = 0
    var held = 0
    for byte in slice {
      let value: Int
      switch byte {
      case 0x41...0x5A: value = Int(byte) - 0x41
      case 0x61...0x7A: value = Int(byte) - 0x61 + 26
      case 0x30...0x39: value = Int(byte) - 0x30 + 52
      case 0x2D, 0x2B: value = 62
      case 0x5F, 0x2F: value = 63
      case 0x3D: continue
      default: return nil
      }
      bits = (bits << 6 | value) & 0xFFFF
      held += 6
      if held >= 8 {
        held -= 8
        bytes.append(UInt8(bits >> held & 0xFF))
      }
    }
    return bytes
  }
}
