import ParapetFormat
public import ParapetRule

/// The register of laws the other way round: for each article the rules that serve it, and whether it is in force on a day.
public struct LegalIndex: Sendable {
  /// Whether an instrument holds on the day asked about.
  public enum Standing: Sendable, Equatable {
    case inForce
    /// It was repealed; the last day on which it was in force.
    case repealed(until: String)
    /// It is in force only from this day.
    case notYet(from: String)
  }

  /// One article, or an instrument as a whole, with the rules that cite it.
  public struct Entry: Sendable {
    /// The instrument's key.
    public let instrument: String
    /// The article's key; nil for the instrument as a whole.
    public let article: String?
    /// What it demands; empty for the instrument as a whole.
    public let demand: String
    /// Whether somebody has checked the wording against the source.
    public let verified: Bool
    /// How it was checked.
    public let checked: String?
    /// The rules that cite it, by id.
    public let rules: [String]

    /// As rules cite it.
    public var cite: String { article.map { "\(instrument) \($0)" } ?? instrument }
  }

  /// The instruments, in the order of the register.
  public let instruments: [LegalRegister.Instrument]
  /// The day.
  public let day: String
  private let entries: [String: [Entry]]

  /// The index of `rules` over `register` on `day` (`YYYY-MM-DD`).
  public init(_ register: LegalRegister, rules: [Rule], asOf day: String) {
    self.day = day
    instruments = register.instruments
    var citing: [String: [String]] = [:]
    for rule in rules {
      for basis in rule.legal where !(citing[basis.cite]?.contains(rule.id) ?? false) { citing[basis.cite, default: []].append(rule.id) }
    }
    entries = Dictionary(
      register.instruments.map { instrument in
        let articles = instrument.articles.map { article in
          Entry(
            instrument: instrument.key, article: article.key, demand: article.demand, verified: article.verified,
            checked: article.checked ?? instrument.checked, rules: (citing["\(instrument.key) \(article.key)"] ?? []).sorted())
        }
        guard let whole = citing[instrument.key] else { return (instrument.key, articles) }
        let head = Entry(
          instrument: instrument.key, article: nil, demand: "", verified: instrument.verified, checked: instrument.checked,
          rules: whole.sorted())
        return (instrument.key, [head] + articles)
      }, uniquingKeysWith: { first, _ in first })
  }

  /// The articles of an instrument, in the order of the register.
  public func entries(of instrument: LegalRegister.Instrument) -> [Entry] { entries[instrument.key] ?? [] }

  /// Whether `instrument` holds on the day.
  public func standing(of instrument: LegalRegister.Instrument) -> Standing {
    if let until = instrument.inForceUntil, until < day { return .repealed(until: until) }
    return instrument.inForceFrom > day ? .notYet(from: instrument.inForceFrom) : .inForce
  }

  /// What rules cite although it is not in force on the day.
  public var invalid: [(entry: Entry, standing: Standing)] {
    instruments.flatMap { instrument in
      let standing = standing(of: instrument)
      return standing == .inForce ? [] : entries(of: instrument).filter { !$0.rules.isEmpty }.map { ($0, standing) }
    }
  }
}

extension LegalIndex.Standing {
  var words: (zh: String, en: String) {
    switch self {
    case .inForce: ("现行有效", "in force")
    case .repealed(let until): ("已废止（\(until) 止）", "repealed, in force until \(until)")
    case .notYet(let from): ("尚未施行（\(from) 起）", "not yet in force, from \(from)")
    }
  }
}
