import ParapetEntity
import ParapetPattern
import ParapetRule
import ParapetText
import ParapetVerdict

extension Evaluation {
  /// Whether `clause` has anything to look at in a view.
  func fires(_ clause: Int, of rule: CompiledRule, part: Int, view: Int) -> Bool {
    let compiled = rule.clauses[clause]
    if compiled.isAlwaysTried { return true }
    let sight = work.sight(part: part, view: view)
    if sight.isBlind, case .pattern = compiled.producer { return true }
    return sight.hasSign(of: rule.firstClause + clause)
  }

  /// Adds what `clause` finds in one view of one part.
  mutating func find(
    _ number: Int, of rule: CompiledRule, part: Int, view viewNumber: Int, into found: inout Found, _ step: inout Trace.Step,
    _ matcher: inout Matcher
  ) throws(Unlooked) {
    let clause = rule.clauses[number]
    let sight = work.sight(part: part, view: viewNumber)
    let view = sight.view
    func candidate(_ range: Range<Int>) -> Candidate {
      Candidate(clause: number, part: part, viewNumber: viewNumber, view: range, original: view.original(range))
    }
    switch clause.producer {
    case .literals:
      sight.phrases(of: rule.firstClause + number, into: &work.ranges)
      for range in work.ranges {
        let candidate = candidate(range)
        if !found.has(candidate), accepts(range, clause, view, &step) { found.add(candidate) }
      }
    case .entity(let kind):
      for mention in Recognizer.mentions(of: kind, in: recognisable(part, viewNumber, of: rule)) {
        let candidate = candidate(mention.range)
        if !found.has(candidate), accepts(mention.range, clause, view, &step) { found.add(candidate) }
      }
    case .pattern(let pattern):
      if clause.isAlwaysTried || sight.isBlind || !program.options.prefilter {
        work.ranges = [0..<view.utf8.count + 1]
      } else {
        sight.windows(of: rule.firstClause + number, into: &work.ranges)
      }
      var at = 0
      // A match begins in one of the windows, so the first in a window is the first of all.
      for index in work.ranges.indices {
        let window = work.ranges[index]
        at = max(at, start(of: window.lowerBound, in: view.utf8))
        while at < window.upperBound, let whole = try firstMatch(pattern, in: view.utf8, from: at, before: window.upperBound, &matcher) {
          let range = clause.group.map { matcher.group($0) } ?? whole
          let candidate = range.map { candidate($0) }
          if let range, let candidate, !range.isEmpty, found.has(candidate) || accepts(range, clause, view, &step) {
            found.add(candidate)
            at = max(whole.upperBound, after(whole.lowerBound, in: view.utf8))
          } else {
            at = after(whole.lowerBound, in: view.utf8)
          }
        }
      }
    }
  }

  /// Whether context and validator accept `range`; the step counts what it came to.
  private func accepts(_ range: Range<Int>, _ clause: CompiledClause, _ view: View, _ step: inout Trace.Step) -> Bool {
    step.candidates += 1
    if let context = clause.context, !context.stands(near: range, in: view.utf8) { return false }
    step.confirmed += 1
    if let validator = clause.validator, !validator.accepts(view.utf8[range]) { return false }
    step.validated += 1
    return true
  }

  /// The start of the scalar after the one that starts at `offset`.
  private func after(_ offset: Int, in bytes: [UInt8]) -> Int {
    var next = offset + 1
    while next < bytes.count && bytes[next] & 0xC0 == 0x80 { next += 1 }
    return next
  }

  /// The start of the scalar that the byte at `offset` is part of.
  private func start(of offset: Int, in bytes: [UInt8]) -> Int {
    var start = min(offset, bytes.count)
    while start > 0, start < bytes.count, bytes[start] & 0xC0 == 0x80 { start -= 1 }
    return start
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

  /// Whether `pattern` matches `stretch` of `subject` as if that were everything, within the budget of the event.
  mutating func matches(
    _ pattern: Pattern, in subject: [UInt8], within stretch: Range<Int>, _ matcher: inout Matcher
  ) throws(Unlooked) -> Bool {
    guard matchesLeft > 0 else { throw .limit("match_budget") }
    matchesLeft -= 1
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

extension CompiledClause.Context {
  /// Whether one of the words stands near `range`.
  func stands(near range: Range<Int>, in bytes: [UInt8]) -> Bool {
    if side != .after {
      var start = range.lowerBound
      var left = within
      while left > 0 && start > 0 {
        start -= 1
        if bytes[start] & 0xC0 != 0x80 { left -= 1 }
      }
      if contains(bytes[start..<range.lowerBound]) { return true }
    }
    if side != .before {
      var end = range.upperBound
      var left = within
      while left > 0 && end < bytes.count {
        end += 1
        while end < bytes.count && bytes[end] & 0xC0 == 0x80 { end += 1 }
        left -= 1
      }
      if contains(bytes[range.upperBound..<end]) { return true }
    }
    return false
  }

  private func contains(_ window: ArraySlice<UInt8>) -> Bool {
    let window = window.map(lowered)
    return words.contains { word in
      guard let first = word.first, window.count >= word.count else { return false }
      return (0...window.count - word.count).contains { at in
        window[at] == first && window[at..<at + word.count].elementsEqual(word) && standsAlone(word, at, window)
      }
    }
  }

  /// An end of a word that is an ASCII letter may not touch another: “pin” is not in “shipping”.
  private func standsAlone(_ word: [UInt8], _ at: Int, _ window: [UInt8]) -> Bool {
    if isLetter(word[0]) && at > 0 && isLetter(window[at - 1]) { return false }
    let end = at + word.count
    return !(isLetter(word[word.count - 1]) && end < window.count && isLetter(window[end]))
  }

  private func isLetter(_ byte: UInt8) -> Bool { byte >= UInt8(ascii: "a") && byte <= UInt8(ascii: "z") }
}
