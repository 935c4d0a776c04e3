/// The ways in which a text may be folded before it is matched.
///
/// Folds combine freely. `width`, `invisible`, `case` and `han` look at one character at a time; then `numerals` looks at runs of
/// numerals, and last `gaps` at what stands between digits or Han characters. So a gap is seen as it is after the other folds.
public struct Fold: OptionSet, Sendable, Hashable {
  /// One bit a fold.
  public let rawValue: UInt8

  /// A set from its bits.
  public init(rawValue: UInt8) { self.rawValue = rawValue }

  /// Full-width and other compatibility forms of ASCII become ASCII; CJK punctuation `，！？（）；：。…` stays.
  ///
  /// Letters and digits that are mathematical, raised or lowered, enclosed letters (Ⓐ, 🅰) and Roman numerals of one letter (Ⅹ) become
  /// plain; hyphens and the minus sign (`‐‑‒–−`) become `-`, middle dots (`‧∙⋅・･`) `·`; spaces of any width become U+0020; `￥￡￠￦` become
  /// `¥£¢₩`. Circled digits are list markers and stay: see `numerals`. The em dash and the bullet stay as well.
  public static let width = Fold(rawValue: 1 << 0)
  /// Zero-width characters, soft hyphens, variation selectors, keycaps and bidi controls are left out.
  public static let invisible = Fold(rawValue: 1 << 1)
  /// Letters become lower case, each by its simple mapping.
  public static let `case` = Fold(rawValue: 1 << 2)
  /// Separators between digits, or between Han characters, are left out.
  ///
  /// At most three in a row, and never what makes a number of two: decimals, grouped thousands, IPv4 addresses and dates stay as they
  /// are (`DigitCluster` has the rules). Between Han characters no line end and no punctuation is left out.
  public static let gaps = Fold(rawValue: 1 << 3)
  /// Traditional characters become simplified ones, character by character; so do compatibility ideographs and radicals.
  ///
  /// A character of the Table of General Standard Chinese Characters or of GB 2312 stays, since plain simplified text uses it (乾坤, 著名, 里程);
  /// the exceptions that simplified text next to never uses are 後, 於, 徵, 麽, 摺, 瞭 and 夥.
  public static let han = Fold(rawValue: 1 << 4)
  /// Numerals of other shapes (一三八, ①, 壹) become ASCII digits inside numbers of at least seven, in one run or in groups.
  ///
  /// Decimal digits of other scripts (١٣٨) become ASCII at any length. Amounts and dates in words (一百三十八亿, 二〇二六年) stay.
  public static let numerals = Fold(rawValue: 1 << 5)

  /// What a rule gets that says nothing.
  public static let standard: Fold = [.width, .invisible]

  /// The names of the rule language, in order.
  public static let names: [(name: String, fold: Fold)] = [
    ("width", .width), ("invisible", .invisible), ("case", .case), ("gaps", .gaps), ("han", .han), ("numerals", .numerals),
  ]

  /// The version of the Unicode Character Database that the folds were made from.
  public static let unicodeVersion = "15.0.0"

  /// The fold of this name, or nil when there is none.
  public init?(name: some StringProtocol) {
    guard let known = Fold.names.first(where: { $0.name == name }) else { return nil }
    self = known.fold
  }

  /// The names of the folds in this set, in the order of the rule language.
  public var names: [String] { Fold.names.filter { contains($0.fold) }.map(\.name) }

  /// `string` folded as a text of its own: the way for a phrase to be compared with a view of the same fold.
  ///
  /// A phrase at the edge of a longer run can fold otherwise than inside it (七 alone stays 七); compare with the view that has neither
  /// `gaps` nor `numerals` as well.
  public func apply(_ string: String) -> String {
    var string = string
    let isUntouched = string.withUTF8 { bytes in
      let span = unsafe bytes.span
      return TextTraits(span).effective(self).isEmpty && !(contains(.case) && span.hasUpperASCII)
    }
    return isUntouched ? string : Text(string).view(self).string
  }
}
