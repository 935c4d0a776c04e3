/// The signs that are shapes rather than literals, each kind by what it asks for.
struct ShapeSigns: Sendable {
  struct Sign: Sendable {
    let least: Int
    let owner: Int32
  }
  /// Runs of digits.
  var digits: [Sign] = []
  /// Digits with separators between them.
  var spacedDigits: [Sign] = []
  var tokens: [Sign] = []
  /// Owners of `@`.
  var ats: [Int32] = []

  var isEmpty: Bool { digits.isEmpty && spacedDigits.isEmpty && tokens.isEmpty && ats.isEmpty }

  /// Puts each kind in order, the least demanding first.
  mutating func seal() {
    digits.sort { ($0.least, $0.owner) < ($1.least, $1.owner) }
    spacedDigits.sort { ($0.least, $0.owner) < ($1.least, $1.owner) }
    tokens.sort { ($0.least, $0.owner) < ($1.least, $1.owner) }
  }
}
