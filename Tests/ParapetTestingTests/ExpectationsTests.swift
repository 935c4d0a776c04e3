import Foundation
import Parapet
import ParapetTesting
import Testing

/// What a service team writes to test its rules.
@Suite struct ExpectationsTests {
  private func directory(_ miss: String) throws -> String {
    let rule = Workbench.rule(
      "refusal.test", "when: {stage: output}\nfind:\n  x: {phrases: [保本]}\nevidence: show\nthen: {action: refuse, reply: refused}",
      examples: "  - hit: 这款⟦保本⟧\n  - miss: \(miss)")
    let folder = FileManager.default.temporaryDirectory.appending(path: "parapet-rules-\(UUID().uuidString)")
    for (path, text) in Workbench.files(with: rule) {
      let file = folder.appending(path: path)
      try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
    }
    return folder.path()
  }

  @Test func aFailureNamesTheCase() async throws {
    try await expectRules(in: directory("您好"))
    let broken = try directory("这也保本")
    let failure = await #expect(throws: RuleCaseFailure.self) { try await expectRules(in: broken) }
    #expect(failure?.description.contains("refusal.test › miss 1") == true)
    #expect(failure?.description.contains("find.x found something") == true)
    let cases = try RuleCase.all(in: broken)
    #expect(cases.map(\.description) == ["refusal.test › hit 1", "refusal.test › miss 1"])
    try cases[0].expect()
    #expect(throws: RuleCaseFailure.self) { try cases[1].expect() }
  }
}

@Suite struct OutUpdateTests {
  private func update(_ examples: String) throws -> (text: String, update: OutUpdate) {
    let (path, text) = Workbench.rule(
      "masking.test", "when: {stage: input}\nfind:\n  x: {pattern: '\\d{11}'}\nthen: {action: mask, keep: [3, 4]}", examples: examples)
    let set = try Workbench.ruleSet([(path, text)])
    let results = try ExampleRunner(try set.effective(profile: "default", channel: nil)).results()
    let update = OutUpdate(RuleFile(path: path, bytes: Array(text.utf8)), results: results)
    return (String(decoding: update.bytes, as: UTF8.self), update)
  }

  @Test func onlyOutIsWritten() throws {
    let (text, update) = try update(
      """
        - hit: 打⟦13800138000⟧
          out: 打***
        - {hit: "找⟦13900139000⟧", out: 'x'}
        - hit: 说⟦15000150000⟧
          out: 说150****0000
        - miss: 您好
      """)
    #expect(update.updated == 2)
    #expect(text.contains("out: \"打138****8000\""))
    #expect(text.contains("out: \"找139****9000\"}"))
    #expect(text.contains("out: 说150****0000"))
  }

  @Test func aWrongSpanOrDecisionIsLeftToAPerson() throws {
    let (_, update) = try update(
      "  - hit: 打⟦138⟧00138000\n    out: x\n  - hit: 打⟦13800138000⟧\n    out: x\n    decision: refuse\n  - miss: 您好")
    #expect(update.updated == 0)
  }

  @Test func aTextOverSeveralLinesIsRefused() throws {
    let (_, update) = try update("  - hit: 打⟦13800138000⟧\n    out: |\n      打\n      x\n  - miss: 您好")
    #expect(update.updated == 0)
    #expect(update.refused.count == 1)
  }
}
