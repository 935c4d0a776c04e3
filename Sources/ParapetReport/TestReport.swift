public import ParapetTesting

/// What came of a test run. Its forms are pure functions: the same results give the same bytes.
public struct TestReport: Sendable {
  /// The results, in the order they were run.
  public let results: [CaseResult]
  /// What was tested, for people, such as `Rules`.
  public let subject: String
  /// How long it took, or nil when that is not to be shown.
  public let milliseconds: Int?
  /// The results that did not go as written.
  public let failures: [CaseResult]
  /// Known gaps that are still open.
  public let openGaps: Int
  /// Which parts of rules are exercised, when that was asked.
  public var coverage: [RuleCoverage]?
  /// How rules stand up to mutation, when that was asked.
  public var mutation: [MutationOutcome]?
  /// What a corpus of benign texts says, when there is one.
  public var benign: BenignOutcome?

  /// A report on `results`.
  public init(_ results: [CaseResult], of subject: String, milliseconds: Int? = nil) {
    self.results = results
    self.subject = subject
    self.milliseconds = milliseconds
    failures = results.indices.filter { !results[$0].passed }.map { results[$0] }
    openGaps = results.indices.count { results[$0].kind == .gap && results[$0].passed }
  }

  /// The suites, in the order of their first result.
  var suites: [(name: String, results: [CaseResult])] {
    var order: [String] = []
    var bySuite: [String: [CaseResult]] = [:]
    for result in results {
      if bySuite[result.suite] == nil { order.append(result.suite) }
      bySuite[result.suite, default: []].append(result)
    }
    return order.map { ($0, bySuite[$0] ?? []) }
  }
}
