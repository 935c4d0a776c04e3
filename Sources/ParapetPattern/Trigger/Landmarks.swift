/// Literals of which every match of a pattern holds one, and how far from it the match can begin.
///
/// A pattern that leads up to what it is about (`[^.!?\n]{0,60}\b(?:hashing|salting)…`) is tried in vain at nearly every character of a text. With
/// its landmarks only what lies in front of one is tried.
public struct Landmarks: Sendable {
  /// Any of the literals.
  public let words: Pattern
  /// How many bytes in front of a literal a match begins at least.
  public let least: Int
  /// How far in front of it at most.
  public let most: Reach

  /// The landmarks of the pattern that `trigger` is of, or nil where something else than literals shows where it matches, or nothing bounds the way.
  public init?(_ trigger: Trigger, jit: Bool = true) {
    var all = Spellings([])
    var (least, most) = (Int.max, Reach.none)
    for branch in trigger.branches {
      guard case .literals(let literals) = branch.sign, let far = branch.most else { return nil }
      all = all.with(literals)
      least = min(least, branch.least)
      most = most.or(far)
    }
    let written = all.literals.compactMap(Self.written)
    guard written.count == all.count, let words = try? Pattern(written.joined(separator: "|"), options: .caseless, jit: jit) else {
      return nil
    }
    (self.words, self.least, self.most) = (words, least, most)
  }

  /// A literal as a pattern, or nil when it is no text by itself.
  private static func written(_ literal: [UInt8]) -> String? {
    String(validating: literal, as: UTF8.self).map { $0.unicodeScalars.map { "\\x{" + String($0.value, radix: 16) + "}" }.joined() }
  }
}
