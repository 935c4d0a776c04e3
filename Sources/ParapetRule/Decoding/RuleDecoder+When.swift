extension RuleDecoder {
  /// To which events a rule applies.
  func applicability(_ node: Node, at place: Place) -> Applicability? {
    guard let slots = reader.slots(node, .when, at: place) else { return nil }
    var result = Applicability(stages: [])
    for item in slots["stage"].flatMap({ reader.items($0, "`stage`") }) ?? [] {
      guard let stage = reader.choice(item, "`stage`", Stage.self) else { continue }
      if result.stages.contains(stage) {
        report.add(.repeatedValue, at: item.place, "`\(stage.rawValue)` stands twice in `stage`", help: "delete one of them")
      }
      result.stages.append(stage)
    }
    result.channels = names(slots["channel"], "`channel`")
    result.purposes = names(slots["purpose"], "`purpose`")
    result.regions = names(slots["region"], "`region`")
    result.formats = names(slots["format"], "`format`")
    result.tools = slots["tool"].flatMap { reader.texts($0, "`tool`") } ?? []
    if let facts = slots["facts"] {
      (result.requiredFacts, result.facts) = neededFacts(facts)
    }
    return result.stages.isEmpty ? nil : result
  }

  private func names(_ node: Node?, _ what: String) -> [String] {
    guard let node, let words = reader.texts(node, what) else { return [] }
    return words.filter { reader.isName($0, at: node.place, what, dotted: true) }
  }

  /// `[context]` asks that a fact be there; `{product.type: [deposit]}` that it be one of some values.
  private func neededFacts(_ node: Node) -> (required: [String], conditions: [FactCondition]) {
    if node.entries != nil { return ([], factConditions(node, "`facts`")) }
    var required: [String] = []
    var conditions: [FactCondition] = []
    for item in reader.items(node, "`facts`") ?? [] {
      if item.entries != nil {
        conditions += factConditions(item, "`facts`")
      } else if let path = reader.name(item, "a fact", dotted: true) {
        required.append(path)
      }
    }
    return (required, conditions)
  }

  /// Facts that must each have one of some values.
  func factConditions(_ node: Node, _ what: String) -> [FactCondition] {
    (reader.entries(node, what) ?? []).compactMap { entry in
      guard reader.isName(entry.name, at: entry.place, "a fact", dotted: true),
        let values = reader.texts(entry.value, "`\(entry.name)`")
      else { return nil }
      return FactCondition(path: entry.name, values: values)
    }
  }
}
