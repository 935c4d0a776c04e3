/// Finds every occurrence of many literals in one pass, overlapping ones included.
public struct LiteralScanner: Sendable {
  /// Where a literal stands: its number in the list given to `init`, and its first byte.
  public struct Hit: Sendable, Equatable {
    /// The number of the literal.
    public let literal: Int
    /// Where it begins, in bytes.
    public let start: Int
  }

  /// A scanner for `literals`, none of which may be empty. Equal literals each get their hits.
  public init(_ literals: [[UInt8]]) {}

  /// All hits in `text`, appended to `hits` in order of start, then of literal number.
  public func scan(_ text: [UInt8], into hits: inout [Hit]) {}
}
