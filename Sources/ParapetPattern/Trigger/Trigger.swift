/// What must stand in a text for a pattern to match there, and where the match can begin then.
///
/// Every match of the pattern belongs to one of the branches: it holds the sign of the branch, and begins as far in front of it as the
/// branch says. So a text without any of the signs has no match, and in others only a few places need to be tried.
public struct Trigger: Sendable, Equatable {
  /// Something that a scan of the whole text finds.
  public enum Sign: Sendable, Equatable {
    /// One of these literals; ASCII letters are in lower case and stand for both cases.
    case literals(Spellings)
    /// A run of at least so many digits.
    case digits(Int)
    /// At least so many digits, parted by at most `Trigger.longestGap` bytes of separators at a time.
    case spacedDigits(Int)
    /// A run of at least so many characters of `ASCIISet.token`.
    case token(Int)
    /// A commercial at.
    case at
  }

  /// One way in which the pattern can match.
  public struct Branch: Sendable, Equatable {
    /// What stands in the match.
    public var sign: Sign
    /// How many bytes at least lie between the beginning of the match and its sign.
    public var least: Int
    /// How far they lie apart at most; nil when that is not bounded.
    public var most: Reach?
    /// What stands in the match as well, or nil.
    public var besides: Companion?
    /// What must stand on either side of the sign, when that is a literal or a run of digits.
    public var edges = Edges.any
  }

  /// Literals one of which stands in every match that has a certain sign.
  public struct Companion: Sendable, Equatable {
    /// The literals.
    public let words: Spellings
    /// How many bytes behind the beginning of the sign that of the literal lies at least, below zero where it may stand in front; nil is no bound.
    public let least: Int?
    /// How many bytes behind it lies at most; nil is no bound.
    public let most: Int?
  }

  /// The shortest token that is told: fifteen bytes cover eight that lie at a multiple of eight.
  public static let shortestToken = 15
  /// The most bytes of separators (signs and blanks of ASCII, and the middle dot) that may part two digits of one stretch.
  public static let longestGap = 6

  /// The ways to match; never empty.
  public let branches: [Branch]
  /// How far a match reaches at most; nil when that is not bounded.
  public let reach: Reach?
  /// Whether trying one place can take so long that it is worth while to look ahead for what a match needs.
  private let isSteep: Bool

  /// Whether all its signs are digits near the beginning of a match: there may be one at every other byte of a text, with a place or two to be
  /// tried for each, which is soon done.
  public var isNarrow: Bool {
    !isSteep
      && branches.allSatisfy { branch in
        guard let most = branch.most, most.estimate <= 32 else { return false }
        switch branch.sign {
        case .digits, .spacedDigits: return true
        case .literals, .token, .at: return false
        }
      }
  }

  /// The trigger of a pattern that PCRE2 has accepted, or nil when nothing can be foreseen: it must be tried everywhere.
  public init?(_ source: String, caseless: Bool = false) {
    guard let tree = SyntaxParser.parse(source, caseless: caseless) else { return nil }
    let outline = Outline.of(tree)
    isSteep = tree.nests
    guard let branches = Branching.branches(of: outline, isSteep: isSteep) else { return nil }
    (self.branches, reach) = (branches, outline.width.most)
  }
}
