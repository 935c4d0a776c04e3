import ParapetEntity
import ParapetPattern
import ParapetRule
import ParapetText
import ParapetVerdict

extension Evaluation {
  /// Adds what the clauses of `rule` find in one view of one part to what the workspace holds; whether any of them has something to look at there.
  mutating func find(
    _ rule: CompiledRule, in sight: Sight, part: Int, view: Int, _ work: Workspace, _ step: inout Trace.Step, _ matcher: inout Matcher
  ) throws(Unlooked) -> Bool {
    var triggered = false
    for clause in rule.clauses.indices {
      let fires = sight.hasSign(of: rule.firstClause + clause) || rule.clauses[clause].fires(in: sight)
      triggered = triggered || fires
      guard fires || !program.options.prefilter else { continue }
      let place = Candidate.Place(clause: clause, part: part, viewNumber: view)
      try rule.withClause(clause) { clause throws(Unlooked) in
        try find(clause, of: rule, in: sight, at: place, work, &step, &matcher)
      }
    }
    return triggered
  }

  /// Adds what `clause` finds in one view of one part.
  private mutating func find(
    _ clause: CompiledClause, of rule: CompiledRule, in sight: Sight, at place: Candidate.Place, _ work: Workspace,
    _ step: inout Trace.Step, _ matcher: inout Matcher
  ) throws(Unlooked) {
    let view = sight.view
    switch clause.producer {
    case .literals:
      work.findPhrases(of: rule.firstClause + place.clause, in: sight)
      for index in work.ranges.indices {
        let range = work.ranges[index]
        let candidate = Candidate(place, range, in: view)
        if !work.found.has(candidate), accepts(range, clause, view, &step) { work.found.addNew(candidate) }
      }
    case .entity(let kind):
      let mentions = reader(place.part, place.viewNumber, of: rule).mentions(of: kind)
      work.found.makeRoom(for: mentions.count)
      for number in mentions.indices {
        let range = mentions[number].range
        let candidate = Candidate(place, range, in: view)
        if !work.found.has(candidate), accepts(range, clause, view, &step) { work.found.addNew(candidate) }
      }
    case .pattern:
      let isEverywhere = clause.isAlwaysTried || sight.isBlind || !program.options.prefilter
      work.findWindows(of: rule.firstClause + place.clause, in: sight, everywhere: isEverywhere)
      _ = try clause.withPattern { pattern throws(Unlooked) in
        try find(pattern, of: clause, in: view, at: place, work, &step, &matcher)
      }
    }
  }

  /// Adds the matches of `pattern` that begin in one of the workspace's ranges.
  private mutating func find(
    _ pattern: Pattern, of clause: CompiledClause, in view: View, at place: Candidate.Place, _ work: Workspace, _ step: inout Trace.Step,
    _ matcher: inout Matcher
  ) throws(Unlooked) {
    var at = 0
    // A match begins in one of the windows, so the first in a window is the first of all.
    for index in work.ranges.indices {
      let window = work.ranges[index]
      at = max(at, view.utf8.startOfScalar(at: window.lowerBound))
      while at < window.upperBound, let whole = try firstMatch(pattern, in: view.utf8, from: at, before: window.upperBound, &matcher) {
        let range = clause.group.map { matcher.group($0) } ?? whole
        let candidate = range.map { Candidate(place, $0, in: view) }
        if let range, let candidate, !range.isEmpty, work.found.has(candidate) || accepts(range, clause, view, &step) {
          work.found.add(candidate)
          at = max(whole.upperBound, view.utf8.endOfScalar(at: whole.lowerBound))
        } else {
          at = view.utf8.endOfScalar(at: whole.lowerBound)
        }
      }
    }
  }

  /// Whether context and validator accept `range`; the step counts what it came to.
  private func accepts(_ range: Range<Int>, _ clause: CompiledClause, _ view: View, _ step: inout Trace.Step) -> Bool {
    step.candidates += 1
    guard clause.hasContext(range, in: view.utf8) else { return false }
    step.confirmed += 1
    guard clause.isValid(range, in: view.utf8) else { return false }
    step.validated += 1
    return true
  }

  /// The first match that begins in a window, within the budget of the event; every limit of PCRE2 becomes "could not look".
  mutating func firstMatch(
    _ pattern: Pattern, in subject: [UInt8], from start: Int = 0, before end: Int? = nil, _ matcher: inout Matcher
  ) throws(Unlooked) -> Range<Int>? {
    guard matchesLeft > 0 else { throw .limit("match_budget") }
    matchesLeft -= 1
    do {
      return try matcher.firstRange(pattern, in: subject, from: start, before: end)
    } catch {
      throw .limit(error.why)
    }
  }

  /// Whether `pattern` matches `stretch` of `subject` as if that were everything, within the budget of the event: a long stretch counts for
  /// more than one match.
  mutating func matches(
    _ pattern: Pattern, in subject: [UInt8], within stretch: Range<Int>, _ matcher: inout Matcher
  ) throws(Unlooked) -> Bool {
    guard matchesLeft > 0 else { throw .limit("match_budget") }
    matchesLeft -= 1 + stretch.count / 256
    do {
      return try matcher.firstRange(pattern, in: subject, within: stretch) != nil
    } catch {
      throw .limit(error.why)
    }
  }
}

extension CompiledClause {
  /// Whether it has something to look at in `sight` even where none of its signs stands.
  fileprivate func fires(in sight: Sight) -> Bool {
    if isAlwaysTried { return true }
    guard sight.isBlind else { return false }
    switch producer {
    case .pattern, .entity: return true
    case .literals: return false
    }
  }
}

extension MatchFailure {
  /// As verdicts name it.
  var why: String {
    switch self {
    case .matchLimit: "match_limit"
    case .depthLimit: "depth_limit"
    case .heapLimit: "heap_limit"
    case .stackLimit: "stack_limit"
    case .other(let code): "pcre2_error_\(code.magnitude)"
    }
  }
}
