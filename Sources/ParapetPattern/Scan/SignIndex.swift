/// All signs that a program looks for, ready to be found in one pass for literals and one for shapes.
public final class SignIndex: Sendable {
  /// Signs while they are collected. Each has an owner, a number that its events carry.
  public struct Builder: Sendable {
    fileprivate var owners: [[Int32]] = []
    fileprivate var numbers: [[UInt8]: Int] = [:]
    fileprivate var short: [(literal: [UInt8], owner: Int32)] = []
    fileprivate var grams = GramTable()
    fileprivate var shapes = ShapeSigns()

    /// No signs.
    public init() {}

    /// Adds a literal, which must not be empty; its ASCII letters must be in lower case.
    public mutating func add(literal: [UInt8], owner: Int32) {
      if let number = numbers[literal] {
        if !owners[number].contains(owner) { owners[number].append(owner) }
      } else if grams.add(literal) {
        numbers[literal] = owners.count
        owners.append([owner])
      } else {
        short.append((literal, owner))
      }
    }

    /// Adds a sign of a trigger.
    public mutating func add(_ sign: Trigger.Sign, owner: Int32) {
      switch sign {
      case .literals(let literals): for literal in literals.literals { add(literal: literal, owner: owner) }
      case .digits(let least): shapes.digits.append(.init(least: least, owner: owner))
      case .spacedDigits(let least): shapes.spacedDigits.append(.init(least: least, owner: owner))
      case .token(let least): shapes.tokens.append(.init(least: least, owner: owner))
      case .at: shapes.ats.append(owner)
      }
    }

    /// What is scanned with.
    public consuming func index() -> SignIndex { SignIndex(self) }
  }

  let grams: GramTable
  let shapes: ShapeSigns
  private let short: ShortLiterals
  /// The owners of each literal: `owners[ownerStarts[n]..<ownerStarts[n + 1]]`.
  private let owners: [Int32]
  private let ownerStarts: [Int32]

  private init(_ builder: consuming Builder) {
    builder.grams.seal()
    builder.shapes.seal()
    grams = builder.grams
    shapes = builder.shapes
    short = ShortLiterals(builder.short)
    owners = builder.owners.flatMap(\.self)
    var starts: [Int32] = [0]
    for list in builder.owners { starts.append(starts[starts.count - 1] + Int32(list.count)) }
    ownerStarts = starts
  }

  /// Adds every sign that stands in `text` to `events`, in no order.
  ///
  /// - Complexity: linear in the text and in the events; flat in the number of signs, but for those of digits: each run of digits is
  ///   told to every sign that asks for no more digits than it has.
  public func scan(_ text: borrowing ScanBuffer, into events: inout SignEvents) {
    GramScan.scan(text, self, into: &events)
    ShapeScan.scan(text, shapes, into: &events)
    short.scan(text, into: &events)
  }

  /// Adds an event for each owner of a literal.
  func tell(_ literal: Int, _ start: Int, _ end: Int, into events: inout SignEvents) {
    for place in Int(ownerStarts[literal])..<Int(ownerStarts[literal &+ 1]) {
      events.append(SignEvent(owner: owners[place], start: Int32(truncatingIfNeeded: start), end: Int32(truncatingIfNeeded: end)))
    }
  }
}
