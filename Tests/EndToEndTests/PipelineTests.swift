import Foundation
import ParapetRule
import Testing

/// What is offered to pipelines is run as a pipeline would: the very lines of the action, of the hooks and of the snippets in the
/// documentation.
@Suite("hooks, the action, and the snippets for GitLab and Jenkins")
struct PipelineTests {
  private func file(_ path: String) throws -> String {
    try String(contentsOf: Package.folder.appendingPathComponent(path), encoding: .utf8)
  }

  private func yaml(_ text: String) throws -> Node {
    let (root, problems) = YAML.read(Array(text.utf8), path: "snippet.yaml")
    #expect(problems.isEmpty, "\(problems)")
    return try #require(root)
  }

  /// The first code block behind the line that begins with `head` in the documentation of rule tests.
  private func snippet(_ head: String, _ language: String) throws -> String {
    let page = try file("docs/rule-tests.md")
    let place = try #require(page.range(of: "\n\(head)"))
    let start = try #require(page.range(of: "```\(language)\n", range: place.upperBound..<page.endIndex))
    let end = try #require(page.range(of: "\n```", range: start.upperBound..<page.endIndex))
    return String(page[start.upperBound..<end.lowerBound])
  }

  // MARK: the action

  /// What the action writes, and the exit code of each step that is not left out.
  private struct ActionRun {
    var codes: [String: Int32] = [:]
    var output = ""
    var summary = ""
  }

  /// Runs the steps of `action.yml` as a runner does: inputs put into the environment, each step by bash, the later ones also when an
  /// earlier one failed, so that each can be seen to fail.
  private func act(in repository: RuleRepository, _ given: [String: String]) throws -> ActionRun {
    let action = try yaml(file("action.yml"))
    let inputs = Dictionary(
      uniqueKeysWithValues: try #require(action["inputs"]?.entries).map { ($0.name, given[$0.name] ?? $0.value["default"]?.scalar ?? "") })
    #expect(Set(given.keys).isSubset(of: inputs.keys))
    func filled(_ text: String) -> String {
      inputs.reduce(text) { $0.replacingOccurrences(of: "${{ inputs.\($1.key) }}", with: $1.value) }
    }
    let summary = repository.folder.appendingPathComponent("summary.md")
    try Data().write(to: summary)
    var run = ActionRun()
    for step in try #require(action["runs"]?["steps"]?.items) {
      if let condition = step["if"]?.scalar {
        let input = try #require(condition.firstMatch(of: /inputs\.([a-z-]+) != ''/)).output.1
        if inputs[String(input)] == "" { continue }
      }
      #expect(step["shell"]?.scalar == "bash")
      var environment = ["GITHUB_STEP_SUMMARY": summary.path]
      for entry in step["env"]?.entries ?? [] { environment[entry.name] = filled(entry.value.scalar ?? "") }
      let shell = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c"]
      let finished = try repository.shell(try #require(step["run"]?.scalar), by: shell, environment)
      run.codes[try #require(step["name"]?.scalar)] = finished.code
      run.output += finished.text + finished.error
    }
    run.summary = try repository.text("summary.md")
    return run
  }

  private static let everything = [
    "fixtures": "Fixtures/regression", "benign": "Fixtures/benign", "coverage-min": "75", "mutate": "true",
    "baseline": "Fixtures/baseline.yaml", "diff-events": "Fixtures/events.ndjson",
  ]

  @Test("the action passes where all is well, and says so in the summary")
  func actionPasses() throws {
    let run = try act(in: RuleRepository(), Self.everything)
    #expect(run.codes == ["lint": 0, "test": 0, "diff": 0], "\(run.output)")
    #expect(run.summary.contains("### 规则测试") && run.summary.contains("0 of 60 decisions change"))
    let plain = try act(in: RuleRepository(), [:])
    #expect(plain.codes == ["lint": 0, "test": 0], "\(plain.output)")
  }

  @Test("the action fails at the step that finds something, at the line concerned")
  func actionFails() throws {
    let lint = try RuleRepository()
    try lint.replace("severity: critical", with: "severity: grave")
    #expect(try act(in: lint, [:]).codes["lint"] == 1)

    let example = try RuleRepository()
    try example.replace("⟦保本保息⟧，放心买", with: "⟦保本⟧保息，放心买")
    let failed = try act(in: example, [:])
    #expect(failed.codes == ["lint": 0, "test": 1])
    #expect(failed.output.contains("::error file=\(RuleRepository.rule),line="))

    let fixture = try RuleRepository()
    try fixture.replace("decision: refuse", with: "decision: pass", in: "Fixtures/regression/promise.yaml")
    #expect(try act(in: fixture, [:]).codes["test"] == 0)
    #expect(try act(in: fixture, ["fixtures": "Fixtures/regression"]).codes["test"] == 1)

    let held = try RuleRepository()
    try held.replace("刚性兑付]", with: "刚性兑付, 稳赚不赔]")
    #expect(try act(in: held, ["coverage-min": "75"]).codes["test"] == 1)
    let survivor = try act(in: held, ["mutate": "true", "baseline": "Fixtures/baseline.yaml"])
    #expect(survivor.codes["test"] == 1 && survivor.output.contains("稳赚不赔"))

    let benign = try RuleRepository()
    try benign.replace("本产品不承诺收益", with: "刚性兑付早已打破", in: "Fixtures/benign/service.ndjson")
    #expect(try act(in: benign, ["benign": "Fixtures/benign"]).codes["test"] == 1)
  }

  @Test("the action says what a change decides differently")
  func actionCompares() throws {
    let repository = try RuleRepository()
    try repository.replace("action: refuse, reply: no-promise", with: "action: flag")
    let run = try act(in: repository, ["diff-events": "Fixtures/events.ndjson"])
    #expect(run.codes["diff"] == 0 && run.summary.contains("60 of 60 decisions change"))
    let unknown = try act(in: repository, ["diff-events": "Fixtures/events.ndjson", "diff-base": "origin/gone"])
    #expect(unknown.codes["diff"] == 2 && unknown.output.contains("this repository has no revision “origin/gone”"))
  }

  @Test("the documentation calls the action by inputs that it has")
  func actionIsCalledRightly() throws {
    let steps = try #require(yaml(snippet("GitHub, Gitea", "yaml"))["steps"]?.items)
    let given = try #require(steps.last?["with"]?.entries).map { ($0.name, $0.value.scalar ?? "") }
    let run = try act(in: RuleRepository(), Dictionary(uniqueKeysWithValues: given))
    #expect(run.codes == ["lint": 0, "test": 0, "diff": 0], "\(run.output)")
  }

  // MARK: hooks

  @Test("each hook passes, fails where it must, and runs when a rule or fixture changes")
  func hooks() throws {
    let hooks = try #require(yaml(file(".pre-commit-hooks.yaml")).items)
    let named = try #require(yaml(snippet("pre-commit", "yaml"))["repos"]?.items?.first?["hooks"]?.items).compactMap { $0["id"]?.scalar }
    #expect(named == hooks.compactMap { $0["id"]?.scalar })
    for hook in hooks {
      let entry = try #require(hook["entry"]?.scalar)
      let repository = try RuleRepository()
      #expect(try repository.shell(entry).code == 0)
      try repository.replace("⟦保本保息⟧，放心买", with: entry.hasSuffix("lint") ? "保本保息，放心买" : "⟦保本⟧保息")
      #expect(try repository.shell(entry).code == 1, "\(entry)")
      let files = try Regex(#require(hook["files"]?.scalar))
      for path in ["Rules/refusal/cn/promise.yaml", "Fixtures/regression/a.yaml"] { #expect(path.contains(files)) }
      #expect(!"docs/Rules.md".contains(files))
    }
  }

  // MARK: GitLab and Jenkins

  @Test("the GitLab job passes, leaves what it promises, and fails when too much changes")
  func gitLab() throws {
    let job = try #require(yaml(snippet("GitLab", "yaml"))["rules"])
    let script = try #require(job["script"]?.items).compactMap(\.scalar).joined(separator: "\n")
    let left =
      [try #require(job["artifacts"]?["reports"]?["junit"]?.scalar)]
      + (try #require(job["artifacts"]?["paths"]?.items)).compactMap(\.scalar)
    func run(_ repository: RuleRepository) throws -> Finished {
      try repository.shell(script, by: ["bash", "-eo", "pipefail", "-c"], ["CI_DEFAULT_BRANCH": "main"])
    }
    let repository = try RuleRepository()
    let passed = try run(repository)
    #expect(passed.code == 0, "\(passed.text)\(passed.error)")
    for path in left { #expect(try !repository.text(path).isEmpty, "\(path)") }
    try repository.replace("action: refuse, reply: no-promise", with: "action: flag")
    try repository.replace("decision: refuse", with: "decision: pass", in: "Fixtures/regression/promise.yaml")
    let changed = try run(repository)
    #expect(changed.code == 1 && changed.text.contains("60 of 60 decisions change"))
    try repository.replace("⟦保本保息⟧，放心买", with: "⟦保本⟧保息")
    #expect(try run(repository).code == 1)
    #expect(try repository.text("junit.xml").contains("<failure"))
  }

  @Test("the Jenkins stage passes, leaves what it promises, and fails where it must")
  func jenkins() throws {
    let stage = try snippet("Jenkins", "groovy")
    let lines = stage.matches(of: /sh '([^']*)'/).map { String($0.output.1) }
    let left = stage.matches(of: /(?:junit|archiveArtifacts) '([^']*)'/).map { String($0.output.1) }
    #expect(lines.count == 2 && left.count == 2)
    func run(_ repository: RuleRepository) throws -> [Int32] { try lines.map { try repository.shell($0, by: ["sh", "-xe", "-c"]).code } }
    let repository = try RuleRepository()
    #expect(try run(repository) == [0, 0])
    for path in left { #expect(try !repository.text(path).isEmpty, "\(path)") }
    try repository.replace("⟦保本保息⟧，放心买", with: "⟦保本⟧保息")
    #expect(try run(repository) == [0, 1])
    try repository.replace("severity: critical", with: "severity: grave")
    #expect(try run(repository)[0] == 1)
  }
}
