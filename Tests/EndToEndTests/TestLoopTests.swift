import Foundation
import Testing

/// What a rule author does over and over: mend what failed, write what comes out, look again at every change.
@Suite("test --failing, --update, --watch, and a comparison with a revision")
struct TestLoopTests {
  private static let mask = "masking/cn/resident-id.yaml"
  private static let promise = "refusal/cn/promise.yaml"

  @Test("a failure shows its line of the file, with a caret under the example; a sample in it is veiled")
  func codeFrame() throws {
    var files = Sandbox.ruleFiles
    files[Self.mask]?.append("  - miss: 证件11010519491231002X\n")
    let folder = try Sandbox.folder(files)
    let run = try Command.run("test", rules: folder)
    let line = (files[Self.mask]?.split(separator: "\n").count ?? 0)
    let number = String(line)
    let frame = run.lines.firstIndex { $0.hasPrefix("  \(number) |   - miss: ") }
    let at = try #require(frame)
    #expect(run.lines[at].contains("＊＊#################x"))
    #expect(run.lines[at + 1].hasPrefix("  " + String(repeating: " ", count: number.count) + " |") && run.lines[at + 1].hasSuffix("^"))
    #expect(!run.text.contains(Sample.identity))
    #expect(try Command.run("test", "--show-text", rules: folder).lines.contains("  \(number) |   - miss: 证件11010519491231002X"))
  }

  @Test("--failing runs what failed in an earlier report, and nothing else")
  func failing() throws {
    var files = Sandbox.ruleFiles
    files[Self.promise]?.append("  - hit: ⟦我们的产品⟧保本保息\n")
    let folder = try Sandbox.folder(files)
    #expect(try Command.run("test", ".", "-o", "json=r.json", rules: nil, in: folder).code == 1)
    let again = try Command.run("test", ".", "--failing", "r.json", rules: nil, in: folder)
    #expect(again.code == 1 && again.lines.last?.contains("1 case ") == true && again.text.contains("refusal.cn.promise › hit 2"))
    try Data(((Sandbox.ruleFiles[Self.promise] ?? "") + "  - hit: 我们的产品⟦保本保息⟧\n").utf8).write(
      to: folder.appendingPathComponent(Self.promise))
    let mended = try Command.run("test", ".", "--failing", "r.json", rules: nil, in: folder)
    #expect(mended.code == 0 && mended.lines.last?.contains("1 passed") == true)
    try Data("{}".utf8).write(to: folder.appendingPathComponent("no.json"))
    #expect(try Command.run("test", ".", "--failing", "no.json", rules: nil, in: folder).code == 2)
  }

  @Test("--update writes out:, and never a decision or a mark")
  func update() throws {
    var files = Sandbox.ruleFiles
    files[Self.mask]?.append("  - hit: 证件⟦11010519491231002X⟧\n    out: 证件？\n")
    files[Self.promise]?.append("  - hit: 我们的产品⟦保本保息⟧\n    decision: modify\n  - hit: ⟦我们的产品⟧保本保息\n")
    let folder = try Sandbox.folder(files)
    let run = try Command.run("test", ".", "--update", rules: nil, in: folder)
    #expect(run.code == 1 && run.error.contains("\(Self.mask): 1 texts under out: written"))
    #expect(run.text.contains("2 failed"))
    func written(_ path: String) throws -> String { try String(contentsOf: folder.appendingPathComponent(path), encoding: .utf8) }
    #expect(try written(Self.promise) == files[Self.promise])
    let mask = try written(Self.mask)
    #expect(mask != files[Self.mask] && !mask.contains("证件？"))
    #expect(mask.split(separator: "\n").dropLast().elementsEqual((files[Self.mask] ?? "").split(separator: "\n").dropLast()))
    #expect(try Command.run("test", Self.mask, rules: nil, in: folder).code == 0)
  }

  @Test("--watch runs again at every change, also when a rule is half written")
  func watch() async throws {
    let folder = try Sandbox.folder(Sandbox.ruleFiles)
    let process = Command.process(Command.url.path, ["test", ".", "--watch"], rules: nil, in: folder)
    let output = Pipe()
    (process.standardOutput, process.standardError, process.standardInput) = (output, output, Pipe())
    try process.run()
    defer {
      // The test's threads block SIGTERM, and the process inherits that.
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
    }
    /// Reads until `text` stands there.
    func waits(for text: String) -> Bool {
      var seen = Data()
      while !String(decoding: seen, as: UTF8.self).contains(text) {
        let more = output.fileHandleForReading.availableData
        if more.isEmpty { return false }
        seen += more
      }
      return true
    }
    let file = folder.appendingPathComponent(Self.promise)
    let rule = Sandbox.ruleFiles[Self.promise] ?? ""
    #expect(waits(for: "4 passed"))
    try Data((rule + "  - hit: 我们的产品⟦保本保息⟧\n").utf8).write(to: file)
    #expect(waits(for: "5 passed"))
    try Data((rule + "surplus: 1\n").utf8).write(to: file)
    #expect(waits(for: "surplus"))
    try Data(rule.utf8).write(to: file)
    #expect(waits(for: "4 passed"))
  }

  @Test("diff compares a revision of a real repository with the working tree")
  func revisions() throws {
    let folder = try Sandbox.folder(Dictionary(uniqueKeysWithValues: Sandbox.ruleFiles.map { ("Rules/" + $0.key, $0.value) }))
    try Data(#"{"id":"a","stage":"output","text":"这款产品刚性兑付"}"#.utf8 + [10]).write(to: folder.appendingPathComponent("e.ndjson"))
    let made = try Command.shell(
      """
      set -e
      git init -q -b main . && git add Rules && git -c user.name=a -c user.email=a@example.com commit -qm one
      sed -i 's/, 刚性兑付//' Rules/refusal/cn/promise.yaml
      """, in: folder)
    #expect(made.code == 0, "\(made.error)")
    let run = try Command.run("diff", "git:main", "Rules", "--over", "e.ndjson", rules: nil, in: folder)
    #expect(run.code == 0 && run.text.contains("1 of 1 decisions change (0 stricter, 1 milder)"))
    #expect(try Command.run("diff", "git:main", "Rules", "--over", "e.ndjson", "--limit", "0", rules: nil, in: folder).code == 1)
    #expect(try Command.run("diff", "git:main", "git:HEAD", "--over", "e.ndjson", "--limit", "0", rules: nil, in: folder).code == 0)
    let missing = try Command.run("diff", "git:nowhere", "Rules", "--over", "e.ndjson", rules: nil, in: folder)
    #expect(missing.code == 2 && missing.error.contains("nowhere"))
  }
}
