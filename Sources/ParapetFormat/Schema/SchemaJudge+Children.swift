import ParapetPattern

// Keywords that look at members and elements.

extension SchemaJudge {
  mutating func members(
    _ rule: SchemaMembers, _ number: Int, _ instance: JSON, _ seen: inout Evaluated, _ matcher: inout Matcher
  ) -> Bool {
    guard let members = instance.members else { return true }
    var isValid = true
    for (index, member) in members.enumerated() {
      var isSpokenFor = false
      if let schema = rule.named[ByteKey(member.name)] {
        isSpokenFor = true
        if !inside(.name(member.name), schema, member.value, &matcher) { isValid = false }
      }
      for (pattern, schema) in rule.patterns {
        guard matches(pattern, member.name, number, "/patternProperties", instance, &matcher) else { continue }
        isSpokenFor = true
        if !inside(.name(member.name), schema, member.value, &matcher) { isValid = false }
      }
      if !isSpokenFor, let schema = rule.additional {
        isSpokenFor = true
        if !inside(.name(member.name), schema, member.value, &matcher) { isValid = false }
      }
      if tracksEvaluation, isSpokenFor { seen.mark(index) }
    }
    return isValid
  }

  mutating func names(_ schema: Int, _ instance: JSON, _ matcher: inout Matcher) -> Bool {
    guard let members = instance.members else { return true }
    var isValid = true
    for member in members {
      let name = JSON(.string(member.name), range: member.nameRange)
      if !inside(.name(member.name), schema, name, &matcher) { isValid = false }
    }
    return isValid
  }

  mutating func elements(
    _ prefix: [Int], _ rest: Int?, _ instance: JSON, _ seen: inout Evaluated, _ matcher: inout Matcher
  ) -> Bool {
    guard let elements = instance.elements else { return true }
    var isValid = true
    for (index, element) in elements.enumerated() {
      guard let schema = index < prefix.count ? prefix[index] : rest else { break }
      if !inside(.index(index), schema, element, &matcher) { isValid = false }
      if tracksEvaluation { seen.mark(index) }
    }
    return isValid
  }

  mutating func contains(
    _ schema: Int, _ least: Int, _ most: Int?, _ number: Int, _ instance: JSON, _ seen: inout Evaluated, _ matcher: inout Matcher
  ) -> Bool {
    guard let elements = instance.elements else { return true }
    var count = 0
    for (index, element) in elements.enumerated() {
      var ignored = Evaluated()
      guard quietly(schema, element, &ignored, &matcher) else { continue }
      count += 1
      if tracksEvaluation { seen.mark(index) }
    }
    if count < least {
      return fail(number, "/contains", instance, "\(count) elements are of the kind that is due, at least \(least) must be")
    }
    if let most, count > most {
      return fail(number, "/maxContains", instance, "\(count) elements are of the kind that is counted, at most \(most) may be")
    }
    return true
  }

  mutating func unevaluatedMembers(_ schema: Int, _ instance: JSON, _ seen: inout Evaluated, _ matcher: inout Matcher) -> Bool {
    guard let members = instance.members else { return true }
    var isValid = true
    for (index, member) in members.enumerated() where !seen.contains(index) {
      if !inside(.name(member.name), schema, member.value, &matcher) { isValid = false }
      if tracksEvaluation { seen.mark(index) }
    }
    return isValid
  }

  mutating func unevaluatedElements(_ schema: Int, _ instance: JSON, _ seen: inout Evaluated, _ matcher: inout Matcher) -> Bool {
    guard let elements = instance.elements else { return true }
    var isValid = true
    for (index, element) in elements.enumerated() where !seen.contains(index) {
      if !inside(.index(index), schema, element, &matcher) { isValid = false }
      if tracksEvaluation { seen.mark(index) }
    }
    return isValid
  }
}
