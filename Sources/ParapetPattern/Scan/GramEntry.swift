/// A gram of a literal as a scan reads it: with one byte beside it, since a gram that is common has many literals.
struct GramEntry: BitwiseCopyable {
  let key: UInt64
  /// The place of the literal in the table.
  let literal: Int32
  /// Where in the literal the gram lies.
  let offset: Int16
  /// A byte of the literal beside the gram.
  let beside: UInt8
  /// How far behind the beginning of the gram that byte lies, doubled, and one more for the second gram of a literal.
  private let bits: Int8

  /// The entry of a gram of `literal`, whose bytes lie in `pool`.
  init(_ entry: GramTable.Entry, of literal: GramTable.Literal, in pool: [UInt8]) {
    (key, self.literal, offset) = (entry.key, entry.literal, entry.offset)
    let place = Int(entry.offset)
    let distance = place > 0 ? -1 : Int(literal.count) > entry.length ? entry.length : 0
    beside = pool[Int(literal.start) + place + distance]
    bits = Int8(2 * distance) | (entry.phase == .second ? 1 : 0)
  }

  /// How far behind the beginning of the gram `beside` lies: in front of it, behind it, or nowhere else than there.
  @inline(__always)
  var distance: Int { Int(bits >> 1) }

  /// Whether it counts at even positions only, where the first gram has not told of the literal.
  @inline(__always)
  var isSecond: Bool { bits & 1 == 1 }
}
