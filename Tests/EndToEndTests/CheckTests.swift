import Foundation
import ParapetFormat
import Testing

/// The commands that judge rules.
@Suite("test, lint, explain, rules, doctor")
struct CheckTests {
  @Test("rules whose examples hold: 0, and a line of counts")
  func testPasses() throws {
    let run = try Command.run("test")
    #expect(run.code == 0)
    #expect(run.lines.last?.contains("4 passed") == true)
  }

  @Test("an example that does not hold: 1, where it is, what was expected and what was found, and no value")
  func testFails() throws {
    var files = Sandbox.ruleFiles
    files["refusal/cn/promise.yaml"]?.append("  - hit: ⟦我们的产品⟧保本保息\n    why: 说明\n")
    files["masking/cn/resident-id.yaml"]?.append("  - miss: 证件11010519491231002X\n")
    let run = try Command.run("test", rules: Sandbox.folder(files))
    #expect(run.code == 1)
    #expect(run.text.contains("refusal.cn.promise › hit 2"))
    #expect(run.text.contains("refusal/cn/promise.yaml:"))
    #expect(run.text.contains("expected   ^^^^^^^^^^"))
    #expect(run.text.contains("found                ~~~~~~~~"))
    #expect(run.text.contains("masking.cn.resident-id › miss 2"))
    #expect(!run.text.contains(Sample.identity))
    let shown = try Command.run("test", "--show-text", rules: Sandbox.folder(files))
    #expect(shown.text.contains(Sample.identity))
  }

  @Test("reports go where -o says")
  func reports() throws {
    let folder = try Sandbox.folder()
    let run = try Command.run("test", "-o", "junit=r.xml", "-o", "json=r.json", in: folder)
    #expect(run.code == 0 && run.text.contains("4 passed"))
    let xml = try String(contentsOf: folder.appendingPathComponent("r.xml"), encoding: .utf8)
    #expect(xml.hasPrefix("<?xml") && xml.contains("<testsuite name=\"masking.cn.resident-id\" tests=\"2\""))
    let json = try JSON(parsing: [UInt8](Data(contentsOf: folder.appendingPathComponent("r.json"))))
    #expect(json.at(pointer: "/summary/passed") != nil)
    #expect(try Command.run("test", "-o", "json", "-o", "junit").code == 2)
  }

  @Test("a filter that matches nothing is no success")
  func emptySelection() throws {
    #expect(try Command.run("test", "--filter", "resident*hit").lines.last?.contains("1 passed") == true)
    #expect(try Command.run("test", "--filter", "no such case").code == 2)
  }

  @Test("schemas go into a folder that is made for them")
  func schemas() throws {
    let folder = try Sandbox.folder()
    #expect(try Command.run("schema", "--dir", "made/.schemas", in: folder).code == 0)
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.appendingPathComponent("made/.schemas").path)
    #expect(names.count == 8 && names.contains("rule.schema.json"))
  }

  @Test("lint: 0 for sound rules; 1 and every problem at once for others")
  func lint() throws {
    #expect(try Command.run("lint").code == 0)
    var files = Sandbox.ruleFiles
    files["refusal/cn/promise.yaml"]?.append("surplus: 1\n")
    files["masking/cn/resident-id.yaml"]?.append("severty: high\n")
    let folder = try Sandbox.folder(files)
    let run = try Command.run("lint", rules: folder)
    #expect(run.code == 1)
    #expect(run.text.contains("surplus") && run.text.contains("severty") && run.text.contains("did you mean"))
    let one = try Command.run("lint", folder.appendingPathComponent("refusal").path, rules: nil)
    #expect(one.code == 1 && one.text.contains("surplus") && !one.text.contains("severty"))
    #expect(try Command.run("lint", "-o", "json", rules: folder).text.contains("\"code\":\"P0201\""))
  }

  @Test("lint: a pattern that says nothing of where it can match is legal, and listed with what it costs")
  func untriggered() throws {
    var files = Sandbox.ruleFiles
    let clause = "find:\n  any: {pattern: '(.)\\1\\1\\1\\1\\1'}\n"
    files["refusal/cn/promise.yaml"] = files["refusal/cn/promise.yaml"]?.replacing("find:\n", with: clause)
    let folder = try Sandbox.folder(files)
    let run = try Command.run("lint", rules: folder)
    #expect(run.code == 0)
    #expect(run.text.contains("1 clause can match") && run.text.contains("find.any"))
    #expect(try Command.run("lint", "-o", "json", rules: folder).text.contains(#""clause":"find.any","ns_per_kb":"#))
    #expect(try !Command.run("lint").text.contains("can match"))
  }

  @Test("lint --against: another meaning needs a higher version")
  func versionBump() throws {
    var files = Sandbox.ruleFiles
    files["refusal/cn/promise.yaml"] = files["refusal/cn/promise.yaml"]?.replacingOccurrences(of: "刚性兑付]", with: "刚性兑付, 躺赚]")
    let changed = try Sandbox.folder(files)
    let run = try Command.run("lint", "--against", Sandbox.rules.path, rules: changed)
    #expect(run.code == 1 && run.text.contains("P0304"))
    #expect(try Command.run("lint", "--against", Sandbox.rules.path).code == 0)
  }

  @Test("explain: a rule in words, a code, an event, and why not")
  func explain() throws {
    let rule = try Command.run("explain", "refusal.cn.promise")
    #expect(rule.code == 0)
    #expect(rule.text.contains("保本保息") && rule.text.contains("Unless:") && rule.text.contains("CN-PIPL-2021 art.51(3)"))
    #expect(try Command.run("explain", "P0201").text.contains("P0201"))
    #expect(try Command.run("explain", "e0104").text.contains("E0104"))
    let story = try Command.run("explain", "--event", "-", input: Sample.stream(Sample.masked))
    #expect(story.code == 0 && story.text.contains("find.id18") && story.text.contains("1101**********002X"))
    #expect(!story.text.contains(Sample.identity))
    let shown = try Command.run("explain", "--event", "-", "--show-text", input: Sample.stream(Sample.masked))
    #expect(shown.text.contains(Sample.identity))
    let negated = #"{"stage":"output","text":"本产品不保本保息"}"#
    let why = try Command.run("explain", "--event", "-", "--rule", "refusal.cn.promise", input: Sample.stream(negated))
    #expect(why.text.contains("unless.negated"))
    let stage = try Command.run(
      "explain", "--event", "-", "--rule", "refusal.cn.promise", input: Sample.stream(#"{"stage":"input","text":"保本保息"}"#))
    #expect(stage.text.contains("Why not: it looks only at certain stages: output; this event's is input."))
  }

  @Test("rules: a table, and JSON")
  func catalogue() throws {
    let table = try Command.run("rules")
    #expect(table.code == 0 && table.lines.count == 4 && table.text.contains("拒绝保本保收益承诺"))
    #expect(
      try JSON(parsing: Array(Command.run("rules", "-o", "json").text.utf8)).at(pointer: "/rules/1/rule")?.string == "refusal.cn.promise")
  }

  @Test("doctor says what is used and who chose it")
  func doctor() throws {
    let run = try Command.run("doctor")
    #expect(run.code == 0)
    #expect(run.text.contains("PARAPET_RULES") && run.text.contains("sha256:"))
    #expect(try Command.run("doctor", rules: URL(fileURLWithPath: "/no/such")).code == 1)
  }

  @Test("colours only where they are wanted")
  func colours() throws {
    #expect(!(try Command.run("doctor").text.contains("\u{1B}")))
    #expect(try Command.run("doctor", "--color", "always").text.contains("\u{1B}"))
  }

  @Test("version and completions", arguments: ["bash", "zsh", "fish"])
  func completions(_ shell: String) throws {
    #expect(try Command.run("completions", shell).text.contains("parapet"))
    #expect(try Command.run("--version").text == Command.run("version").text)
  }
}
