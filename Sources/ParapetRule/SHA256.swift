/// The SHA-256 hash.
///
/// - Source: FIPS 180-4, Secure Hash Standard, sections 4.1.2, 5.3.3 and 6.2.
public struct SHA256: Sendable {
  /// The first 32 bits of the fractional parts of the cube roots of the first 64 primes.
  private static let constants: [UInt32] = [
    0x428a_2f98, 0x7137_4491, 0xb5c0_fbcf, 0xe9b5_dba5, 0x3956_c25b, 0x59f1_11f1, 0x923f_82a4, 0xab1c_5ed5, 0xd807_aa98, 0x1283_5b01,
    0x2431_85be, 0x550c_7dc3, 0x72be_5d74, 0x80de_b1fe, 0x9bdc_06a7, 0xc19b_f174, 0xe49b_69c1, 0xefbe_4786, 0x0fc1_9dc6, 0x240c_a1cc,
    0x2de9_2c6f, 0x4a74_84aa, 0x5cb0_a9dc, 0x76f9_88da, 0x983e_5152, 0xa831_c66d, 0xb003_27c8, 0xbf59_7fc7, 0xc6e0_0bf3, 0xd5a7_9147,
    0x06ca_6351, 0x1429_2967, 0x27b7_0a85, 0x2e1b_2138, 0x4d2c_6dfc, 0x5338_0d13, 0x650a_7354, 0x766a_0abb, 0x81c2_c92e, 0x9272_2c85,
    0xa2bf_e8a1, 0xa81a_664b, 0xc24b_8b70, 0xc76c_51a3, 0xd192_e819, 0xd699_0624, 0xf40e_3585, 0x106a_a070, 0x19a4_c116, 0x1e37_6c08,
    0x2748_774c, 0x34b0_bcb5, 0x391c_0cb3, 0x4ed8_aa4a, 0x5b9c_ca4f, 0x682e_6ff3, 0x748f_82ee, 0x78a5_636f, 0x84c8_7814, 0x8cc7_0208,
    0x90be_fffa, 0xa450_6ceb, 0xbef9_a3f7, 0xc671_78f2,
  ]

  private var state: [UInt32] = [
    0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a, 0x510e_527f, 0x9b05_688c, 0x1f83_d9ab, 0x5be0_cd19,
  ]
  private var schedule = [UInt32](repeating: 0, count: 64)
  private var pending: [UInt8] = []
  private var length: UInt64 = 0

  /// A hash of nothing yet.
  public init() {}

  /// Takes more bytes.
  public mutating func update(_ bytes: some Sequence<UInt8>) {
    for byte in bytes {
      pending.append(byte)
      length &+= 8
      if pending.count == 64 {
        compress()
        pending.removeAll(keepingCapacity: true)
      }
    }
  }

  /// The 32 bytes of the hash. No more bytes may be taken afterwards.
  public mutating func finish() -> [UInt8] {
    let bits = length
    pending.append(0x80)
    if pending.count > 56 {
      pending.append(contentsOf: repeatElement(0, count: 64 - pending.count))
      compress()
      pending.removeAll(keepingCapacity: true)
    }
    pending.append(contentsOf: repeatElement(0, count: 56 - pending.count))
    for shift in stride(from: UInt64(56), through: 0, by: -8) { pending.append(UInt8(truncatingIfNeeded: bits >> shift)) }
    compress()
    return state.flatMap { word in [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: word >> UInt32($0)) } }
  }

  private mutating func compress() {
    for t in 0..<16 {
      schedule[t] =
        UInt32(pending[4 * t]) << 24 | UInt32(pending[4 * t + 1]) << 16 | UInt32(pending[4 * t + 2]) << 8 | UInt32(pending[4 * t + 3])
    }
    for t in 16..<64 {
      let (x, y) = (schedule[t - 15], schedule[t - 2])
      let s0 = SHA256.rotate(x, 7) ^ SHA256.rotate(x, 18) ^ (x >> 3)
      let s1 = SHA256.rotate(y, 17) ^ SHA256.rotate(y, 19) ^ (y >> 10)
      schedule[t] = s1 &+ schedule[t - 7] &+ s0 &+ schedule[t - 16]
    }
    var (a, b, c, d) = (state[0], state[1], state[2], state[3])
    var (e, f, g, h) = (state[4], state[5], state[6], state[7])
    for t in 0..<64 {
      let s1 = SHA256.rotate(e, 6) ^ SHA256.rotate(e, 11) ^ SHA256.rotate(e, 25)
      let first = h &+ s1 &+ ((e & f) ^ (~e & g)) &+ SHA256.constants[t] &+ schedule[t]
      let s0 = SHA256.rotate(a, 2) ^ SHA256.rotate(a, 13) ^ SHA256.rotate(a, 22)
      let second = s0 &+ ((a & b) ^ (a & c) ^ (b & c))
      (h, g, f, e, d, c, b, a) = (g, f, e, d &+ first, c, b, a, first &+ second)
    }
    for (index, word) in [a, b, c, d, e, f, g, h].enumerated() { state[index] = state[index] &+ word }
  }

  private static func rotate(_ word: UInt32, _ bits: UInt32) -> UInt32 { word >> bits | word << (32 - bits) }
}

extension SHA256 {
  /// The hash of `bytes`, 32 bytes.
  public static func hash(_ bytes: some Sequence<UInt8>) -> [UInt8] {
    var sha = SHA256()
    sha.update(bytes)
    return sha.finish()
  }

  /// The hash of `bytes` in 64 small hexadecimal digits.
  public static func hex(_ bytes: some Sequence<UInt8>) -> String { hexadecimal(hash(bytes)) }

  /// `bytes` in small hexadecimal digits.
  public static func hexadecimal(_ bytes: [UInt8]) -> String {
    let digits = Array("0123456789abcdef".utf8)
    return String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }

  /// The message authentication code of `bytes` under `key`, 32 bytes.
  ///
  /// - Source: RFC 2104 with SHA-256, as tested by RFC 4231.
  public static func authenticationCode(for bytes: some Sequence<UInt8>, key: [UInt8]) -> [UInt8] {
    var block = key.count > 64 ? hash(key) : key
    block.append(contentsOf: repeatElement(0, count: 64 - block.count))
    var inner = SHA256()
    inner.update(block.map { $0 ^ 0x36 })
    inner.update(bytes)
    var outer = SHA256()
    outer.update(block.map { $0 ^ 0x5c })
    outer.update(inner.finish())
    return outer.finish()
  }
}
