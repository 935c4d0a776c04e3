import Foundation
import Testing

/// What shows that rules can be trusted, at the command line.
@Suite("coverage, mutation, benign texts, comparison, replay, law")
struct TrustTests {
  private let answer = Data(#"{"id":"a","stage":"output","text":"这款产品保本保息，身份证11010519491231002X"}"#.utf8 + [10])

  @Test("mutation names the parts that no example holds; a baseline with reasons lets them stay, and may only shrink")
  func mutation() throws {
    let folder = try Sandbox.folder(Sandbox.ruleFiles)
    let rule = "refusal/cn/promise.yaml"
    let run = try Command.run("test", rule, "--mutate", "--coverage", rules: nil, in: folder)
    #expect(run.code == 1)
    #expect(run.text.contains("deleting “刚性兑付” from find.promise breaks no example"))
    #expect(run.text.contains("\(rule):13:29"))
    #expect(run.text.contains("coverage: 75% of 4 clauses"))
    let written = try Command.run("test", rule, "--mutate", "--baseline", "b.yaml", "--update-baseline", rules: nil, in: folder)
    #expect(written.code == 0)
    let baseline = folder.appendingPathComponent("b.yaml")
    let unexplained = try Command.run("test", rule, "--mutate", "--baseline", "b.yaml", rules: nil, in: folder)
    #expect(unexplained.code == 2 && unexplained.error.contains("the entry does not say why"))
    let text = try String(contentsOf: baseline, encoding: .utf8).replacingOccurrences(of: "why: ''", with: "why: rare")
    try Data(text.utf8).write(to: baseline)
    #expect(try Command.run("test", rule, "--mutate", "--baseline", "b.yaml", rules: nil, in: folder).code == 0)
    try Data(text.replacingOccurrences(of: "items:\n", with: "items:\n      - gone\n").utf8).write(to: baseline)
    let stale = try Command.run("test", rule, "--mutate", "--baseline", "b.yaml", rules: nil, in: folder)
    #expect(stale.code == 1 && stale.text.contains("“gone” of refusal.cn.promise no longer survives"))
  }

  @Test("reasons for a baseline come from a table; what needs none is said")
  func reasons() throws {
    let folder = try Sandbox.folder(Sandbox.ruleFiles)
    let rule = "refusal/cn/promise.yaml"
    let table = """
      # rule, item, reason
      refusal.cn.promise\tfind.promise.phrases: 刚性兑付\tnobody says it
      refusal.cn.promise\tgone\tit went

      """
    try Data(table.utf8).write(to: folder.appendingPathComponent("r.tsv"))
    // An entry that waits for its reason does not stand in the way.
    _ = try Command.run("test", rule, "--mutate", "--baseline", "b.yaml", "--update-baseline", rules: nil, in: folder)
    let update = ["test", rule, "--mutate", "--baseline", "b.yaml", "--update-baseline", "--reasons", "r.tsv"]
    let written = try Command.run(update, rules: nil, in: folder)
    #expect(written.code == 0)
    #expect(written.error.contains("b.yaml: written; 0 items have no reason yet"))
    #expect(written.error.contains("r.tsv:3: “gone” of refusal.cn.promise needs no reason: it was not found"))
    #expect(try Command.run("test", rule, "--mutate", "--baseline", "b.yaml", rules: nil, in: folder).code == 0)
    try Data("refusal.cn.promise\tno reason\n".utf8).write(to: folder.appendingPathComponent("r.tsv"))
    let broken = try Command.run(update, rules: nil, in: folder)
    #expect(broken.code == 2 && broken.error.contains("r.tsv:1: a line is a rule, an item and a reason, with tabs between"))
  }

  @Test("a benign text that the baseline lists and no rule flags any more must be deleted there, and so must a rule that is gone")
  func staleBenign() throws {
    let folder = try Sandbox.folder([
      "benign/a.ndjson": #"{"id":"t1","scene":"客服","lang":"zh","stage":"output","text":"早上好"}"# + "\n",
      "b.yaml": "flagged:\n  - rule: refusal.cn.promise\n    why: w\n    items: [t1, t2]\n  - {rule: refusal.gone, why: w, items: [t3]}\n",
    ])
    let run = try Command.run("test", Sandbox.rules.path, "--benign", "benign", "--baseline", "b.yaml", rules: nil, in: folder)
    #expect(run.code == 1)
    #expect(run.text.contains("refusal.cn.promise no longer flags “t1”: delete it from the baseline"))
    #expect(!run.text.contains("t2"), "a text that was not judged says nothing")
    #expect(run.text.contains("refusal.gone no longer flags “t3”"))
  }

  @Test("diff takes revisions; a past one need not pass today's lint, but must load")
  func revisions() throws {
    let repository = try RuleRepository()
    let over = "--over Fixtures/events.ndjson"
    #expect(try repository.shell("parapet diff git:main Rules \(over) --limit 0").code == 0)
    let unknown = try repository.shell("parapet diff git:gone Rules \(over)")
    #expect(unknown.code == 2 && unknown.error.contains("git:gone: this repository has no revision “gone”"))
    #expect(!unknown.error.contains("fatal"))
    let elsewhere = try repository.shell("parapet diff git:main:policy Rules \(over)")
    #expect(elsewhere.code == 2 && elsewhere.error.contains("that revision has no folder policy"))
    let outside = try Command.run("diff", "git:main", "shipped", "--over", "-", in: Sandbox.folder())
    #expect(outside.code == 2 && outside.error.contains("is in no git repository"))

    try repository.replace("  - miss: 本产品不保本保息\n", with: "")
    _ = try repository.shell("git commit -q -a -m 'no miss'")
    let lapsed = try repository.shell("parapet diff git:main git:main~1 \(over)")
    #expect(lapsed.code == 0 && lapsed.text.contains("0 of 60 decisions change"))
    #expect(lapsed.error.contains("the old rules, git:main, do not pass today's lint"))
    #expect(lapsed.error.contains("git:main:Rules/refusal/cn/promise.yaml"))
    let coming = try repository.shell("parapet diff git:main~1 git:main \(over)")
    #expect(coming.code == 2 && coming.error.contains("the new rules, git:main, cannot be used: 1 error"))

    try repository.replace("severity: critical", with: "severity: grave")
    _ = try repository.shell("git commit -q -a -m 'no such severity'")
    let broken = try repository.shell("parapet diff git:main git:main~2 \(over)")
    #expect(broken.code == 2 && broken.error.contains("the old rules, git:main, cannot be used: 1 error"))
    #expect(broken.error.contains("--> git:main:Rules/refusal/cn/promise.yaml:5:"))
  }

  @Test("--coverage-min fails, and says what is missing")
  func coverage() throws {
    let folder = try Sandbox.folder(Sandbox.ruleFiles)
    #expect(try Command.run("test", ".", "--coverage-min", "10", rules: nil, in: folder).code == 0)
    let run = try Command.run("test", ".", "--coverage-min", "100", "-o", "github", rules: nil, in: folder)
    #expect(run.code == 1)
    #expect(
      run.text.contains("no example exercises find.promise.phrases%3A 刚性兑付")
        || run.text.contains("no example exercises find.promise.phrases: 刚性兑付"))
  }

  @Test("a benign text that is flagged fails; a rule that few texts reach is not measured")
  func benign() throws {
    let folder = try Sandbox.folder([
      "benign/a.ndjson": #"{"id":"t1","scene":"客服","lang":"zh","stage":"output","text":"刚性兑付已经打破"}"# + "\n"
    ])
    let run = try Command.run("test", Sandbox.rules.path, "--benign", "benign", rules: nil, in: folder)
    #expect(run.code == 1)
    #expect(run.text.contains("refusal.cn.promise find.promise flags this benign text (客服): ⟦刚性兑付⟧已经打破"))
    #expect(run.text.contains("not measured"))
    try Data(#"{"id":"t1","scene":"客服","lang":"zh","stage":"nowhere","text":"x"}"#.utf8).write(
      to: folder.appendingPathComponent("benign/b.ndjson"))
    let broken = try Command.run("test", Sandbox.rules.path, "--benign", "benign", rules: nil, in: folder)
    #expect(broken.code == 2 && broken.error.contains("benign/b.ndjson:1: “stage” is none of"))
  }

  @Test("diff tells what changes, replay what does not, and record hides what it must")
  func comparison() throws {
    var files = Dictionary(uniqueKeysWithValues: Sandbox.ruleFiles.map { ("old/" + $0.key, $0.value) })
    for (path, text) in Sandbox.ruleFiles {
      files["new/" + path] = text.replacingOccurrences(of: "保本保息, 刚性兑付", with: "刚性兑付").replacingOccurrences(of: "⟦保本保息⟧", with: "⟦刚性兑付⟧")
        .replacingOccurrences(of: "不保本保息", with: "不刚性兑付")
    }
    let folder = try Sandbox.folder(files)
    try answer.write(to: folder.appendingPathComponent("e.ndjson"))
    let diff = try Command.run("diff", "old", "new", "--over", "e.ndjson", "--limit", "0", rules: nil, in: folder)
    #expect(diff.code == 1 && diff.text.contains("refuse → modify") && diff.text.contains("1 of 1 decisions change (0 stricter, 1 milder)"))
    #expect(!diff.text.contains("11010519491231002X"))
    #expect(try Command.run("diff", "old", "old", "--over", "e.ndjson", "--limit", "0", rules: nil, in: folder).code == 0)
    let verdicts = try Command.run("filter", input: answer)
    try verdicts.output.write(to: folder.appendingPathComponent("v.ndjson"))
    #expect(try Command.run("replay", "v.ndjson", "--events", "e.ndjson", in: folder).code == 0)
    let forged = verdicts.text.replacingOccurrences(of: #""decision":"refuse""#, with: #""decision":"pass""#)
    try Data(forged.utf8).write(to: folder.appendingPathComponent("v.ndjson"))
    let replay = try Command.run("replay", "v.ndjson", "--events", "e.ndjson", in: folder)
    #expect(replay.code == 1 && replay.text.contains("differs at /decision"))
    let record = try Command.run("record", "--event", "e.ndjson", "--id", "c", in: folder)
    #expect(record.code == 0 && !record.text.contains("11010519491231002X") && record.text.contains("⟦保本保息⟧"))
  }

  @Test("legal turns the register round, and flags what is not in force on the day")
  func law() throws {
    let run = try Command.run("legal")
    #expect(run.code == 0 && run.text.contains("masking.cn.resident-id, refusal.cn.promise"))
    let early = try Command.run("legal", "--as-of", "2021-10-31")
    #expect(early.code == 1 && early.text.contains("not yet in force, from 2021-11-01"))
  }

  @Test("a book of rules, and disguises")
  func book() throws {
    let folder = try Sandbox.folder()
    let run = try Command.run("rules", "--doc", "book", in: folder)
    #expect(run.code == 0)
    let page = try String(contentsOf: folder.appendingPathComponent("book/rules/refusal.cn.promise.html"), encoding: .utf8)
    #expect(page.contains("拒绝保本保收益承诺") && page.contains("<mark class=\"found\">保本保息</mark>"))
    for name in ["book/index.html", "book/laws.html"] {
      #expect(FileManager.default.fileExists(atPath: folder.appendingPathComponent(name).path))
    }
    let evade = try Command.run("evade")
    #expect(evade.code == 0 && evade.text.contains("0 missed that a rule promises to find"))
  }

  @Test("every form of report is what it says", arguments: ["tap", "github", "sarif", "markdown", "html"])
  func reports(_ form: String) throws {
    let run = try Command.run("test", Sandbox.rules.path, "--mutate", "--coverage", "-o", form, rules: nil)
    #expect(run.code == 1)
    let sign = [
      "tap": "TAP version 14", "github": "::error file=", "sarif": #""version":"2.1.0""#, "markdown": "### 规则测试", "html": "<!DOCTYPE html>",
    ]
    #expect(run.text.contains(sign[form] ?? "?"))
    #expect(run.text.contains("刚性兑付"))
  }
}
