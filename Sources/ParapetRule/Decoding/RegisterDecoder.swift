public import ParapetEntity

/// Reads registers: `registers/products.yaml`, and what an example brings along.
///
/// A register's file name says what it lists.
struct RegisterDecoder {
  let report: Report
  /// The day on which entries are judged to have begun or ended, `YYYY-MM-DD`.
  let date: String
  var reader: Reader { Reader(report: report) }

  /// The registers in `files`.
  func registers(_ files: [RuleFile]) -> [Register] {
    files.compactMap { file in
      let name = RulePath.id(of: file.path, dropping: "registers")
      guard let kind = Register.Kind(rawValue: name) else {
        report.add(
          .unknownFile, at: SourceText(path: file.path, utf8: Array(file.bytes.prefix(400))).start, "no register is called `\(name)`",
          help: Suggestion.help(for: name, in: Register.Kind.allCases.map(\.rawValue)))
        return nil
      }
      guard let root = YAML.read(file, into: report), let slots = reader.slots(root, .register) else { return nil }
      return Register(
        kind: kind, source: slots["source"].flatMap { reader.text($0, "`source`") } ?? "",
        asOf: slots["as_of"].flatMap { reader.date($0, "`as_of`") } ?? "",
        isComplete: slots["complete"].flatMap { reader.flag($0, "`complete`") } ?? false,
        entries: slots["entries"].map { entries($0, of: kind) } ?? [])
    }
  }

  /// The registers that an example brings along, by what they list.
  func samples(_ node: Node) -> [Register] {
    (reader.entries(node, "`registers`") ?? []).compactMap { entry in
      guard let kind = Register.Kind(rawValue: entry.name) else {
        report.add(
          .unknownKey, at: entry.place, "no register is called `\(entry.name)`",
          help: Suggestion.help(for: entry.name, in: Register.Kind.allCases.map(\.rawValue)))
        return nil
      }
      guard let slots = reader.slots(entry.value, .registerSample, at: entry.place) else { return nil }
      return Register(
        kind: kind, source: "example", asOf: "", isComplete: slots["complete"].flatMap { reader.flag($0, "`complete`") } ?? false,
        entries: slots["entries"].map { entries($0, of: kind) } ?? [])
    }
  }

  private func entries(_ node: Node, of kind: Register.Kind) -> [Register.Entry] {
    (reader.entries(node, "`entries`") ?? []).compactMap { entry($0, of: kind) }
  }

  private func entry(_ written: Node.Entry, of kind: Register.Kind) -> Register.Entry? {
    var entry = Register.Entry(written.name)
    // A single text is another name.
    if let name = written.value.scalar {
      if !name.isEmpty { entry.names = [name] }
      if kind == .rates { reportMissingHistory(written.place) }
      return entry
    }
    guard let slots = reader.slots(written.value, .registerEntry, at: written.place) else { return nil }
    entry.names = slots["names"].flatMap { reader.texts($0, "`names`") } ?? []
    entry.successor = slots["replaced_by"].flatMap { reader.text($0, "`replaced_by`") }
    entry.lastArticle = slots["last_article"].flatMap { reader.number($0, "`last_article`", in: 1...9999) }
    entry.isVerified = slots["verified"].flatMap { reader.flag($0, "`verified`") } ?? true
    if let force = slots["in_force"].flatMap({ reader.slots($0, .entryForce, at: slots.keyPlace("in_force")) }) {
      entry.hasEnded = (force["until"].flatMap { reader.date($0, "`until`") }).map { $0 < date } ?? false
      entry.isFuture = (force["from"].flatMap { reader.date($0, "`from`") }).map { $0 > date } ?? false
    }
    for (key, wanted) in [("last_article", Register.Kind.laws), ("history", .rates)] where slots[key] != nil && kind != wanted {
      report.add(
        .misplacedModifier, at: slots.keyPlace(key), "`\(key)` is for the register `\(wanted.rawValue)`", help: "delete `\(key)`")
    }
    if let history = slots["history"] { read(history, into: &entry) } else if kind == .rates { reportMissingHistory(written.place) }
    return entry
  }

  /// Values by the day from which they hold; those that begin after today are not told yet.
  private func read(_ history: Node, into entry: inout Register.Entry) {
    var values: [(day: String, value: String)] = []
    for item in reader.entries(history, "`history`") ?? [] {
      guard CalendarDate.isValid(item.name) else {
        report.add(
          .notADate, at: item.place, "`\(item.name)` in `history` must be a calendar date", help: "write it as `2026-11-21`")
        continue
      }
      if let value = reader.text(item.value, "a value"), item.name <= date { values.append((item.name, value)) }
    }
    values.sort { $0.day < $1.day }
    entry.value = values.last?.value
    entry.formerValues = values.dropLast().map(\.value)
  }

  private func reportMissingHistory(_ place: Place) {
    report.add(
      .missingSlot, at: place, "a rate must have `history`",
      help: "write `history: {2026-01-20: 3.00%}`, a value for each day on which it changed")
  }
}

extension Register {
  /// The registers that a case brings along, with what is wrong with them. Whatever begins or ends on a day has done so.
  public static func samples(in node: Node) -> (registers: [Register], diagnostics: [Diagnostic]) {
    let report = Report()
    let registers = RegisterDecoder(report: report, date: "9999-12-31").samples(node)
    return (registers, report.sorted)
  }
}

extension LegalRegister {
  /// The laws and documents that it lists, as they stand on `date`. It lists what rules cite, so it is never complete.
  func registers(on date: String) -> [Register] {
    var laws: [Register.Entry] = []
    var documents: [Register.Entry] = []
    for instrument in instruments {
      var entry = Register.Entry(instrument.title.zh, names: [instrument.title.en])
      entry.hasEnded = instrument.inForceUntil.map { $0 < date } ?? false
      entry.isFuture = instrument.inForceFrom > date
      entry.isVerified = instrument.verified
      entry.lastArticle = instrument.lastArticle
      entry.successor = instrument.replacedBy.map { key in self.instrument(key).map { $0.number ?? $0.title.zh } ?? key }
      laws.append(entry)
      if let number = instrument.number {
        entry.key = number
        documents.append(entry)
      }
    }
    return [
      Register(kind: .laws, source: "legal.yaml", asOf: "", isComplete: false, entries: laws),
      Register(kind: .documents, source: "legal.yaml", asOf: "", isComplete: false, entries: documents),
    ].filter { !$0.entries.isEmpty }
  }
}
