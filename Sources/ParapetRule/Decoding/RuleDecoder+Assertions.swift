internal import ParapetEntity
internal import ParapetFormat
internal import ParapetText

extension RuleDecoder {
  /// Options of `grounded`; all have a default.
  func grounded(_ node: Node, at place: Place) -> Assertion.Grounded? {
    guard let slots = reader.slots(node, .grounded, at: place) else { return nil }
    let sources = ["context", "input", "tool-result"]
    var chosen: [String] = []
    for item in slots["in"].flatMap({ reader.items($0, "`in`") }) ?? [] {
      if let source = reader.choice(item, "`in`", from: sources) { chosen.append(source) }
    }
    let equal = slots["equal"].flatMap { reader.choice($0, "`equal`", from: ["value", "value-and-unit"]) }
    let derive = slots["derive"].flatMap { reader.flag($0, "`derive`") }
    let rounding = slots["rounding"].flatMap { reader.choice($0, "`rounding`", from: ["as-printed", "exact"]) }
    let tier = slots["tier"].flatMap { reader.choice($0, "`tier`", from: ["certain", "likely", "warn"]) }
    return Assertion.Grounded(
      sources: chosen.isEmpty ? ["context"] : chosen, equal: equal ?? "value-and-unit", derive: derive ?? false,
      rounding: rounding ?? "as-printed", tier: tier ?? "likely")
  }

  /// Options of `registered`.
  func registered(_ node: Node, at place: Place) -> Assertion.Registered? {
    guard let slots = reader.slots(node, .registered, at: place), let inside = slots["in"] else { return nil }
    let kinds = Register.Kind.allCases.map(\.rawValue)
    let tier = slots["tier"].flatMap { reader.choice($0, "`tier`", from: ["certain", "likely"]) }
    return reader.choice(inside, "`in`", from: kinds).map { Assertion.Registered(register: $0, tier: tier ?? "likely") }
  }

  /// A schema under `schemas/`.
  func json(_ node: Node, at place: Place) -> Assertion? {
    guard let slots = reader.slots(node, .json, at: place) else { return nil }
    let extract = slots["extract"].flatMap { reader.flag($0, "`extract`") } ?? false
    guard let schema = slots["schema"], let path = reader.text(schema, "`schema`") else { return nil }
    if library.schemas[path] == nil, !library.broken.contains(path) {
      report.add(
        .unknownSchema, at: schema.place, "there is no schema `\(path)`",
        help: Suggestion.help(for: path, in: library.schemas.keys.sorted()) ?? "put the schema under `schemas/`")
    }
    return .json(
      Assertion.JSONText(
        schema: path, extract: extract, assertsFormats: slots["formats"].flatMap { reader.flag($0, "`formats`") } ?? false,
        depth: slots["depth"].flatMap { reader.number($0, "`depth`", in: 1...JSON.Limits.deepest) },
        bytes: slots["bytes"].flatMap { reader.number($0, "`bytes`", in: 1...JSON.Limits().bytes) }))
  }

  /// Phrases or a pattern that the text must carry.
  func disclosed(_ node: Node, _ setting: RequirementSetting, at place: Place) -> Assertion.Disclosed? {
    guard let slots = reader.slots(node, .disclosed, at: place) else { return nil }
    if !slots.hasAny(of: ["phrases", "pattern"]) {
      report.add(
        .emptyAssertion, at: place, "`disclosed` does not say what must be disclosed", help: "write `phrases: […]`, or a `pattern`")
    }
    let phrases = slots["phrases"].flatMap { reader.texts($0, "`phrases`") } ?? []
    let pattern = slots["pattern"].flatMap { patternSource($0, "`pattern`", fold: setting.fold, mayMatchNothing: false) }
    let spot = slots["within"].map { self.place($0, setting, at: slots.keyPlace("within")) } ?? .anywhere
    guard let spot else { return nil }
    return Assertion.Disclosed(phrases: phrases, pattern: pattern, place: spot)
  }

  private func place(_ node: Node, _ setting: RequirementSetting, at place: Place) -> Assertion.Disclosed.Place? {
    guard let slots = reader.slots(node, .place, at: place) else { return nil }
    let given = ["first", "last", "near", "same"].filter { slots[$0] != nil }
    guard let key = given.first, given.count == 1, let value = slots[key] else {
      report.add(
        .unclearAssertion, at: place, "`within` must say one of `first`, `last`, `near` and `same`", help: "write `within: {last: 120}`")
      return nil
    }
    if ["near", "same"].contains(key), !setting.hasFind {
      report.add(
        .unclearAssertion, at: slots.keyPlace(key), "`\(key)` speaks of what `find` has found, and the rule has no `find`",
        help: "add a `find`, or write `first` or `last`")
    }
    switch key {
    case "first": return reader.number(value, "`first`", in: 1...1_000_000).map { .first($0) }
    case "last": return reader.number(value, "`last`", in: 1...1_000_000).map { .last($0) }
    case "near": return reader.number(value, "`near`", in: 1...1_000_000).map { .near($0) }
    default: return reader.choice(value, "`same`", from: ["paragraph", "sentence"]).map { $0 == "sentence" ? .sentence : .paragraph }
    }
  }

  /// A pattern that the whole text must match.
  func matches(_ node: Node, _ setting: RequirementSetting, at place: Place) -> Assertion? {
    if node.entries == nil { return patternSource(node, "`matches`", fold: setting.fold).map { .matches(pattern: $0) } }
    guard let slots = reader.slots(node, .matches, at: place), let inner = slots["pattern"] else { return nil }
    return patternSource(inner, "`pattern`", fold: setting.fold).map { .matches(pattern: $0) }
  }

  /// A validator by name.
  func validator(_ node: Node, _ what: String) -> String? {
    reader.choice(node, what, from: library.validators, code: .unknownValidator)
  }

  /// Where the material that a reasoned answer cites comes from.
  func reasoned(_ node: Node, at place: Place) -> Assertion? {
    guard let slots = reader.slots(node, .reasoned, at: place) else { return nil }
    let sources = slots["in"].flatMap { reader.items($0, "`in`") }?.compactMap {
      reader.choice($0, "`in`", from: ["context", "tool-result"])
    }
    return .reasoned(sources: sources ?? ["context"])
  }

  /// Bounds on how long a text is.
  func length(_ node: Node, at place: Place) -> Assertion.Length? {
    guard let slots = reader.slots(node, .length, at: place) else { return nil }
    let least = slots["min"].flatMap { reader.number($0, "`min`", in: 0...10_000_000) }
    let most = slots["max"].flatMap { reader.number($0, "`max`", in: 0...10_000_000) }
    let unit = slots["unit"].flatMap { reader.choice($0, "`unit`", Assertion.Length.Unit.self) } ?? .scalars
    if !slots.hasAny(of: ["min", "max"]) {
      report.add(.emptyAssertion, at: place, "`length` has no bound", help: "write `max`, `min` or both")
    }
    if let least, let most { checkBounds(least, most, at: slots.keyPlace("min")) }
    return Assertion.Length(min: least, max: most, unit: unit)
  }

  private func checkBounds(_ least: Int, _ most: Int, at place: Place) {
    guard least > most else { return }
    report.add(.crossedBounds, at: place, "nothing is at least \(least) and at most \(most)", help: "swap the two")
  }

  /// What earlier calls must be like.
  func calls(_ node: Node, at place: Place) -> Assertion.Calls? {
    guard let slots = reader.slots(node, .calls, at: place) else { return nil }
    let tool = slots["calls"].flatMap { reader.text($0, "`calls`") }
    let least = slots["at_least"].flatMap { reader.number($0, "`at_least`", in: 0...100_000) }
    let most = slots["at_most"].flatMap { reader.number($0, "`at_most`", in: 0...100_000) }
    _ = slots["per"].flatMap { reader.choice($0, "`per`", from: ["session"]) }
    if !slots.hasAny(of: ["at_least", "at_most"]) {
      report.add(.emptyAssertion, at: place, "`calls` has no bound", help: "write `at_most`, `at_least` or both")
    }
    if let least, let most { checkBounds(least, most, at: slots.keyPlace("at_least")) }
    return tool.map { Assertion.Calls(tool: $0, atMost: most, atLeast: least) }
  }
}
