/// A half-open stretch of a text as received, in the three units that callers count in.
public struct TextSpan: Sendable, Hashable, Comparable {
  /// In UTF-8 bytes.
  public let utf8: Range<Int>
  /// In Unicode scalars.
  public let scalar: Range<Int>
  /// In UTF-16 code units.
  public let utf16: Range<Int>

  /// A span from its three ranges.
  public init(utf8: Range<Int>, scalar: Range<Int>, utf16: Range<Int>) {
    self.utf8 = utf8
    self.scalar = scalar
    self.utf16 = utf16
  }

  /// By start, then by end.
  public static func < (a: TextSpan, b: TextSpan) -> Bool {
    (a.utf8.lowerBound, a.utf8.upperBound) < (b.utf8.lowerBound, b.utf8.upperBound)
  }
}
