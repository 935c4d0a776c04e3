import ParapetPattern

// Keywords that look at members and elements.

extension SchemaJudge {
  mutating func members(
    _ rule: SchemaMembers, _ number: Int, _ instance: JSON, _ seen: inout Evaluated, _ matcher: inout Matcher
  ) -> Bool {
    guard let members = instance.members else { return true }
    charge(members.count * (1 + rule.patterns.count))
    var isValid = true
    var matched: [(keyword: String, name: String)] = []
    for (index, member) in members.enumerated() {
      var isSpokenFor = false
      let known = rule.named[ByteKey(member.name)]
      let step = known == nil ? Step.foreign(member.name) : .name(member.name)
      func look(_ keyword: String, _ token: Step?, _ schema: Int) {
        isSpokenFor = true
        if isDetailed { matched.append((keyword, member.name)) }
        if !inside(step, by: keyword, token, schema, member.value, &matcher) { isValid = false }
      }
      if let known { look("properties", step, known) }
      for (pattern, source, schema) in rule.patterns {
        guard matches(pattern, member.name, number, "/patternProperties", instance, &matcher) else { continue }
        look("patternProperties", .name(source), schema)
      }
      if !isSpokenFor, let schema = rule.additional { look("additionalProperties", nil, schema) }
      if tracksEvaluation, isSpokenFor { seen.mark(index) }
    }
    if isDetailed, isValid {
      for keyword in ["properties", "patternProperties", "additionalProperties"] where nodes[number].json[keyword] != nil {
        let names = matched.filter { $0.keyword == keyword }.map { JSON(.string($0.name)) }
        annotate(number, keyword, instance, JSON(.array(names)))
      }
    }
    return isValid
  }

  mutating func names(_ schema: Int, _ instance: JSON, _ matcher: inout Matcher) -> Bool {
    guard let members = instance.members else { return true }
    var isValid = true
    for member in members {
      let name = JSON(.string(member.name), range: member.nameRange)
      if !inside(.foreign(member.name), by: "propertyNames", nil, schema, name, &matcher) { isValid = false }
    }
    return isValid
  }

  mutating func elements(
    _ rule: SchemaElements, _ number: Int, _ instance: JSON, _ seen: inout Evaluated, _ matcher: inout Matcher
  ) -> Bool {
    guard let elements = instance.elements else { return true }
    var isValid = true
    for (index, element) in elements.enumerated() {
      let isPrefix = index < rule.prefix.count
      guard let schema = isPrefix ? rule.prefix[index] : rule.rest else { break }
      let keyword = isPrefix ? rule.prefixKeyword : rule.restKeyword
      if !inside(.index(index), by: keyword, isPrefix ? .index(index) : nil, schema, element, &matcher) { isValid = false }
      if tracksEvaluation { seen.mark(index) }
    }
    if isDetailed, isValid, !elements.isEmpty {
      if !rule.prefix.isEmpty {
        let isAll = rule.prefix.count >= elements.count
        annotate(
          number, rule.prefixKeyword, instance,
          isAll ? JSON(.bool(true)) : JSON(.number(String(min(rule.prefix.count, elements.count) - 1))))
      }
      if rule.rest != nil, elements.count > rule.prefix.count { annotate(number, rule.restKeyword, instance, JSON(.bool(true))) }
    }
    return isValid
  }

  mutating func contains(
    _ schema: Int, _ least: Int, _ most: Int?, marks: Bool, _ number: Int, _ instance: JSON, _ seen: inout Evaluated,
    _ matcher: inout Matcher
  ) -> Bool {
    guard let elements = instance.elements else { return true }
    let before = notes.count
    var found: [Int] = []
    for (index, element) in elements.enumerated() {
      guard quietlyInside(.index(index), by: "contains", schema, element, &matcher) else { continue }
      found.append(index)
      if tracksEvaluation, marks { seen.mark(index) }
    }
    forget(before)
    let count = found.count
    if count < least {
      return fail(number, "/contains", instance, .containsTooFew(count, least: least))
    }
    if let most, count > most {
      return fail(number, "/maxContains", instance, .containsTooMany(count, most: most))
    }
    annotate(number, "contains", instance, JSON(.array(found.map { JSON(.number(String($0))) })))
    return true
  }

  mutating func unevaluatedMembers(
    _ schema: Int, _ number: Int, _ instance: JSON, _ seen: inout Evaluated, _ matcher: inout Matcher
  ) -> Bool {
    guard let members = instance.members else { return true }
    charge(members.count)
    var isValid = true
    var left: [JSON] = []
    for (index, member) in members.enumerated() where !seen.contains(index) {
      if isDetailed { left.append(JSON(.string(member.name))) }
      if !inside(.foreign(member.name), by: "unevaluatedProperties", nil, schema, member.value, &matcher) { isValid = false }
      if tracksEvaluation { seen.mark(index) }
    }
    if isValid { annotate(number, "unevaluatedProperties", instance, JSON(.array(left))) }
    return isValid
  }

  mutating func unevaluatedElements(
    _ schema: Int, _ number: Int, _ instance: JSON, _ seen: inout Evaluated, _ matcher: inout Matcher
  ) -> Bool {
    guard let elements = instance.elements else { return true }
    charge(elements.count)
    var isValid = true
    var hasLeft = false
    for (index, element) in elements.enumerated() where !seen.contains(index) {
      hasLeft = true
      if !inside(.index(index), by: "unevaluatedItems", nil, schema, element, &matcher) { isValid = false }
      if tracksEvaluation { seen.mark(index) }
    }
    if isValid, hasLeft { annotate(number, "unevaluatedItems", instance, JSON(.bool(true))) }
    return isValid
  }
}
