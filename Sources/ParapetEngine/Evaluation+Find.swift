import ParapetEntity
import ParapetPattern
import ParapetRule
import ParapetText
import ParapetVerdict

extension Evaluation {
  /// Whether a trigger of `clause` stands in the view.
  mutating func fires(_ clause: Int, of rule: CompiledRule, part: Int, lexicon: Int) -> Bool {
    let sight = sight(part: part, lexicon: lexicon)
    switch rule.clauses[clause].trigger {
    case .none: return true
    case .literal: return sight.triggered.contains(.init(rule: rule.index, clause: clause))
    case .digits(let count): return sight.longestDigitRun >= count
    }
  }

  /// Adds what `clause` finds in one view of one part.
  mutating func find(
    _ number: Int, of rule: CompiledRule, part: Int, lexicon: Int, into found: inout Found, _ step: inout Trace.Step,
    _ matcher: inout Matcher
  ) throws(Unlooked) {
    let clause = rule.clauses[number]
    let sight = sight(part: part, lexicon: lexicon)
    let view = sight.view
    switch clause.producer {
    case .literals:
      for range in sight.phrases[.init(rule: rule.index, clause: number)] ?? [] {
        let candidate = Candidate(clause: number, part: part, lexicon: lexicon, view: range, original: view.original(range))
        if !found.has(candidate), accepts(range, clause, view, &step) { found.add(candidate) }
      }
    case .entity(let kind):
      for mention in Recognizer.mentions(of: kind, in: view.utf8) {
        let candidate = Candidate(
          clause: number, part: part, lexicon: lexicon, view: mention.range, original: view.original(mention.range))
        if !found.has(candidate), accepts(mention.range, clause, view, &step) { found.add(candidate) }
      }
    case .pattern(let pattern):
      var at = 0
      while at <= view.utf8.count, let match = try firstMatch(pattern, in: view.utf8, from: at, &matcher) {
        let range = clause.group.map { $0 < match.groups.count ? match.groups[$0] : nil } ?? match.range
        let candidate = range.map {
          Candidate(clause: number, part: part, lexicon: lexicon, view: $0, original: view.original($0))
        }
        if let range, let candidate, !range.isEmpty, found.has(candidate) || accepts(range, clause, view, &step) {
          found.add(candidate)
          at = max(match.range.upperBound, after(match.range.lowerBound, in: view.utf8))
        } else {
          at = after(match.range.lowerBound, in: view.utf8)
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

  /// A match within the budget of the event; every limit of PCRE2 becomes "could not look".
  mutating func firstMatch(
    _ pattern: Pattern, in subject: [UInt8], from start: Int = 0, _ matcher: inout Matcher
  ) throws(Unlooked) -> Match? {
    guard matchesLeft > 0 else { throw .limit("match_budget") }
    matchesLeft -= 1
    do {
      return try matcher.firstMatch(pattern, in: subject, from: start)
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
