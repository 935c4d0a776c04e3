public import ParapetEngine
import ParapetFormat
import ParapetText
public import ParapetVerdict

extension Verdict {
  /// Every way in which this verdict on `event` contradicts itself or the event, a sentence each; empty when it holds together.
  ///
  /// A schema cannot say these things: counts add up, edits are sorted and keep apart, the three units of a span agree, the
  /// decision is the strictest enforced action, and the deliverable text is what the decision makes of the text.
  public func contradictions(with event: Event) -> [String] {
    countFaults() + spanFaults(event) + editFaults(event) + decisionFaults() + maskFaults() + deliveryFaults(event)
  }

  private func countFaults() -> [String] {
    var faults: [String] = []
    let skipped = trace.skipped.values.reduce(0, +)
    if trace.rules != trace.evaluated + skipped {
      faults.append("trace: \(trace.rules) rules, but \(trace.evaluated) evaluated and \(skipped) skipped")
    }
    if let steps = trace.steps {
      let looked = steps.count { $0.skipped == nil }
      if looked != trace.evaluated { faults.append("trace: \(looked) steps looked, but \(trace.evaluated) rules were evaluated") }
    }
    return faults
  }

  private func spanFaults(_ event: Event) -> [String] {
    var faults: [String] = []
    func check(_ span: TextSpan?, at part: String, _ what: String) {
      guard let span else { return }
      guard let text = event.text(at: part) else {
        faults.append("\(what): the event has no text at \(part)")
        return
      }
      if let fault = text.fault(of: span) { faults.append("\(what): \(fault)") }
    }
    for finding in findings { check(finding.span, at: finding.part, "finding of \(finding.rule)") }
    for finding in findings {
      guard let nearest = finding.grounding?.nearest, let index = event.context?.firstIndex(where: { $0.id == nearest.id }) else {
        continue
      }
      check(nearest.span, at: "/context/\(index)/text", "evidence nearest to a finding of \(finding.rule)")
    }
    for suppression in suppressed { check(suppression.span, at: suppression.part, "suppressed candidate of \(suppression.rule)") }
    for edit in edits { check(edit.span, at: edit.part, "edit of \(edit.rule)") }
    return faults
  }

  private func editFaults(_ event: Event) -> [String] {
    var faults: [String] = []
    for (previous, next) in zip(edits, edits.dropFirst()) where previous.part == next.part {
      if next.span < previous.span { faults.append("edits at \(next.part) are not sorted") }
      if next.span.utf8.lowerBound < previous.span.utf8.upperBound { faults.append("edits at \(next.part) overlap") }
    }
    var seen: [String] = []
    for edit in edits where seen.last != edit.part {
      if seen.contains(edit.part) { faults.append("edits at \(edit.part) do not stand together") }
      seen.append(edit.part)
    }
    return faults
  }

  /// A rule that could not look may make the decision stricter, up to `hold`, and only when its setting says so.
  private func decisionFaults() -> [String] {
    guard decision != .error else { return failure == nil ? ["decision is error, but nothing says why"] : [] }
    if failure != nil { return ["an error is given, but the decision is \(decision.rawValue)"] }
    let strictest = findings.filter(\.enforced).compactMap { Verdict.Decision(action: $0.action) }.max() ?? .pass
    // What would change the text has done so only where there is an edit: a transform may have nothing to do.
    let demanded = strictest >= .hold ? strictest : edits.isEmpty ? .pass : .modify
    let holding = unjudged.contains { $0.policy.value == "closed" || $0.policy.value == "hold" }
    if decision < demanded { return ["decision is \(decision.rawValue), but \(demanded.rawValue) is demanded"] }
    if decision > demanded, decision != .hold || !holding {
      return ["decision is \(decision.rawValue), but nothing demands more than \(demanded.rawValue)"]
    }
    return []
  }

  /// What a mask found is hidden, whatever the decision: a reviewer's queue must not receive the bare value.
  private func maskFaults() -> [String] {
    findings.filter { $0.enforced && $0.action == "mask" }.compactMap { finding in
      guard let span = finding.span else { return "a mask of \(finding.rule) has no span" }
      let covered = edits.contains {
        $0.part == finding.part && $0.span.utf8.lowerBound <= span.utf8.lowerBound && span.utf8.upperBound <= $0.span.utf8.upperBound
      }
      return covered ? nil : "no edit covers what \(finding.rule) masks"
    }
  }

  private func deliveryFaults(_ event: Event) -> [String] {
    switch decision {
    case .error: return text.isEmpty ? [] : ["decision is error, but a text is let through"]
    case .hold, .refuse:
      guard let reply else { return ["decision is \(decision.rawValue), but there is no reply"] }
      return reply.text.utf8.elementsEqual(text.utf8) ? [] : ["the reply is not what is delivered"]
    case .pass, .modify:
      let part = event.text == nil ? "/messages/\(event.messages.count - 1)/content" : "/text"
      guard let original = event.text(at: part) else { return [] }
      let edited = original.applying(edits.filter { $0.part == part })
      return edited.elementsEqual(text.utf8) ? [] : ["the deliverable text is not the text with its edits"]
    }
  }
}

extension Verdict.Decision {
  /// The decision that `action` alone leads to, or nil for a name that is no action.
  init?(action: String) {
    switch action {
    case "flag": self = .pass
    case "mask", "rewrite", "append": self = .modify
    case "hold": self = .hold
    case "refuse": self = .refuse
    default: return nil
    }
  }
}

extension Event {
  /// The text at an RFC 6901 pointer into the event, or nil when there is none.
  func text(at pointer: String) -> Text? {
    if pointer == "/text" { return text }
    if pointer == "/input" { return input }
    let steps = pointer.split(separator: "/", omittingEmptySubsequences: false).dropFirst().map(String.init)
    if steps.count == 3, steps[0] == "messages", let index = Int(steps[1]), messages.indices.contains(index), steps[2] == "content" {
      return messages[index].content
    }
    if steps.count == 3, steps[0] == "context", let index = Int(steps[1]), let context, context.indices.contains(index), steps[2] == "text"
    {
      return context[index].text
    }
    let arguments = "/tool/arguments"
    guard pointer.hasPrefix(arguments), let value = tool?.arguments.at(pointer: String(pointer.dropFirst(arguments.count))) else {
      return nil
    }
    switch value.value {
    case .string(let string): return Text(string)
    case .number(let number): return Text(number)
    default: return nil
    }
  }
}

extension Text {
  /// Why `span` is no stretch of this text, or nil when it is one. Counted by hand, so that it checks whoever made the span.
  fileprivate func fault(of span: TextSpan) -> String? {
    guard span.utf8.upperBound <= utf8.count else { return "its span ends behind the text" }
    for (index, end) in [(span.utf8.lowerBound, "begins"), (span.utf8.upperBound, "ends")]
    where index < utf8.count && utf8[index] & 0xC0 == 0x80 {
      return "its span \(end) inside a character"
    }
    let before = String(decoding: utf8[..<span.utf8.lowerBound], as: UTF8.self)
    let inside = String(decoding: utf8[span.utf8], as: UTF8.self)
    let scalars = before.unicodeScalars.count..<(before.unicodeScalars.count + inside.unicodeScalars.count)
    let units = before.utf16.count..<(before.utf16.count + inside.utf16.count)
    return scalars == span.scalar && units == span.utf16 ? nil : "the three units of its span disagree"
  }

  /// The bytes with `edits` applied, which are sorted.
  fileprivate func applying(_ edits: [Edit]) -> [UInt8] {
    var result: [UInt8] = []
    var at = 0
    for edit in edits where edit.span.utf8.lowerBound >= at && edit.span.utf8.upperBound <= utf8.count {
      result += utf8[at..<edit.span.utf8.lowerBound]
      result += Array(edit.with.utf8)
      at = edit.span.utf8.upperBound
    }
    return result + utf8[at...]
  }
}
