import ParapetPattern
import ParapetRule
import ParapetText
import ParapetVerdict

extension Evaluation {
  /// The candidates that no exception removes; the others are recorded with what removed them.
  mutating func excuse(
    _ candidates: [Candidate], of rule: CompiledRule, _ step: inout Trace.Step, _ matcher: inout Matcher
  ) throws(Unlooked) -> [Candidate] {
    guard !rule.exceptions.isEmpty else { return candidates }
    var kept: [Candidate] = []
    var removed: [(candidate: Candidate, by: String)] = []
    for candidate in candidates {
      if let exception = try exception(for: candidate, of: rule, &matcher) {
        removed.append((candidate, exception))
      } else {
        kept.append(candidate)
      }
    }
    for (candidate, by) in removed {
      let suppression = Suppression(
        rule: rule.rule.id, clause: rule.clauses[candidate.clause].name, by: by, part: parts[candidate.part].pointer,
        span: parts[candidate.part].text.span(candidate.original))
      guard !suppressed.contains(suppression) else { continue }
      suppressed.append(suppression)
      if let known = step.removed.firstIndex(where: { $0.by == by }) {
        step.removed[known].count += 1
      } else {
        step.removed.append((by, 1))
      }
    }
    return kept
  }

  private mutating func exception(
    for candidate: Candidate, of rule: CompiledRule, _ matcher: inout Matcher
  ) throws(Unlooked) -> String? {
    guard !rule.clauses[candidate.clause].firm else { return nil }
    for exception in rule.exceptions where exception.clauses?.contains(candidate.clause) ?? true {
      if try holds(exception, for: candidate, &matcher) { return exception.name }
    }
    return nil
  }

  private mutating func holds(
    _ exception: CompiledException, for candidate: Candidate, _ matcher: inout Matcher
  ) throws(Unlooked) -> Bool {
    guard exception.facts.allSatisfy({ $0.holds(for: event) }) else { return false }
    let view = sight(part: candidate.part, lexicon: candidate.lexicon).view
    if !exception.before.isEmpty {
      let matches = try any(exception.before, &matcher) { scope in
        Array(view.utf8[view.surroundings(of: candidate.view, scope: scope).lowerBound..<candidate.view.lowerBound])
      }
      guard matches else { return false }
    }
    if !exception.after.isEmpty {
      let matches = try any(exception.after, &matcher) { scope in
        Array(view.utf8[candidate.view.upperBound..<view.surroundings(of: candidate.view, scope: scope).upperBound])
      }
      guard matches else { return false }
    }
    if !exception.within.isEmpty {
      guard try lies(candidate.view, within: exception.within, of: view.utf8, &matcher) else { return false }
    }
    return true
  }

  private mutating func any(
    _ conditions: [CompiledException.Condition], _ matcher: inout Matcher, text: (Scope) -> [UInt8]
  ) throws(Unlooked) -> Bool {
    for condition in conditions {
      if try firstMatch(condition.pattern, in: text(condition.scope), &matcher) != nil { return true }
    }
    return false
  }

  /// Whether `range` lies inside a match of one of `patterns`.
  private mutating func lies(
    _ range: Range<Int>, within patterns: [Pattern], of subject: [UInt8], _ matcher: inout Matcher
  ) throws(Unlooked) -> Bool {
    for pattern in patterns {
      var at = 0
      while at <= range.lowerBound, let match = try firstMatch(pattern, in: subject, from: at, &matcher) {
        if match.range.lowerBound > range.lowerBound { break }
        if match.range.upperBound >= range.upperBound { return true }
        at = max(match.range.upperBound, match.range.lowerBound + 1)
        while at < subject.count && subject[at] & 0xC0 == 0x80 { at += 1 }
      }
    }
    return false
  }
}
