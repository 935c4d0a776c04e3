internal import ParapetFormat

extension Node {
  /// The value as JSON, for slots that stand for JSON: `args`, `facts`, `session`.
  ///
  /// A scalar without quotes is the number, `true`, `false` or `null` that JSON would read, and otherwise text: `000001`, `1:30`, `off`
  /// and `2026-11-21` stay text. A scalar in quotes is always text.
  var json: JSON {
    switch kind {
    case .scalar(let text, .plain):
      switch text {
      case "true": JSON(.bool(true))
      case "false": JSON(.bool(false))
      case "null": JSON(.null)
      default: JSON(JSONNumber.isValid(text) ? .number(text) : .string(text))
      }
    case .scalar(let text, _): JSON(.string(text))
    case .sequence(let items): JSON(.array(items.map(\.json)))
    case .mapping(let entries): JSON(.object(entries.map { JSON.Member(name: $0.name, value: $0.value.json) }))
    case .unreadable: JSON(.null)
    }
  }

  /// The value as a JSON object in which a key such as `product.type` stands for nested objects.
  var nestedJSON: JSON {
    guard let entries else { return json }
    var members: [JSON.Member] = []
    for entry in entries {
      let path = entry.name.split(separator: ".").map(String.init)
      members = Node.insert(entry.value.nestedJSON, at: path[...], into: members)
    }
    return JSON(.object(members))
  }

  private static func insert(_ value: JSON, at path: ArraySlice<String>, into members: [JSON.Member]) -> [JSON.Member] {
    guard let name = path.first else { return members }
    var result = members
    let index = result.firstIndex { $0.name.isSame(as: name) }
    var inner = value
    if path.count > 1 {
      var below: [JSON.Member] = []
      if let index, case .object(let existing) = result[index].value.value { below = existing }
      inner = JSON(.object(insert(value, at: path.dropFirst(), into: below)))
    } else if let index, case .object(let existing) = result[index].value.value, case .object(let added) = value.value {
      inner = JSON(.object(existing + added))
    }
    let member = JSON.Member(name: name, value: inner)
    if let index { result[index] = member } else { result.append(member) }
    return result
  }
}
