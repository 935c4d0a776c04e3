/// Every law, standard and article that a rule may rest on: `legal.yaml`.
public struct LegalRegister: Sendable {
  /// A law, a regulation or a standard.
  public struct Instrument: Sendable {
    /// Its key, such as `CN-PIPL-2021`.
    public var key: String
    /// What it is called.
    public var title: LocalizedText
    /// Who issued it.
    public var issuer: String
    /// The day from which it is in force, `YYYY-MM-DD`.
    public var inForceFrom: String
    /// The day on which it ceased to be, or nil.
    public var inForceUntil: String?
    /// Its official number, such as 银发〔2026〕42号, or nil.
    public var number: String?
    /// The number of its last article, where somebody has written it down.
    public var lastArticle: Int?
    /// The key of what has taken its place, or nil.
    public var replacedBy: String?
    /// False when nobody has checked the wording against the source.
    public var verified: Bool
    /// How it was checked.
    public var checked: String?
    /// Its articles, in the order written.
    public var articles: [Article]
    /// The line of `legal.yaml`.
    public var line: Int

    /// The article called `key`, or nil.
    public func article(_ key: String) -> Article? { articles.first { $0.key.isSame(as: key) } }
  }

  /// One article of an instrument.
  public struct Article: Sendable {
    /// Its key, such as `art.51(3)`.
    public var key: String
    /// What it demands, in the project's own words.
    public var demand: String
    /// False when nobody has checked the wording against the source.
    public var verified: Bool
    /// How it was checked.
    public var checked: String?
  }

  /// The instruments, in the order written.
  public var instruments: [Instrument]

  /// The instrument called `key`, or nil.
  public func instrument(_ key: String) -> Instrument? { instruments.first { $0.key.isSame(as: key) } }
}
