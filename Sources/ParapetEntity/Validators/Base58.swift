import ParapetText

/// Numbers in base 58 with a checksum.
enum Base58 {
  private static let alphabet = Array("123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz".utf8)

  /// What `text` writes, without its four bytes of checksum; nil when it is not base 58 or the checksum is wrong.
  static func checked(_ text: ArraySlice<UInt8>) -> [UInt8]? {
    // Arithmetic on whole texts is quadratic; nothing longer than a private key is an address.
    guard text.count <= 64, let bytes = decoded(text), bytes.count > 4 else { return nil }
    let payload = Array(bytes.dropLast(4))
    return SHA256.hash(SHA256.hash(payload)).prefix(4).elementsEqual(bytes.suffix(4)) ? payload : nil
  }

  private static func decoded(_ text: ArraySlice<UInt8>) -> [UInt8]? {
    var number: [UInt8] = []
    for byte in text {
      guard var carry = alphabet.firstIndex(of: byte) else { return nil }
      for at in number.indices {
        carry += Int(number[at]) * 58
        number[at] = UInt8(carry & 0xFF)
        carry >>= 8
      }
      while carry > 0 {
        number.append(UInt8(carry & 0xFF))
        carry >>= 8
      }
    }
    return text.prefix { $0 == 0x31 }.map { _ in 0 } + number.reversed()
  }
}

/// Segregated witness addresses.
enum Bech32 {
  private static let alphabet = Array("qpzry9x8gf2tvdw0s3jn54khce6mua7l".utf8)
  private static let generators = [0x3b6a_57b2, 0x2650_8e6d, 0x1ea1_19fa, 0x3d42_33dd, 0x2a14_62b3]

  /// Whether `text` is a main-network address with a valid checksum for its witness version.
  static func isWitness(_ text: ArraySlice<UInt8>) -> Bool {
    guard (14...90).contains(text.count) else { return false }
    guard !(text.contains(where: \.isUpperLetter) && text.contains(where: \.isLowerLetter)) else { return false }
    var values: [Int] = []
    for byte in text.dropFirst(3) {
      guard let value = alphabet.firstIndex(of: byte.isUpperLetter ? byte + 32 : byte) else { return false }
      values.append(value)
    }
    guard let version = values.first, version <= 16 else { return false }
    // The prefix "bc" expanded: high bits, zero, low bits.
    guard polymod([3, 3, 0, 2, 3] + values) == (version == 0 ? 1 : 0x2bc8_30a3) else { return false }
    let data = values.count - 7
    let bytes = data * 5 / 8
    guard data * 5 % 8 < 5, (2...40).contains(bytes) else { return false }
    return version != 0 || bytes == 20 || bytes == 32
  }

  private static func polymod(_ values: [Int]) -> Int {
    var checksum = 1
    for value in values {
      let top = checksum >> 25
      checksum = (checksum & 0x1ff_ffff) << 5 ^ value
      for (bit, generator) in generators.enumerated() where top >> bit & 1 == 1 { checksum ^= generator }
    }
    return checksum
  }
}
