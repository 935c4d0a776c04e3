internal import ParapetPattern
internal import ParapetText

extension RuleDecoder {
  /// What a rule looks for.
  func findClauses(_ node: Node, fold: Fold) -> [FindClause] {
    guard let entries = reader.entries(node, "`find`") else { return [] }
    if entries.isEmpty { report.add(.emptyValue, at: node.place, "`find` is empty", help: "write at least one clause, or delete `find`") }
    return entries.compactMap { entry in
      let named = reader.isName(entry.name, at: entry.place, "a find clause")
      let clause = findClause(entry.value, name: entry.name, at: entry.place, fold: fold)
      return named ? clause : nil
    }
  }

  private func findClause(_ node: Node, name: String, at place: Place, fold: Fold) -> FindClause? {
    guard let slots = reader.slots(node, .findClause, at: place) else { return nil }
    let produced = producer(slots, name: name, fold: fold)
    let needs = slots["needs"].flatMap { self.needs($0, at: slots.keyPlace("needs")) }
    let validator = slots["validate"].flatMap {
      self.validator($0, "`validate`")
    }
    let context = slots["context"].flatMap { self.context($0, at: slots.keyPlace("context")) }
    let group = slots["group"].flatMap { self.group($0, slots: slots, pattern: produced?.pattern) }
    let firm = slots["firm"].flatMap { reader.flag($0, "`firm`") } ?? false
    let again = slots["again"].flatMap { reader.flag($0, "`again`") } ?? false
    let ignore = slots["ignore"].flatMap { ignored($0) } ?? []
    if slots["ignore"] != nil, slots["entity"] == nil {
      report.add(
        .misplacedModifier, at: slots.keyPlace("ignore"), "`ignore` speaks of what an `entity` leaves out, and the clause has none",
        help: "delete `ignore`")
    }
    if slots["again"] != nil, slots["pattern"] == nil, slots["entity"] == nil {
      report.add(
        .misplacedModifier, at: slots.keyPlace("again"),
        "`again` is for values that a `pattern` or an `entity` finds, and the clause has neither",
        help: "delete `again`: phrases are found wherever they stand")
    }
    guard let produced else { return nil }
    if let needs, case .pattern(let source) = produced.producer { check(needs, source, fold, at: slots.keyPlace("needs")) }
    return FindClause(
      name: name, producer: produced.producer, needs: needs, validate: validator, context: context, group: group, firm: firm,
      again: again, ignore: ignore)
  }

  /// Reports `needs` where the pattern can match without it: the clause would not be tried there.
  private func check(_ needs: FindClause.Needs, _ source: String, _ fold: Fold, at place: Place) {
    let caseless = fold.contains(.case)
    let isImplied =
      switch needs {
      case .literals(let literals): Needs.hold(source, caseless: caseless, literals: literals.map { Array(fold.apply($0).utf8) })
      case .digits(let count): Needs.hold(source, caseless: caseless, digits: count)
      }
    if isImplied { return }
    report.add(
      .needsNotImplied, at: place, "the pattern can match a text without what `needs` asks for, or it cannot be seen that it does not",
      help: "delete `needs`: the pattern says itself where it can match")
  }

  /// What an entity leaves out. Recognisers always leave these out; a rule may say so for its readers.
  private func ignored(_ node: Node) -> [String]? {
    reader.items(node, "`ignore`")?.compactMap { reader.choice($0, "`ignore`", from: ["list-marker", "citation-marker"]) }
  }

  /// The one way in which a clause produces spans, with its compiled pattern when it has one.
  private func producer(_ slots: Slots, name: String, fold: Fold) -> (producer: FindClause.Producer, pattern: Pattern?)? {
    let kinds = ["phrases", "terms", "pattern", "entity"]
    let written = kinds.filter { slots[$0] != nil }
    guard let first = written.first else {
      if slots.hasAny(of: kinds) { return nil }
      report.add(
        .noProducer, at: slots.place, "the clause `\(name)` looks for nothing", help: "write one of `phrases`, `terms`, `pattern`, `entity`"
      )
      return nil
    }
    if written.count > 1 {
      let names = written.map { "`\($0)`" }.joined(separator: " and ")
      report.add(
        .severalProducers, at: slots.keyPlace(written[1]), "the clause `\(name)` has \(names)",
        help: "a clause looks in one way; give the other a clause of its own")
    }
    guard let node = slots[first] else { return nil }
    switch first {
    case "phrases": return phrases(node, fold: fold).map { (.phrases($0), nil) }
    case "terms": return terms(node).map { (.terms(list: $0.name, $0.terms), nil) }
    case "pattern":
      return pattern(node, "`pattern`", fold: fold, mayMatchNothing: false).map { (.pattern($0.source), $0) }
    default:
      return reader.choice(node, "`entity`", from: library.entities, code: .unknownEntity).map { (.entity($0), nil) }
    }
  }

  private func phrases(_ node: Node, fold: Fold) -> [String]? {
    guard let phrases = reader.texts(node, "`phrases`") else { return nil }
    for phrase in phrases where Text(phrase).view(fold).utf8.isEmpty {
      report.add(.emptyValue, at: node.place, "nothing is left of a phrase when it is folded", help: "write visible characters")
    }
    return phrases
  }

  private func terms(_ node: Node) -> (name: String, terms: [String])? {
    guard let name = reader.text(node, "`terms`") else { return nil }
    if let terms = library.lists[name] { return (name, terms) }
    if !library.broken.contains(name) {
      report.add(
        .unknownList, at: node.place, "there is no list `\(name)`",
        help: Suggestion.help(for: name, in: library.lists.keys.sorted()) ?? "write the terms into `shared/\(name).txt`, one a line")
    }
    return nil
  }

  private func needs(_ node: Node, at place: Place) -> FindClause.Needs? {
    guard let slots = reader.slots(node, .needs, at: place) else { return nil }
    if let digits = slots["digits"], slots["any"] == nil {
      return reader.number(digits, "`digits`", in: 1...64).map { .digits($0) }
    }
    guard let any = slots["any"], slots["digits"] == nil else {
      report.add(
        .emptyNeeds, at: place, "`needs` must say one thing", help: "write `{any: [word, …]}` or `{digits: 6}`, or delete `needs`")
      return nil
    }
    guard let items = reader.items(any, "`any`") else { return nil }
    var literals: [String] = []
    for item in items {
      if case .scalar("", _) = item.kind {
        report.add(.emptyNeeds, at: item.place, "an empty literal is in every text", help: "write at least one character, or delete it")
      } else if let literal = item.scalar {
        literals.append(literal)
      } else {
        _ = reader.text(item, "`any`")
      }
    }
    return literals.isEmpty ? nil : .literals(literals)
  }

  private func context(_ node: Node, at place: Place) -> FindClause.Context? {
    guard let slots = reader.slots(node, .context, at: place) else { return nil }
    let any = slots["any"].flatMap { reader.texts($0, "`any`") }
    let within = slots["within"].flatMap { reader.number($0, "`within`", in: 1...10_000) }
    let side = slots["side"].map { reader.choice($0, "`side`", FindClause.Context.Side.self) } ?? .either
    guard let any, let within, let side else { return nil }
    return FindClause.Context(any: any, within: within, side: side)
  }

  private func group(_ node: Node, slots: Slots, pattern: Pattern?) -> FindClause.Group? {
    guard slots["pattern"] != nil else {
      report.add(
        .misplacedModifier, at: slots.keyPlace("group"), "`group` names a capture of a `pattern`, and the clause has none",
        help: "delete `group`, or find by `pattern`")
      return nil
    }
    guard let word = reader.text(node, "`group`"), let pattern else { return nil }
    if let number = Int(word) {
      if number >= 0, number <= pattern.groupCount { return .number(number) }
      report.add(
        .unknownGroup, at: node.place, "the pattern has no group \(word)",
        help: pattern.groupCount == 0 ? "put the part to be found in `(…)`" : "it has \(pattern.groupCount)")
      return nil
    }
    if pattern.group(named: word) != nil { return .name(word) }
    report.add(.unknownGroup, at: node.place, "the pattern has no group `\(word)`", help: "put the part to be found in `(?<\(word)>…)`")
    return nil
  }
}
