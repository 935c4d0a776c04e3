import ParapetPattern
import ParapetText
import ParapetVerdict

extension Judge {
  /// What there is to say of the event in `record`, or nil when the whole event must be judged.
  ///
  /// It looks where `evaluate` would look, and gives up at the first candidate: most texts have none.
  public mutating func glance(at record: EventRecord) -> Glance? {
    guard record.isPlain, program.options.prefilter else { return nil }
    let roster = work.roster(for: record, program)
    guard let outlook = roster.outlook(program) else { return nil }
    let text = unsafe work.text(record.text)
    work.begin()
    work.look(at: text, views: roster.views, wants: roster.wants)
    if work.isBlind {
      work.end()
      return nil
    }
    var budget = program.options.budget(bytes: text.utf8.count)
    var looked = 0
    for index in work.visits(besides: outlook.tried) where !outlook.isSettled[index] {
      let before = budget
      if mayFind(program.rules[index], &budget) {
        work.keep(for: roster)
        return nil
      }
      work.noteNothing(of: index, matches: before - budget)
      looked += 1
    }
    work.end()
    var skipped = roster.skipCounts
    skipped[SkipReason.facts.place] += outlook.keptAway
    skipped[SkipReason.prefilter.place] += roster.all.count - looked - outlook.evaluated - outlook.keptAway
    return Glance(
      rules: program.rules.count, evaluated: looked + outlook.evaluated, skipped: skipped, unjudged: outlook.unjudged)
  }

  /// Whether `rule` finds something in the one part there is, or cannot say.
  private mutating func mayFind(_ rule: CompiledRule, _ budget: inout Int) -> Bool {
    for place in work.distinct(rule.views, part: 0) {
      let sight = work.sight(part: 0, view: rule.views[place])
      for index in rule.clauses.indices {
        guard sight.hasSign(of: rule.firstClause + index) || rule.clauses[index].isAlwaysTried else { continue }
        let clause = rule.clauses[index]
        switch clause.producer {
        case .entity: return true
        case .literals:
          work.findPhrases(of: rule.firstClause + index, in: sight)
          for range in work.ranges where clause.accepts(range, in: sight.view) { return true }
        case .pattern(let pattern):
          work.findWindows(of: rule.firstClause + index, in: sight, everywhere: clause.isAlwaysTried)
          if mayMatch(pattern, clause, sight.view, &budget) { return true }
        }
      }
    }
    return false
  }

  /// Whether a match that counts begins in one of the workspace's ranges, or PCRE2 cannot say.
  private mutating func mayMatch(_ pattern: Pattern, _ clause: CompiledClause, _ view: View, _ budget: inout Int) -> Bool {
    var at = 0
    for window in work.ranges {
      at = max(at, view.utf8.startOfScalar(at: window.lowerBound))
      while at < window.upperBound {
        budget -= 1
        guard budget >= 0 else { return true }
        do {
          guard let whole = try matcher.firstRange(pattern, in: view.utf8, from: at, before: window.upperBound) else { break }
          let range = clause.group.map { matcher.group($0) } ?? whole
          if let range, !range.isEmpty, clause.accepts(range, in: view) { return true }
          at = view.utf8.endOfScalar(at: whole.lowerBound)
        } catch {
          return true
        }
      }
    }
    return false
  }
}
