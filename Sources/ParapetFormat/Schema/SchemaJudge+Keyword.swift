import ParapetPattern

extension SchemaJudge {
  /// Whether `instance` is as one keyword wants it.
  mutating func apply(
    _ keyword: SchemaKeyword, of number: Int, to instance: JSON, _ seen: inout Evaluated, _ matcher: inout Matcher
  ) -> Bool {
    let place = "/" + keyword.name
    switch keyword.rule {
    case .kinds(let kinds):
      return kinds.contains(instance) || fail(number, place, instance, .kind(kinds))
    case .oneOfValues(let values):
      return values.contains(instance) || fail(number, place, instance, .noneOf(values.count))
    case .value(let value):
      return value.isSame(as: instance) || fail(number, place, instance, .notTheOne)
    case .bound(let bound, let limit, let text):
      guard let value = instance.number.map(ExactNumber.init) else { return true }
      return bound.allows(value, limit) || fail(number, place, instance, .bound(bound, text))
    case .multiple(let divisor, let text):
      guard let value = instance.number.map(ExactNumber.init) else { return true }
      return value.isMultiple(of: divisor) || fail(number, place, instance, .noMultiple(of: text))
    case .atLeast(let least, let counted):
      guard let count = counted.count(instance) else { return true }
      return count >= least || fail(number, place, instance, .tooFew(count, counted, least: least))
    case .atMost(let most, let counted):
      guard let count = counted.count(instance) else { return true }
      return count <= most || fail(number, place, instance, .tooMany(count, counted, most: most))
    case .pattern(let pattern, let source):
      guard let string = instance.string else { return true }
      return matches(pattern, string, number, place, instance, &matcher)
        || fail(number, place, instance, .unmatched(pattern: source))
    case .format(let format):
      guard let string = instance.string else { return true }
      return format.accepts(string) || fail(number, place, instance, .noFormat(format.name))
    case .uniqueItems:
      charge(instance.range.count / 16)
      guard let twice = instance.elements.flatMap(JSON.firstRepeated) else { return true }
      return fail(number, place, instance, .repeated(twice.0, twice.1))
    case .required(let names):
      guard instance.members != nil else { return true }
      return require(names, number, place, instance, beside: nil)
    case .dependentRequired(let dependencies):
      let has = instance.finder(for: dependencies.count)
      return dependencies.reduce(true) { good, dependency in
        guard has(dependency.name) else { return good }
        let place = place + "/" + JSONPointer.escaped(dependency.name)
        return require(dependency.needs, number, place, instance, beside: dependency.name) && good
      }
    case .members(let rule): return members(rule, number, instance, &seen, &matcher)
    case .names(let schema): return names(schema, instance, &matcher)
    case .elements(let rule): return elements(rule, number, instance, &seen, &matcher)
    case .contains(let schema, let least, let most, let marks):
      return contains(schema, least, most, marks: marks, number, instance, &seen, &matcher)
    case .unevaluatedMembers(let schema): return unevaluatedMembers(schema, number, instance, &seen, &matcher)
    case .unevaluatedElements(let schema): return unevaluatedElements(schema, number, instance, &seen, &matcher)
    default: return combine(keyword, of: number, with: instance, &seen, &matcher)
    }
  }

  /// Whether a string matches a pattern; when that cannot be found out, it counts as matching and is reported as not judged.
  mutating func matches(
    _ pattern: Pattern, _ string: String, _ number: Int, _ place: String, _ instance: JSON, _ matcher: inout Matcher
  ) -> Bool {
    if isExhausted { return true }
    do {
      return try matcher.firstRange(pattern, in: Array(string.utf8)) != nil
    } catch {
      unjudged(number, place, instance, .pattern(error))
      return true
    }
  }

  private mutating func require(
    _ names: [String], _ number: Int, _ place: String, _ instance: JSON, beside other: String?
  ) -> Bool {
    let has = instance.finder(for: names.count)
    var isValid = true
    for name in names where !has(name) { isValid = fail(number, place, instance, .missing(name, beside: other)) }
    return isValid
  }

  /// Keywords that put verdicts of other schemas on the same value together.
  private mutating func combine(
    _ keyword: SchemaKeyword, of number: Int, with instance: JSON, _ seen: inout Evaluated, _ matcher: inout Matcher
  ) -> Bool {
    let name = keyword.name
    let place = "/" + name
    switch keyword.rule {
    case .reference(let schema): return along(name, nil, schema, instance, &seen, &matcher)
    case .dynamicReference(let schema, let anchor):
      return along(name, nil, dynamicTarget(schema, anchor), instance, &seen, &matcher)
    case .recursiveReference(let schema): return along(name, nil, recursiveTarget(schema), instance, &seen, &matcher)
    case .all(let schemas):
      var isValid = true
      for (index, schema) in schemas.enumerated() where !along(name, .index(index), schema, instance, &seen, &matcher) { isValid = false }
      return isValid
    case .any(let schemas):
      let before = notes.count
      var isValid = false
      for (index, schema) in schemas.enumerated() where quietly(name, .index(index), schema, instance, &seen, &matcher) {
        isValid = true
        if !tracksEvaluation && !isDetailed { break }
      }
      if isValid { forget(before) }
      return isValid || fail(number, place, instance, .noneFits(schemas.count))
    case .one(let schemas):
      let before = notes.count
      var fitting = Evaluated()
      var count = 0
      for (index, schema) in schemas.enumerated() where quietly(name, .index(index), schema, instance, &fitting, &matcher) { count += 1 }
      if count == 1 { seen.formUnion(fitting) }
      if count > 0 { forget(before) }
      return count == 1 || fail(number, place, instance, .severalFit(count, of: schemas.count))
    case .not(let schema):
      let before = (notes.count, annotations.count)
      var ignored = Evaluated()
      let holds = quietly(name, nil, schema, instance, &ignored, &matcher)
      forget(before.0, annotations: before.1)
      return !holds || fail(number, place, instance, .excluded)
    case .condition(let condition, let then, let otherwise):
      let before = notes.count
      let holds = quietly(name, nil, condition, instance, &seen, &matcher)
      forget(before)
      guard let branch = holds ? then : otherwise else { return true }
      return along(holds ? "then" : "else", nil, branch, instance, &seen, &matcher)
    case .dependentSchemas(let dependencies):
      let has = instance.finder(for: dependencies.count)
      var isValid = true
      for dependency in dependencies where has(dependency.name) {
        if !along(name, .name(dependency.name), dependency.schema, instance, &seen, &matcher) { isValid = false }
      }
      return isValid
    default: return true
    }
  }
}

extension SchemaKeyword.Kinds {
  func contains(_ instance: JSON) -> Bool {
    switch instance.value {
    case .null: contains(.null)
    case .bool: contains(.boolean)
    case .number(let text):
      contains(.number) || (contains(.integer) && ExactNumber(text).isInteger)
        || (contains(.writtenInteger)
          && !text.utf8.contains { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "e") || $0 == UInt8(ascii: "E") })
    case .string: contains(.string)
    case .array: contains(.array)
    case .object: contains(.object)
    }
  }
}

extension SchemaKeyword.Bound {
  func allows(_ value: ExactNumber, _ limit: ExactNumber) -> Bool {
    switch self {
    case .minimum: !(value < limit)
    case .maximum: !(limit < value)
    case .exclusiveMinimum: limit < value
    case .exclusiveMaximum: value < limit
    }
  }
}

extension SchemaKeyword.Counted {
  /// How many of these the instance has, or nil when it can have none.
  func count(_ instance: JSON) -> Int? {
    switch self {
    case .scalars: instance.string?.unicodeScalars.count
    case .items: instance.elements?.count
    case .properties: instance.members?.count
    }
  }
}

extension JSON {
  /// Tells whether the object has a member of a name. For many names in a big object it looks them up.
  func finder(for count: Int) -> (String) -> Bool {
    guard let members, count > 4, members.count > 16 else { return { self[$0] != nil } }
    let names = Set(members.map { ByteKey($0.name) })
    return { names.contains(ByteKey($0)) }
  }

  /// The first element that an earlier one is the same as, with that one.
  static func firstRepeated(_ elements: [JSON]) -> (Int, Int)? {
    if elements.count <= 8 {
      for index in elements.indices {
        for earlier in elements[..<index].indices where elements[earlier].isSame(as: elements[index]) { return (earlier, index) }
      }
      return nil
    }
    var known = [[UInt8]: Int](minimumCapacity: elements.count)
    for (index, element) in elements.enumerated() {
      if let earlier = known.updateValue(index, forKey: element.key) { return (earlier, index) }
    }
    return nil
  }
}
