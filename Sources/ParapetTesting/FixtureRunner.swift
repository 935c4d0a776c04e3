public import Parapet
import ParapetEngine
public import ParapetRule
import ParapetText
import ParapetVerdict

/// Runs fixture files: every case judged by all rules of its profile.
public struct FixtureRunner: Sendable {
  private let rules: RuleSet
  private let options: TestOptions
  /// The rules whose evidence may be shown.
  private let shown: Set<String>

  /// A runner for cases that `rules` judge.
  public init(_ rules: RuleSet, options: TestOptions = TestOptions()) {
    self.rules = rules
    self.options = options
    shown = Set(rules.rules.filter { $0.evidence == .show }.map(\.id))
  }

  /// The results of the chosen cases of `files`, in order. The program of each profile and channel is compiled once.
  ///
  /// - Throws: `RuleErrors` when a profile is not there or its rules do not compile.
  public func results(of files: [FixtureFile]) throws(RuleErrors) -> [CaseResult] {
    var shelf = ProgramShelf(rules, options: options.program)
    return try results(of: files, by: &shelf)
  }

  /// The same, by programs of `shelf`, which holds the runner's rules.
  ///
  /// - Throws: `RuleErrors` when a profile is not there or its rules do not compile.
  public func results(of files: [FixtureFile], by shelf: inout ProgramShelf) throws(RuleErrors) -> [CaseResult] {
    var results: [CaseResult] = []
    for file in files {
      let cases = file.cases.filter { options.chooses(file.suite, $0.id) }.map { (fixture: $0, profile: $0.profile ?? file.profile) }
      var rest = cases[...]
      while let first = rest.first {
        // Cases one behind the other mostly have the same program: one judge for them remembers who looks at what.
        let alike = rest.prefix { $0.profile == first.profile && $0.fixture.channel == first.fixture.channel }
        var judge = Judge(try shelf.program(profile: first.profile, channel: first.fixture.channel))
        for (fixture, _) in alike { results.append(run(fixture, in: file, by: &judge)) }
        rest = rest[alike.endIndex...]
      }
    }
    return results
  }

  private func run(_ fixture: FixtureCase, in file: FixtureFile, by judge: inout Judge) -> CaseResult {
    var result = CaseResult(
      suite: file.suite, name: fixture.id, kind: .fixture, file: file.path, line: fixture.line, column: fixture.column)
    let trial = Trial(fixture.event, by: &judge, trace: .counts, options: options)
    let listed = fixture.expect.findings.map(\.rule)
    let thickness = thickness(for: listed + trial.verdict.findings.map(\.rule))
    result.why = fixture.why
    result.expected = fixture.text?.spans ?? []
    result.actual = trial.spans(of: listed)
    let hidden = result.expected + trial.spans(of: [])
    result.text = fixture.text.map { Veil.veil($0.text.string, spans: hidden, thickness) }
    result.expectedDecision = fixture.expect.decision
    result.decision = trial.verdict.decision
    result.reasons = trial.reasons(of: [])
    result.verdict = trial.verdict
    result.problems = fixture.expect.problems(with: trial)
    if !result.expected.isEmpty { result.problems += Trial.compare(expected: result.expected, actual: result.actual) }
    result.problems += trial.compare(decision: fixture.expect.decision)
    result.problems += trial.compare(out: fixture.expect.out, veiled: thickness)
    result.problems += trial.faults
    return result
  }

  /// A text may be read when every rule that has to do with it shows its evidence.
  private func thickness(for concerned: [String]) -> Veil.Thickness {
    if options.showsText { return .none }
    return concerned.allSatisfy(shown.contains) ? .thin : .thick
  }
}

extension FixtureCase.Expectation {
  func problems(with trial: Trial) -> [CaseResult.Problem] {
    findingProblems(trial) + absenceProblems(trial) + suppressionProblems(trial) + unjudgedProblems(trial)
  }

  private func absenceProblems(_ trial: Trial) -> [CaseResult.Problem] {
    trial.verdict.findings.filter { absent.contains($0.rule) }.map { finding in
      let place = finding.span.map { " at \(Trial.place($0))" } ?? ""
      return .init(.unexpected, "\(finding.rule) \(finding.clause) should find nothing\(place)", span: finding.span)
    }
  }

  private func findingProblems(_ trial: Trial) -> [CaseResult.Problem] {
    let found = trial.verdict.findings
    var problems: [CaseResult.Problem] = []
    for expected in findings where !found.contains(where: expected.matches) {
      let clause = expected.clause.map { " \($0)" } ?? ""
      let place = expected.span.map { " at characters \($0.lowerBound + 1)–\($0.upperBound)" } ?? ""
      problems.append(.init(.missing, "\(expected.rule)\(clause) found nothing\(place)"))
    }
    guard only else { return problems }
    for finding in found where !findings.contains(where: { $0.matches(finding) }) {
      let place = finding.span.map { " at \(Trial.place($0))" } ?? ""
      problems.append(.init(.unexpected, "\(finding.rule) \(finding.clause) should find nothing\(place)", span: finding.span))
    }
    return problems
  }

  private func suppressionProblems(_ trial: Trial) -> [CaseResult.Problem] {
    suppressed.filter { expected in
      !trial.verdict.suppressed.contains { $0.rule == expected.rule && expected.by.names(slot: $0.by) }
    }.map { .init(.suppression, "\($0.by ?? "no exception") of \($0.rule) removed nothing") }
  }

  private func unjudgedProblems(_ trial: Trial) -> [CaseResult.Problem] {
    unjudged.filter { expected in
      !trial.verdict.unjudged.contains { $0.rule == expected.rule && (expected.why ?? $0.why) == $0.why }
    }.map { .init(.unjudged, "\($0.rule) was able to look\($0.why.map { " (expected \($0))" } ?? "")") }
  }
}

extension FixtureCase.Expectation.Find {
  /// Whether `finding` is the one that is meant.
  fileprivate func matches(_ finding: Finding) -> Bool {
    finding.rule == rule && clause.names(slot: finding.clause) && (span == nil || span == finding.span?.scalar)
  }
}

extension Optional where Wrapped == String {
  /// Whether a name as people write it (`negated`) means the full one (`unless.negated`); nil means any.
  fileprivate func names(slot: String) -> Bool {
    guard let name = self else { return true }
    return slot == name || slot.hasSuffix("." + name)
  }
}
