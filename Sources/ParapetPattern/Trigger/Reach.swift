/// How far something can lie at most: so many bytes, and so many runs of blanks and of word characters, however long those are in the text.
///
/// `\s+` and `\w+` have no bound of their own, but no text holds a longer run than its longest.
public struct Reach: Sendable, Equatable {
  /// Bytes outside such runs.
  public var bytes: Int
  /// Runs of ASCII blanks.
  public var blanks: Int
  /// Runs of ASCII letters, digits and underscores.
  public var words: Int

  static let none = Reach(bytes: 0)
  /// Longer ways are not worth counting runs for.
  private static let mostRuns = 24

  init(bytes: Int, blanks: Int = 0, words: Int = 0) {
    (self.bytes, self.blanks, self.words) = (bytes, blanks, words)
  }

  /// Its bytes, when there is nothing else to it.
  public var bytesAlone: Int? { blanks | words == 0 ? bytes : nil }

  /// How far it is in a text with runs no longer than these.
  public func bytes(blank: Int, word: Int) -> Int { bytes + blanks * blank + words * word }

  /// What is taken for it where ways are compared: a run is as long as usual.
  var estimate: Int { bytes + blanks + 8 * words }

  /// Both ways one after the other.
  static func + (a: Reach, b: Reach) -> Reach {
    Reach(bytes: min(a.bytes + b.bytes, Outline.Width.limit), blanks: a.blanks + b.blanks, words: a.words + b.words)
  }

  /// The way so many times, or nil when its runs are too many.
  func times(_ count: Int) -> Reach? {
    if bytes == 0 && blanks == 0 && words == 0 { return self }
    if blanks + words > 0, (blanks + words) * count > Self.mostRuns { return nil }
    return Reach(bytes: min(bytes * count, Outline.Width.limit), blanks: blanks * count, words: words * count)
  }

  /// As far as either.
  func or(_ other: Reach) -> Reach {
    Reach(bytes: max(bytes, other.bytes), blanks: max(blanks, other.blanks), words: max(words, other.words))
  }
}
