import ParapetEntity
import ParapetFormat
import ParapetRule

/// Values of one kind.
extension FixtureDecoder {
  mutating func add(_ code: DiagnosticCode, at node: Node, _ message: String, help: String?) {
    diagnostics.append(Diagnostic(code: code, at: node.place, message: message, help: help))
  }

  /// The entries of a mapping by key; nil when it is no mapping or lacks a key.
  mutating func mapping(_ node: Node, of what: String, allowed: [String], required: [String]) -> [String: Node]? {
    guard let entries = node.entries else {
      if case .unreadable = node.kind {
      } else {
        add(.wrongKind, at: node, "\(what) is a mapping of keys", help: FixtureDecoder.list(allowed))
      }
      return nil
    }
    var keys: [String: Node] = [:]
    for entry in entries {
      if allowed.contains(entry.name) {
        keys[entry.name] = entry.value
      } else {
        diagnostics.append(
          Diagnostic(
            code: .unknownKey, at: entry.place, message: "`\(entry.name)` is not a key of \(what)", help: FixtureDecoder.list(allowed)))
      }
    }
    let missing = required.filter { keys[$0] == nil }
    for name in missing { add(.missingSlot, at: node, "\(what) needs `\(name)`", help: FixtureDecoder.list(allowed)) }
    return missing.isEmpty ? keys : nil
  }

  private static func list(_ names: [String]) -> String { "there is " + names.map { "`\($0)`" }.joined(separator: ", ") }

  mutating func text(_ node: Node?) -> String? {
    guard let node else { return nil }
    if case .unreadable = node.kind { return nil }
    if let scalar = node.scalar { return scalar }
    add(.wrongKind, at: node, "this is one text", help: nil)
    return nil
  }

  mutating func items(_ node: Node?) -> [Node]? {
    guard let node else { return nil }
    if case .unreadable = node.kind { return nil }
    if let items = node.items { return items }
    add(.wrongKind, at: node, "this is a list", help: "write `[…]`, or a line with `- ` for each")
    return nil
  }

  mutating func flag(_ node: Node?) -> Bool? {
    guard let node, let written = text(node) else { return nil }
    if written == "true" || written == "false" { return written == "true" }
    add(.notABoolean, at: node, "this is `true` or `false`", help: nil)
    return nil
  }

  mutating func choice<Value: RawRepresentable & CaseIterable>(
    _ node: Node?, among type: Value.Type
  ) -> Value? where Value.RawValue == String {
    guard let node, let written = text(node) else { return nil }
    if let value = Value(rawValue: written) { return value }
    add(.unknownValue, at: node, "`\(written)` is not known here", help: FixtureDecoder.list(Value.allCases.map(\.rawValue)))
    return nil
  }

  /// Two numbers, first and behind the last, in Unicode scalars.
  mutating func span(_ node: Node) -> Range<Int>? {
    guard let items = items(node) else { return nil }
    let numbers = items.compactMap { $0.scalar.flatMap { Int($0) } }
    if numbers.count == 2, items.count == 2, 0 <= numbers[0], numbers[0] <= numbers[1] { return numbers[0]..<numbers[1] }
    add(.notANumber, at: node, "a span is `[first, end]` in characters from 0, the end not included", help: nil)
    return nil
  }

  mutating func registers(_ node: Node) -> [Register] {
    let (registers, problems) = Register.samples(in: node)
    diagnostics += problems
    return registers
  }

  /// A mapping as a JSON object.
  mutating func object(_ node: Node) -> JSON? {
    guard node.entries != nil else {
      add(.wrongKind, at: node, "this is a mapping of keys", help: nil)
      return nil
    }
    return node.json
  }
}
