import ParapetText

/// A deployment's key for digests that link equal values across verdicts.
///
/// - Source: FIPS 198-1 (HMAC), FIPS 180-4 (SHA-256).
public struct DigestKey: Sendable {
  /// What the key is called in digests, such as `k1`.
  public let id: String
  private let secret: [UInt8]

  /// A key from its id and secret bytes.
  public init(id: String, secret: [UInt8]) {
    self.id = id
    self.secret = secret
  }

  /// `hmac-sha256:ID:` and the first 64 bits of the digest of `value`, in hex.
  func digest(of value: [UInt8]) -> String {
    "hmac-sha256:\(id):" + SHA256.hex(SHA256.authenticate(value, key: secret).prefix(8))
  }
}
