import Parapet
import ParapetTesting
import Testing

/// Contradictions that no schema can see, each made on purpose.
@Suite struct VerdictInvariantsTests {
  private let event = Event(stage: .output, text: "请打13812345678，保本")

  private func span(_ scalars: Range<Int>, utf8: Range<Int>) -> TextSpan { TextSpan(utf8: utf8, scalar: scalars, utf16: scalars) }

  private func finding(_ action: String, _ span: TextSpan?, enforced: Bool = true) -> Finding {
    Finding(
      rule: "masking.test", version: "1.0.0", family: "masking", clause: "find.a", severity: "high", action: action, enforced: enforced,
      part: "/text", span: span, evidence: .none, owner: "tests", legal: ["X"], reasonZh: "", reasonEn: "")
  }

  /// A verdict that holds together: a number is masked.
  private var sound: Verdict {
    var verdict = Verdict(
      event: .init(stage: "output"), engine: .init(version: "0.1.0", pcre2: "10.42", unicode: "14"),
      ruleset: .init(profile: "default", version: "1.0.0", digest: ""), decision: .modify, text: "请打***，保本")
    verdict.findings = [finding("mask", span(2..<13, utf8: 6..<17))]
    verdict.edits = [Edit(rule: "masking.test", part: "/text", span: span(2..<13, utf8: 6..<17), with: "***")]
    verdict.trace.rules = 2
    verdict.trace.evaluated = 1
    verdict.trace.skipped = [.prefilter: 1]
    return verdict
  }

  @Test func aSoundVerdictHasNone() {
    #expect(sound.contradictions(with: event) == [])
  }

  private func expect(_ part: String, _ change: (inout Verdict) -> Void, _ location: SourceLocation = #_sourceLocation) {
    var verdict = sound
    change(&verdict)
    let faults = verdict.contradictions(with: event)
    #expect(faults.contains { $0.contains(part) }, "\(faults)", sourceLocation: location)
  }

  @Test func countsMustAddUp() {
    expect("3 rules") { $0.trace.rules = 3 }
    expect("steps looked") { $0.trace.steps = [] }
  }

  @Test func spansMustLieInTheText() {
    expect("behind the text") { $0.findings[0].span = self.span(2..<99, utf8: 6..<99) }
    expect("inside a character") { $0.findings[0].span = self.span(2..<13, utf8: 5..<17) }
    expect("units of its span disagree") { $0.findings[0].span = TextSpan(utf8: 6..<17, scalar: 2..<13, utf16: 2..<14) }
    expect("no text at /tool") { $0.findings[0].part = "/tool/arguments/x" }
  }

  @Test func editsMustBeSortedAndApart() {
    let first = Edit(rule: "masking.test", part: "/text", span: span(0..<1, utf8: 0..<3), with: "*")
    expect("not sorted") { $0.edits.append(first) }
    expect("overlap") { $0.edits.append($0.edits[0]) }
  }

  @Test func theDecisionMustBeTheStrictestOneDemanded() {
    expect("refuse is demanded") { $0.findings.append(self.finding("refuse", nil)) }
    expect("nothing demands more") { $0.decision = .hold }
    expect("nothing demands more") {
      $0.findings.append(self.finding("hold", nil, enforced: false)); $0.decision = .hold
    }
    expect("modify is demanded") { $0.decision = .pass }
    expect("nothing says why") { $0.decision = .error }
  }

  @Test func aRuleThatCouldNotLookMayHold() {
    var verdict = sound
    verdict.unjudged = [Unjudged(rule: "refusal.test", why: "match_limit", fact: nil, policy: ("on_error", "closed"))]
    verdict.decision = .hold
    verdict.reply = .init(key: "held", text: "请稍候。")
    verdict.text = "请稍候。"
    #expect(verdict.contradictions(with: event) == [])
    verdict.unjudged[0].policy.value = "open"
    #expect(verdict.contradictions(with: event) != [])
  }

  @Test func whatIsMaskedMustBeCovered() {
    expect("no edit covers") {
      $0.edits = []; $0.decision = .pass; $0.text = "请打13812345678，保本"
    }
  }

  @Test func theDeliverableTextMustFollow() {
    expect("not the text with its edits") { $0.text = "请打13812345678，保本" }
    expect("no reply") {
      $0.findings.append(self.finding("refuse", nil)); $0.decision = .refuse
    }
    expect("not what is delivered") {
      $0.findings.append(self.finding("refuse", nil))
      $0.decision = .refuse
      $0.reply = .init(key: "refused", text: "不能这样回答。")
    }
  }
}
