public import ParapetVerdict

/// What a verdict says of an event in which no rule has anything to find.
public struct Glance: Sendable {
  /// How many rules the program has.
  public var rules: Int
  /// How many looked.
  public var evaluated: Int
  /// How many did not, by reason, in the order of `SkipReason.allCases`.
  public var skipped: InlineArray<9, Int>
  /// Which rules could not look, and why.
  public var unjudged: [Unjudged]
}

extension SkipReason {
  /// Its place in `allCases`.
  var place: Int {
    switch self {
    case .stage: 0
    case .channel: 1
    case .purpose: 2
    case .format: 3
    case .tool: 4
    case .facts: 5
    case .prefilter: 6
    case .off: 7
    case .register: 8
    }
  }
}
