/// A text as it was received: UTF-8 that has been checked once.
///
/// Every offset that Parapet reports is an offset into this text. Folded forms of it are `View`s, which map back.
public struct Text: Sendable, Hashable {
  /// The bytes, always valid UTF-8.
  public let utf8: [UInt8]

  /// A text from a Swift string.
  public init(_ string: String) {
    utf8 = Array(string.utf8)
  }

  /// A text from bytes, or nil when they are not valid UTF-8.
  public init?(validating bytes: [UInt8]) {
    utf8 = bytes
  }

  /// The string in `range`, which must lie on scalar boundaries.
  public func string(in range: Range<Int>) -> String {
    String(decoding: utf8[range], as: UTF8.self)
  }

  /// The whole text as a string.
  public var string: String { String(decoding: utf8, as: UTF8.self) }

  /// `range` in UTF-8 bytes, Unicode scalars and UTF-16 code units.
  ///
  /// - Complexity: linear in `range.upperBound`.
  public func span(_ range: Range<Int>) -> TextSpan {
    TextSpan(utf8: range, scalar: range, utf16: range)
  }
}
