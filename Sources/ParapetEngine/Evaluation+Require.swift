import ParapetFormat
import ParapetPattern
import ParapetRule
import ParapetText
import ParapetVerdict

extension Evaluation {
  /// Looks at what `rule` requires and drafts a finding for everything that does not hold.
  mutating func require(_ rule: CompiledRule, candidates: [Candidate], _ matcher: inout Matcher) throws(Unlooked) {
    guard let requirement = rule.requirement else { return }
    var passed: [String] = []
    let broken = try broken(requirement, rule, candidates, &passed, &matcher)
    if !broken.isEmpty, rule.rule.then.otherwise(for: format) != nil, try !isMended(broken, rule, requirement, &matcher) {
      for draft in broken { draft.fallsBack = true }
    }
    drafts += broken
    guard broken.isEmpty && rule.rule.mode == .enforce else { return }
    vouched += passed.map { ($0, rule.rule.id) }
  }

  /// Drafts for what does not hold; empty when `requirement` does. `passed` gathers arguments that were found right.
  mutating func broken(
    _ requirement: CompiledRequirement, _ rule: CompiledRule, _ candidates: [Candidate], _ passed: inout [String],
    _ matcher: inout Matcher
  ) throws(Unlooked) -> [Draft] {
    switch requirement {
    case .all(let all):
      var drafts: [Draft] = []
      var unlooked: Unlooked?
      for part in all {
        do throws(Unlooked) {
          drafts += try broken(part, rule, candidates, &passed, &matcher)
        } catch {
          unlooked = unlooked ?? error
        }
      }
      // What is broken is broken, whatever could not be looked at beside it.
      if let unlooked, drafts.isEmpty { throw unlooked }
      return drafts
    case .any(let any):
      var branches: [(isJSON: Bool, drafts: [Draft])] = []
      for part in any {
        let drafts = try broken(part, rule, candidates, &passed, &matcher)
        if drafts.isEmpty { return [] }
        branches.append((part.isJSON, drafts))
      }
      // The branch that the declared format speaks of says most about what went wrong.
      let relevant = branches.filter { $0.isJSON == (format == "json") }
      return (relevant.isEmpty ? branches : relevant).flatMap(\.drafts)
    case .one(let name, let assertion):
      return try broken(assertion, name, rule, candidates, &passed, &matcher)
    }
  }

  private mutating func broken(
    _ assertion: CompiledAssertion, _ name: String, _ rule: CompiledRule, _ candidates: [Candidate], _ passed: inout [String],
    _ matcher: inout Matcher
  ) throws(Unlooked) -> [Draft] {
    switch assertion {
    case .grounded(let options): return try ungrounded(candidates, of: rule, name, options)
    case .registered(let options): return try unregistered(candidates, of: rule, name, options)
    case .arg(let pointer, let comparisons):
      let problem = try argumentProblem(pointer, comparisons, &matcher)
      if problem == nil, try vouches(pointer, comparisons, &matcher) { passed.append(pointer) }
      return problem.map { [aboutCall(rule, name, "/tool/arguments\(pointer)", $0)] } ?? []
    case .calls(let calls):
      return callsProblem(calls).map { [aboutCall(rule, name, "/session/calls", $0)] } ?? []
    case .json(let json): return try broken(json: json, name, rule, part: primaryPart(candidates), &matcher)
    case .document(let document): return try broken(document: document, name, rule, part: primaryPart(candidates))
    case .values(let values):
      let part = try primaryPart(candidates)
      let view = work.sight(part: part, view: rule.views[0]).view.utf8
      if values.contains(where: { view[JSON.trimmed(0..<view.count, of: view)].elementsEqual($0) }) { return [] }
      return [aboutText(rule, name, part, candidates, ("文本不是允许的取值之一", "the text is none of the values allowed"))]
    case .disclosed(let phrases, let pattern, let place):
      let disclosure = Disclosure(phrases: phrases, pattern: pattern, place: place)
      return try broken(disclosure, name, rule, candidates, primaryPart(candidates), &matcher)
    case .matches(let pattern):
      let part = try primaryPart(candidates)
      let view = work.sight(part: part, view: rule.views[0]).view.utf8
      if try matches(pattern, in: view, within: 0..<view.count, &matcher) { return [] }
      return [aboutText(rule, name, part, candidates, ("文本不符合规定的格式", "the text does not have the required form"))]
    case .valid(let validator): return broken(validator, name, rule, candidates)
    case .reasoned(let sources): return try unreasoned(sources, name, rule, part: primaryPart(candidates))
    case .length(let length):
      let part = try primaryPart(candidates)
      guard let reason = length.problem(delivered(part)) else { return [] }
      return [aboutText(rule, name, part, candidates, reason)]
    }
  }

  /// The part that a text-level assertion speaks of: the candidate's, or the text, or the last message.
  private func primaryPart(_ candidates: [Candidate]) throws(Unlooked) -> Int {
    if let first = candidates.first { return first.part }
    if event.text != nil { return 0 }
    guard !event.messages.isEmpty else { throw .missing("text") }
    return event.messages.count - 1
  }

  func aboutText(
    _ rule: CompiledRule, _ name: String, _ part: Int, _ candidates: [Candidate], _ reason: (zh: String, en: String)
  ) -> Draft {
    Draft(
      rule: rule.index, clause: name, part: part, pointer: parts[part].pointer, range: candidates.first?.original, reason: reason)
  }

  private func aboutCall(_ rule: CompiledRule, _ name: String, _ pointer: String, _ reason: (zh: String, en: String)) -> Draft {
    Draft(rule: rule.index, clause: name, part: nil, pointer: pointer, range: nil, reason: reason)
  }
}

extension CompiledRequirement {
  /// Whether this is about JSON.
  fileprivate var isJSON: Bool {
    if case .one(_, .json) = self { true } else { false }
  }

  /// Whether this measures what goes out, so that it must be looked at when all changes are known.
  var isAboutDelivery: Bool {
    switch self {
    case .all(let parts), .any(let parts): parts.contains(where: \.isAboutDelivery)
    case .one(_, .length): true
    case .one: false
    }
  }
}

extension Assertion.Length {
  /// What is wrong with the length of `text`, or nil.
  fileprivate func problem(_ text: Text) -> (zh: String, en: String)? {
    let span = text.span(0..<text.utf8.count)
    let name = unit.rawValue
    let count =
      switch unit {
      case .scalars: span.scalar.count
      case .graphemes: text.string.count
      case .utf16: span.utf16.count
      case .bytes: span.utf8.count
      case .lines: text.utf8.count { $0 == UInt8(ascii: "\n") } + 1
      case .segments: ShortMessage(text.utf8).segments
      case .sentence: text.longestSentence
      }
    if let max, count > max { return ("长度 \(count) 超过上限 \(max)（\(name)）", "\(count) \(name), more than \(max)") }
    if let min, count < min { return ("长度 \(count) 低于下限 \(min)（\(name)）", "\(count) \(name), fewer than \(min)") }
    return nil
  }
}
