import CPCRE2

/// What the linked libpcre2-8 says of itself.
public enum PCRE2 {
  /// Its version, such as `10.42`.
  public static let version: String = String(text(UInt32(PCRE2_CONFIG_VERSION)).prefix { $0 != " " })
  /// Its Unicode version, such as `14.0.0`.
  public static let unicodeVersion: String = text(UInt32(PCRE2_CONFIG_UNICODE_VERSION))
  /// Whether JIT works here: compiled in, and allowed by the system, which is tried once.
  public static let hasJIT: Bool = (try? Pattern("a").isJIT) ?? false

  private static func text(_ what: UInt32) -> String {
    var buffer = [UInt8](repeating: 0, count: 64)
    let length = unsafe buffer.withUnsafeMutableBufferPointer { unsafe pcre2_config_8(what, $0.baseAddress) }
    // The length PCRE2 returns counts the terminating zero.
    guard length > 0 else { return "" }
    return String(decoding: buffer.prefix(Int(length) - 1), as: UTF8.self)
  }

  /// PCRE2's message for an error number.
  static func message(_ error: Int32) -> String {
    var buffer = [UInt8](repeating: 0, count: 256)
    let length = unsafe buffer.withUnsafeMutableBufferPointer { unsafe pcre2_get_error_message_8(error, $0.baseAddress, $0.count) }
    return length > 0 ? String(decoding: buffer.prefix(Int(length)), as: UTF8.self) : "PCRE2 error \(error)"
  }
}
