import Parapet
import ParapetReport
import ParapetTesting

/// One run of `parapet test`: the rules and fixtures that were asked for, their results and audits.
struct TestRun {
  let subject: Subject
  let set: RuleSet
  let options: TestOptions
  let fixtures: [FixtureFile]
  /// What gives rules their replies and schemas: the profile `default`, or the first.
  private let surroundings: EffectiveRules

  /// Reads what `subject` names.
  init(_ subject: Subject, date: String, showsText: Bool, colored: Bool) throws {
    self.subject = subject
    set = try RulesOptions.ruleset(subject.origin).rules(date: date)
    var options = TestOptions()
    options.showsText = showsText
    options.schema = try TestRun.schema()
    self.options = options
    fixtures = try TestRun.fixtures(subject.fixtures, colored: colored)
    let profile = set.profiles.first { $0.id == "default" } ?? set.profiles.first
    surroundings = try set.effective(profile: profile?.id ?? "default", channel: nil)
  }

  /// The rules that were asked for.
  var rules: [Rule] { self.set.rules.filter { subject.includes($0.file) } }

  /// The results of examples, profiles and fixtures.
  func results() throws -> [CaseResult] {
    var results: [CaseResult] = []
    let runner = ExampleRunner(surroundings, options: options)
    for rule in rules { results += try runner.results(of: rule) }
    results += try ProfileRunner(set, options: options).results().filter { subject.includes($0.file) }
    return try located(results) + FixtureRunner(set, options: options).results(of: fixtures)
  }

  /// Which parts of the rules are exercised.
  func coverage() throws -> [RuleCoverage] {
    let runner = CoverageRunner(set, surroundings, fixtures: fixtures.flatMap(\.cases))
    return try rules.map { try runner.coverage(of: $0) }
  }

  /// How the rules stand up to mutation.
  func mutation() throws -> [MutationOutcome] {
    let runner = MutationRunner(set, surroundings, fixtures: fixtures.flatMap(\.cases))
    return try rules.map { try runner.outcome(of: $0) }
  }

  /// The hits of the rules in disguise.
  func disguisedHits(_ evasions: [Evasion]) throws -> [DisguisedHit] {
    let runner = EvasionRunner(surroundings)
    return try rules.flatMap { try runner.hits(of: $0, in: evasions) }.map { hit in
      var located = hit
      located.file = subject.origin.path(hit.file)
      return located
    }
  }

  /// What the benign texts in `folder` say of the rules.
  func benign(_ folder: String) throws -> BenignOutcome {
    var texts: [BenignText] = []
    for path in try Path.files(under: folder, ending: ".ndjson") {
      let file = RuleFile(path: path, bytes: try InputFile.contents(of: path, limit: 64 << 20))
      do throws(BenignTextFault) { texts += try BenignText.decode(file) } catch {
        throw CommandFailure("the benign texts cannot be used: \(error)")
      }
    }
    guard !texts.isEmpty else { throw CommandFailure("there are no benign texts in \(folder)") }
    var rules = surroundings
    rules.rules = rules.rules.filter { subject.includes($0.file) }
    return BenignRunner(try Program.compile(rules), rules: rules, showsText: options.showsText).outcome(of: texts)
  }

  /// Results with their files as a person at the prompt would name them; `path` is one already.
  func located(_ results: [CaseResult], but path: String? = nil) -> [CaseResult] {
    results.map { result in
      guard result.file != path else { return result }
      var located = result
      located.file = subject.origin.path(result.file)
      return located
    }
  }

  private static func fixtures(_ paths: [String], colored: Bool) throws -> [FixtureFile] {
    var files: [FixtureFile] = []
    var diagnostics: [Diagnostic] = []
    for path in paths {
      let (file, problems) = FixtureFile.decode(RuleFile(path: path, bytes: try InputFile.contents(of: path, limit: 16 << 20)))
      if let file { files.append(file) }
      diagnostics += problems.filter { $0.severity == .error }
    }
    guard diagnostics.isEmpty else { throw CommandFailure("the fixtures cannot be used", because: diagnostics, colored: colored) }
    return files
  }

  /// The schema that every verdict must keep, where the project has one.
  private static func schema() throws -> VerdictSchema? {
    let path = "Fixtures/verdict.v1.schema.json"
    guard Path.exists(path) else { return nil }
    let bytes = try InputFile.contents(of: path, limit: 1 << 20)
    do throws(VerdictSchema.Fault) { return try VerdictSchema(bytes) } catch {
      throw CommandFailure("\(path): \(error.message)")
    }
  }
}
