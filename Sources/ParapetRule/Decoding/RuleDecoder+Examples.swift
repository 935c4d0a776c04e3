internal import ParapetFormat

extension RuleDecoder {
  /// The examples of a rule: at least one hit and one miss.
  func examples(_ node: Node, clauses: ClauseNames, at place: Place) -> [Example] {
    if case .sequence(let items) = node.kind, items.isEmpty {
      report.add(
        .noExamples, at: node.place, "the rule has no examples",
        help: "write at least one `hit` and one `miss`: they are the rule's documentation and its test")
      return []
    }
    guard let items = reader.items(node, "`examples`", orOne: false) else { return [] }
    let examples = items.flatMap { example($0, clauses: clauses) }
    // An example that cannot be read may be the one that is looked for.
    guard items.allSatisfy({ $0.entries != nil }) else { return examples }
    func has(_ keys: String...) -> Bool { items.contains { item in keys.contains { item[$0] != nil } } }
    if !has("hit", "hits") {
      report.add(.noHit, at: place, "no example shows what the rule finds", help: "add a `hit`")
    }
    if !has("miss", "misses") {
      report.add(
        .noMiss, at: place, "no example shows what the rule leaves alone", help: "add a `miss`: a text that looks alike and is harmless")
    }
    return examples
  }

  private func example(_ node: Node, clauses: ClauseNames) -> [Example] {
    guard let slots = reader.slots(node, .example) else { return [] }
    let keys: [(key: String, kind: Example.Kind)] = [
      ("hit", .hit), ("hits", .hit), ("miss", .miss), ("misses", .miss), ("gap", .gap),
    ]
    let written = keys.filter { slots[$0.key] != nil }
    guard let (key, kind) = written.first, let value = slots[key] else {
      report.add(.unclearExample, at: slots.place, "the example does not say what it shows", help: "write `hit`, `miss` or `gap`")
      return []
    }
    if written.count > 1 {
      report.add(
        .unclearExample, at: slots.keyPlace(written[1].key), "the example is both `\(key)` and `\(written[1].key)`",
        help: "make two examples of it")
    }
    let frame = frame(slots, kind: kind, at: value.place)
    if slots["tool"] != nil, value.items != nil, key == "hit" {
      return [with(frame) { $0.clauses = clauseNames(value, clauses: clauses) }]
    }
    if slots["tool"] != nil, value.scalar == "true" { return [frame] }
    guard let items = key == "hit" || key == "miss" ? [value] : reader.items(value, "`\(key)`") else { return [] }
    return items.compactMap { item in
      guard let text = reader.text(item, "`\(key)`") else { return nil }
      checkMarks(item, text, kind: kind, marksExpected: clauses.hasFind)
      return with(frame) {
        $0.text = text
        $0.line = item.place.line
        $0.column = item.place.column
      }
    }
  }

  private func with(_ example: Example, _ change: (inout Example) -> Void) -> Example {
    var copy = example
    change(&copy)
    return copy
  }

  /// Everything of an example but its text.
  private func frame(_ slots: Slots, kind: Example.Kind, at place: Place) -> Example {
    func text(_ key: String) -> String? { slots[key].flatMap { reader.text($0, "`\(key)`") } }
    func name(_ key: String) -> String? { slots[key].flatMap { reader.name($0, "`\(key)`", dotted: true) } }
    func object(_ key: String) -> Node? {
      slots[key].flatMap { reader.entries($0, "`\(key)`") == nil ? nil : $0 }
    }
    var facts: [JSON.Member] = []
    for key in ["channel", "purpose", "region", "format"] {
      if let word = name(key) { facts.append(JSON.Member(name: key, value: JSON(.string(word)))) }
    }
    if case .object(let members)? = object("facts")?.nestedJSON.value { facts += members }
    return Example(
      kind: kind, text: nil, clauses: [], out: slots["out"]?.scalar ?? text("out"),
      decision: slots["decision"].flatMap { reader.choice($0, "`decision`", from: ["pass", "modify", "hold", "refuse"]) }, why: text("why"),
      passages: slots["context"].map { passages($0) } ?? [], input: text("input"), facts: JSON(.object(facts)),
      stage: slots["stage"].flatMap { reader.choice($0, "`stage`", Stage.self) }, tool: text("tool"), args: object("args")?.json,
      session: object("session")?.json,
      registers: slots["registers"].map { RegisterDecoder(report: report, date: library.date).samples($0) } ?? [], line: place.line,
      column: place.column)
  }

  private func passages(_ node: Node) -> [Example.Passage] {
    (reader.items(node, "`context`") ?? []).compactMap { item in
      guard item.entries != nil else { return reader.text(item, "`context`").map { Example.Passage(id: nil, text: $0, asOf: nil) } }
      guard let slots = reader.slots(item, .passage), let text = slots["text"].flatMap({ reader.text($0, "`text`") }) else { return nil }
      return Example.Passage(
        id: slots["id"].flatMap { reader.text($0, "`id`") }, text: text, asOf: slots["as_of"].flatMap { reader.date($0, "`as_of`") })
    }
  }

  private func clauseNames(_ node: Node, clauses: ClauseNames) -> [String] {
    (reader.items(node, "`hit`") ?? []).compactMap { item in
      guard let name = reader.text(item, "`hit`") else { return nil }
      let known = clauses.find + clauses.require + clauses.find.map { "find." + $0 } + clauses.require.map { "require." + $0 }
      if !clauses.isComplete || known.contains(where: { $0.isSame(as: name) }) { return name }
      report.add(
        .unknownClause, at: item.place, "the rule has no clause `\(name)`",
        help: Suggestion.help(for: name, in: clauses.find + clauses.require))
      return nil
    }
  }

  /// Whether `⟦ ⟧` stand in pairs, and only where something is to be found.
  private func checkMarks(_ node: Node, _ text: String, kind: Example.Kind, marksExpected: Bool) {
    var open: Int?
    var pairs = 0
    var offset = 0
    func at(_ offset: Int) -> Place { node.place(ofUTF8Offset: offset) }
    for scalar in text.unicodeScalars {
      defer { offset += UTF8.width(scalar) }
      if scalar == "⟦" {
        if open != nil {
          report.add(
            .nestedMarks, at: at(offset), "a mark opens inside another", help: "marked spans do not overlap; close the first with `⟧`")
          return
        }
        open = offset
      } else if scalar == "⟧" {
        guard let start = open else {
          report.add(.unbalancedMarks, at: at(offset), "a mark closes that was not opened", help: "write `⟦` before the expected span")
          return
        }
        if offset == start + UTF8.width("⟦" as Unicode.Scalar) {
          report.add(.emptyMarks, at: at(start), "the marks hold nothing", help: "put the expected span between `⟦` and `⟧`")
        }
        pairs += 1
        open = nil
      }
    }
    if let open {
      report.add(.unbalancedMarks, at: at(open), "a mark opens and is not closed", help: "write `⟧` behind the expected span")
      return
    }
    switch kind {
    case .miss where pairs > 0:
      report.add(.markedMiss, at: node.place, "a miss finds nothing, so it marks nothing", help: "delete the marks, or make it a `hit`")
    case .hit where pairs == 0 && marksExpected:
      report.add(.unmarkedHit, at: node.place, "the hit does not show what is found", help: "put `⟦ ⟧` around the expected span")
    case .gap where pairs == 0 && marksExpected:
      report.add(
        .unmarkedGap, at: node.place, "the gap does not show what should be found", help: "put `⟦ ⟧` around the span that is missed")
    default: break
    }
  }
}
