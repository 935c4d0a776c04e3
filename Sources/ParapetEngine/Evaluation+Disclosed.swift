import ParapetPattern
import ParapetRule
import ParapetText

/// What a text must carry, ready to look.
struct Disclosure {
  let phrases: [[UInt8]]
  let pattern: Pattern?
  let place: Assertion.Disclosed.Place
}

extension Evaluation {
  /// Drafts for every place that lacks `disclosure`: one for the text as a whole, or one for each candidate that it must stand beside.
  mutating func broken(
    _ disclosure: Disclosure, _ name: String, _ rule: CompiledRule, _ candidates: [Candidate], _ part: Int, _ matcher: inout Matcher
  ) throws(Unlooked) -> [Draft] {
    let reason = ("未见规定的提示语", "a required statement is missing")
    guard disclosure.place.isBesideCandidates else {
      let view = recognisable(part, rule.views[0], of: rule)
      if try carries(view, disclosure.place.window(of: view), disclosure, &matcher) { return [] }
      return [aboutText(rule, name, part, candidates, reason)]
    }
    var drafts: [Draft] = []
    var last: (part: Int, window: Range<Int>, carries: Bool)?
    var paragraphs = Paragraphs()
    for candidate in candidates {
      let text = parts[candidate.part].text
      let window = disclosure.place.window(around: candidate.original, of: text, part: candidate.part, &paragraphs)
      let known = last.flatMap { $0.part == candidate.part && $0.window == window ? $0.carries : nil }
      let carries: Bool
      if let known {
        carries = known
      } else {
        let view = Text(text.string(in: window)).view(rule.rule.fold.subtracting(.joining)).utf8
        carries = try self.carries(view, 0..<view.count, disclosure, &matcher)
      }
      last = (candidate.part, window, carries)
      if !carries { drafts.append(aboutText(rule, name, candidate.part, [candidate], reason)) }
    }
    return drafts
  }

  private mutating func carries(
    _ view: [UInt8], _ window: Range<Int>, _ disclosure: Disclosure, _ matcher: inout Matcher
  ) throws(Unlooked) -> Bool {
    if disclosure.phrases.contains(where: { contains($0, in: view, window) }) { return true }
    guard let pattern = disclosure.pattern else { return false }
    return try matches(pattern, in: view, within: window, &matcher)
  }

  private func contains(_ phrase: [UInt8], in text: [UInt8], _ window: Range<Int>) -> Bool {
    guard let first = phrase.first, window.count >= phrase.count else { return false }
    return (window.lowerBound...window.upperBound - phrase.count).contains {
      text[$0] == first && text[$0..<$0 + phrase.count].elementsEqual(phrase)
    }
  }
}

extension Assertion.Disclosed.Place {
  /// Whether the place depends on what was found.
  fileprivate var isBesideCandidates: Bool {
    switch self {
    case .anywhere, .first, .last: false
    case .near, .paragraph, .sentence: true
    }
  }

  /// The stretch of `text` in which a disclosure about the whole counts, in bytes.
  fileprivate func window(of text: [UInt8]) -> Range<Int> {
    switch self {
    case .first(let count): 0..<Stretch.end(of: count, after: 0, in: text)
    case .last(let count): Stretch.start(of: count, before: text.count, in: text)..<text.count
    case .anywhere, .near, .paragraph, .sentence: 0..<text.count
    }
  }

  /// The stretch of `text` in which a disclosure about what stands at `range` counts, in bytes.
  fileprivate func window(around range: Range<Int>, of text: Text, part: Int, _ paragraphs: inout Paragraphs) -> Range<Int> {
    switch self {
    case .near(let count):
      return Stretch.start(
        of: count, before: range.lowerBound, in: text.utf8)..<Stretch.end(of: count, after: range.upperBound, in: text.utf8)
    case .paragraph: return paragraphs.around(range, of: part, in: text.utf8)
    case .sentence: return text.view([]).surroundings(of: range, scope: .sentence)
    case .anywhere, .first, .last: return window(of: text.utf8)
    }
  }
}
