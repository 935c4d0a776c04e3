public import ParapetFormat

/// A JSON Schema for editors.
public struct EditorSchema: Sendable {
  /// Its name, such as `rule`: it stands in `NAME.schema.json`.
  public let name: String
  let root: SlotKind
  let definitions: [(name: String, kind: SlotKind)]

  /// A schema for files of the kind `root`; `definitions` are what references mean.
  public init(_ name: String, _ root: SlotKind, definitions: [(name: String, kind: SlotKind)] = []) {
    self.name = name
    self.root = root
    self.definitions = definitions
  }

  /// The schema, in draft 2020-12.
  public var json: JSON {
    guard case .object(let members) = root.schema.value else { return root.schema }
    var all = [JSON.Member(name: "$schema", value: JSON(.string("https://json-schema.org/draft/2020-12/schema")))] + members
    if !definitions.isEmpty {
      all.append(.init(name: "$defs", value: JSON(.object(definitions.map { .init(name: $0.name, value: $0.kind.schema) }))))
    }
    return JSON(.object(all))
  }
}

extension EditorSchema {
  /// The schema as a file: one member a line, lists of scalars on one line.
  public var bytes: [UInt8] {
    var text = ""
    EditorSchema.write(json, indent: "", to: &text)
    return Array((text + "\n").utf8)
  }

  private static func write(_ value: JSON, indent: String, to text: inout String) {
    switch value.value {
    case .object(let members) where !members.isEmpty:
      text += "{\n"
      for (index, member) in members.enumerated() {
        text += "\(indent)  \(compact(JSON(.string(member.name)))): "
        write(member.value, indent: indent + "  ", to: &text)
        text += index == members.count - 1 ? "\n" : ",\n"
      }
      text += indent + "}"
    case .array(let items) where items.contains(where: { if case .object = $0.value { true } else { false } }):
      text += "[\n"
      for (index, item) in items.enumerated() {
        text += indent + "  "
        write(item, indent: indent + "  ", to: &text)
        text += index == items.count - 1 ? "\n" : ",\n"
      }
      text += indent + "]"
    default: text += compact(value)
    }
  }

  private static func compact(_ value: JSON) -> String {
    var writer = JSONWriter()
    writer.value(value)
    return String(decoding: writer.bytes, as: UTF8.self)
  }
}
