import ParapetEntity
import ParapetPattern
import ParapetRule
import ParapetText
import ParapetVerdict

extension Evaluation {
  /// Whether `clause` has anything to look at in a view.
  func fires(_ clause: Int, of rule: CompiledRule, part: Int, view: Int) -> Bool {
    let sight = work.sight(part: part, view: view)
    if sight.hasSign(of: rule.firstClause + clause) || rule.clauses[clause].isAlwaysTried { return true }
    guard sight.isBlind else { return false }
    switch rule.clauses[clause].producer {
    case .pattern, .entity: return true
    case .literals: return false
    }
  }

  /// Adds what `clause` finds in one view of one part.
  mutating func find(
    _ number: Int, of rule: CompiledRule, part: Int, view viewNumber: Int, into found: inout Found, _ step: inout Trace.Step,
    _ matcher: inout Matcher
  ) throws(Unlooked) {
    let clause = rule.clauses[number]
    let sight = work.sight(part: part, view: viewNumber)
    let view = sight.view
    let place = Candidate.Place(clause: number, part: part, viewNumber: viewNumber)
    switch clause.producer {
    case .literals:
      work.findPhrases(of: rule.firstClause + number, in: sight)
      for range in work.ranges {
        let candidate = Candidate(place, range, in: view)
        if !found.has(candidate), accepts(range, clause, view, &step) { found.addNew(candidate) }
      }
    case .entity(let kind):
      let mentions = reader(part, viewNumber, of: rule).mentions(of: kind)
      found.makeRoom(for: mentions.count)
      for number in mentions.indices {
        let range = mentions[number].range
        let candidate = Candidate(place, range, in: view)
        if !found.has(candidate), accepts(range, clause, view, &step) { found.addNew(candidate) }
      }
    case .pattern(let pattern):
      let isEverywhere = clause.isAlwaysTried || sight.isBlind || !program.options.prefilter
      work.findWindows(of: rule.firstClause + number, in: sight, everywhere: isEverywhere)
      var at = 0
      // A match begins in one of the windows, so the first in a window is the first of all.
      for index in work.ranges.indices {
        let window = work.ranges[index]
        at = max(at, view.utf8.startOfScalar(at: window.lowerBound))
        while at < window.upperBound, let whole = try firstMatch(pattern, in: view.utf8, from: at, before: window.upperBound, &matcher) {
          let range = clause.group.map { matcher.group($0) } ?? whole
          let candidate = range.map { Candidate(place, $0, in: view) }
          if let range, let candidate, !range.isEmpty, found.has(candidate) || accepts(range, clause, view, &step) {
            found.add(candidate)
            at = max(whole.upperBound, view.utf8.endOfScalar(at: whole.lowerBound))
          } else {
            at = view.utf8.endOfScalar(at: whole.lowerBound)
          }
        }
      }
    }
  }

  /// Whether context and validator accept `range`; the step counts what it came to.
  private func accepts(_ range: Range<Int>, _ clause: CompiledClause, _ view: View, _ step: inout Trace.Step) -> Bool {
    step.candidates += 1
    guard clause.hasContext(range, in: view) else { return false }
    step.confirmed += 1
    guard clause.isValid(range, in: view) else { return false }
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
