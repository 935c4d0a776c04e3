/// Matched text on its way out: the one door through which a stretch of an event may reach a verdict, a log or a report.
///
/// It is made from text and keeps only what may be shown. Nothing gives the rest back.
public struct Evidence: Sendable, Equatable {
  /// What may be shown, or nil when nothing may.
  public let masked: String?
  /// A keyed digest that links equal values, or nil without a key or for authentication secrets.
  public let digest: String?

  /// Nothing to show.
  public static let none = Evidence(masked: nil, digest: nil)

  /// Evidence that shows `masked`, a text whose sensitive parts have already been replaced.
  public init(masked: String?, digest: String?) {
    self.masked = masked
    self.digest = digest
  }
}
