import ParapetPattern
import ParapetText
import ParapetVerdict

extension Judge {
  /// What there is to say of the event in `record`, or nil when the whole event must be judged.
  ///
  /// It looks where `evaluate` would look, and gives up at the first candidate: most texts have none.
  public mutating func glance(at record: EventRecord) -> Glance? {
    guard record.isPlain, program.options.prefilter else { return nil }
    return Judge.glance(at: record, program, work, &matcher)
  }

  /// The same. What a judge holds comes as arguments: those stay the same for as long as this takes, so nothing of them needs to be counted.
  private static func glance(at record: EventRecord, _ program: Program, _ work: Workspace, _ matcher: inout Matcher) -> Glance? {
    work.withRoster(for: record, program) { roster in
      roster.withOutlook(program) { outlook in glance(at: record, as: roster, outlook, program, work, &matcher) }
    }
  }

  /// What there is to say of the event in `record`, which is of the kind of `roster`.
  @inline(never)
  private static func glance(
    at record: EventRecord, as roster: Roster, _ outlook: Roster.Outlook, _ program: Program, _ work: Workspace, _ matcher: inout Matcher
  ) -> Glance? {
    work.begin()
    var budget = unsafe program.options.budget(bytes: record.text.count)
    unsafe work.look(at: work.text(record.text), views: roster.views, wants: roster.wantsClauses)
    if work.isBlind {
      work.end()
      return nil
    }
    work.findVisits(besides: outlook.tried)
    var looked = 0
    for place in work.visits.indices where !outlook.isSettled[work.visits[place]] {
      let index = work.visits[place]
      let before = budget
      if program.withRule(index, { mayFind($0, work, &matcher, &budget) }) {
        work.keep(for: roster)
        return nil
      }
      work.noteNothing(of: index, matches: before - budget)
      looked += 1
    }
    work.end()
    var skipped = roster.skipped
    skipped[SkipReason.facts.place] += outlook.keptAway
    skipped[SkipReason.prefilter.place] += roster.all.count - looked - outlook.evaluated - outlook.keptAway
    return Glance(
      rules: program.rules.count, evaluated: looked + outlook.evaluated, skipped: skipped, unjudged: outlook.unjudged)
  }

  /// Whether `rule` finds something in the one part there is, or cannot say.
  private static func mayFind(_ rule: CompiledRule, _ work: Workspace, _ matcher: inout Matcher, _ budget: inout Int) -> Bool {
    for place in rule.views.indices where !work.isRepeated(place, of: rule.views, part: 0) {
      let finds = work.withSight(part: 0, view: rule.views[place]) { mayFind(rule, in: $0, work, &matcher, &budget) }
      if finds { return true }
    }
    return false
  }

  /// Whether a clause of `rule` finds something in `sight`, or cannot say.
  private static func mayFind(
    _ rule: CompiledRule, in sight: Sight, _ work: Workspace, _ matcher: inout Matcher, _ budget: inout Int
  ) -> Bool {
    for index in rule.clauses.indices {
      let number = rule.firstClause + index
      guard sight.hasSign(of: number) || rule.clauses[index].isAlwaysTried else { continue }
      if rule.withClause(index, { mayFind($0, number, in: sight, work, &matcher, &budget) }) { return true }
    }
    return false
  }

  /// Whether `clause`, which is that `number` of all, finds something in `sight`, or cannot say.
  private static func mayFind(
    _ clause: CompiledClause, _ number: Int, in sight: Sight, _ work: Workspace, _ matcher: inout Matcher, _ budget: inout Int
  ) -> Bool {
    switch clause.producer {
    case .entity: return true
    case .literals:
      work.findPhrases(of: number, in: sight)
      let text = sight.view.utf8
      return work.ranges.indices.contains { clause.accepts(work.ranges[$0], in: text) }
    case .pattern:
      work.findWindows(of: number, in: sight, everywhere: clause.isAlwaysTried)
      let text = sight.view.utf8
      return clause.withPattern { mayMatch($0, clause, in: text, work, &matcher, &budget) } ?? false
    }
  }

  /// Whether a match that counts begins in one of the workspace's ranges, or PCRE2 cannot say.
  private static func mayMatch(
    _ pattern: Pattern, _ clause: CompiledClause, in text: [UInt8], _ work: Workspace, _ matcher: inout Matcher, _ budget: inout Int
  ) -> Bool {
    var at = 0
    for place in work.ranges.indices {
      let window = work.ranges[place]
      at = max(at, text.startOfScalar(at: window.lowerBound))
      while at < window.upperBound {
        budget -= 1
        guard budget >= 0 else { return true }
        do {
          guard let whole = try matcher.firstRange(pattern, in: text, from: at, before: window.upperBound) else { break }
          let range = clause.group.map { matcher.group($0) } ?? whole
          if let range, !range.isEmpty, clause.accepts(range, in: text) { return true }
          at = text.endOfScalar(at: whole.lowerBound)
        } catch {
          return true
        }
      }
    }
    return false
  }
}
