/// The signs that are shapes rather than literals, each kind by what it asks for.
struct ShapeSigns: Sendable {
  struct Sign: Sendable {
    let least: Int
    let owner: Int32
    /// What must stand beside it.
    var edges = Edges.any
  }
  /// Runs of digits.
  var digits: [Sign] = []
  /// Digits with separators between them.
  var spacedDigits: [Sign] = []
  var tokens: [Sign] = []
  /// Owners of `@`.
  var ats: [Int32] = []
  /// The runs of digits that may have each byte behind them and each length, by kinds of bytes and by lengths: numbers in `digits`.
  private(set) var told: [Int32] = []
  /// Where each list begins in `told`, and where the last ends.
  private(set) var starts: [Int32] = []
  /// The kind of each byte, for `list`.
  private(set) var kindOf: [UInt8] = []
  /// Runs of more digits stand with those of so many.
  private static let longest = 31

  /// Puts each kind in order, the least demanding first.
  mutating func seal() {
    digits.sort { ($0.least, $0.owner) < ($1.least, $1.owner) }
    spacedDigits.sort { ($0.least, $0.owner) < ($1.least, $1.owner) }
    tokens.sort { ($0.least, $0.owner) < ($1.least, $1.owner) }
    sortByEdges()
  }

  /// The number of the list of runs of so many digits that may have a byte of this kind behind them.
  @inline(__always)
  static func list(kind: UInt8, length: Int) -> Int { Int(kind) &* (longest &+ 1) &+ min(length, longest) }

  /// Finds out which runs of digits each byte behind one and each length leave.
  mutating func sortByEdges() {
    // More sets than there are bits pass for everything: that is looked at in vain, and nothing else.
    var sets: [ByteSet] = []
    for sign in digits where sign.edges.after != .all && sets.count < UInt128.bitWidth && !sets.contains(sign.edges.after) {
      sets.append(sign.edges.after)
    }
    let numbers = digits.map { sign in sets.firstIndex(of: sign.edges.after) }
    var kinds: [UInt128] = []
    (told, starts) = ([], [0])
    kindOf = (UInt8.min...UInt8.max).map { byte in
      var holds: UInt128 = 0
      for (number, set) in sets.enumerated() where set.contains(byte) { holds |= 1 << UInt128(number) }
      if let known = kinds.firstIndex(of: holds) { return UInt8(known) }
      kinds.append(holds)
      let left = digits.indices.filter { numbers[$0].map { holds >> UInt128($0) & 1 == 1 } ?? true }
      for length in 0...Self.longest {
        for number in left where digits[number].least <= length || length == Self.longest {
          if digits[number].edges.most >= length { told.append(Int32(number)) }
        }
        starts.append(Int32(told.count))
      }
      return UInt8(kinds.count - 1)
    }
  }
}
