import ParapetEngine
import ParapetText
import ParapetVerdict

/// One event judged for one case: the verdict, and what both runners ask of it.
struct Trial {
  let event: Event
  let verdict: Verdict
  /// Problems that any verdict may have, whatever was expected.
  let faults: [CaseResult.Problem]

  /// Judges `event`. The full trace tells why a single rule said nothing; of many rules it would tell too much.
  init(_ event: Event, by judge: inout Judge, trace: TraceLevel, options: TestOptions) {
    self.event = event
    verdict = judge.evaluate(event, trace: trace)
    var faults = verdict.contradictions(with: event).map { CaseResult.Problem(.invariant, $0) }
    if let schema = options.schema { faults += schema.faults(in: verdict.json()).map { .init(.schema, $0) } }
    self.faults = faults
  }

  /// An event with a verdict that nobody doubts: only what was expected of it is compared.
  init(_ event: Event, judged verdict: Verdict) {
    self.event = event
    self.verdict = verdict
    faults = []
  }

  /// The distinct stretches of the text that findings of `rules` cover, in order; of all rules when the list is empty.
  func spans(of rules: [String]) -> [TextSpan] {
    let spans = verdict.findings.filter { $0.part == "/text" && (rules.isEmpty || rules.contains($0.rule)) }.compactMap(\.span)
    return spans.count < 2 ? spans : Set(spans).sorted()
  }

  /// Problems with `actual` spans where `expected` ones should be.
  static func compare(expected: [TextSpan], actual: [TextSpan]) -> [CaseResult.Problem] {
    expected.filter { !actual.contains($0) }.map { .init(.missing, "nothing was found at \(Trial.place($0))", span: $0) }
      + actual.filter { !expected.contains($0) }.map { .init(.unexpected, "\(Trial.place($0)) should not be found", span: $0) }
  }

  /// Problems with the deliverable text where `out` should be.
  func compare(out: String?, veiled thickness: Veil.Thickness) -> [CaseResult.Problem] {
    guard let out, !out.utf8.elementsEqual(verdict.text.utf8) else { return [] }
    let expected = Array(out.unicodeScalars)
    let actual = Array(verdict.text.unicodeScalars)
    let same = zip(expected, actual).prefix { $0 == $1 }.count
    let shown = [out, verdict.text].map { Trial.quoted(Veil.veil($0, spans: [], thickness)) }
    return [.init(.out, "from character \(same + 1) on, the deliverable text is \(shown[1]), expected \(shown[0])")]
  }

  /// Problems with the decision where `expected` should be.
  func compare(decision expected: Verdict.Decision?) -> [CaseResult.Problem] {
    guard let expected, expected != verdict.decision else { return [] }
    return [.init(.decision, "the decision is \(verdict.decision.rawValue), expected \(expected.rawValue)")]
  }

  /// What happened, a line each; of `rules`, or of all when the list is empty.
  func reasons(of rules: [String]) -> [String] {
    func concerns(_ rule: String) -> Bool { rules.isEmpty || rules.contains(rule) }
    func name(_ rule: String) -> String { rules.count == 1 ? "" : rule + " " }
    var lines: [String] = []
    for finding in verdict.findings where concerns(finding.rule) {
      let place = finding.span.map { " at \(Trial.place($0))" } ?? ""
      let part = finding.part == "/text" ? "" : " of \(finding.part)"
      let shown = finding.evidence.masked.map { ": \(Trial.quoted($0))" } ?? ""
      lines.append("\(name(finding.rule))\(finding.clause) found something\(place)\(part)\(shown)")
    }
    for removal in verdict.suppressed where concerns(removal.rule) {
      lines.append("\(name(removal.rule))\(removal.clause) found \(Trial.place(removal.span)), but \(removal.by) removed it")
    }
    for record in verdict.unjudged where concerns(record.rule) {
      let fact = record.fact.map { " \($0)" } ?? ""
      lines.append("\(name(record.rule))could not look: \(record.why)\(fact) (\(record.policy.name): \(record.policy.value))")
    }
    guard lines.isEmpty else { return lines }
    return rules.count == 1 ? [silence] : []
  }

  /// Why a single rule said nothing.
  private var silence: String {
    if let reason = SkipReason.allCases.first(where: { verdict.trace.skipped[$0, default: 0] > 0 }) {
      return "the rule did not look: \(reason.rawValue)"
    }
    guard let step = verdict.trace.steps?.first, step.candidates > 0 else { return "no clause found anything" }
    return "\(step.candidates) candidates, \(step.confirmed) with the right context, \(step.validated) past their validator, none left"
  }

  /// A span in words, counting characters from 1.
  static func place(_ span: TextSpan) -> String {
    switch span.scalar.count {
    case 0: "the place before character \(span.scalar.lowerBound + 1)"
    case 1: "character \(span.scalar.lowerBound + 1)"
    default: "characters \(span.scalar.lowerBound + 1)–\(span.scalar.upperBound)"
    }
  }

  /// `text` on one line, in quotation marks.
  static func quoted(_ text: String) -> String {
    var result = "“"
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "”"
  }
}
