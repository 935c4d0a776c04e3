import Foundation
import Parapet
import Testing

/// What a service does: load, compile once, judge from many tasks at once. Run under the thread sanitizer as well.
@Suite("the library")
struct LibraryTests {
  private func guardrail() throws -> Guardrail { try Guardrail(RuleSource.directory(Sandbox.rules.path)) }

  @Test("one guardrail, many tasks, the verdicts of one")
  func concurrently() async throws {
    let guardrail = try guardrail()
    let texts = (0..<64).map { $0 % 3 == 0 ? "保本保息 \($0)" : $0 % 3 == 1 ? "证件号11010519491231002X \($0)" : "您好 \($0)" }
    let alone = texts.map { guardrail.evaluate(Event(stage: .output, text: $0)).json() }
    let together = await withTaskGroup(of: (Int, [UInt8]).self) { group in
      for (index, text) in texts.enumerated() {
        group.addTask { (index, guardrail.evaluate(Event(stage: .output, text: text)).json()) }
      }
      var results = [[UInt8]](repeating: [], count: texts.count)
      for await (index, json) in group { results[index] = json }
      return results
    }
    #expect(together == alone)
  }

  @Test("the fact channel picks the program, as in the filter")
  func channels() throws {
    let guardrail = try guardrail()
    func decision(_ channel: String?) -> Verdict.Decision {
      var event = Event(stage: .output, text: "保本保息")
      if let channel { event.facts = JSON(.object([.init(name: "channel", value: JSON(.string(channel)))])) }
      return guardrail.evaluate(event).decision
    }
    #expect(decision(nil) == .refuse)
    #expect(decision("lab") == .pass)
    #expect(decision("elsewhere") == .refuse)
  }

  @Test("the example of the documentation compiles and works")
  func documented() throws {
    let program = try RuleSource.directory(Sandbox.rules.path).program(profile: "default")
    let answer = Event(stage: .output, text: "这款产品保本保息，放心买")
    let verdict = program.evaluate(answer)
    #expect(verdict.decision == .refuse)
    #expect(verdict.text == "投资有风险，产品不保本。")
  }

  @Test("broken rules give no program, and every reason")
  func broken() throws {
    var files = Sandbox.ruleFiles
    files["refusal/cn/promise.yaml"]?.append("surplus: 1\n")
    files["masking/cn/resident-id.yaml"]?.append("surplus: 1\n")
    let ruleset = try RuleSource.directory(Sandbox.folder(files).path)
    let errors = #expect(throws: RuleErrors.self) { try ruleset.program() }
    #expect(errors?.diagnostics.count == 2)
  }
}
