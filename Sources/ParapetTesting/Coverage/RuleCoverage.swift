public import ParapetRule

/// Which parts of one rule its examples and the fixtures exercise.
public struct RuleCoverage: Sendable {
  /// One part: a find clause, one of its phrases, an exception, an assertion.
  public struct Part: Sendable {
    /// Its name, such as `find.promise`, `find.promise.phrases: 保本保息`, `unless.negated`, `require.once`.
    public let name: String
    /// Where it stands, or nil when that cannot be told.
    public let position: SourcePosition?
    /// Hits that it takes part in: it finds what they mark, or is what they break.
    public internal(set) var hits = 0
    /// Misses that it takes part in: it would find something there but for a check or an exception; it is the exception; it holds.
    public internal(set) var misses = 0
    /// Hits that are found only because of a fold, by fold, in the order of the rule language.
    public internal(set) var evasions: [(fold: String, count: Int)] = []

    /// Whether the part has done what it is there for: found, excused or failed.
    public var isCovered: Bool { name.hasPrefix("unless.") ? hits + misses > 0 : hits > 0 }
  }

  /// The rule.
  public let rule: String
  /// Its file.
  public let file: String
  /// Its parts, in the order written.
  public let parts: [Part]

  /// The parts that nothing exercises.
  public var uncovered: [Part] { parts.filter { !$0.isCovered } }
}

extension [RuleCoverage] {
  /// The share of covered parts, in percent of all parts; 100 when there are none.
  public var percent: Double {
    let all = reduce(0) { $0 + $1.parts.count }
    guard all > 0 else { return 100 }
    return Double(all - reduce(0) { $0 + $1.uncovered.count }) * 100 / Double(all)
  }
}
