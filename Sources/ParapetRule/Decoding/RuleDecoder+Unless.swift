internal import ParapetText

extension RuleDecoder {
  /// What excuses a candidate.
  func exceptions(_ node: Node, fold: Fold, clauses: ClauseNames, find: [FindClause], key: Place) -> [Exception] {
    guard let entries = reader.entries(node, "`unless`") else { return [] }
    if !clauses.hasFind {
      report.add(
        .exceptionWithoutFind, at: key, "`unless` removes what `find` has found, and the rule has no `find`",
        help: "narrow the rule by `when`, or the assertion in `require`")
    }
    if entries.isEmpty { report.add(.emptyValue, at: node.place, "`unless` is empty", help: "write an exception, or delete `unless`") }
    return entries.compactMap { entry in
      let named = reader.isName(entry.name, at: entry.place, "an exception")
      let exception = exception(entry.value, name: entry.name, at: entry.place, fold: fold, clauses: clauses, find: find)
      return named ? exception : nil
    }
  }

  private func exception(
    _ node: Node, name: String, at place: Place, fold: Fold, clauses: ClauseNames, find: [FindClause]
  ) -> Exception? {
    guard let slots = reader.slots(node, .exception, at: place) else { return nil }
    let scope = slots["scope"].flatMap { reader.choice($0, "`scope`", Scope.self) } ?? .clause
    func conditions(_ key: String) -> [Exception.Condition] {
      guard let node = slots[key] else { return [] }
      return (reader.items(node, "`\(key)`") ?? []).flatMap { condition($0, "`\(key)`", fold: fold, scope: scope.rawValue) }
    }
    let exception = Exception(
      name: name, before: conditions("before"), after: conditions("after"), within: conditions("within"),
      facts: slots["facts"].map { factConditions($0, "`facts`") } ?? [],
      clauses: slots["for"].map { spokenOf($0, clauses: clauses, find: find) } ?? [])
    if !slots.hasAny(of: ["before", "after", "within", "facts"]) {
      report.add(
        .emptyException, at: place, "the exception `\(name)` says nothing, so it would excuse everything",
        help: "write at least one of `before`, `after`, `within`, `facts`")
      return nil
    }
    return exception
  }

  /// A pattern, or the patterns of a cue.
  private func condition(_ node: Node, _ what: String, fold: Fold, scope: String) -> [Exception.Condition] {
    guard let text = reader.text(node, what) else { return [] }
    guard let name = RuleDecoder.cueName(in: text) else {
      return patternSource(node, what, fold: fold).map { [Exception.Condition(pattern: $0, cue: nil, scope: scope)] } ?? []
    }
    if let cue = library.cues[name] {
      return cue.patterns.map { Exception.Condition(pattern: $0, cue: name, scope: cue.scope) }
    }
    if !library.broken.contains("$" + name) {
      report.add(
        .unknownCue, at: node.place, "there is no cue `$\(name)`",
        help: Suggestion.nearest(to: name, in: library.cues.keys.sorted()).map { "did you mean `$\($0)`?" }
          ?? "write the cue into `shared/\(name).yaml`; a pattern cannot begin with `$` and a word")
    }
    return []
  }

  /// The cue that `text` names, or nil when it is a pattern.
  static func cueName(in text: String) -> String? {
    guard text.utf8.first == UInt8(ascii: "$"), let second = text.utf8.dropFirst().first,
      second >= UInt8(ascii: "a") && second <= UInt8(ascii: "z")
    else { return nil }
    return String(text.dropFirst())
  }

  /// The find clauses that an exception speaks of.
  private func spokenOf(_ node: Node, clauses: ClauseNames, find: [FindClause]) -> [String] {
    var names: [String] = []
    for item in reader.items(node, "`for`") ?? [] {
      guard let name = reader.text(item, "`for`") else { continue }
      guard clauses.find.contains(where: { $0.isSame(as: name) }) else {
        guard clauses.isComplete else { continue }
        report.add(
          .unknownClause, at: item.place, "the rule has no find clause `\(name)`", help: Suggestion.help(for: name, in: clauses.find))
        continue
      }
      if find.contains(where: { $0.name == name && $0.firm }) {
        report.add(
          .exceptionForFirm, at: item.place, "the clause `\(name)` is firm: no exception applies to it",
          help: "delete `firm: true` there, or the name here")
      }
      names.append(name)
    }
    return names
  }
}
