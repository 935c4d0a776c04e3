import ParapetRule

extension Rule {
  /// Every mutant of this rule, in the order of its slots. Two parts that look alike have numbered names.
  var mutants: [Mutant] {
    var mutants = find.indices.flatMap(findMutants) + unless.indices.flatMap(exceptionMutants)
    if let require { mutants += requirementMutants(require) }
    var seen: [String: Int] = [:]
    for index in mutants.indices {
      let count = seen[mutants[index].name, default: 0] + 1
      seen[mutants[index].name] = count
      if count > 1 { mutants[index].name += " #\(count)" }
    }
    return mutants
  }

  /// This rule with one change.
  func changed(_ change: (inout Rule) -> Void) -> Rule {
    var rule = self
    change(&rule)
    return rule
  }

  // MARK: find

  private func findMutants(_ index: Int) -> [Mutant] {
    let clause = find[index]
    let path = "find.\(clause.name)"
    var mutants: [Mutant] = []
    if find.count > 1 {
      mutants.append(
        Mutant(operator: .clause, name: path, words: "deleting \(path)", path: path, rule: changed { $0.removeClause(index) }))
    }
    switch clause.producer {
    case .phrases(let phrases) where phrases.count > 1:
      for (number, phrase) in phrases.enumerated() {
        mutants.append(
          Mutant(
            operator: .phrase, name: "\(path).phrases: \(phrase)", words: "deleting “\(phrase)” from \(path)",
            path: "\(path).phrases.\(number)", rule: changed { $0.find[index].producer = .phrases(phrases.without(number)) }))
      }
    case .pattern(let pattern):
      mutants += patternMutants(pattern, at: "\(path).pattern") { $0.find[index].producer = .pattern($1) }
    case .phrases, .terms, .entity: break
    }
    if let validator = clause.validate {
      mutants.append(
        Mutant(
          operator: .validator, name: "\(path).validate", words: "deleting the validator \(validator) of \(path)", path: "\(path).validate",
          rule: changed { $0.find[index].validate = nil }))
    }
    if clause.context != nil {
      mutants.append(
        Mutant(
          operator: .context, name: "\(path).context", words: "deleting the context of \(path)", path: "\(path).context",
          rule: changed { $0.find[index].context = nil }))
    }
    if clause.firm, unless.contains(where: { $0.clauses.isEmpty }) {
      mutants.append(
        Mutant(
          operator: .firm, name: "\(path).firm", words: "opening \(path) to exceptions", path: "\(path).firm",
          rule: changed { $0.find[index].firm = false }))
    }
    if clause.again {
      mutants.append(
        Mutant(
          operator: .again, name: "\(path).again", words: "finding the values of \(path) where it finds them only", path: "\(path).again",
          rule: changed { $0.find[index].again = false }))
    }
    return mutants
  }

  /// Takes a clause away, and its name from the exceptions that speak of it.
  private mutating func removeClause(_ index: Int) {
    let name = find.remove(at: index).name
    unless = unless.compactMap { exception in
      var kept = exception
      kept.clauses.removeAll { $0 == name }
      return kept.clauses.isEmpty && !exception.clauses.isEmpty ? nil : kept
    }
  }

  // MARK: unless

  private func exceptionMutants(_ index: Int) -> [Mutant] {
    let path = "unless.\(unless[index].name)"
    var mutants = [
      Mutant(operator: .exception, name: path, words: "deleting \(path)", path: path, rule: changed { $0.unless.remove(at: index) })
    ]
    let slots: [(key: String, path: WritableKeyPath<Exception, [Exception.Condition]>)] = [
      ("before", \.before), ("after", \.after), ("within", \.within),
    ]
    for (key, slot) in slots {
      let conditions = unless[index][keyPath: slot]
      for (number, item) in conditions.items.enumerated() {
        let place = conditions.items.count > 1 ? "\(path).\(key).\(number)" : "\(path).\(key)"
        if conditions.items.count > 1 {
          let written = conditions[item.lowerBound].cue.map { "$\($0)" } ?? conditions[item.lowerBound].pattern
          mutants.append(
            Mutant(
              operator: .alternative, name: "\(path).\(key): \(written)", words: "deleting “\(written)” from \(path)", path: place,
              rule: changed { $0.unless[index][keyPath: slot].removeSubrange(item) }))
        }
        guard conditions[item.lowerBound].cue == nil else { continue }
        let use: PatternChange.Use = key == "within" ? .spans : .whether
        mutants += patternMutants(conditions[item.lowerBound].pattern, at: place, called: "\(path).\(key)", for: use) {
          $0.unless[index][keyPath: slot][item.lowerBound].pattern = $1
        }
      }
    }
    return mutants
  }

  // MARK: patterns

  /// Mutants of one pattern: each outermost alternative deleted, each count moved, the gaps of each alternative closed and opened.
  func patternMutants(
    _ pattern: String, at path: String, called name: String? = nil, for use: PatternChange.Use = .spans, put: (inout Rule, String) -> Void
  ) -> [Mutant] {
    let name = name ?? path
    return PatternChange.all(of: pattern, for: use).map { change in
      Mutant(
        operator: change.kind, name: "\(name): \(change.what)", words: change.words(name), path: path, utf8Offset: change.utf8Offset,
        rule: changed { put(&$0, change.pattern) })
    }
  }
}

extension [Exception.Condition] {
  /// The conditions as a person wrote them: one each, but all the patterns of one cue together.
  var items: [Range<Int>] {
    var items: [Range<Int>] = []
    for index in indices {
      if let last = items.last, let cue = self[index].cue, self[last.lowerBound].cue == cue {
        items[items.count - 1] = last.lowerBound..<index + 1
      } else {
        items.append(index..<index + 1)
      }
    }
    return items
  }
}

extension Array {
  /// This array without the element at `index`.
  func without(_ index: Int) -> [Element] {
    var copy = self
    copy.remove(at: index)
    return copy
  }
}
