import ParapetPattern
import ParapetRule
import ParapetText
import ParapetVerdict

extension Evaluation {
  /// The candidates that no exception removes; the others are recorded with what removed them.
  mutating func excuse(
    _ candidates: consuming [Candidate], of rule: CompiledRule, _ step: inout Trace.Step, _ matcher: inout Matcher
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
    for index in rule.exceptions.indices {
      let by = try unsafe lend(rule.exceptions[index]) { exception throws(Unlooked) in
        guard exception.clauses?.contains(candidate.clause) ?? true else { return nil as String? }
        return try holds(exception, for: &surroundings, of: sight, &matcher) ? exception.name : nil
      }
      if let by { return by }
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

  /// Whether `range` lies inside a match of one of `enclosures`.
  private mutating func lies(
    _ range: Range<Int>, within enclosures: [Enclosure], of sight: Sight, _ matcher: inout Matcher
  ) throws(Unlooked) -> Bool {
    for enclosure in enclosures {
      let key = Walk.Key(enclosure: ObjectIdentifier(enclosure), sight: ObjectIdentifier(sight))
      var walk: Walk
      if let begun = walks.removeValue(forKey: key) {
        walk = begun
      } else {
        walk = try start(along: sight.view.utf8, for: enclosure, &matcher)
      }
      defer { walks[key] = walk }
      while !walk.isPast(range.lowerBound), let window = walk.window {
        let match = try firstMatch(enclosure.pattern, in: sight.view.utf8, from: window.lowerBound, before: window.upperBound, &matcher)
        walk.add(match, in: sight.view.utf8)
      }
      if walk.holds(range) { return true }
    }
    return false
  }

  /// The beginning of a walk along `text`.
  private mutating func start(along text: [UInt8], for enclosure: Enclosure, _ matcher: inout Matcher) throws(Unlooked) -> Walk {
    guard let landmarks = enclosure.landmarks else { return Walk(everywhereIn: text) }
    let runs = landmarks.most.bytesAlone == nil ? TextRuns(text) : nil
    let most = landmarks.most.bytes(blank: runs?.longestBlank ?? 0, word: runs?.longestWord ?? 0)
    var walk = Walk()
    while walk.takesLandmarks, let word = try firstMatch(landmarks.words, in: text, from: walk.behindLandmarks, &matcher) {
      walk.add(landmarkAt: word.lowerBound, least: landmarks.least, most: most, in: text)
    }
    return walk
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
