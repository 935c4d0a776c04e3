/// A list of what there is: laws, document numbers, products, contacts or rates, on a day and from a source.
///
/// What an entry's dates mean is settled when the register is loaded, so that judging needs no clock.
public struct Register: Sendable, Equatable {
  /// What a register lists, by its name in the rule language.
  public enum Kind: String, Sendable, CaseIterable {
    /// Laws by title, with the number of their last article.
    case laws
    /// Official documents by number, such as 银发〔2026〕42号.
    case documents
    /// Products and funds by code.
    case products
    /// Telephone numbers and domains.
    case contacts
    /// Rates and prices by name, with their history.
    case rates
  }

  /// One line of a register.
  public struct Entry: Sendable, Equatable {
    /// The title, number, code, address or name.
    public var key: String
    /// Other names of the same.
    public var names: [String]
    /// Whether it is no longer in force, or no longer offered.
    public var hasEnded: Bool
    /// Whether it is not in force yet.
    public var isFuture: Bool
    /// What has taken its place, or nil.
    public var successor: String?
    /// The number of the last article of a law; nil when nobody has written it down.
    public var lastArticle: Int?
    /// What a rate is now, as printed, or nil.
    public var value: String?
    /// What it was before.
    public var formerValues: [String]
    /// False when nobody has checked the entry against its source.
    public var isVerified: Bool

    /// An entry in force, checked, with nothing but a key and other names.
    public init(_ key: String, names: [String] = []) {
      self.key = key
      self.names = names
      hasEnded = false
      isFuture = false
      formerValues = []
      isVerified = true
    }
  }

  /// What it lists.
  public var kind: Kind
  /// Where it comes from, for people.
  public var source: String
  /// The day for which it speaks, `YYYY-MM-DD`; empty when it does not say.
  public var asOf: String
  /// Whether what it does not list does not exist.
  public var isComplete: Bool
  /// Its entries, in the order written.
  public var entries: [Entry]

  /// A register from its parts.
  public init(kind: Kind, source: String, asOf: String, isComplete: Bool, entries: [Entry]) {
    self.kind = kind
    self.source = source
    self.asOf = asOf
    self.isComplete = isComplete
    self.entries = entries
  }
}
