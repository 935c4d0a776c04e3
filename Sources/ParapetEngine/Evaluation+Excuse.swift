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
    let sight = work.sight(part: candidate.part, view: candidate.viewNumber)
    let view = sight.view
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
      guard try lies(candidate.view, within: exception.within, of: sight, &matcher) else { return false }
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
    _ range: Range<Int>, within patterns: [Pattern], of sight: Sight, _ matcher: inout Matcher
  ) throws(Unlooked) -> Bool {
    for pattern in patterns {
      let key = Walk.Key(pattern: ObjectIdentifier(pattern), sight: ObjectIdentifier(sight))
      var walk = walks.removeValue(forKey: key) ?? Walk()
      defer { walks[key] = walk }
      while !walk.isOver, walk.matches.last.map({ $0.lowerBound <= range.lowerBound }) ?? true {
        if let match = try firstMatch(pattern, in: sight.view.utf8, from: walk.next, &matcher) {
          walk.add(match, in: sight.view.utf8)
        } else {
          walk.isOver = true
        }
      }
      if walk.holds(range) { return true }
    }
    return false
  }
}

/// The matches of a pattern in a text, from the first on, as far as somebody has asked: each candidate asks for the same ones.
struct Walk {
  /// Which pattern, and where.
  struct Key: Hashable {
    let pattern: ObjectIdentifier
    let sight: ObjectIdentifier
  }

  /// In order, and apart from each other.
  private(set) var matches: [Range<Int>] = []
  /// Where to go on.
  private(set) var next = 0
  /// Whether there are no more.
  var isOver = false

  mutating func add(_ match: Range<Int>, in text: [UInt8]) {
    matches.append(match)
    next = max(match.upperBound, match.lowerBound + 1)
    while next < text.count, text[next] & 0xC0 == 0x80 { next += 1 }
    if next > text.count { isOver = true }
  }

  /// Whether `range` lies inside one of the matches; those up to its beginning must be there.
  func holds(_ range: Range<Int>) -> Bool {
    var (low, high) = (0, matches.count)
    while low < high {
      let middle = (low + high) / 2
      if matches[middle].lowerBound <= range.lowerBound { low = middle + 1 } else { high = middle }
    }
    return low > 0 && matches[low - 1].upperBound >= range.upperBound
  }
}
