extension Validator {
  /// - Source: BIP 13, BIP 173 and BIP 350 (Bitcoin); EIP-55 (Ethereum); the TRON developer documentation on addresses.
  static let coinFamily = [
    Validator(name: "btc-address", summary: "比特币地址：base58check 或 bech32 / bitcoin address: base58check or bech32") { slice in
      let text = trimmed(slice)
      if text.prefix(3).map({ $0 | 0x20 }).elementsEqual("bc1".utf8) { return Bech32.isWitness(text) }
      guard (26...35).contains(text.count), let payload = Base58.checked(text), payload.count == 21 else { return false }
      return payload[0] == 0x00 || payload[0] == 0x05
    },
    Validator(name: "tron-address", summary: "波场地址：base58check 0x41 / TRON address: base58check 0x41") { slice in
      let text = trimmed(slice)
      guard text.count == 34, let payload = Base58.checked(text) else { return false }
      return payload.count == 21 && payload[0] == 0x41
    },
    Validator(name: "eth-address", summary: "以太坊地址：大小写混合时符合 EIP-55 / Ethereum address, EIP-55 when mixed case") { slice in
      let text = trimmed(slice)
      guard text.count == 42, text.starts(with: "0x".utf8) || text.starts(with: "0X".utf8) else { return false }
      let body = Array(text.dropFirst(2))
      guard body.allSatisfy({ $0.isDigit || (0x61...0x66).contains($0 | 0x20) }) else { return false }
      guard body.contains(where: \.isUpperLetter), body.contains(where: \.isLowerLetter) else { return true }
      let digest = Keccak256.digest(body.map { $0.isUpperLetter ? $0 + 32 : $0 })
      return body.indices.allSatisfy { at in
        let nibble = at % 2 == 0 ? digest[at / 2] >> 4 : digest[at / 2] & 15
        return !body[at].isLetter || body[at].isUpperLetter == (nibble >= 8)
      }
    },
    Validator(name: "wif-key", summary: "比特币私钥（WIF）：base58check 0x80 / bitcoin private key, base58check 0x80") { slice in
      let text = trimmed(slice)
      guard (51...52).contains(text.count), let payload = Base58.checked(text) else { return false }
      return payload[0] == 0x80 && (payload.count == 33 || (payload.count == 34 && payload[33] == 1))
    },
  ]

  /// Whether what it checks in `text` is a hash of thirty bits or so: nobody who changes a few characters meets it again.
  public func checksHash(of text: some Sequence<UInt8>) -> Bool {
    switch name {
    case "btc-address", "tron-address", "wif-key": true
    case "eth-address": text.dropFirst(2).contains(where: \.isUpperLetter) && text.dropFirst(2).contains(where: \.isLowerLetter)
    default: false
    }
  }

  private static func trimmed(_ slice: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let isBlank = { (byte: UInt8) in byte <= 0x20 }
    guard let first = slice.firstIndex(where: { !isBlank($0) }), let last = slice.lastIndex(where: { !isBlank($0) }) else { return [] }
    return slice[first...last]
  }
}
