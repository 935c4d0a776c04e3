import Foundation
import Parapet
import ParapetTesting
import Testing

/// Small rule sets for the tests, written where they are used.
enum Workbench {
  static let date = "2026-11-21"

  /// What every rule set needs besides its rules.
  private static let common: [(String, String)] = [
    (
      "legal.yaml",
      """
      CN-Test-2020:
        title: {zh: 测试法, en: Test Law}
        issuer: 测试机关
        in_force: {from: 2020-01-01}
        verified: true
        checked: made up for a test
        articles:
          art.1: {demands: made up}
      """
    ),
    ("replies.yaml", "refused: {zh: 不能这样回答。, en: I cannot say that.}\nheld: {zh: 请稍候。, en: One moment.}\n"),
    (
      "profiles/default.yaml",
      """
      profile: default
      version: 1.0.0
      title: {zh: 默认, en: Default}
      owner: tests
      select: ['*']
      """
    ),
  ]

  /// A rule file from the slots that matter to a test.
  static func rule(_ id: String, _ slots: String, examples: String) -> (String, String) {
    let head = """
      rule: \(id)
      version: 1.0.0
      title: {zh: 测试规则, en: A rule of a test}
      status: stable
      severity: high
      owner: tests
      reviewed: 2026-11-21
      legal: [{cite: CN-Test-2020 art.1, for: made up}]
      on_error: closed
      """
    return (id.replacing(".", with: "/") + ".yaml", head + "\n" + slots + "\nexamples:\n" + examples + "\n")
  }

  /// The files of a rule directory with one rule.
  static func files(with rule: (String, String)) -> [(String, String)] { common + [rule] }

  /// Decodes files; those given win over the common ones. Problems that prevent loading fail the test.
  static func ruleSet(_ files: [(String, String)], _ location: SourceLocation = #_sourceLocation) throws -> RuleSet {
    let given = Set(files.map(\.0))
    let all = files + common.filter { !given.contains($0.0) }
    let (set, diagnostics) = RuleSet.decode(all.map { RuleFile(path: $0, bytes: Array($1.utf8)) }, date: date)
    for diagnostic in diagnostics where diagnostic.severity == .error {
      Issue.record(Comment(rawValue: diagnostic.rendered(color: false)), sourceLocation: location)
    }
    return set
  }

  /// The results of the only rule of `file`.
  static func results(
    of file: (String, String), options: TestOptions? = nil, _ location: SourceLocation = #_sourceLocation
  ) throws -> [CaseResult] {
    let set = try ruleSet([file], location)
    let effective = try set.effective(profile: "default", channel: nil)
    return try ExampleRunner(effective, options: options ?? checked()).results()
  }

  /// Options that hold every verdict against the schema.
  static func checked() throws -> TestOptions {
    var options = TestOptions()
    options.schema = try VerdictSchema(Array(Data(contentsOf: root.appending(path: "Fixtures/verdict.v1.schema.json"))))
    return options
  }

  /// The folder that holds `Package.swift`.
  static let root: URL = {
    var folder = URL(filePath: #filePath).deletingLastPathComponent()
    while !FileManager.default.fileExists(atPath: folder.appending(path: "Package.swift").path()), folder.path() != "/" {
      folder.deleteLastPathComponent()
    }
    return folder
  }()
}

extension CaseResult {
  var kinds: [Problem.Kind] { problems.map(\.kind) }
}
