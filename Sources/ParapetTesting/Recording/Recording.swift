import ParapetEntity
public import ParapetEngine
public import ParapetRule
import ParapetText
public import ParapetVerdict

/// An event with its verdict, made into a fixture case: what was sensitive is replaced by synthetic values of the same shape.
///
/// What no rule found is not known to be harmless, so the case is for a person to review before it is kept.
public struct Recording: Sendable {
  /// The event with synthetic values.
  public let event: Event
  /// The verdict on that event.
  public let verdict: Verdict
  /// How many values were replaced.
  public let replaced: Int
  /// How many values could not be replaced by one that is found in the same way, and were taken out.
  public let removed: Int

  /// What stands where a value was taken out.
  static let gap = "〔removed〕"

  /// Makes a case of `event`, which is judged by `program`, made of `rules`. Values that rules with `evidence: show` find may stay.
  public init(_ event: Event, by program: Program, rules: EffectiveRules) {
    let known = Dictionary(rules.rules.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    var synthesis = Synthesis(event: event, program: program, rules: known)
    synthesis.run()
    self.event = synthesis.event
    verdict = program.evaluate(synthesis.event)
    replaced = synthesis.replaced
    removed = synthesis.removed
  }
}

/// Replaces one value after the other, from the end of the text, and looks each time whether the rules see the same.
private struct Synthesis {
  var event: Event
  let program: Program
  let rules: [String: Rule]
  var replaced = 0
  var removed = 0
  private var values = SyntheticValue(seed: 1)

  init(event: Event, program: Program, rules: [String: Rule]) {
    self.event = event
    self.program = program
    self.rules = rules
  }

  /// Texts other than the one that is judged are left out: nobody has looked for values in them.
  mutating func run() {
    guard let text = event.text else { return }
    let findings = program.evaluate(event).findings.filter { $0.part == "/text" && rules[$0.rule]?.evidence != .show }
    var end = text.utf8.count
    for finding in findings.sorted(by: { ($0.span?.utf8.lowerBound ?? 0) > ($1.span?.utf8.lowerBound ?? 0) }) {
      guard let span = finding.span, !span.utf8.isEmpty, span.utf8.upperBound <= end else { continue }
      end = span.utf8.lowerBound
      replace(span, of: finding)
    }
  }

  private mutating func replace(_ span: TextSpan, of finding: Finding) {
    guard let text = event.text else { return }
    let rule = rules[finding.rule]
    let validator = rule?.find.first { "find.\($0.name)" == finding.clause }?.validate.flatMap { Validator.all[$0] }
    let model = text.string(in: span.utf8)
    for kept in [0, 0, 0, 1, 2, 3, 3, 4, 4, 6] {
      guard let value = values.value(like: model, passing: validator, keeping: kept) else { continue }
      let changed = with(value, at: span)
      let isFound = program.evaluate(changed).findings.contains {
        $0.rule == finding.rule && $0.clause == finding.clause && $0.span == span
      }
      if isFound, value != model {
        event = changed
        replaced += 1
        return
      }
    }
    event = with(Recording.gap, at: span)
    removed += 1
  }

  private func with(_ value: String, at span: TextSpan) -> Event {
    var bytes = event.text?.utf8 ?? []
    bytes.replaceSubrange(span.utf8, with: value.utf8)
    var changed = event
    changed.text = Text(String(decoding: bytes, as: UTF8.self))
    return changed
  }
}
