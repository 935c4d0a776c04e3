/// Makes a profile of a tree. Whether its overrides can be applied is for `Tuning`.
struct ProfileDecoder {
  let report: Report
  var reader: Reader { Reader(report: report) }

  /// The profile in `root` and the nodes of its expected errors, or nil when it cannot be used at all.
  func profile(_ root: Node, file: String) -> (profile: Profile, errors: [Node])? {
    guard let slots = reader.slots(root, .profile) else { return nil }
    let id = slots["profile"].flatMap { identity($0, file: file) }
    let version = slots["version"].flatMap { reader.version($0) }
    let title = slots["title"].flatMap { reader.localized($0, "`title`", at: slots.keyPlace("title")) }
    let owner = slots["owner"].flatMap { reader.text($0, "`owner`") }
    if let reviewed = slots["reviewed"] { _ = reader.date(reviewed, "`reviewed`") }
    let select = slots["select"].flatMap { reader.texts($0, "`select`") }
    var overrides = slots["override"].map { self.overrides($0, channel: nil) } ?? []
    var channels: [String] = []
    for entry in slots["channels"].flatMap({ reader.entries($0, "`channels`") }) ?? [] {
      guard reader.isName(entry.name, at: entry.place, "a channel") else { continue }
      channels.append(entry.name)
      guard let inner = reader.slots(entry.value, .channel, at: entry.place), let node = inner["override"] else { continue }
      overrides += self.overrides(node, channel: entry.name)
    }
    let examples = slots["examples"].flatMap { reader.items($0, "`examples`", orOne: false) }?.compactMap {
      example($0, channels: channels)
    }
    let errors = slots["errors"].flatMap { reader.items($0, "`errors`", orOne: false) } ?? []
    guard let id, let version, let title, let owner, let select else { return nil }
    let profile = Profile(
      id: id, version: version, title: title, owner: owner, select: select, selectPlaces: places(slots["select"]), channels: channels,
      overrides: overrides,
      examples: examples ?? [], file: file)
    return (profile, errors)
  }

  private func places(_ node: Node?) -> [String: Place] {
    guard let node else { return [:] }
    var places: [String: Place] = [:]
    for item in node.items ?? [node] { if let text = item.scalar { places[text] = item.place } }
    return places
  }

  private func identity(_ node: Node, file: String) -> String? {
    guard let id = reader.name(node, "a profile", dotted: true) else { return nil }
    let expected = RulePath.id(of: file, dropping: "profiles")
    guard id.isSame(as: expected) else {
      report.add(
        .idNotPath, at: node.place, "the profile `\(id)` is not the path of the file",
        help: "write `profile: \(expected)`, or move the file to `profiles/\(id).yaml`")
      return nil
    }
    return id
  }

  /// The overrides in a list.
  func overrides(_ node: Node, channel: String?) -> [Profile.Override] {
    (reader.items(node, "`override`", orOne: false) ?? []).compactMap { override($0, channel: channel) }
  }

  private func override(_ node: Node, channel: String?) -> Profile.Override? {
    guard let slots = reader.slots(node, .override) else { return nil }
    var changes: [RuleChange] = []
    for (key, kind) in [("replace", RuleChange.Kind.replace), ("append", .append)] {
      for entry in slots[key].flatMap({ reader.entries($0, "`\(key)`") }) ?? [] {
        changes.append(RuleChange(kind: kind, path: entry.name, place: entry.place, value: entry.value))
      }
    }
    for item in slots["remove"].flatMap({ reader.items($0, "`remove`") }) ?? [] {
      guard let path = reader.text(item, "`remove`") else { continue }
      changes.append(RuleChange(kind: .remove, path: path, place: item.place, value: nil))
    }
    if !slots.hasAny(of: ["replace", "append", "remove"]) {
      report.add(
        .overrideChangesNothing, at: slots.place, "the override changes nothing",
        help: "write `replace`, `append` or `remove`, or delete it")
    }
    let why = slots["why"].flatMap { reader.text($0, "`why`") }
    let until = slots["until"].flatMap { reader.date($0, "`until`") }
    // An end that cannot be read must not turn into no end.
    if slots["until"] != nil, until == nil { return nil }
    guard let rule = slots["rule"], let name = reader.text(rule, "`rule`") else { return nil }
    return Profile.Override(
      rule: name, channel: channel, why: why ?? "", until: until, file: node.place.source.path, line: slots.place.line,
      column: slots.place.column, changes: changes, rulePlace: rule.place, untilPlace: slots["until"]?.place)
  }

  private func example(_ node: Node, channels: [String]) -> Profile.Example? {
    guard let slots = reader.slots(node, .profileExample) else { return nil }
    let text = slots["text"].flatMap { reader.text($0, "`text`") }
    let stage = slots["stage"].map { reader.choice($0, "`stage`", Stage.self) } ?? .output
    let why = slots["why"].flatMap { reader.text($0, "`why`") }
    var expect: [(channel: String, decision: String)] = []
    let decisions = ["pass", "modify", "hold", "refuse"]
    if let node = slots["expect"], node.scalar != nil {
      if let decision = reader.choice(node, "`expect`", from: decisions) { expect.append(("base", decision)) }
    } else if let node = slots["expect"] {
      for entry in reader.entries(node, "`expect`") ?? [] {
        if entry.name != "base", !channels.contains(entry.name) {
          report.add(
            .unknownChannel, at: entry.place, "the profile has no channel `\(entry.name)`",
            help: Suggestion.help(for: entry.name, in: channels + ["base"]))
        }
        if let decision = reader.choice(entry.value, "`expect`", from: decisions) { expect.append((entry.name, decision)) }
      }
    }
    guard let text, let stage else { return nil }
    return Profile.Example(text: text, stage: stage, expect: expect, why: why, line: slots.place.line)
  }
}
