internal import ParapetEntity
public import ParapetFormat
public import ParapetText

/// An answer that shows its reasons: claims with citations, figures with operands and formula.
///
/// Its shape is that of `Rules/schemas/reasoned.v1.json`; what has another shape is the schema's business and is passed over here. Checked is
/// what no schema can say: that what is cited was supplied and says what is quoted, that an operand stands in the passage it is taken from,
/// that a formula gives the figure beside it, and that no figure is said that is not among those.
public struct ReasonedAnswer: Sendable {
  /// What is wrong with one place.
  public struct Fault: Sendable, Equatable {
    /// The kinds.
    public enum Kind: String, Sendable, CaseIterable {
      /// The text is not JSON.
      case json
      /// A citation, an operand or a figure names a passage that was not supplied.
      case citation
      /// What is quoted does not stand in the passage.
      case quote
      /// The passage does not have the value that is taken from it.
      case operand
      /// The formula is none, or names an operand that is not there.
      case formula
      /// The formula gives another figure.
      case arithmetic
      /// A claim names a figure that is not there, or two have one id.
      case reference
      /// The conclusion or a claim says a figure that is not among the figures.
      case undeclared
    }
    /// Which.
    public let kind: Kind
    /// A sentence for people that quotes no values, in Chinese.
    public let reasonZh: String
    /// The same in English.
    public let reasonEn: String

    init(_ kind: Kind, _ zh: String, _ en: String) {
      self.kind = kind
      reasonZh = zh
      reasonEn = en
    }

    /// The text is not JSON.
    public static let notJSON = Fault(.json, "不是有效的 JSON，无从核对", "it is not valid JSON, so nothing can be checked")
  }

  private let document: JSON
  private let passages: [String: [UInt8]]
  private let fold: Fold

  /// An answer and the passages that it may cite, their texts folded by `fold`.
  public init(_ document: JSON, passages: [Passage], fold: Fold) {
    self.document = document
    self.passages = Dictionary(passages.map { ($0.id, $0.utf8) }) { first, _ in first }
    self.fold = fold
  }

  /// Everything that does not hold, with its place in bytes of the document, in order of place.
  public func faults() -> [(range: Range<Int>, fault: Fault)] {
    var found: [(range: Range<Int>, fault: Fault)] = []
    let figures = document["figures"]?.elements ?? []
    var known: [String: FixedPoint] = [:]
    for figure in figures {
      guard let id = figure["id"]?.string, let value = value(of: figure) else { continue }
      if known.updateValue(value, forKey: id) != nil, let place = figure["id"]?.range {
        found.append((place, Fault(.reference, "两个数字用了同一编号", "two figures have one id")))
      }
    }
    for figure in figures { found += faults(ofFigure: figure, known) }
    for claim in document["claims"]?.elements ?? [] { found += faults(ofClaim: claim, known) }
    found += undeclared(figures)
    return found.sorted { ($0.range.lowerBound, $0.range.upperBound) < ($1.range.lowerBound, $1.range.upperBound) }
  }

  // MARK: Claims

  private func faults(ofClaim claim: JSON, _ known: [String: FixedPoint]) -> [(Range<Int>, Fault)] {
    var found: [(Range<Int>, Fault)] = []
    for citation in claim["citations"]?.elements ?? [] {
      guard let source = citation["source"], let id = source.string else { continue }
      guard let passage = passages[id] else {
        found.append((source.range, .noPassage))
        continue
      }
      guard let quote = citation["quote"], let text = quote.string else { continue }
      if !contains(passage, Text(text).view(fold).utf8) {
        found.append((quote.range, Fault(.quote, "引文不在所引材料中", "the quotation does not stand in the passage that it cites")))
      }
    }
    for reference in claim["figures"]?.elements ?? [] where reference.string.map({ known[$0] == nil }) ?? false {
      found.append((reference.range, Fault(.reference, "没有这个编号的数字", "no figure has this id")))
    }
    return found
  }

  /// Whether `quote` stands in `passage`, white space aside.
  private func contains(_ passage: [UInt8], _ quote: [UInt8]) -> Bool {
    let (text, wanted) = (passage.filter { $0 > 0x20 }, quote.filter { $0 > 0x20 })
    guard let first = wanted.first, text.count >= wanted.count else { return false }
    return (0...text.count - wanted.count).contains { text[$0] == first && text[$0..<$0 + wanted.count].elementsEqual(wanted) }
  }

  // MARK: Figures

  private func faults(ofFigure figure: JSON, _ known: [String: FixedPoint]) -> [(Range<Int>, Fault)] {
    var found: [(Range<Int>, Fault)] = []
    var operands: [String: FixedPoint] = [:]
    for operand in figure["operands"]?.elements ?? [] {
      guard let name = operand["name"]?.string else { continue }
      if let other = operand["figure"] {
        guard let id = other.string else { continue }
        if let value = known[id] {
          operands[name] = value
        } else {
          found.append((other.range, Fault(.reference, "没有这个编号的数字", "no figure has this id")))
        }
      } else if let value = value(of: operand) {
        operands[name] = value
        found += unsupported(operand, value)
      }
    }
    guard let formula = figure["formula"], let text = formula.string else {
      if let value = value(of: figure) { found += unsupported(figure, value) }
      return found
    }
    guard let stated = figure["value"]?.number, let value = FixedPoint(decimal: stated) else { return found }
    do {
      let computed = try Formula.evaluate(text, with: operands)
      if computed.used.isEmpty {
        found.append((formula.range, Fault(.formula, "公式没有用到任何取数", "the formula uses no operand")))
      } else if (computed.value - value).magnitude > FixedPoint.half(of: stated) {
        found.append((figure["value"]?.range ?? formula.range, Fault(.arithmetic, "按公式算不出所写的数", "the formula gives another figure")))
      }
    } catch {
      found.append((formula.range, Fault(.formula, "公式无法计算：\(error.zh)", "the formula cannot be computed: \(error.en)")))
    }
    return found
  }

  /// What is wrong with taking `value` from the passage that `place` names.
  private func unsupported(_ place: JSON, _ value: FixedPoint) -> [(Range<Int>, Fault)] {
    guard let source = place["source"], let id = source.string else { return [(place.range, .noSource)] }
    guard let passage = passages[id] else { return [(source.range, .noPassage)] }
    if stands(value, in: passage) { return [] }
    return [(place["value"]?.range ?? place.range, .noOperand)]
  }

  private func stands(_ value: FixedPoint, in passage: [UInt8]) -> Bool {
    for quantity in Recognizer.mentions(of: .quantity, in: passage).compactMap(\.quantity)
    where quantity.value.magnitude == value.magnitude || quantity.printed.magnitude == value.magnitude { return true }
    return false
  }

  private func value(of place: JSON) -> FixedPoint? { place["value"]?.number.flatMap { FixedPoint(decimal: $0) } }

  // MARK: What is said

  /// Figures in the conclusion and the claims that are neither among the figures and operands nor in what the claim quotes.
  private func undeclared(_ figures: [JSON]) -> [(Range<Int>, Fault)] {
    let declared = figures.flatMap { [$0] + ($0["operands"]?.elements ?? []) }.compactMap { value(of: $0)?.magnitude }
    let claims = document["claims"]?.elements ?? []
    let said = claims.flatMap { $0["citations"]?.elements ?? [] }.compactMap { $0["quote"]?.string }.flatMap(quantities)
    var places: [JSON] = claims.compactMap { $0["text"] }
    if let conclusion = document["conclusion"] { places.insert(conclusion, at: 0) }
    return places.compactMap { place in
      guard let text = place.string else { return nil }
      let stray = quantities(in: text).contains { quantity in
        guard quantity.role == .measure, quantity.significantDigits > 1 || quantity.unit != .plain else { return false }
        let known = declared.contains { $0 == quantity.value.magnitude || $0 == quantity.printed.magnitude }
        return !known && !said.contains { $0.value.magnitude == quantity.value.magnitude }
      }
      guard stray else { return nil }
      return (place.range, Fault(.undeclared, "说出的数字没有列出来源或算法", "it says a figure whose source or formula is not given"))
    }
  }

  private func quantities(in text: String) -> [Quantity] {
    Recognizer.mentions(of: .quantity, in: Text(text).view(fold).utf8).compactMap(\.quantity)
  }
}

extension ReasonedAnswer.Fault {
  fileprivate static let noPassage = Self(.citation, "所引材料不存在", "the passage that it cites was not supplied")
  fileprivate static let noSource = Self(.citation, "没有写明取自哪份材料", "it does not say which passage it is taken from")
  fileprivate static let noOperand = Self(.operand, "所引材料中没有这个数", "the passage does not have this value")
}

extension Formula.Fault {
  fileprivate var zh: String {
    switch self {
    case .syntax: "写法有误"
    case .tooLarge: "过长或括号过深"
    case .unknownOperand: "用到未列出的取数"
    case .divisionByZero: "除数为零"
    case .overflow: "数值过大"
    }
  }
  fileprivate var en: String {
    switch self {
    case .syntax: "it is not an expression"
    case .tooLarge: "it is too long or too deep"
    case .unknownOperand: "it names an operand that is not listed"
    case .divisionByZero: "it divides by nought"
    case .overflow: "a value is too large"
    }
  }
}

extension FixedPoint {
  /// Half of one unit of the last digit that `decimal` prints, and a billionth for what rounding on the way may cost.
  fileprivate static func half(of decimal: String) -> FixedPoint {
    let decimals =
      decimal.utf8.firstIndex(of: UInt8(ascii: ".")).map { decimal.utf8.distance(from: $0, to: decimal.utf8.endIndex) - 1 } ?? 0
    var unit: Int128 = 1_000_000_000
    for _ in 0..<min(decimals, 9) { unit /= 10 }
    return FixedPoint(billionths: unit / 2 + 100)
  }
}
