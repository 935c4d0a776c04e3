import ParapetEntity
import ParapetFormat
import ParapetPattern
import ParapetRule
import ParapetText
import ParapetVerdict

/// A rule, ready to look. A class, so that handing it around costs one count.
final class CompiledRule: Sendable {
  /// The rule as written.
  let rule: Rule
  /// Its place in the program.
  let index: Int
  /// The views that it is matched on; the first is its fold without `Fold.joining`.
  let views: [Int]
  let clauses: [CompiledClause]
  /// The number of the first clause among those of all rules.
  let firstClause: Int
  let exceptions: [CompiledException]
  let requirement: CompiledRequirement?
  /// Whether it looks last, at what goes out.
  let looksLast: Bool
  /// What it does, and what it does where a rewriting has not helped, by the ways of `Then`.
  private let actions: CompiledThen
  /// Legal references as verdicts print them; one that nobody has checked says so.
  let legal: [String]
  /// Whether a clause finds its values again further on.
  let looksAgain: Bool

  init(
    rule: Rule, index: Int, views: [Int], firstClause: Int, clauses: [CompiledClause], exceptions: [CompiledException],
    requirement: CompiledRequirement?
  ) {
    self.rule = rule
    self.index = index
    self.views = views
    self.firstClause = firstClause
    self.clauses = clauses
    self.exceptions = exceptions
    self.requirement = requirement
    looksLast = requirement?.isAboutDelivery ?? false
    actions = CompiledThen(rule.then)
    looksAgain = clauses.contains { $0.again }
    legal = rule.legal.map { $0.verified ? $0.cite : "\($0.cite) (unverified)" }
  }

  /// Whether it may have something to say of a text without any of its signs.
  var needsNoSign: Bool {
    clauses.isEmpty || clauses.contains { $0.isAlwaysTried } || !rule.when.facts.isEmpty || !rule.when.requiredFacts.isEmpty
  }

  /// Lets `use` have a clause; the rule holds it.
  @inline(__always)
  func withClause<Result, Failure>(_ index: Int, _ use: (CompiledClause) throws(Failure) -> Result) throws(Failure) -> Result {
    try unsafe lend(clauses[index], to: use)
  }

  /// Whether it acts.
  var enforces: Bool { rule.mode == .enforce }

  /// What it does about what it finds in `format`; with `fallsBack`, where its rewriting has not helped.
  func action(for format: String, fallsBack: Bool = false) -> CompiledAction? { actions.action(for: format, fallsBack: fallsBack) }

  /// Why the rule does not look at events of this kind, or nil when it may; facts may still keep it from looking.
  func skip(_ kind: Roster.Key) -> SkipReason? {
    let when = rule.when
    if rule.mode == .off { return .off }
    if !when.stages.contains(kind.stage) { return .stage }
    if let register = missingRegister, !kind.registers.contains(register) { return .register }
    if !when.channels.isEmpty && !CompiledRule.names(when.channels, kind.channel) { return .channel }
    if !when.purposes.isEmpty && !CompiledRule.names(when.purposes, kind.purpose) { return .purpose }
    if !when.regions.isEmpty && !CompiledRule.names(when.regions, kind.region) { return .region }
    if !when.formats.isEmpty && !CompiledRule.names(when.formats, kind.format) { return .format }
    if !when.tools.isEmpty && !when.tools.contains(where: { glob($0, kind.tool ?? "") }) { return .tool }
    return nil
  }

  /// Whether a fact that `event` supplies keeps the rule from looking.
  func isKeptAway(by event: Event) -> Bool {
    rule.when.facts.contains { event.supplies($0.path) && !$0.holds(for: event) }
  }

  /// The first fact that the rule needs and `event` does not supply, or nil.
  func missingFact(_ event: Event) -> String? {
    rule.when.requiredFacts.first { !event.supplies($0) } ?? rule.when.facts.first { !event.supplies($0.path) }?.path
  }

  private static func names(_ list: [String], _ name: String?) -> Bool {
    guard let name else { return false }
    return list.contains { $0.utf8.elementsEqual(name.utf8) }
  }
}

extension CompiledRule {
  /// The register that the rule asks and that is not there; nil where its absence is an incident.
  private var missingRegister: Register.Kind? { rule.onMissing == .record ? requirement?.missingRegister : nil }
}

extension CompiledRequirement {
  fileprivate var missingRegister: Register.Kind? {
    switch self {
    case .all(let parts), .any(let parts): parts.lazy.compactMap(\.missingRegister).first
    case .one(_, .registered(let register)): register.lookup == nil ? register.kind : nil
    case .one: nil
    }
  }
}

extension Event {
  /// The kind of event that it is.
  var kind: Roster.Key {
    Roster.Key(
      stage: stage, channel: channel, purpose: fact("purpose"), region: fact("region"), format: format, tool: tool?.name,
      registers: registers.map(\.kind))
  }
}

/// One find clause, ready to look. A class, for the same reason.
final class CompiledClause: Sendable {
  enum Producer: Sendable {
    case literals
    case pattern(Pattern)
    case entity(MentionKind)
  }
  struct Context: Sendable {
    /// In the order of their first bytes.
    let words: [[UInt8]]
    /// Where the words begin that have each byte first, and where the last end.
    let starts: [Int32]
    let within: Int
    let side: FindClause.Context.Side

    init(words: [[UInt8]], within: Int, side: FindClause.Context.Side) {
      (self.within, self.side) = (within, side)
      self.words = words.filter { !$0.isEmpty }.sorted { $0[0] < $1[0] }
      var starts = [Int32](repeating: 0, count: 257)
      for word in self.words { starts[Int(word[0]) + 1] += 1 }
      for byte in 1..<starts.count { starts[byte] += starts[byte - 1] }
      self.starts = starts
    }

    /// How many bytes away from what was found a word ends at most.
    var mostBytes: Int { 4 * min(within, 1 << 24) }
  }

  /// As verdicts name it, such as `find.promise`.
  let name: String
  let producer: Producer
  /// Whether nothing is known of where it can find something.
  let isAlwaysTried: Bool
  /// Whether a recogniser finds for it.
  var isEntity: Bool { if case .entity = producer { true } else { false } }
  let validator: Validator?
  /// What its validator says of a finding, or nothing.
  let checks: [Finding.Check]
  let context: Context?
  let group: Int?
  let firm: Bool
  /// Whether what it finds is found again wherever it stands further on.
  let again: Bool
  /// Whether its pattern is tried at a few places only.
  let isNarrow: Bool

  init(
    name: String, producer: Producer, isAlwaysTried: Bool, validator: Validator?, context: Context?, group: Int?, firm: Bool, again: Bool,
    isNarrow: Bool
  ) {
    (self.name, self.producer, self.isAlwaysTried) = (name, producer, isAlwaysTried)
    (self.validator, self.context, self.group, self.firm, self.again) = (validator, context, group, firm, again)
    checks = validator.map { [Finding.Check(check: "validate.\($0.name)", pass: true)] } ?? []
    self.isNarrow = isNarrow
  }

  /// Lets `use` have the pattern by which it finds, if it does so; the clause holds it.
  @inline(__always)
  func withPattern<Result, Failure>(_ use: (Pattern) throws(Failure) -> Result) throws(Failure) -> Result? {
    guard let pattern = unsafe pattern.map({ unsafe Unmanaged.passUnretained($0) }) else { return nil }
    return try unsafe pattern.lend(to: use)
  }

  private var pattern: Pattern? { if case .pattern(let pattern) = producer { pattern } else { nil } }
}

/// One exception, ready to look. A class, for the same reason.
final class CompiledException: Sendable {
  struct Condition: Sendable {
    let pattern: Pattern
    let scope: Scope
  }
  /// As verdicts name it, such as `unless.negated`.
  let name: String
  let before: [Condition]
  let after: [Condition]
  let within: [Enclosure]
  let facts: [FactCondition]
  /// The clauses that it speaks of; nil for all.
  let clauses: Set<Int>?

  init(name: String, before: [Condition], after: [Condition], within: [Enclosure], facts: [FactCondition], clauses: Set<Int>?) {
    (self.name, self.before, self.after, self.within, self.facts, self.clauses) = (name, before, after, within, facts, clauses)
  }

  /// Whether it asks for anything. One that asks for nothing excuses nothing.
  var hasCondition: Bool { !(before.isEmpty && after.isEmpty && within.isEmpty && facts.isEmpty) }
}

/// What must hold, ready to look.
indirect enum CompiledRequirement: Sendable {
  case all([CompiledRequirement])
  case any([CompiledRequirement])
  case one(name: String, CompiledAssertion)
}

/// One assertion, ready to look.
enum CompiledAssertion: Sendable {
  case grounded(Assertion.Grounded)
  case registered(CompiledRegister)
  case json(CompiledJSON)
  case document(Assertion.Document)
  case values([[UInt8]])
  case disclosed(phrases: [[UInt8]], Pattern?, Assertion.Disclosed.Place)
  case matches(Pattern)
  case valid(Validator)
  case reasoned(sources: [String])
  case length(Assertion.Length)
  case arg(pointer: String, [Comparison])
  case calls(Assertion.Calls)

  /// One comparison of an argument.
  enum Comparison: Sendable {
    case present
    case matches(Pattern)
    case oneOf([String])
    case equals(String)
    case atMost(String)
    case atLeast(String)
  }
}

/// A `json` assertion, ready to look.
struct CompiledJSON: Sendable {
  /// Nil only where a schema that was accepted before is none any more.
  let schema: Late<JSONSchema?>
  let extract: Bool
  let limits: JSON.Limits
}

/// Whether `name` matches `pattern`, in which `*` stands for anything.
func glob(_ pattern: String, _ name: String) -> Bool {
  let pattern = Array(pattern.utf8)
  let name = Array(name.utf8)
  var (p, n, star, mark) = (0, 0, -1, 0)
  while n < name.count {
    if p < pattern.count && pattern[p] == UInt8(ascii: "*") {
      (star, mark) = (p, n)
      p += 1
    } else if p < pattern.count && pattern[p] == name[n] {
      p += 1
      n += 1
    } else if star >= 0 {
      mark += 1
      (p, n) = (star + 1, mark)
    } else {
      return false
    }
  }
  while p < pattern.count && pattern[p] == UInt8(ascii: "*") { p += 1 }
  return p == pattern.count
}
