public import ParapetEntity

/// What a judgement rests on: the figures that carry a claim, or that give another result than the claim's.
public struct Proof: Sendable, Equatable {
  /// A figure that was used.
  public struct Operand: Sendable, Equatable {
    /// Which text it stands in.
    public enum Source: Sendable, Equatable {
      /// A passage, by its number in the list given to `EvidenceIndex.init`.
      case passage(Int)
      /// The question.
      case question
      /// The answer itself, where the figure is supported or shown.
      case answer
    }
    /// The text it stands in.
    public let source: Source
    /// Where, in bytes of that text.
    public let range: Range<Int>
    /// An operand from its parts.
    public init(source: Source, range: Range<Int>) {
      self.source = source
      self.range = range
    }
  }

  /// How the claim follows: `quoted`, `rounded`, `truncated`, `hedged`, `fraction`, `unstated`, `repeat`, `equation`, `difference`,
  /// `total`, `average`, `growth`, `share`, `ratio`, `product`, `interest`, `instalment`, `far`; of annual rates
  /// `annual-365`, `compound-365` and the like by the periods of a year, `internal-rate`, `internal-rate-compound`.
  public let operation: String
  /// The figures used, in the order of the calculation; a few of them where there are very many.
  public var operands: [Operand] {
    switch used {
    case .one(let operand): [operand]
    case .many(let operands): operands
    }
  }
  private let used: Used

  /// Most proofs are a quotation, whose one figure needs no list.
  private enum Used: Sendable {
    case one(Operand)
    case many([Operand])
  }
  /// What the calculation gives; nil where nothing was calculated.
  public let result: FixedPoint?
  /// How many results luck alone would have given, in thousandths; nil where nothing was searched for.
  public let chance: Int?

  /// A proof from its parts.
  public init(operation: String, operands: [Operand], result: FixedPoint? = nil, chance: Int? = nil) {
    self.operation = operation
    used = operands.count == 1 ? .one(operands[0]) : .many(operands)
    self.result = result
    self.chance = chance
  }

  /// That one figure says it.
  init(operation: String, operand: Operand) {
    self.operation = operation
    used = .one(operand)
    result = nil
    chance = nil
  }

  /// Whether everything about both is the same.
  public static func == (a: Proof, b: Proof) -> Bool {
    a.operation == b.operation && a.operands == b.operands && a.result == b.result && a.chance == b.chance
  }

  /// The calculation in signs, such as `(128.6亿元 − 115.2亿元) ÷ 115.2亿元 = 11.6319%`; nil where nothing was calculated.
  ///
  /// - Parameter texts: what the operands say, in their order.
  public func formula(_ texts: [String]) -> String? {
    guard let result, let expression = Proof.expression(operation, texts) else { return nil }
    let isShare = ["growth", "share", "annual", "compound", "internal"].contains { operation.hasPrefix($0) }
    return expression + " = " + result.magnitude.text + (isShare ? "%" : "")
  }

  /// The left side of a calculation in signs; nil where `operation` calculates nothing.
  public static func expression(_ operation: String, _ texts: [String]) -> String? {
    guard let first = texts.first, let last = texts.last else { return nil }
    switch operation {
    case "difference": return "\(first) − \(last)"
    case "total": return texts.joined(separator: " + ")
    case "average": return "(" + texts.joined(separator: " + ") + ") ÷ \(texts.count)"
    case "growth": return "(\(first) − \(last)) ÷ \(last)"
    case "exchange": return "\(first) × \(last)"
    case "share", "ratio", "exchange-back": return "\(first) ÷ \(last)"
    case "product": return texts.joined(separator: " × ")
    case "interest": return texts.joined(separator: " × ") + " ÷ 365, 360 / 12"
    case "instalment": return texts.count == 3 ? "\(texts[0]) ÷ \(texts[2]) + \(texts[0]) × \(texts[1])" : nil
    case "equation": return first
    case "annual-12", "annual-360", "annual-365", "annual-366": return "\(first) × \(periods(operation))"
    case "compound-12", "compound-365": return "(1 + \(first))^\(periods(operation)) − 1"
    case "internal-rate": return texts.count == 2 ? "IRR(\(first), \(last)) × 12" : nil
    case "internal-rate-compound": return texts.count == 2 ? "(1 + IRR(\(first), \(last)))^12 − 1" : nil
    default: return nil
    }
  }
}

extension Proof {
  /// What stands behind the dash of an operation's name.
  private static func periods(_ operation: String) -> Substring { operation.drop { $0 != "-" }.dropFirst() }
}

/// A number with its place, as an operand.
struct Term: Sendable {
  let quantity: Quantity
  let source: Proof.Operand.Source
  let range: Range<Int>

  var operand: Proof.Operand { Proof.Operand(source: source, range: range) }

  init(_ quantity: Quantity, _ source: Proof.Operand.Source, _ range: Range<Int>) {
    self.quantity = quantity
    self.source = source
    self.range = range
  }

  init(_ figure: Figure) {
    self.init(figure.quantity, figure.passage < 0 ? .question : .passage(figure.passage), figure.range)
  }
}
