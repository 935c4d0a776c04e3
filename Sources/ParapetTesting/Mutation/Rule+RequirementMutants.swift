import ParapetRule

extension Rule {
  /// Mutants of what must hold: each assertion of a group deleted, each phrase, value and alternative of an assertion deleted.
  func requirementMutants(_ requirement: Requirement) -> [Mutant] {
    requirement.mutants { changed, kind, name, words, path, offset in
      Mutant(
        operator: kind, name: name, words: words, path: path, utf8Offset: offset, rule: self.changed { $0.require = changed })
    }
  }
}

extension Requirement {
  /// Makes a mutant of a changed requirement.
  typealias Maker = (
    _ changed: Requirement, _ kind: Mutant.Operator, _ name: String, _ words: String, _ path: String, _ utf8Offset: Int?
  ) -> Mutant

  fileprivate func mutants(_ make: Maker) -> [Mutant] {
    mutants(at: "require", groupPath: "require", around: { $0 }, make)
  }

  /// `around` puts a changed part back into the whole.
  private func mutants(at path: String, groupPath: String, around: (Requirement) -> Requirement, _ make: Maker) -> [Mutant] {
    switch self {
    case .all(let parts): return Requirement.mutants(of: parts, at: groupPath + ".all", around: { around(.all($0)) }, make)
    case .any(let parts): return Requirement.mutants(of: parts, at: groupPath + ".any", around: { around(.any($0)) }, make)
    case .assertion(let name, let assertion):
      return assertion.mutants(name: name, at: path) { changed, kind, what, words, slot, offset in
        make(around(.assertion(name: name, changed)), kind, what, words, slot, offset)
      }
    }
  }

  private static func mutants(
    of parts: [Requirement], at path: String, around: ([Requirement]) -> Requirement, _ make: Maker
  ) -> [Mutant] {
    var mutants: [Mutant] = []
    for (index, part) in parts.enumerated() {
      let place = part.name.map { "\(path).\($0)" } ?? path
      if parts.count > 1 {
        let called = part.name.map { "require.\($0)" } ?? "part \(index + 1) of \(path)"
        mutants.append(make(around(parts.without(index)), .assertion, called, "deleting \(called)", place, nil))
      }
      mutants += part.mutants(
        at: place, groupPath: path,
        around: { changed in
          var copy = parts
          copy[index] = changed
          return around(copy)
        }, make)
    }
    return mutants
  }

  private var name: String? { if case .assertion(let name, _) = self { name } else { nil } }
}

extension Assertion {
  fileprivate typealias Maker = (
    _ changed: Assertion, _ kind: Mutant.Operator, _ name: String, _ words: String, _ path: String, _ utf8Offset: Int?
  ) -> Mutant

  fileprivate func mutants(name: String, at path: String, _ make: Maker) -> [Mutant] {
    switch self {
    case .length(let length): return length.mutants(name: name, at: path, make)
    case .matches(let pattern):
      return PatternChange.all(of: pattern, for: .whether).map {
        make(.matches(pattern: $0.pattern), $0.kind, "require.\(name): \($0.what)", $0.words("require.\(name)"), path, nil)
      }
    case .disclosed(let disclosed):
      let count = disclosed.phrases.count + (disclosed.pattern == nil ? 0 : 1)
      guard count > 1 else { return [] }
      return disclosed.phrases.enumerated().map { index, phrase in
        var changed = disclosed
        changed.phrases.remove(at: index)
        return make(
          .disclosed(changed), .phrase, "require.\(name).phrases: \(phrase)", "deleting “\(phrase)” from require.\(name)",
          "\(path).phrases.\(index)", nil)
      }
    case .arg(let argument): return argument.mutants(name: name, at: path, make)
    default: return []
    }
  }
}

extension Assertion.Argument {
  fileprivate func mutants(name: String, at path: String, _ make: Assertion.Maker) -> [Mutant] {
    var mutants: [Mutant] = []
    func put(_ index: Int, _ comparison: Assertion.Argument.Comparison?) -> Assertion {
      var changed = self
      if let comparison { changed.comparisons[index] = comparison } else { changed.comparisons.remove(at: index) }
      return .arg(changed)
    }
    for (index, comparison) in comparisons.enumerated() {
      if comparisons.count > 1 {
        let called = "require.\(name).\(comparison.key)"
        mutants.append(make(put(index, nil), .assertion, called, "deleting \(called)", "\(path).\(comparison.key)", nil))
      }
      switch comparison {
      case .oneOf(let values) where values.count > 1:
        for (number, value) in values.enumerated() {
          mutants.append(
            make(
              put(index, .oneOf(values.without(number))), .value, "require.\(name).one_of: \(value)",
              "deleting “\(value)” from require.\(name)", "\(path).one_of.\(number)", nil))
        }
      case .matches(let pattern):
        mutants += PatternChange.all(of: pattern, for: .whether).map {
          make(
            put(index, .matches($0.pattern)), $0.kind, "require.\(name): \($0.what)", $0.words("require.\(name)"), "\(path).matches",
            $0.utf8Offset)
        }
      case .present, .oneOf, .equals, .atMost, .atLeast: break
      }
    }
    return mutants
  }
}

extension Assertion.Argument.Comparison {
  fileprivate var key: String {
    switch self {
    case .present: "present"
    case .matches: "matches"
    case .oneOf: "one_of"
    case .equals: "equals"
    case .atMost: "at_most"
    case .atLeast: "at_least"
    }
  }
}

extension Assertion.Length {
  /// Each bound moved by one.
  fileprivate func mutants(name: String, at path: String, _ make: Assertion.Maker) -> [Mutant] {
    let bounds: [(key: String, slot: WritableKeyPath<Assertion.Length, Int?>)] = [("max", \.max), ("min", \.min)]
    return bounds.flatMap { key, slot -> [Mutant] in
      guard let bound = self[keyPath: slot] else { return [] }
      return [bound - 1, bound + 1].filter { $0 >= 0 }.map { moved in
        var changed = self
        changed[keyPath: slot] = moved
        let isWider = (moved > bound) == (key == "max")
        return make(
          .length(changed), isWider ? .widen : .narrow, "require.\(name).\(key): \(bound) → \(moved)",
          "changing \(key) from \(bound) to \(moved) in require.\(name)", "\(path).\(key)", nil)
      }
    }
  }
}
