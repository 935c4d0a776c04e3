/// How a claim fares against what can be, or against what the same text says.
public struct SelfCheck: Sendable, Equatable {
  /// How it fares.
  public enum Outcome: Sendable {
    /// Nothing speaks against it.
    case holds
    /// It is hardly possible.
    case doubtful
    /// It cannot be.
    case broken
  }
  /// How it fares.
  public var outcome: Outcome
  /// The other place of the text, in bytes, where there is one.
  public var other: Range<Int>?

  /// A check from its parts.
  public init(_ outcome: Outcome, other: Range<Int>? = nil) {
    self.outcome = outcome
    self.other = other
  }
}
