internal import ParapetText

/// What an assertion must know of the rule that it stands in.
struct RequirementSetting {
  let fold: Fold
  let hasFind: Bool
  let when: Applicability?
}

extension RuleDecoder {
  /// The kinds of assertion, by their keys.
  static let assertionKinds = [
    "grounded", "registered", "json", "csv", "table", "xml", "values", "disclosed", "matches", "valid", "reasoned", "length", "arg",
    "calls",
  ]

  /// What must hold.
  func requirement(_ node: Node, _ setting: RequirementSetting) -> Requirement? {
    guard let entries = reader.entries(node, "`require`") else { return nil }
    if let key = entries.first(where: { ["arg", "calls"].contains($0.name) }) {
      return assertion(of: key.name, node, setting, at: key.place).map { .assertion(name: key.name, $0) }
    }
    guard let only = entries.first, entries.count == 1 else {
      report.add(
        .unclearAssertion, at: entries.last?.place ?? node.place,
        entries.isEmpty ? "`require` is empty" : "`require` must hold one thing, and has \(entries.count)",
        help: "combine assertions by `all: {…}` or `any: {…}`")
      return nil
    }
    if only.name == "all" || only.name == "any" { return group(only, setting) }
    guard RuleDecoder.assertionKinds.contains(only.name) else {
      report.add(
        .unknownKey, at: only.place, "`require` has no assertion `\(only.name)`",
        help: Suggestion.help(for: only.name, in: RuleDecoder.assertionKinds + ["all", "any"]))
      return nil
    }
    return assertion(of: only.name, only.value, setting, at: only.place).map { .assertion(name: only.name, $0) }
  }

  private func group(_ entry: Node.Entry, _ setting: RequirementSetting) -> Requirement? {
    guard let entries = reader.entries(entry.value, "`\(entry.name)`") else { return nil }
    if entries.isEmpty {
      report.add(.emptyValue, at: entry.value.place, "`\(entry.name)` is empty", help: "write at least one assertion")
    }
    let members = entries.compactMap { member($0, setting) }
    guard members.count == entries.count, !members.isEmpty else { return nil }
    return entry.name == "all" ? .all(members) : .any(members)
  }

  /// One entry of `all` or `any`: a kind of assertion, a further group, or a name with one of those inside.
  private func member(_ entry: Node.Entry, _ setting: RequirementSetting) -> Requirement? {
    if entry.name == "all" || entry.name == "any" { return group(entry, setting) }
    let direct = RuleDecoder.assertionKinds.contains(entry.name) && entry.name != "arg" && entry.name != "calls"
    if direct { return assertion(of: entry.name, entry.value, setting, at: entry.place).map { .assertion(name: entry.name, $0) } }
    guard reader.isName(entry.name, at: entry.place, "an assertion"), let inner = reader.entries(entry.value, "`\(entry.name)`") else {
      return nil
    }
    if let key = inner.first(where: { ["arg", "calls"].contains($0.name) }) {
      return assertion(of: key.name, entry.value, setting, at: entry.place).map { .assertion(name: entry.name, $0) }
    }
    guard let only = inner.first, inner.count == 1 else {
      if let kind = Suggestion.nearest(to: entry.name, in: RuleDecoder.assertionKinds) {
        report.add(.unknownKey, at: entry.place, "there is no assertion `\(entry.name)`", help: "did you mean `\(kind)`?")
        return nil
      }
      report.add(
        .unclearAssertion, at: entry.place, "`\(entry.name)` must hold one assertion", help: "write one of " + RuleDecoder.kindList)
      return nil
    }
    if only.name == "all" || only.name == "any" { return group(only, setting) }
    guard RuleDecoder.assertionKinds.contains(only.name) else {
      report.add(
        .unknownKey, at: only.place, "`\(entry.name)` has no assertion `\(only.name)`",
        help: Suggestion.help(for: only.name, in: RuleDecoder.assertionKinds + ["all", "any"]))
      return nil
    }
    return assertion(of: only.name, only.value, setting, at: only.place).map { .assertion(name: entry.name, $0) }
  }

  private func needsFind(_ kind: String, _ setting: RequirementSetting, at place: Place) {
    guard !setting.hasFind else { return }
    report.add(
      .groundedWithoutFind, at: place, "`\(kind)` judges what `find` has found, and the rule has no `find`",
      help: "find the figures first: `find: {figure: {entity: quantity}}`")
  }

  private static var kindList: String { assertionKinds.map { "`\($0)`" }.joined(separator: ", ") }

  private func assertion(of kind: String, _ node: Node, _ setting: RequirementSetting, at place: Place) -> Assertion? {
    switch kind {
    case "grounded":
      needsFind(kind, setting, at: place)
      return grounded(node, at: place).map { .grounded($0) }
    case "registered":
      if !setting.hasFind {
        report.add(
          .groundedWithoutFind, at: place, "`registered` judges what `find` has found, and the rule has no `find`",
          help: "find the claims first: `find: {number: {entity: document-number}}`")
      }
      return registered(node, at: place).map { .registered($0) }
    case "json": return json(node, at: place)
    case "csv", "table", "xml": return document(kind, node, at: place).map { .document($0) }
    case "values": return reader.texts(node, "`values`").map { .values($0) }
    case "disclosed": return disclosed(node, setting, at: place).map { .disclosed($0) }
    case "matches": return matches(node, setting, at: place)
    case "valid":
      needsFind(kind, setting, at: place)
      return validator(node, "`valid`").map { .valid($0) }
    case "reasoned": return reasoned(node, at: place)
    case "length": return length(node, at: place).map { .length($0) }
    case "arg", "calls":
      if let when = setting.when, !when.stages.contains(.toolCall) {
        report.add(
          .toolAssertionElsewhere, at: place, "`\(kind)` looks at a tool call, and the rule does not apply to stage `tool-call`",
          help: "add `tool-call` to `when.stage`")
      }
      return kind == "arg" ? argument(node, setting, at: place).map { .arg($0) } : calls(node, at: place).map { .calls($0) }
    default: return nil
    }
  }
}
