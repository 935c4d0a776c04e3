import ParapetRule
import ParapetVerdict

extension Evaluation {
  /// What to tell the model that wrote a held answer, when what holds it is for the model to mend; nil otherwise.
  ///
  /// It says what was wrong in the words of the findings, which quote nothing that a rule hides, and what is asked for in the words of
  /// `hints.yaml`.
  func retry(_ findings: [Finding], _ strictest: CompiledAction?) -> String? {
    guard strictest?.purpose == "regenerate" else { return nil }
    let isChinese = event.prefersChinese
    func words(_ text: LocalizedText) -> String { isChinese ? text.zh : text.en }
    var faults: [String] = []
    var hints: [String] = []
    for (draft, finding) in zip(drafts, findings) where program.enforces(draft) {
      guard let action = program.action(of: draft, for: format), action.kind == .hold, action.purpose == "regenerate" else {
        continue
      }
      var line = isChinese ? finding.reasonZh : finding.reasonEn
      if program.rules[draft.rule].rule.evidence == .show, let shown = finding.evidence.masked, !shown.isEmpty {
        line += isChinese ? "：“\(shown)”" : ": “\(shown)”"
      }
      if faults.count < Evaluation.mostFaults, !faults.contains(line) { faults.append(line) }
      if let hint = action.hint.flatMap({ program.hints[$0] }).map(words), !hints.contains(hint) { hints.append(hint) }
    }
    let head = program.hints["retry"].map(words) ?? (isChinese ? "上一条回答没有通过检查：" : "Your last answer did not pass the checks:")
    let numbered = faults.enumerated().map { "\($0.offset + 1). \($0.element)" }
    return ([head] + numbered + hints).joined(separator: "\n")
  }

  /// How many faults a model is told of at once.
  private static let mostFaults = 20
}
