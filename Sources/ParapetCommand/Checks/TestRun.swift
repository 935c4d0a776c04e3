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

  /// Reads what `subject` names; of its cases, `selection` are run.
  init(_ subject: Subject, _ selection: Selection = Selection(), date: String, showsText: Bool, colored: Bool) throws {
    self.subject = subject
    set = try RulesOptions.ruleset(subject.origin).rules(date: date)
    var options = TestOptions()
    options.showsText = showsText
    options.program.shelf = PatternShelf()
    options.isChosen = selection.isEverything ? nil : selection.includes
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
    var shelf = ProgramShelf(set, options: options.program)
    var profiles = set
    profiles.profiles.removeAll { !subject.includes($0.file) }
    results += try ProfileRunner(profiles, options: options).results(by: &shelf)
    for index in results.indices { results[index].file = subject.origin.path(results[index].file) }
    results += try FixtureRunner(set, options: options).results(of: fixtures, by: &shelf)
    quote(&results)
    return results
  }

  /// Shows the line of the file with those that failed.
  private func quote(_ results: inout [CaseResult]) {
    var sources: [String: SourceText] = [:]
    for index in results.indices where !results[index].passed {
      let file = results[index].file
      // Rules that the binary carries are no files; their lines are not worth carrying along.
      guard
        let source = sources[file]
          ?? (try? InputFile.contents(of: file, limit: 16 << 20)).map({ SourceText(path: file, utf8: $0) })
      else { continue }
      sources[file] = source
      results[index].quote(source, showsText: options.showsText)
    }
  }

  /// Writes what came out into the `out:` of cases that are otherwise as written.
  func update(_ results: [CaseResult]) throws {
    guard case .directory = subject.origin else { throw CommandFailure("--update needs rules in a directory") }
    let stale = results.filter { $0.problems.map(\.kind) == [.out] && $0.kind != .profile }
    for (path, results) in Dictionary(grouping: stale, by: \.file).sorted(by: { $0.key < $1.key }) {
      let update = OutUpdate(RuleFile(path: path, bytes: try InputFile.contents(of: path, limit: 16 << 20)), results: results)
      if update.updated > 0 { try OutputFile.write(update.bytes, to: path) }
      Standard.error.write("\(path): \(update.updated) texts under out: written\n")
      for line in update.refused { Standard.error.write("\(path):\(line): this text stands over several lines; write it by hand\n") }
    }
  }

  /// What takes the rules apart; benign texts count as misses.
  func bench(_ benign: [BenignText]) throws -> PartBench {
    PartBench(set, surroundings, fixtures: fixtures.flatMap(\.cases), near: try NearTexts(benign, rules: surroundings))
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

  /// The benign texts in `folder`.
  static func benignTexts(_ folder: String) throws -> [BenignText] {
    var texts: [BenignText] = []
    for path in try Path.files(under: folder, ending: ".ndjson") {
      let file = RuleFile(path: path, bytes: try InputFile.contents(of: path, limit: 64 << 20))
      do throws(BenignTextFault) { texts += try BenignText.decode(file) } catch {
        throw CommandFailure("the benign texts cannot be used: \(error)")
      }
    }
    guard !texts.isEmpty else { throw CommandFailure("there are no benign texts in \(folder)") }
    return texts
  }

  /// What benign texts say of the rules.
  func benign(_ texts: [BenignText]) throws -> BenignOutcome {
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
}
