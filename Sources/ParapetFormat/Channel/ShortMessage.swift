/// What a text message costs: its encoding and its segments.
///
/// - Source: 3GPP TS 23.038, section 6.2 (the GSM 7 bit default alphabet and its extension) and TS 23.040, section 9.2.3.24.1
///   (concatenation: a header of six octets leaves 153 septets or 67 UCS-2 units of each segment).
public struct ShortMessage: Sendable, Equatable {
  /// How the characters are sent.
  public enum Encoding: String, Sendable {
    /// Seven bits a character; those of the extension table take two.
    case gsm7
    /// Sixteen bits a UTF-16 code unit.
    case ucs2
  }
  /// The encoding: UCS-2 as soon as one character is not in the GSM alphabet.
  public let encoding: Encoding
  /// Septets or UTF-16 code units.
  public let units: Int
  /// How many segments it takes; none for an empty text.
  public let segments: Int

  /// Measures `utf8`, which must be valid.
  ///
  /// A pair that must not be torn apart (an escape and its character, two surrogates) moves to the next segment as a whole.
  public init(_ utf8: [UInt8]) {
    let scalars = String(decoding: utf8, as: UTF8.self).unicodeScalars
    let isGSM = scalars.allSatisfy { ShortMessage.septets($0) > 0 }
    encoding = isGSM ? .gsm7 : .ucs2
    let widths = scalars.map { isGSM ? ShortMessage.septets($0) : $0.value > 0xFFFF ? 2 : 1 }
    units = widths.reduce(0, +)
    let (single, part) = isGSM ? (160, 153) : (70, 67)
    guard units > single else {
      segments = units == 0 ? 0 : 1
      return
    }
    var (count, used) = (1, 0)
    for width in widths {
      if used + width > part { (count, used) = (count + 1, 0) }
      used += width
    }
    segments = count
  }

  /// The septets that `scalar` takes in the GSM alphabet; none when it is not in it.
  static func septets(_ scalar: Unicode.Scalar) -> Int { basic.contains(scalar) ? 1 : extended.contains(scalar) ? 2 : 0 }

  private static let basic: Set<Unicode.Scalar> = Set(
    """
    @£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿\
    abcdefghijklmnopqrstuvwxyzäöñüà
    """.unicodeScalars)
  private static let extended: Set<Unicode.Scalar> = Set("\u{0C}^{}\\[~]|€".unicodeScalars)
}
