import ParapetPattern
public import ParapetRule
import ParapetText

/// What a clause costs of which nothing is known but its pattern: PCRE2 walks every text for it, from the first character to the last.
public struct ScanCost: Sendable, Equatable {
  /// The id of its rule.
  public let rule: String
  /// As verdicts name it, such as `find.promise`.
  public let clause: String
  /// Microseconds that a walk over a kilobyte takes here and now; 0 when there was nothing to walk over.
  public let microsecondsPerKB: Double

  /// The clauses of `rules` without a sign of where they can match, with what they cost on the examples of all rules: the best of three walks.
  public static func untriggered(in rules: [Rule]) -> [ScanCost] {
    let texts = rules.flatMap { $0.examples.compactMap { $0.text.map { Array($0.utf8) } } }
    var matcher = Matcher()
    return rules.flatMap { rule in
      rule.find.compactMap { clause in
        guard clause.needs == nil, case .pattern(let source) = clause.producer else { return nil }
        let caseless = rule.fold.contains(.case)
        guard Trigger(source, caseless: caseless) == nil, let pattern = try? Pattern(source, options: caseless ? .caseless : []) else {
          return nil
        }
        return ScanCost(rule: rule.id, clause: "find.\(clause.name)", microsecondsPerKB: cost(of: pattern, on: texts, &matcher))
      }
    }
  }

  private static func cost(of pattern: Pattern, on texts: [[UInt8]], _ matcher: inout Matcher) -> Double {
    let bytes = texts.reduce(0) { $0 + $1.count }
    guard bytes > 0 else { return 0 }
    var best = Duration.seconds(1_000_000)
    for _ in 0..<3 {
      let began = ContinuousClock.now
      // A text that goes beyond a limit has cost what it cost.
      for text in texts { _ = try? matcher.firstRange(pattern, in: text) }
      best = min(best, began.duration(to: .now))
    }
    let (seconds, attoseconds) = best.components
    return (Double(seconds) * 1e6 + Double(attoseconds) / 1e12) * 1024 / Double(bytes)
  }
}
