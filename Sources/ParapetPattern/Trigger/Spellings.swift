/// A set of literals in one piece of memory; some may be equal.
public struct Spellings: Sendable, Equatable {
  /// At most so many literals are kept, of at most so many bytes each.
  static let most = 160
  static let longest = 64

  private(set) var bytes: [UInt8] = []
  /// Where each literal ends in `bytes`.
  private(set) var ends: [Int] = []

  /// The empty literal alone.
  static let nothing: Spellings = {
    var nothing = Spellings()
    nothing.ends = [0]
    return nothing
  }()

  var count: Int { ends.count }
  /// Whether it is `@` alone.
  var isAt: Bool { bytes == [0x40] }
  var isNothing: Bool { bytes.isEmpty && ends.count == 1 }

  /// How many digits they have, where they are all of one length and half of all numbers of that length at least.
  var digitsOfMost: Int? {
    guard let first = ends.first, 1...2 ~= first, count * 2 >= (first == 1 ? 10 : 100) else { return nil }
    return bytes.allSatisfy(ASCIISet.digits.contains) && indices.allSatisfy { range($0).count == first } ? first : nil
  }

  private init() {}

  /// A set of `literals`.
  public init(_ literals: [[UInt8]]) {
    for literal in literals { append(literal[...]) }
  }

  /// Its literals.
  public var literals: [[UInt8]] { indices.map { Array(bytes[range($0)]) } }

  var indices: Range<Int> { ends.indices }

  /// Where literal number `index` lies in `bytes`.
  func range(_ index: Int) -> Range<Int> { (index == 0 ? 0 : ends[index - 1])..<ends[index] }

  private mutating func append(_ literal: ArraySlice<UInt8>) {
    bytes += literal
    ends.append(bytes.count)
  }

  /// Each of these followed by each of `next`, or nil when those are too many or too long.
  func followed(by next: Spellings) -> Spellings? {
    if next.isNothing { return self }
    if isNothing { return next }
    guard count * next.count <= Self.most else { return nil }
    var result = Spellings()
    result.bytes.reserveCapacity(bytes.count * next.count + next.bytes.count * count)
    result.ends.reserveCapacity(count * next.count)
    for first in indices {
      for second in next.indices {
        let (a, b) = (range(first), next.range(second))
        guard a.count + b.count <= Self.longest else { return nil }
        result.bytes += bytes[a]
        result.append(next.bytes[b])
      }
    }
    return result
  }

  /// These and those of `other`, or nil when they are too many.
  func joined(with other: Spellings) -> Spellings? {
    count + other.count <= Self.most ? with(other) : nil
  }

  /// These and those of `other`, however many they are.
  func with(_ other: Spellings) -> Spellings {
    var result = self
    for index in other.indices { result.append(other.bytes[other.range(index)]) }
    return result
  }

  /// `low` to `high` of these in a row, or nil when they are too many.
  func repeated(_ low: Int, _ high: Int?) -> Spellings? {
    guard let high, high <= 32 else { return nil }
    if high == 0 { return .nothing }
    var power = Spellings.nothing
    var result: Spellings? = low == 0 ? .nothing : nil
    for times in 1...high {
      guard let next = power.followed(by: self) else { return nil }
      power = next
      guard times >= low else { continue }
      guard let known = result else {
        result = power
        continue
      }
      guard let longer = known.joined(with: power) else { return nil }
      result = longer
    }
    return result
  }
}
