import Foundation

/// A git repository that holds rules, fixtures, benign texts, a baseline and events, as somebody who uses Parapet keeps them: its commit is
/// `main` and `origin/main`, and all its checks pass.
struct RuleRepository {
  let folder: URL

  static let rule = "Rules/refusal/cn/promise.yaml"

  init() throws {
    var files = Dictionary(uniqueKeysWithValues: Sandbox.ruleFiles.map { ("Rules/" + $0.key, $0.value) })
    files["Fixtures/regression/promise.yaml"] = """
      suite: promise
      profile: default
      cases:
        - id: spoken
          stage: output
          text: 客户经理说这款产品⟦保本保息⟧
          expect: {decision: refuse, findings: [{rule: refusal.cn.promise, clause: promise}]}

      """
    files["Fixtures/benign/service.ndjson"] = #"{"id":"t1","scene":"客服","lang":"zh","stage":"output","text":"本产品不承诺收益"}"# + "\n"
    files["Fixtures/baseline.yaml"] = """
      survivors:
        - rule: refusal.cn.promise
          why: nobody says it any more
          items: ['find.promise.phrases: 刚性兑付']

      """
    let event = #"{"stage":"output","text":"这款产品保本保息"}"# + "\n"
    files["Fixtures/events.ndjson"] = String(repeating: event, count: 60)
    folder = try Sandbox.folder(files)
    let made = try shell(
      """
      parapet test --mutate --update-baseline > /dev/null
      sed -i "s/why: ''/why: examples are to come/" Fixtures/baseline.yaml
      git init -q -b main
      git add .
      git commit -q -m rules
      git remote add origin .git
      git fetch -q origin
      """)
    guard made.code == 0 else { throw Failure(description: made.error) }
  }

  struct Failure: Error, CustomStringConvertible { let description: String }

  /// Runs a script in the repository, with `parapet` on the path, by the shell that `call` names.
  func shell(_ script: String, by call: [String] = ["bash", "-e", "-c"], _ environment: [String: String] = [:]) throws -> Finished {
    let own = [
      "PATH": Command.url.deletingLastPathComponent().path + ":/usr/bin:/bin", "HOME": folder.path, "GIT_AUTHOR_NAME": "a",
      "GIT_AUTHOR_EMAIL": "a@example.com", "GIT_COMMITTER_NAME": "a", "GIT_COMMITTER_EMAIL": "a@example.com",
    ]
    return try Command.program(
      "/usr/bin/env", call + [script], environment: own.merging(environment) { $1 }, in: folder)
  }

  /// Writes something else into a file.
  func replace(_ old: String, with new: String, in path: String = rule) throws {
    let file = folder.appendingPathComponent(path)
    let text = try String(contentsOf: file, encoding: .utf8)
    guard text.contains(old) else { throw Failure(description: "\(path) does not hold “\(old)”") }
    try Data(text.replacingOccurrences(of: old, with: new).utf8).write(to: file)
  }

  func text(_ path: String) throws -> String { try String(contentsOf: folder.appendingPathComponent(path), encoding: .utf8) }
}
