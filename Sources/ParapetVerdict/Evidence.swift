/// Matched text on its way out: the one door through which a stretch of an event may reach a verdict, a log or a report.
///
/// It is made from text together with what hides it, and keeps only what may be shown. Nothing gives the rest back.
public struct Evidence: Sendable, Equatable {
  /// What may be shown, or nil when nothing may.
  public let masked: String?
  /// A keyed digest that links equal values, or nil without a key or for authentication secrets.
  public let digest: String?

  /// Nothing to show.
  public static let none = Evidence(masked: nil, digest: nil)

  private init(masked: String?, digest: String?) {
    self.masked = masked
    self.digest = digest
  }

  /// The longest stretch that evidence shows, in Unicode scalars; the rest becomes an ellipsis.
  static let longest = 160

  /// `value`, seen through `mask`, and linked by `key` when there is one.
  public init(_ value: String, through mask: Mask, linkedBy key: DigestKey? = nil, canonical: [UInt8] = []) {
    self.init(masked: Evidence.shortened(mask.apply(to: value)), digest: key?.digest(of: canonical))
  }

  /// `value` with the parts that `veils` cover replaced; ranges are in bytes of `value`, sorted, not overlapping.
  public init(_ value: String, veils: [(range: Range<Int>, with: String)]) {
    let bytes = Array(value.utf8)
    var shown: [UInt8] = []
    var at = 0
    for veil in veils where veil.range.lowerBound >= at && veil.range.upperBound <= bytes.count {
      shown += bytes[at..<veil.range.lowerBound]
      shown += Array(veil.with.utf8)
      at = veil.range.upperBound
    }
    shown += bytes[at...]
    self.init(masked: Evidence.shortened(String(decoding: shown, as: UTF8.self)), digest: nil)
  }

  private static func shortened(_ text: String) -> String {
    if text.utf8.count <= longest { return text }
    let scalars = text.unicodeScalars
    let end = scalars.index(scalars.startIndex, offsetBy: longest, limitedBy: scalars.endIndex) ?? scalars.endIndex
    guard end < scalars.endIndex else { return text }
    return String(scalars[..<end]) + "…"
  }
}
