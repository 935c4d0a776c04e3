/// Tells a change that makes a rule weaker from one that makes it stricter.
enum Loosening {
  /// The slots of `after` that are weaker than those of `before`. What is not known to be at least as strict counts as weaker.
  static func slots(from before: Rule, to after: Rule) -> [String] {
    var slots: [String] = []
    func check(_ slot: String, _ holds: Bool) { if !holds { slots.append(slot) } }
    check("severity", rank(after.severity) >= rank(before.severity))
    check("mode", rank(of: after.mode) >= rank(of: before.mode))
    check("evidence", rank(of: after.evidence) >= rank(of: before.evidence))
    check("on_error", before.onError == .open || after.onError == .closed)
    check("on_missing", before.onMissing == .record || after.onMissing == .hold)
    check("when", isBroader(after.when, than: before.when))
    check("fold", after.fold == before.fold)
    check("find", findsMore(after.find, than: before.find))
    check("unless", after.unless.allSatisfy { new in before.unless.contains { same(new, $0) } })
    check("require", demandsMore(after.require, than: before.require))
    check("then", ThenOrder.isStricter(after.then, than: before.then))
    return slots
  }

  private static func rank(_ severity: Rule.Severity) -> Int { Rule.Severity.allCases.firstIndex(of: severity) ?? 0 }
  private static func rank(of mode: Rule.Mode) -> Int {
    switch mode {
    case .off: 0
    case .shadow: 1
    case .enforce: 2
    }
  }
  private static func rank(of evidence: Rule.EvidencePolicy) -> Int {
    switch evidence {
    case .show: 0
    case .mask: 1
    case .none: 2
    }
  }

  /// Whether every event that `old` speaks of, `new` speaks of too.
  private static func isBroader(_ new: Applicability, than old: Applicability) -> Bool {
    func covers<Value: Equatable>(_ new: [Value], _ old: [Value]) -> Bool {
      new.isEmpty || (!old.isEmpty && old.allSatisfy { new.contains($0) })
    }
    return old.stages.allSatisfy { new.stages.contains($0) } && covers(new.channels, old.channels) && covers(new.purposes, old.purposes)
      && covers(new.regions, old.regions) && covers(new.formats, old.formats) && covers(new.tools, old.tools)
      && new.requiredFacts == old.requiredFacts
      && new.facts == old.facts
  }

  /// Whether every old clause is still there, unchanged, or with more phrases, or firm.
  private static func findsMore(_ new: [FindClause], than old: [FindClause]) -> Bool {
    // A rule that only required and now also finds judges other events: nothing is known about it.
    if old.isEmpty { return new.isEmpty }
    return old.allSatisfy { clause in new.contains { $0.name == clause.name && finds($0, atLeast: clause) } }
  }

  private static func finds(_ new: FindClause, atLeast old: FindClause) -> Bool {
    let stricter = withStrictness(of: new, old)
    guard new.firm || !old.firm, new.again || !old.again,
      CanonicalForm.of({ $0.addModifiers(of: new) }) == CanonicalForm.of({ $0.addModifiers(of: stricter) })
    else { return false }
    if case .phrases(let more) = new.producer, case .phrases(let few) = old.producer {
      return Set(few).isSubset(of: more)
    }
    return CanonicalForm.of { $0.add(new) } == CanonicalForm.of { $0.add(stricter) }
  }

  private static func withStrictness(of new: FindClause, _ old: FindClause) -> FindClause {
    var clause = old
    (clause.firm, clause.again) = (new.firm, new.again)
    return clause
  }

  private static func same(_ a: Exception, _ b: Exception) -> Bool { CanonicalForm.of { $0.add(a) } == CanonicalForm.of { $0.add(b) } }

  private static func demandsMore(_ new: Requirement?, than old: Requirement?) -> Bool {
    func form(_ requirement: Requirement) -> [UInt8] { CanonicalForm.of { $0.add(requirement) } }
    switch (new, old) {
    case (nil, nil): return true
    case (.all(let more)?, .all(let few)?):
      let forms = more.map(form)
      return few.allSatisfy { forms.contains(form($0)) }
    case (.all(let more)?, let single?) where more.map(form).contains(form(single)): return true
    case (let a?, let b?): return form(a) == form(b)
    default: return false
    }
  }
}

/// Which consequence is stricter.
enum ThenOrder {
  static func isStricter(_ new: Then, than old: Then) -> Bool {
    let formats = Set(new.byFormat.keys).union(old.byFormat.keys).union([""])
    return formats.allSatisfy { format in
      guard let before = old.action(for: format) else { return true }
      guard let after = new.action(for: format), isStricter(after, than: before) else { return false }
      guard let last = old.otherwise(for: format) else { return true }
      // A stricter action than a rewriting asks nothing of what follows one.
      return new.otherwise(for: format).map { isStricter($0, than: last) } ?? (after.kind != .rewrite && isStricter(after, than: last))
    }
  }

  private static func isStricter(_ new: Action, than old: Action) -> Bool {
    let kept = old.obligations.allSatisfy { obligation in
      new.obligations.contains {
        $0.kind == obligation.kind && $0.queue == obligation.queue
          && ($0.withinHours ?? Int.max) <= (obligation.withinHours ?? Int.max)
      }
    }
    guard kept else { return false }
    if new.kind != old.kind {
      // Masking, rewriting and appending change the text in ways that do not replace one another.
      let changes: [Action.Kind] = [.mask, .rewrite, .append]
      return rank(new.kind) > rank(old.kind) && !(changes.contains(new.kind) && changes.contains(old.kind))
    }
    switch new.kind {
    case .flag, .refuse: return true
    case .mask: return hidesMore(new.mask, than: old.mask)
    case .rewrite: return new.transform == old.transform
    case .append: return new.text == old.text && new.position == old.position
    case .hold: return new.purpose == old.purpose || new.purpose == "review"
    }
  }

  private static func rank(_ kind: Action.Kind) -> Int { Action.Kind.allCases.firstIndex(of: kind) ?? 0 }

  private static func hidesMore(_ new: Action.Mask, than old: Action.Mask) -> Bool {
    if old.replacement != nil { return new.replacement != nil }
    return new.replacement != nil || (new.keep.first <= old.keep.first && new.keep.last <= old.keep.last)
  }
}
