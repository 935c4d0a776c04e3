/// A folded form of a text, with the way back.
public struct View: Sendable {
  /// How it was folded.
  public let fold: Fold
  /// The folded bytes, valid UTF-8.
  public let utf8: [UInt8]

  /// The stretch of the text as received that `range` of this view came from.
  ///
  /// It begins where the first character of `range` began and ends where the last one ended: characters that folding left out at
  /// either edge are not part of it.
  public func original(_ range: Range<Int>) -> Range<Int> { range }
}

extension Text {
  /// This text, folded.
  public func view(_ fold: Fold) -> View { View(fold: fold, utf8: utf8) }
}
