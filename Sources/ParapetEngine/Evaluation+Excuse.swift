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
    let sight = work.sight(part: candidate.part, view: candidate.viewNumber)
    var surroundings = Surroundings(candidate.view, in: sight.view)
    for exception in rule.exceptions where exception.clauses?.contains(candidate.clause) ?? true {
      if try holds(exception, for: &surroundings, of: sight, &matcher) { return exception.name }
    }
    return nil
  }

  private mutating func holds(
    _ exception: CompiledException, for surroundings: inout Surroundings, of sight: Sight, _ matcher: inout Matcher
  ) throws(Unlooked) -> Bool {
    guard exception.hasCondition, exception.facts.allSatisfy({ $0.holds(for: event) }) else { return false }
    if !exception.before.isEmpty {
      guard try any(exception.before, of: sight, &matcher, stretch: { surroundings.before($0) }) else { return false }
    }
    if !exception.after.isEmpty {
      guard try any(exception.after, of: sight, &matcher, stretch: { surroundings.after($0) }) else { return false }
    }
    if exception.within.isEmpty { return true }
    return try lies(surroundings.range, within: exception.within, of: sight, &matcher)
  }

  private mutating func any(
    _ conditions: [CompiledException.Condition], of sight: Sight, _ matcher: inout Matcher, stretch: (Scope) -> Range<Int>
  ) throws(Unlooked) -> Bool {
    for condition in conditions {
      if try matches(condition.pattern, in: sight.view.utf8, within: stretch(condition.scope), &matcher) { return true }
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

/// What stands around a stretch of a view, as far as somebody has asked.
private struct Surroundings {
  let range: Range<Int>
  private let view: View
  private var clause: Range<Int>?
  private var sentence: Range<Int>?

  init(_ range: Range<Int>, in view: View) {
    self.range = range
    self.view = view
  }

  mutating func before(_ scope: Scope) -> Range<Int> { around(scope).lowerBound..<range.lowerBound }

  mutating func after(_ scope: Scope) -> Range<Int> { range.upperBound..<around(scope).upperBound }

  private mutating func around(_ scope: Scope) -> Range<Int> {
    switch scope {
    case .text: return view.surroundings(of: range, scope: .text)
    case .clause:
      let found = clause ?? view.surroundings(of: range, scope: .clause)
      clause = found
      return found
    case .sentence:
      let found = sentence ?? view.surroundings(of: range, scope: .sentence)
      sentence = found
      return found
    }
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
