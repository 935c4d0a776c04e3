/// One change that an override makes to a rule's tree.
struct RuleChange: Sendable {
  /// What is done.
  enum Kind: String, Sendable { case replace, append, remove }

  let kind: Kind
  /// The slot, such as `find.promise.phrases`.
  let path: String
  /// Where the path is written.
  let place: Place
  /// The new value; nil for a removal.
  let value: Node?

  /// Slots that a profile may tune. The others say what the rule is and who answers for it.
  static let tunable = ["severity", "mode", "when", "fold", "find", "unless", "require", "then", "evidence", "on_error", "on_missing"]

  /// The tree of a rule with this change made, or nil, reported.
  func applied(to root: Node, report: Report) -> Node? {
    let steps = path.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    guard let slot = steps.first, Shape.rule.names.contains(slot) else {
      report.add(
        .unknownPath, at: place, "a rule has no slot `\(steps.first ?? path)`",
        help: Suggestion.help(for: steps.first ?? path, in: RuleChange.tunable))
      return nil
    }
    guard RuleChange.tunable.contains(slot) else {
      report.add(
        .fixedSlot, at: place, "a profile cannot change `\(slot)`", help: "change the rule itself, or write another rule")
      return nil
    }
    do {
      return try changed(root, steps[...], parent: "")
    } catch {
      report.add(error.code, at: place, error.message, help: error.help)
      return nil
    }
  }

  private struct Refusal: Error {
    let code: DiagnosticCode
    let message: String
    let help: String?
  }

  /// Mappings whose keys are names that people give, so that a name that is not there was probably misspelled.
  private static let named = ["find", "unless", "all", "any", "facts"]

  /// A key may itself hold points (`product.type`), so every way of cutting the path is tried, the shortest key first.
  private func changed(_ node: Node, _ steps: ArraySlice<String>, parent: String) throws(Refusal) -> Node {
    guard let entries = node.entries else { throw notThere(steps.joined(separator: "."), in: parent, known: []) }
    var refusal: Refusal?
    for count in steps.indices.map({ $0 - steps.startIndex + 1 }) {
      let name = steps.prefix(count).joined(separator: ".")
      guard let index = entries.firstIndex(where: { $0.name.isSame(as: name) }) else { continue }
      do {
        return try changed(node, entries, at: index, rest: steps.dropFirst(count))
      } catch {
        refusal = refusal ?? error
      }
    }
    if let refusal { throw refusal }
    let name = steps.joined(separator: ".")
    let mayAdd = kind == .append || (kind == .replace && !RuleChange.named.contains(parent))
    guard steps.count == 1, mayAdd, let value else { throw notThere(name, in: parent, known: entries.map(\.name)) }
    return Node(kind: .mapping(entries + [Node.Entry(name: name, place: place, value: value)]), place: node.place)
  }

  private func changed(_ node: Node, _ entries: [Node.Entry], at index: Int, rest: ArraySlice<String>) throws(Refusal) -> Node {
    var result = entries
    if !rest.isEmpty {
      result[index].value = try changed(entries[index].value, rest, parent: entries[index].name)
    } else if kind == .remove {
      result.remove(at: index)
    } else if let value {
      let new = kind == .append ? try joined(entries[index].value, value) : value
      result[index] = Node.Entry(name: entries[index].name, place: place, value: new)
    }
    return Node(kind: .mapping(result), place: node.place)
  }

  private func joined(_ old: Node, _ new: Node) throws(Refusal) -> Node {
    switch (old.kind, new.kind) {
    case (.mapping(let a), .mapping(let b)):
      if let twice = b.first(where: { entry in a.contains { $0.name.isSame(as: entry.name) } }) {
        throw Refusal(
          code: .cannotAppend, message: "`\(path)` already has `\(twice.name)`", help: "use `replace: {\(path).\(twice.name): …}`")
      }
      return Node(kind: .mapping(a + b), place: old.place)
    case (.mapping, _), (_, .mapping), (.unreadable, _), (_, .unreadable):
      throw Refusal(
        code: .cannotAppend, message: "`\(path)` is \(old.kindName), and \(new.kindName) cannot be appended to it", help: "use `replace`")
    default:
      return Node(kind: .sequence((old.items ?? [old]) + (new.items ?? [new])), place: old.place)
    }
  }

  private func notThere(_ name: String, in parent: String, known: [String]) -> Refusal {
    let first = String(name.prefix { $0 != "." })
    return Refusal(
      code: .unknownPath, message: "the rule has no `\(path)`: nothing is called `\(first)`" + (parent.isEmpty ? "" : " in `\(parent)`"),
      help: Suggestion.help(for: first, in: known))
  }
}
