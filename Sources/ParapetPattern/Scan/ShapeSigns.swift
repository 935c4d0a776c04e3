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
  /// The runs of digits that may have each byte behind them: `digitsBefore[kindOf[byte]]`.
  private(set) var digitsBefore: [[Sign]] = []
  private(set) var kindOf: [UInt8] = []

  var isEmpty: Bool { digits.isEmpty && spacedDigits.isEmpty && tokens.isEmpty && ats.isEmpty }

  /// Puts each kind in order, the least demanding first.
  mutating func seal() {
    digits.sort { ($0.least, $0.owner) < ($1.least, $1.owner) }
    spacedDigits.sort { ($0.least, $0.owner) < ($1.least, $1.owner) }
    tokens.sort { ($0.least, $0.owner) < ($1.least, $1.owner) }
    sortByEdges()
  }

  /// Finds out which runs of digits each byte behind one leaves.
  mutating func sortByEdges() {
    let sets = Set(digits.map(\.edges.after))
    var kinds: [Set<ByteSet>: UInt8] = [:]
    digitsBefore = []
    kindOf = (UInt8.min...UInt8.max).map { byte in
      let those = sets.filter { $0.contains(byte) }
      if let known = kinds[those] { return known }
      let kind = UInt8(digitsBefore.count)
      kinds[those] = kind
      digitsBefore.append(digits.filter { those.contains($0.edges.after) })
      return kind
    }
  }
}
