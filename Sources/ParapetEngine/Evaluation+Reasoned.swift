import ParapetFormat
import ParapetGrounding
import ParapetRule
import ParapetText
import ParapetVerdict

extension Evaluation {
  /// Drafts for what a reasoned answer says and does not carry out: citations of nothing, formulas that give another figure.
  func unreasoned(_ sources: [String], _ name: String, _ rule: CompiledRule, part: Int) throws(Unlooked) -> [Draft] {
    guard event.context != nil || sources == ["tool-result"] else { throw .missing("context") }
    let fold = rule.rule.fold.subtracting(.joining)
    func draft(_ range: Range<Int>, _ fault: ReasonedAnswer.Fault) -> Draft {
      let draft = Draft(
        rule: rule.index, clause: name, part: part, pointer: parts[part].pointer, range: range, reason: (fault.reasonZh, fault.reasonEn))
      draft.checks.append(Finding.Check(check: "\(name).\(fault.kind.rawValue)", pass: false))
      return draft
    }
    guard let document = try? JSON(parsing: parts[part].text.utf8) else {
      return [draft(0..<parts[part].text.utf8.count, .notJSON)]
    }
    let passages = passages(sources).map { Passage(id: $0.id, utf8: $0.text.view(fold).utf8) }
    return ReasonedAnswer(document, passages: passages, fold: fold).faults().map { draft($0.range, $0.fault) }
  }
}
