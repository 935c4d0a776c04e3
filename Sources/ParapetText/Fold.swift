/// The ways in which a text may be folded before it is matched.
public struct Fold: OptionSet, Sendable, Hashable {
  /// One bit a fold, in the order in which they are applied.
  public let rawValue: UInt8

  /// A set from its bits.
  public init(rawValue: UInt8) { self.rawValue = rawValue }

  /// Full-width and other compatibility forms of ASCII become ASCII; CJK punctuation stays.
  public static let width = Fold(rawValue: 1 << 0)
  /// Zero-width characters, soft hyphens, variation selectors and bidi controls are left out.
  public static let invisible = Fold(rawValue: 1 << 1)
  /// Letters become lower case.
  public static let `case` = Fold(rawValue: 1 << 2)
  /// Separators between digits, or between Han characters, are left out.
  public static let gaps = Fold(rawValue: 1 << 3)
  /// Traditional characters become simplified ones.
  public static let han = Fold(rawValue: 1 << 4)
  /// Numerals of other shapes (一三八, ①, 壹) become ASCII digits inside digit runs.
  public static let numerals = Fold(rawValue: 1 << 5)

  /// What a rule gets that says nothing.
  public static let standard: Fold = [.width, .invisible]

  /// The names of the rule language, in order.
  public static let names: [(name: String, fold: Fold)] = [
    ("width", .width), ("invisible", .invisible), ("case", .case), ("gaps", .gaps), ("han", .han), ("numerals", .numerals),
  ]
}

extension Fold {
  /// `text`, folded.
  public func apply(_ text: String) -> String { String(decoding: Text(text).view(self).utf8, as: UTF8.self) }
}
