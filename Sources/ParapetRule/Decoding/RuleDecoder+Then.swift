extension RuleDecoder {
  /// The keys that each action has besides `action` and `obligations`.
  private static let options: [Action.Kind: [String]] = [
    .flag: ["hint"], .mask: ["keep", "with", "replace"], .rewrite: ["with", "otherwise"], .append: ["text", "at"],
    .hold: ["for", "hint", "reply"],
    .refuse: ["reply", "hint"],
  ]
  static let action = Shape("an action", "action! keep with replace text at for hint reply otherwise obligations")

  /// What a rule does: one action, or one for each declared format.
  func consequence(_ node: Node, hasFind: Bool, hasRequire: Bool, at place: Place) -> Then? {
    guard let entries = reader.entries(node, "`then`") else { return nil }
    let isByFormat = node["action"] == nil && !entries.isEmpty && entries.allSatisfy { $0.value.entries != nil }
    guard isByFormat else {
      guard let standard = action(node, hasFind: hasFind, at: place) else { return nil }
      var then = Then(standard: standard, byFormat: [:])
      then.otherwise["other"] = otherwise(node, mayMend: hasRequire && !hasFind)
      return then
    }
    var then = Then(standard: nil, byFormat: [:])
    for entry in entries {
      guard reader.isName(entry.name, at: entry.place, "a format"), let action = action(entry.value, hasFind: hasFind, at: entry.place)
      else { continue }
      if entry.name == "other" { then.standard = action } else { then.byFormat[entry.name] = action }
      then.otherwise[entry.name] = otherwise(entry.value, mayMend: hasRequire && !hasFind)
    }
    return then
  }

  /// What is done where the rewriting has not made the requirement hold.
  private func otherwise(_ node: Node, mayMend: Bool) -> Action? {
    guard let entry = node.entries?.first(where: { $0.name == "otherwise" }) else { return nil }
    guard mayMend else {
      report.add(
        .otherwiseWithoutRequire, at: entry.place, "`otherwise` is for a rule that has a `require` and no `find`",
        help: "say by `require` what the rewritten text must be, or delete `otherwise`")
      return nil
    }
    guard let action = action(entry.value, hasFind: false, at: entry.place) else { return nil }
    if action.kind == .hold || action.kind == .refuse || action.kind == .flag { return action }
    report.add(
      .foreignOption, at: entry.place, "`otherwise` cannot be `\(action.kind.rawValue)`", help: "write `hold`, `refuse` or `flag`")
    return nil
  }

  private func action(_ node: Node, hasFind: Bool, at place: Place) -> Action? {
    guard let slots = reader.slots(node, RuleDecoder.action, at: place) else { return nil }
    let obligations = slots["obligations"].map { self.obligations($0) } ?? []
    guard let kind = slots["action"].flatMap({ reader.choice($0, "`action`", Action.Kind.self) }) else { return nil }
    let allowed = RuleDecoder.options[kind] ?? []
    for entry in node.entries ?? [] where RuleDecoder.action.names.contains(entry.name) {
      guard entry.name != "action", entry.name != "obligations", !allowed.contains(entry.name) else { continue }
      report.add(
        .foreignOption, at: entry.place, "`\(kind.rawValue)` has no `\(entry.name)`",
        help: "it has " + (allowed + ["obligations"]).map { "`\($0)`" }.joined(separator: ", "))
    }
    if kind == .mask, !hasFind {
      report.add(
        .maskWithoutFind, at: slots.keyPlace("action"), "`mask` hides what `find` has found, and the rule has no `find`",
        help: "add a `find`, or choose another action")
    }
    var action = Action(
      kind: kind, mask: .init(keep: (0, 0), with: "*", replacement: nil), transform: nil, text: nil, reply: nil, purpose: nil,
      hint: slots["hint"].flatMap { hint($0) }, obligations: obligations)
    switch kind {
    case .flag: break
    case .mask: action.mask = mask(slots)
    case .rewrite: action.transform = transform(slots)
    case .append:
      action.text = addition(slots)
      action.position = slots["at"].flatMap { position($0, hasFind: hasFind) } ?? .end
    case .hold:
      action.purpose = slots["for"].flatMap { reader.choice($0, "`for`", from: ["regenerate", "review"]) }
      action.reply = reply(slots) ?? "held"
    case .refuse: action.reply = reply(slots) ?? "refused"
    }
    return action
  }

  private func mask(_ slots: Slots) -> Action.Mask {
    var mask = Action.Mask(keep: (0, 0), with: "*", replacement: nil)
    if let replace = slots["replace"] {
      mask.replacement = reader.text(replace, "`replace`")
      if slots["keep"] != nil || slots["with"] != nil {
        let other = slots["keep"] != nil ? "keep" : "with"
        report.add(
          .maskTwice, at: slots.keyPlace(other), "`replace` hides the whole value, so `\(other)` means nothing",
          help: "delete one of the two")
      }
    }
    if let keep = slots["keep"] { mask.keep = self.keep(keep) }
    if let with = slots["with"], let text = reader.text(with, "`with`") {
      if text.unicodeScalars.count == 1 {
        mask.with = text
      } else {
        report.add(
          .badKeep, at: with.place, "`with` stands for each hidden character, so it is one character",
          help: "use `replace` for a longer text")
      }
    }
    return mask
  }

  private func keep(_ node: Node) -> (first: Int, last: Int) {
    let numbers = (node.items ?? []).compactMap { item in item.scalar.flatMap { Int($0) } }
    if let items = node.items, items.count == 2, numbers.count == 2, numbers.allSatisfy({ (0...64).contains($0) }) {
      return (numbers[0], numbers[1])
    }
    report.add(
      .badKeep, at: node.place, "`keep` says how many characters stay at the start and at the end",
      help: "write two numbers from 0 to 64, such as `[4, 4]`")
    return (0, 0)
  }

  private func transform(_ slots: Slots) -> String? {
    guard let with = slots["with"] else {
      report.add(
        .missingPartner, at: slots.keyPlace("action"), "`rewrite` does not say how",
        help: "write a transform, such as `with: strip-markdown`")
      return nil
    }
    return reader.choice(with, "`with`", from: library.transforms, code: .unknownTransform)
  }

  /// One text for both languages, or one for each.
  private func addition(_ slots: Slots) -> LocalizedText? {
    guard let node = slots["text"] else {
      report.add(
        .missingPartner, at: slots.keyPlace("action"), "`append` does not say what", help: "write `text: \"…\"` or `text: {zh: …, en: …}`")
      return nil
    }
    if node.entries != nil { return reader.localized(node, "`text`", shape: .addition, at: slots.keyPlace("text")) }
    return reader.text(node, "`text`").map { LocalizedText(zh: $0, en: $0) }
  }

  private func position(_ node: Node, hasFind: Bool) -> Action.Position? {
    let position = reader.choice(node, "`at`", Action.Position.self)
    if position == .paragraph, !hasFind {
      report.add(
        .missingPartner, at: node.place, "`paragraph` is that of what `find` has found, and the rule has no `find`",
        help: "add a `find`, or write `at: end`")
    }
    return position
  }

  private func hint(_ node: Node) -> String? {
    guard let key = reader.name(node, "a hint"), let hints = library.hints else { return reader.name(node, "a hint") }
    if hints[key] == nil {
      report.add(
        .unknownHint, at: node.place, "`hints.yaml` has no hint `\(key)`",
        help: Suggestion.help(for: key, in: hints.keys.sorted()) ?? "add it to `hints.yaml`")
    }
    return key
  }

  private func reply(_ slots: Slots) -> String? {
    guard let node = slots["reply"], let key = reader.text(node, "`reply`") else { return nil }
    guard let replies = library.replies else { return key }
    if replies[key] == nil {
      report.add(
        .unknownReply, at: node.place, "`replies.yaml` has no reply `\(key)`",
        help: Suggestion.help(for: key, in: replies.keys.sorted()) ?? "add it to `replies.yaml`")
    }
    return key
  }

  private func obligations(_ node: Node) -> [Action.Obligation] {
    (reader.items(node, "`obligations`", orOne: false) ?? []).compactMap { item in
      guard let slots = reader.slots(item, .obligation) else { return nil }
      let kind = slots["kind"].flatMap { reader.choice($0, "`kind`", Action.Obligation.Kind.self) }
      let queue = slots["queue"].flatMap { reader.text($0, "`queue`") }
      let hours = slots["within_hours"].flatMap { reader.number($0, "`within_hours`", in: 1...8_760) }
      return kind.map { Action.Obligation(kind: $0, queue: queue, withinHours: hours) }
    }
  }
}
