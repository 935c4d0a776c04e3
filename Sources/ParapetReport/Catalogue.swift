import ParapetFormat
public import ParapetRule

/// Rules in a list.
public struct Catalogue: Sendable {
  private let rules: [Rule]

  /// The list of `rules`, by id.
  public init(_ rules: [Rule]) { self.rules = rules.sorted { $0.id.utf8.lexicographicallyPrecedes($1.id.utf8) } }

  /// A table for people.
  public func table(_ style: Style = .plain) -> [UInt8] {
    let head = ["RULE", "VERSION", "SEVERITY", "ACTION", "MODE", "OWNER", "TITLE"]
    let rows =
      [head]
      + rules.map { rule in
        [
          rule.id, rule.version, rule.severity.rawValue, rule.actions, rule.mode.rawValue, rule.owner,
          "\(rule.title.zh) · \(rule.title.en)",
        ]
      }
    let widths = head.indices.dropLast().map { column in rows.map { DisplayWidth.columns(of: $0[column]) }.max() ?? 0 }
    var text = ""
    for (index, row) in rows.enumerated() {
      let cells = zip(row, widths).map { $0 + String(repeating: " ", count: $1 - DisplayWidth.columns(of: $0)) } + row.suffix(1)
      let line = cells.joined(separator: "  ")
      text += (index == 0 ? style.dim(line) : line) + "\n"
    }
    return Array((text + "\(rules.count) rules\n").utf8)
  }

  /// One JSON object.
  public func json() -> [UInt8] {
    var writer = JSONWriter()
    writer.beginObject()
    writer.key("schema")
    writer.value("catalogue/1")
    writer.key("rules")
    writer.beginArray()
    for rule in rules {
      writer.beginObject()
      for (name, value) in [
        ("rule", rule.id), ("version", rule.version), ("family", rule.family.rawValue), ("severity", rule.severity.rawValue),
        ("status", rule.status.rawValue), ("mode", rule.mode.rawValue), ("action", rule.actions), ("owner", rule.owner),
        ("reviewed", rule.reviewed), ("title_zh", rule.title.zh), ("title_en", rule.title.en), ("file", rule.file), ("digest", rule.digest),
      ] {
        writer.key(name)
        writer.value(value)
      }
      writer.key("floor")
      writer.value(rule.floor)
      writer.key("legal")
      writer.beginArray()
      for basis in rule.legal { writer.value(basis.cite) }
      writer.endArray()
      writer.endObject()
    }
    writer.endArray()
    writer.endObject()
    return writer.bytes + [10]
  }
}

extension Rule {
  /// The actions it may take, strictest last where there are several.
  var actions: String {
    let kinds = Set(([then.standard].compactMap(\.self) + then.byFormat.values).map(\.kind))
    return Action.Kind.allCases.filter(kinds.contains).map(\.rawValue).joined(separator: "/")
  }
}
