extension Transform {
  /// Web addresses go: with a scheme, with `www.`, or a bare host under a common top-level domain.
  static let stripURL = Transform(name: "strip-url", summary: "web addresses are taken out, e-mail addresses stay") { utf8 in
    guard utf8.contains(UInt8(ascii: ".")) || utf8.contains(UInt8(ascii: ":")) else { return [] }
    var text = Rewriting(utf8)
    while text.make(URLScan(text.bytes).edits()) {}
    return text.edits
  }
}

/// Looks for web addresses in one text.
private struct URLScan {
  let bytes: [UInt8]
  init(_ bytes: [UInt8]) { self.bytes = bytes }

  private static let schemes = ["http://", "https://", "ftp://"].map { Array($0.utf8) }
  /// Top-level domains under which a host is taken for an address without any scheme: those seen in short messages.
  private static let domains: Set<String> = [
    "com", "cn", "net", "org", "gov", "edu", "top", "xyz", "cc", "vip", "info", "io", "app", "site", "shop", "club", "me", "co", "hk", "tv",
    "link", "online", "ltd", "fun", "work", "tech", "wang", "icu", "live", "pro",
  ]

  func edits() -> [Transform.Edit] {
    var edits: [Transform.Edit] = []
    var index = 0
    while index < bytes.count {
      if isAlphanumeric(index), !isAlphanumeric(index - 1), let end = address(at: index) {
        edits.append(Transform.Edit(range: index..<end, replacement: ""))
        index = end
      } else {
        index += 1
      }
    }
    return edits
  }

  /// The end of the address that begins at a byte, or nil.
  private func address(at start: Int) -> Int? {
    for scheme in Self.schemes where starts(scheme, at: start) {
      let end = trimmed(start, run(from: start + scheme.count))
      return end > start + scheme.count ? end : nil
    }
    // Part of an e-mail address, a path or a longer name: no address of its own.
    if start > 0, [0x2E, 0x40, 0x2D, 0x5F, 0x2F].contains(bytes[start - 1]) { return nil }
    guard let host = host(at: start) else { return nil }
    guard host < bytes.count, [0x2F, 0x3F, 0x23, 0x3A].contains(bytes[host]) else { return host }
    return max(host, trimmed(start, run(from: host)))
  }

  /// The end of a host name that begins at a byte: labels with dots, the last a known domain, or any after `www.`.
  private func host(at start: Int) -> Int? {
    var end = start
    var labels = 0
    var label = start
    while end < bytes.count {
      if isAlphanumeric(end) || bytes[end] == 0x2D {
        end += 1
      } else if bytes[end] == 0x2E, isAlphanumeric(end + 1), isAlphanumeric(end - 1) {
        labels += 1
        end += 1
        label = end
      } else {
        break
      }
    }
    guard labels > 0, end == bytes.count || (bytes[end] != 0x40 && bytes[end] != 0x5F), bytes[end - 1] != 0x2D else { return nil }
    if starts(Array("www.".utf8), at: start) { return end }
    return Self.domains.contains(String(decoding: bytes[label..<end], as: UTF8.self).lowercased()) ? end : nil
  }

  /// The end of the run of bytes that an address may hold.
  ///
  /// - Source: RFC 3986, section 2, without the quotes and brackets that texts put around addresses.
  private func run(from start: Int) -> Int {
    var end = start
    while end < bytes.count, (0x21...0x7E).contains(bytes[end]),
      ![0x22, 0x3C, 0x3E, 0x5C, 0x5E, 0x60, 0x7B, 0x7C, 0x7D].contains(bytes[end])
    {
      end += 1
    }
    return end
  }

  /// The end without punctuation that belongs to the sentence, and without a closing bracket that was opened before.
  private func trimmed(_ start: Int, _ end: Int) -> Int {
    var depth = bytes[start..<end].reduce(0) { $0 + ($1 == 0x28 || $1 == 0x5B ? 1 : $1 == 0x29 || $1 == 0x5D ? -1 : 0) }
    var end = end
    while end > start {
      switch bytes[end - 1] {
      case 0x2E, 0x2C, 0x3B, 0x3A, 0x21, 0x3F, 0x27, 0x2A, 0x5F, 0x7E: break
      case 0x29, 0x5D:
        guard depth < 0 else { return end }
        depth += 1
      default: return end
      }
      end -= 1
    }
    return end
  }

  private func isAlphanumeric(_ index: Int) -> Bool {
    guard bytes.indices.contains(index) else { return false }
    return (0x30...0x39).contains(bytes[index]) || (0x61...0x7A).contains(bytes[index] | 0x20)
  }

  private func starts(_ word: [UInt8], at start: Int) -> Bool {
    bytes.count - start >= word.count
      && word.indices.allSatisfy { offset in
        let byte = bytes[start + offset]
        return word[offset] == ((0x41...0x5A).contains(byte) ? byte | 0x20 : byte)
      }
  }
}
