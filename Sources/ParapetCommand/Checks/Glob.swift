/// A pattern in which `*` stands for any characters.
struct Glob {
  private let pieces: [[UInt8]]

  /// A pattern that matches wherever it stands in a name.
  init(containing pattern: String) {
    pieces = pattern.split(separator: "*").map { Array($0.utf8) }
  }

  /// Whether the pieces stand in `name` one behind the other.
  func matches(_ name: String) -> Bool {
    var rest = Array(name.utf8)[...]
    for piece in pieces {
      guard let start = rest.indices.first(where: { rest[$0...].starts(with: piece) }) else { return false }
      rest = rest[(start + piece.count)...]
    }
    return true
  }
}
