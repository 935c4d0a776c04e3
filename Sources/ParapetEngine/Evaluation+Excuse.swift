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
    for candidate in candidates {
      guard let by = try exception(for: candidate, of: rule, &matcher) else {
        kept.append(candidate)
        continue
      }
      let removal = Removed(
        rule: rule.index, clause: rule.clauses[candidate.clause].name, by: by, part: candidate.part, range: candidate.original)
      removed.append(removal)
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
    guard exception.hasCondition, exception.facts.allSatisfy({ $0.holds(for: event) }) else { return false }
    let view = work.sight(part: candidate.part, view: candidate.viewNumber).view
    if !exception.before.isEmpty {
      let matches = try any(exception.before, of: view.utf8, &matcher) { scope in
        view.surroundings(of: candidate.view, scope: scope).lowerBound..<candidate.view.lowerBound
      }
      guard matches else { return false }
    }
    if !exception.after.isEmpty {
      let matches = try any(exception.after, of: view.utf8, &matcher) { scope in
        candidate.view.upperBound..<view.surroundings(of: candidate.view, scope: scope).upperBound
      }
      guard matches else { return false }
    }
    if !exception.within.isEmpty {
      guard try lies(candidate.view, within: exception.within, of: view.utf8, &matcher) else { return false }
    }
    return true
  }

  private mutating func any(
    _ conditions: [CompiledException.Condition], of subject: [UInt8], _ matcher: inout Matcher, stretch: (Scope) -> Range<Int>
  ) throws(Unlooked) -> Bool {
    for condition in conditions {
      if try matches(condition.pattern, in: subject, within: stretch(condition.scope), &matcher) { return true }
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
        if match.lowerBound > range.lowerBound { break }
        if match.upperBound >= range.upperBound { return true }
        at = max(match.upperBound, match.lowerBound + 1)
        while at < subject.count && subject[at] & 0xC0 == 0x80 { at += 1 }
      }
    }
    return false
  }
}
