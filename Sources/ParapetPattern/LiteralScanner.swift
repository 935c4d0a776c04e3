/// Finds every occurrence of many literals in one pass, overlapping ones included.
///
/// The literals are a trie whose steps are chunks of eight bytes, the last chunk of a literal having what is left, one to
/// eight. All steps of the trie lie in one open-addressed table, so the time a position takes depends on how many lengths
/// of chunk can begin there, not on how many literals there are or how many of them share a beginning. A table of 64 Ki
/// masks, by the first two bytes, says which lengths those are; for most positions of a text it says none.
public struct LiteralScanner: Sendable {
  /// Where a literal stands: its number in the list given to `init`, and its first byte.
  public struct Hit: Sendable, Equatable {
    /// The number of the literal.
    public let literal: Int
    /// Where it begins, in bytes.
    public let start: Int
    /// A hit from its parts.
    public init(literal: Int, start: Int) {
      self.literal = literal
      self.start = start
    }
  }

  /// A set of chunk lengths: bit n-1 for a chunk of n bytes that ends a literal, bit 8 for one of eight that goes on.
  typealias Lengths = UInt16
  static let goesOn: Lengths = 1 << 8
  static let chunk = 8

  /// Which lengths may begin with two given bytes, at the root.
  private var first: [Lengths]
  /// Which lengths each node of the trie has.
  private var lengths: [Lengths] = [0]
  private var steps = StepTable()
  /// The literals that end at a step: `ends[i]` and on, as many as `endCounts` says.
  private var ends: [[Int]] = []

  /// A scanner for `literals`, none of which may be empty (an empty one is never found). Equal literals each get their hits.
  public init(_ literals: [[UInt8]]) {
    first = Array(repeating: 0, count: 1 << 16)
    for (number, literal) in literals.enumerated() where !literal.isEmpty { add(literal, number) }
  }

  private mutating func add(_ literal: [UInt8], _ number: Int) {
    var node = 0
    var start = 0
    while literal.count - start > LiteralScanner.chunk {
      let key = LiteralScanner.key(literal, start, LiteralScanner.chunk)
      note(literal, start, node, LiteralScanner.goesOn)
      if let next = steps.value(key: key, node: node, length: 0) {
        node = next
      } else {
        steps.insert(key: key, node: node, length: 0, value: lengths.count)
        node = lengths.count
        lengths.append(0)
      }
      start += LiteralScanner.chunk
    }
    let rest = literal.count - start
    let key = LiteralScanner.key(literal, start, rest)
    note(literal, start, node, 1 << Lengths(rest - 1))
    if let end = steps.value(key: key, node: node, length: rest) {
      ends[end].append(number)
    } else {
      steps.insert(key: key, node: node, length: rest, value: ends.count)
      ends.append([number])
    }
  }

  private mutating func note(_ literal: [UInt8], _ start: Int, _ node: Int, _ bit: Lengths) {
    lengths[node] |= bit
    guard node == 0 else { return }
    if literal.count > 1 {
      first[Int(literal[0]) << 8 | Int(literal[1])] |= bit
    } else {
      for second in 0..<256 { first[Int(literal[0]) << 8 | second] |= bit }
    }
  }

  /// All hits in `text`, appended to `hits` in order of start, then of literal number.
  ///
  /// - Complexity: linear in the text, and in the hits.
  public func scan(_ text: [UInt8], into hits: inout [Hit]) {
    guard !ends.isEmpty, !text.isEmpty else { return }
    let text = text.span
    unsafe first.withUnsafeBufferPointer { first in
      let last = text.count - 1
      for start in 0...last {
        let second = start < last ? text[start + 1] : 0
        let lengths = unsafe first[Int(text[start]) << 8 | Int(second)]
        if lengths != 0 { probe(text, start, lengths, &hits) }
      }
    }
  }

  /// Follows the trie from one position of the text.
  private func probe(_ text: Span<UInt8>, _ start: Int, _ first: Lengths, _ hits: inout [Hit]) {
    let before = hits.count
    var lengths = first
    var node = 0
    var position = start
    while true {
      let rest = text.count - position
      let chunk = LiteralScanner.key(text, position, min(rest, LiteralScanner.chunk))
      var ending = lengths & ~LiteralScanner.goesOn
      while ending != 0 {
        let length = ending.trailingZeroBitCount + 1
        ending &= ending &- 1
        if length > rest { break }
        if let end = steps.value(key: LiteralScanner.prefix(chunk, length), node: node, length: length) {
          for literal in ends[end] { hits.append(Hit(literal: literal, start: start)) }
        }
      }
      guard lengths & LiteralScanner.goesOn != 0, rest > LiteralScanner.chunk,
        let next = steps.value(key: chunk, node: node, length: 0)
      else { break }
      node = next
      lengths = self.lengths[node]
      position += LiteralScanner.chunk
    }
    if hits.count - before > 1 { hits[before...].sort { $0.literal < $1.literal } }
  }

  /// `length` bytes as a number, the first one lowest.
  private static func key(_ bytes: [UInt8], _ start: Int, _ length: Int) -> UInt64 { key(bytes.span, start, length) }
  @inline(__always)
  private static func key(_ bytes: Span<UInt8>, _ start: Int, _ length: Int) -> UInt64 {
    if length == chunk {
      return unsafe bytes.withUnsafeBytes { unsafe UInt64(littleEndian: $0.loadUnaligned(fromByteOffset: start, as: UInt64.self)) }
    }
    var key: UInt64 = 0
    for index in 0..<length { key |= UInt64(bytes[start + index]) << UInt64(8 * index) }
    return key
  }

  @inline(__always)
  private static func prefix(_ key: UInt64, _ length: Int) -> UInt64 {
    length == chunk ? key : key & ((1 << UInt64(8 * length)) - 1)
  }
}
