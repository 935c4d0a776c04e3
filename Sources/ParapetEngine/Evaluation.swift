import ParapetPattern
import ParapetEntity
import ParapetFormat
import ParapetRule
import ParapetText
import ParapetVerdict

/// One event on its way to a verdict.
struct Evaluation: ~Copyable {
  let program: Program
  let event: Event
  /// The format that the event declares.
  let format: String
  let parts: [Part]
  let work: Workspace
  var drafts: [Draft] = []
  /// What the evidence carries of the claims that the rule at hand looks at; only for the full trace.
  var claims: [Trace.Claim] = []
  var removed: [Removed] = []
  var unjudged: [Unjudged] = []
  /// The strictest decision that a rule which could not look asks for.
  var unjudgedDecision = Verdict.Decision.pass
  /// Tool arguments that a tool rule has checked and found right, with the rule.
  var vouched: [(pointer: String, rule: String)] = []
  var trace = Trace()
  /// How many rules do not look, by the place of the reason in `SkipReason.allCases`.
  var skipped = SkipCounts(repeating: 0)
  var matchesLeft: Int
  /// The matches that exceptions have looked for.
  var walks: [Walk.Key: Walk] = [:]

  init(program: Program, event: Event, trace level: TraceLevel, work: Workspace) {
    self.program = program
    self.event = event
    self.work = work
    format = event.format
    parts = Part.all(of: event)
    matchesLeft = program.options.budget(bytes: parts.reduce(0) { $0 + $1.text.utf8.count })
    trace.rules = program.rules.count
    if level == .full { trace.steps = [] }
  }

  /// Lets every rule look. The workspace is an argument of what this calls, since nothing of an argument needs to be counted.
  mutating func run(_ matcher: inout Matcher) {
    let (program, work) = (program, work)
    let roster = work.roster(for: event.kind, saysFormat: event.fact("format") != nil, program)
    skipped = roster.skipped
    if !work.hasSeen(parts, for: roster) {
      work.begin()
      for part in parts { work.look(at: part.text, views: roster.views, wants: roster.wantsClauses) }
    }
    let visits = visits(roster)
    for looksLast in [false, true] {
      for index in visits where program.rules[index].looksLast == looksLast && !isVain(index) {
        program.withRule(index) { visit($0, roster, work, &matcher) }
      }
    }
    trace.steps?.sort { $0.rule.utf8.lexicographicallyPrecedes($1.rule.utf8) }
  }

  /// Whether a glance has seen that a rule finds nothing; then it counts as having looked, with the matches that it tried.
  private mutating func isVain(_ rule: Int) -> Bool {
    guard trace.steps == nil, let matches = work.matchesInVain(of: rule), matches < matchesLeft else { return false }
    matchesLeft -= matches
    trace.evaluated += 1
    return true
  }

  private mutating func visit(_ rule: CompiledRule, _ roster: Roster, _ work: Workspace, _ matcher: inout Matcher) {
    var step = Trace.Step(rule: "")
    if roster.wants[rule.index] {
      if rule.isKeptAway(by: event) { step.skipped = .facts } else { look(rule, work, &step, &matcher) }
      if let reason = step.skipped { skipped[reason.place] += 1 } else { trace.evaluated += 1 }
    } else {
      step.skipped = rule.skip(roster.key)
    }
    // Most often nobody asks for the steps.
    guard trace.steps != nil else { return }
    step.rule = rule.rule.id
    trace.steps?.append(step)
  }

  /// The rules to be visited, in order. Those that are not have no sign in the text, and are counted as such.
  private mutating func visits(_ roster: Roster) -> [Int] {
    if trace.steps != nil { return Array(program.rules.indices) }
    if !program.options.prefilter || work.isBlind { return roster.all }
    work.findVisits(besides: roster.always)
    let visits = work.visits
    skipped[SkipReason.prefilter.place] += max(0, roster.all.count - visits.count)
    return visits
  }

  private mutating func look(_ rule: CompiledRule, _ work: Workspace, _ step: inout Trace.Step, _ matcher: inout Matcher) {
    if let fact = rule.missingFact(event) {
      recordMissing(fact, for: rule)
      return
    }
    do throws(Unlooked) {
      let before = drafts.count
      try judge(rule, work, &step, &matcher)
      step.findings = drafts.count - before
      swap(&step.claims, &claims)
    } catch {
      switch error {
      case .limit(let why): recordFailure(why, for: rule)
      case .missing(let fact): recordMissing(fact, for: rule)
      }
    }
  }

  private mutating func judge(
    _ rule: CompiledRule, _ work: Workspace, _ step: inout Trace.Step, _ matcher: inout Matcher
  ) throws(Unlooked) {
    guard !rule.clauses.isEmpty else {
      if rule.requirement != nil { try require(rule, candidates: [], &matcher) } else { transform(rule) }
      return
    }
    work.found.removeAll()
    var triggered = false
    for part in parts.indices {
      for place in rule.views.indices where !work.isRepeated(place, of: rule.views, part: part) {
        let view = rule.views[place]
        let fires = try work.withSight(part: part, view: view) { sight throws(Unlooked) in
          try find(rule, in: sight, part: part, view: view, work, &step, &matcher)
        }
        triggered = triggered || fires
      }
    }
    guard triggered || !work.found.candidates.isEmpty else {
      step.skipped = .prefilter
      return
    }
    var candidates = try excuse(work.found.candidates, of: rule, &step, &matcher).settled()
    guard !candidates.isEmpty else { return }
    if rule.looksAgain { candidates = try findAgain(candidates, of: rule, &step, &matcher) }
    if rule.requirement != nil {
      try require(rule, candidates: candidates, &matcher)
    } else {
      for candidate in candidates { drafts.append(draft(rule, candidate)) }
    }
  }

  /// The finding that `candidate` is when nothing is required of it.
  func draft(_ rule: CompiledRule, _ candidate: Candidate) -> Draft {
    let draft = rule.withClause(candidate.clause) { clause in
      let draft = Draft(
        rule: rule.index, clause: clause.name, part: candidate.part, pointer: parts[candidate.part].pointer, range: candidate.original)
      draft.checks = candidate.isAgain ? [Finding.Check(check: "context.again", pass: true)] : clause.checks
      return draft
    }
    // Only a key makes digests of it.
    if program.options.key != nil {
      draft.canonical = work.sight(part: candidate.part, view: candidate.viewNumber).view.utf8[candidate.view]
        .filter { isWord($0) || $0 >= 0x80 }.map(lowered)
    }
    return draft
  }

  /// A rule with neither `find` nor `require` fires where its transform has something to do.
  private mutating func transform(_ rule: CompiledRule) {
    guard let transform = program.transform(of: rule, for: format) else { return }
    for (index, part) in parts.enumerated() {
      let edits = rewriting(index, by: transform, rule)
      guard let first = edits.first, let last = edits.last else { continue }
      drafts.append(
        Draft(
          rule: rule.index, clause: "then.\(transform.name)", part: index, pointer: part.pointer,
          range: first.range.lowerBound..<last.range.upperBound))
    }
  }
}

/// Why a rule could not look.
enum Unlooked: Error {
  /// A bound was reached.
  case limit(String)
  /// A fact was not supplied.
  case missing(String)
}

extension Evaluation {
  private mutating func recordMissing(_ fact: String, for rule: CompiledRule) {
    let policy = rule.rule.onMissing
    unjudged.append(Unjudged(rule: rule.rule.id, why: "missing_fact", fact: fact, policy: ("on_missing", policy.rawValue)))
    if policy == .hold && rule.rule.mode == .enforce { unjudgedDecision = max(unjudgedDecision, .hold) }
  }

  private mutating func recordFailure(_ why: String, for rule: CompiledRule) {
    let policy = rule.rule.onError
    unjudged.append(Unjudged(rule: rule.rule.id, why: why, fact: nil, policy: ("on_error", policy.rawValue)))
    if policy == .closed && rule.rule.mode == .enforce { unjudgedDecision = max(unjudgedDecision, .hold) }
  }

  /// The mentions of a part as the rule's view shows it.
  func reader(_ part: Int, _ number: Int, of rule: CompiledRule) -> MentionReader {
    work.sight(part: part, view: number).reader(isLowered: rule.rule.fold.contains(.case)) { recognisable(part, number, of: rule) }
  }

  /// A view of a part for those who look at letters as the rule folds them.
  func recognisable(_ part: Int, _ number: Int, of rule: CompiledRule) -> [UInt8] {
    let bytes = work.sight(part: part, view: number).view.utf8
    return rule.rule.fold.contains(.case) ? bytes.map(lowered) : bytes
  }
}
