public import ParapetVerdict

/// What a verdict says of an event in which no rule has anything to find.
public struct Glance: Sendable {
  /// How many rules the program has.
  public var rules: Int
  /// How many looked.
  public var evaluated: Int
  /// How many did not, by reason, in the order of `SkipReason.allCases`.
  public var skipped: SkipCounts
  /// Which rules could not look, and why.
  public var unjudged: [Unjudged]
}

/// A count for each reason not to look, by its `place`.
public typealias SkipCounts = InlineArray<10, Int>

extension SkipReason {
  /// Its place in `allCases`.
  var place: Int {
    switch self {
    case .stage: 0
    case .channel: 1
    case .purpose: 2
    case .region: 3
    case .format: 4
    case .tool: 5
    case .facts: 6
    case .prefilter: 7
    case .off: 8
    case .register: 9
    }
  }
}
