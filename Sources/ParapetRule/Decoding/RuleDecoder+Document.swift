internal import ParapetFormat

extension RuleDecoder {
  /// A document that the text must be: `csv`, `table` or `xml`; all options have a default.
  func document(_ kind: String, _ node: Node, at place: Place) -> Assertion.Document? {
    switch kind {
    case "csv":
      guard let slots = reader.slots(node, .csv, at: place) else { return nil }
      let separators: [String: UInt8] = ["comma": 0x2C, "semicolon": 0x3B, "tab": 0x09]
      let separator = slots["separator"].flatMap { reader.choice($0, "`separator`", from: ["comma", "semicolon", "tab"]) }
      let (header, columns) = columns(slots)
      let form = CSVForm(
        separator: separator.flatMap { separators[$0] } ?? 0x2C, header: header, columns: columns,
        allowsFormulas: slots["formulas"].flatMap { reader.flag($0, "`formulas`") } ?? true)
      return Assertion.Document(form: .csv(form), extract: extract(slots))
    case "table":
      guard let slots = reader.slots(node, .table, at: place) else { return nil }
      let (header, columns) = columns(slots)
      return Assertion.Document(form: .table(MarkdownTableForm(header: header, columns: columns)), extract: false)
    default:
      guard let slots = reader.slots(node, .xml, at: place) else { return nil }
      return Assertion.Document(form: .xml(XMLForm(root: slots["root"].flatMap { reader.text($0, "`root`") })), extract: extract(slots))
    }
  }

  private func extract(_ slots: Slots) -> Bool { slots["extract"].flatMap { reader.flag($0, "`extract`") } ?? false }

  /// The head and the number of columns, which say the same thing twice when both are written.
  private func columns(_ slots: Slots) -> (header: [String]?, columns: Int?) {
    let header = slots["header"].flatMap { reader.texts($0, "`header`") }
    let columns = slots["columns"].flatMap { reader.number($0, "`columns`", in: 1...10_000) }
    if let header, let columns, header.count != columns {
      report.add(
        .crossedBounds, at: slots.keyPlace("columns"), "`header` has \(header.count) names, and `columns` is \(columns)",
        help: "delete `columns`")
    }
    return (header, columns)
  }
}
