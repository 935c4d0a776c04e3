public import ParapetText

/// All signs that a program looks for, ready to be found in one pass for literals and one for shapes.
@safe
public final class SignIndex: Sendable {
  /// Signs while they are collected. Each has an owner, a number that its events carry.
  public struct Builder: Sendable {
    /// The owners of each literal.
    fileprivate var owners: [[Int32]] = []
    fileprivate var numbers: [[UInt8]: Int] = [:]
    /// The literals by number.
    fileprivate var literals: [[UInt8]] = []
    fileprivate var shapes = ShapeSigns()
    /// How many bytes a gram of ASCII has, where that is not left to the number of literals.
    var narrowLength: Int?

    /// No signs.
    public init() {}

    /// Adds a literal, which must not be empty; its ASCII letters must be in lower case.
    public mutating func add(literal: [UInt8], owner: Int32) {
      let number = number(of: literal)
      if !owners[number].contains(owner) { owners[number].append(owner) }
    }

    private mutating func number(of literal: [UInt8]) -> Int {
      if let known = numbers[literal] { return known }
      let number = owners.count
      numbers[literal] = number
      owners.append([])
      literals.append(literal)
      return number
    }

    /// Adds a sign of a trigger; `edges` is what must stand beside a run of digits.
    public mutating func add(_ sign: Trigger.Sign, edges: Edges = .any, owner: Int32) {
      switch sign {
      case .literals(let literals): for literal in literals.literals { add(literal: literal, owner: owner) }
      case .digits(let least): shapes.digits.append(.init(least: least, owner: owner, edges: edges))
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
  let short: ShortLiterals
  /// The owners of each literal.
  let owners: OwnerLists
  /// The same, as a scan reads it.
  nonisolated(unsafe) private let tables: UnsafePointer<ScanTables>

  private convenience init(_ builder: consuming Builder) {
    builder.shapes.seal()
    var grams = builder.narrowLength.map(GramTable.init(narrowLength:)) ?? GramTable(literals: builder.literals.count)
    var short: [(literal: [UInt8], number: Int32)] = []
    for (number, literal) in builder.literals.enumerated() where !grams.add(literal, number: Int32(number)) {
      short.append((literal, Int32(number)))
    }
    grams.seal()
    self.init(grams: grams, shapes: builder.shapes, short: ShortLiterals(short), owners: OwnerLists(builder.owners))
  }

  init(grams: GramTable, shapes: ShapeSigns, short: ShortLiterals, owners: OwnerLists) {
    (self.grams, self.shapes, self.short, self.owners) = (grams, shapes, short, owners)
    let tables = UnsafeMutablePointer<ScanTables>.allocate(capacity: 1)
    unsafe tables.initialize(to: ScanTables(grams: grams, shapes: shapes, short: short, owners: owners))
    unsafe self.tables = unsafe UnsafePointer(tables)
  }

  deinit {
    unsafe tables.pointee.deallocate()
    unsafe tables.deallocate()
  }

  /// The index of no signs.
  public static let none = Builder().index()

  /// From the least owner of a sign to behind the largest; zero is among them.
  package var owned: Range<Int> {
    let others = shapes.digits + shapes.spacedDigits + shapes.tokens
    let all = [owners.all, shapes.ats, others.map(\.owner)]
    let (least, most) = (all.compactMap { $0.min() }.min() ?? 0, all.compactMap { $0.max() }.max() ?? -1)
    return min(0, Int(least))..<max(0, Int(most) + 1)
  }

  /// Adds every sign that stands in `text` to `events`, in no order, and says what concerns the folds in it.
  ///
  /// - Complexity: linear in the text and in the events; flat in the number of signs, but for those of digits: each run of digits is
  ///   told to every sign that asks for no more digits than it has.
  @discardableResult
  public func scan(_ text: borrowing ScanBuffer, into events: inout SignEvents) -> TextTraits {
    unsafe TextScan.scan(text, tables, into: &events)
  }
}

/// The owners of each literal, in one piece of memory.
struct OwnerLists: Sendable, Equatable {
  let all: [Int32]
  /// Where each list begins in `all`, and where the last ends.
  let starts: [Int32]

  init(_ lists: [[Int32]]) {
    all = lists.flatMap(\.self)
    var starts: [Int32] = [0]
    for list in lists { starts.append(starts[starts.count - 1] + Int32(list.count)) }
    self.starts = starts
  }

  init(all: [Int32], starts: [Int32]) { (self.all, self.starts) = (all, starts) }

  /// Whether every list lies in `all`.
  var isSound: Bool {
    starts.first == 0 && starts.last == Int32(all.count) && zip(starts, starts.dropFirst()).allSatisfy { $0 <= $1 }
  }
}
