/// The kinds of mention that the recognisers find, by their names in the rule language.
public enum MentionKind: String, Sendable, CaseIterable {
  /// A number with what it counts: plain, percent, money, basis points.
  case quantity
  /// An amount of money.
  case money
  /// A calendar date, a month, a quarter or a year.
  case date
  /// An official document number, such as 银发〔2026〕42号.
  case documentNumber = "document-number"
  /// An article of a law or contract, such as 《证券法》第八十八条 or Section 10(b).
  case lawArticle = "law-article"
  /// A reference to supplied material, such as [3] or [kb:prod-07#2].
  case citation
  /// A telephone number or web address offered as a contact.
  case contact
  /// A calculation shown in the text, such as 128.6 − 115.2 = 13.4.
  case equation
  /// A word of direction (增长, fell) tied to a figure or to a from–to pair.
  case direction
}

/// What stood in a text: a kind, a place and its reading.
public struct Mention: Sendable {
  /// The kind.
  public let kind: MentionKind
  /// Where, in bytes of the text that was read.
  public let range: Range<Int>
}

/// The recognisers.
public enum Recognizer {
  /// All mentions of `kind` in `utf8` (a folded view), in order, not overlapping.
  public static func mentions(of kind: MentionKind, in utf8: [UInt8]) -> [Mention] { [] }
}
