internal import ParapetFormat
internal import ParapetPattern
internal import ParapetText

/// Reads what many rules share: lists, schemas, replies and the legal register.
struct SharedDecoder {
  let report: Report
  var reader: Reader { Reader(report: report) }

  /// The terms of a list file: one a line, `#` begins a comment; nil when it is not UTF-8.
  func terms(_ file: RuleFile) -> [String]? {
    let source = SourceText(path: file.path, utf8: file.bytes)
    guard source.isFaithful(to: file.bytes, report: report) else { return nil }
    var firstLines: [[UInt8]: Int] = [:]
    var terms: [String] = []
    var start = 0
    while start < source.scalars.count {
      let end = source.lineEnd(after: start)
      defer { start = end + 1 }
      guard let range = SharedDecoder.term(in: source.scalars, start..<end) else { continue }
      let term = SourceText.string(source.scalars[range])
      let place = Place(source: source, start: range.lowerBound, end: range.upperBound)
      if let first = firstLines[Array(term.utf8)] {
        report.add(.repeatedTerm, at: place, "`\(term)` is already on line \(first)", help: "delete one of them")
      } else {
        firstLines[Array(term.utf8)] = place.line
        terms.append(term)
      }
    }
    if terms.isEmpty {
      report.add(.emptyList, at: source.start, "the list holds no term", help: "write one term a line, or delete the file")
      return nil
    }
    return terms
  }

  /// The term on a line, without white space around it and without a comment.
  private static func term(in scalars: [Unicode.Scalar], _ line: Range<Int>) -> Range<Int>? {
    var start = line.lowerBound
    while start < line.upperBound, scalars[start].properties.isWhitespace { start += 1 }
    var end = start
    while end < line.upperBound {
      if scalars[end] == "#", end == start || scalars[end - 1].properties.isWhitespace { break }
      end += 1
    }
    while end > start, scalars[end - 1].properties.isWhitespace { end -= 1 }
    return end > start ? start..<end : nil
  }

  /// The JSON of each schema that can be read, after it has been tried as a schema.
  func schemas(_ files: [RuleFile]) -> [String: [UInt8]] {
    var documents: [(file: RuleFile, json: JSON)] = []
    for file in files {
      do {
        documents.append((file, try JSON(parsing: file.bytes)))
      } catch {
        let source = SourceText(path: file.path, utf8: file.bytes)
        let index = source.index(ofUTF8Offset: error.offset)
        report.add(
          .schemaNotJSON, at: Place(source: source, start: index, end: index + 1), "not JSON: \(error.message)",
          help: "JSON has no comments, and no comma after the last value")
      }
    }
    let byPath = Dictionary(documents.map { ($0.file.path, $0.json) }, uniquingKeysWith: { first, _ in first })
    var schemas: [String: [UInt8]] = [:]
    for (file, json) in documents {
      do {
        _ = try JSONSchema(json, others: byPath.filter { $0.key != file.path }, options: .init(uri: file.path))
        schemas[file.path] = file.bytes
      } catch {
        let source = SourceText(path: file.path, utf8: file.bytes)
        let start = source.index(ofUTF8Offset: error.range.lowerBound)
        let end = source.index(ofUTF8Offset: error.range.upperBound)
        report.add(
          .schemaInvalid, at: Place(source: source, start: start, end: end), "not a JSON Schema: \(error.message)",
          help: "see JSON Schema, the draft that `$schema` names")
      }
    }
    return schemas
  }

  /// Refusal texts by key.
  func replies(_ root: Node) -> [String: LocalizedText]? {
    guard let entries = reader.entries(root, "`replies.yaml`"), let replies = texts(root, in: "replies.yaml", of: "a reply") else {
      return nil
    }
    for key in ["refused", "held"] where replies[key] == nil {
      report.add(
        .missingReply, at: entries.first?.place ?? root.place, "`replies.yaml` has no reply `\(key)`",
        help: "add it: it is what is said when a rule names no reply")
    }
    return replies
  }

  /// Texts in both languages, by key.
  func texts(_ root: Node, in file: String, of what: String) -> [String: LocalizedText]? {
    guard let entries = reader.entries(root, "`\(file)`") else { return nil }
    var texts: [String: LocalizedText] = [:]
    for entry in entries {
      guard reader.isName(entry.name, at: entry.place, what) else { continue }
      // A key whose text cannot be read has still been named.
      texts[entry.name] = reader.localized(entry.value, "`\(entry.name)`", at: entry.place) ?? LocalizedText(zh: "", en: "")
    }
    return texts
  }

  /// The register of laws.
  func register(_ root: Node) -> LegalRegister? {
    guard let entries = reader.entries(root, "`legal.yaml`") else { return nil }
    return LegalRegister(instruments: entries.compactMap { instrument($0) })
  }

  private func instrument(_ entry: Node.Entry) -> LegalRegister.Instrument? {
    if entry.name.unicodeScalars.contains(where: \.properties.isWhitespace) {
      report.add(
        .badName, at: entry.place, "`\(entry.name)` is not a key for an instrument",
        help: "a blank separates the instrument from its article; write the key without one")
    }
    guard let slots = reader.slots(entry.value, Shape.instrument, at: entry.place) else { return nil }
    let title = slots["title"].flatMap { reader.localized($0, "`title`", at: slots.keyPlace("title")) }
    let issuer = slots["issuer"].flatMap { reader.text($0, "`issuer`") }
    let verified = slots["verified"].flatMap { reader.flag($0, "`verified`") }
    let checked = slots["checked"].flatMap { reader.text($0, "`checked`") }
    let force = slots["in_force"].flatMap { reader.slots($0, .inForce, at: slots.keyPlace("in_force")) }
    let from = force?["from"].flatMap { reader.date($0, "`from`") }
    let until = force?["until"].flatMap { reader.date($0, "`until`") }
    let articles = slots["articles"].flatMap { reader.entries($0, "`articles`") } ?? []
    // An instrument that is half written is still known by its key, so that citing it is not called a mistake as well.
    return LegalRegister.Instrument(
      key: entry.name, title: title ?? LocalizedText(zh: "", en: ""), issuer: issuer ?? "", inForceFrom: from ?? "", inForceUntil: until,
      number: slots["number"].flatMap { reader.text($0, "`number`") },
      lastArticle: slots["last_article"].flatMap { reader.number($0, "`last_article`", in: 1...9999) },
      replacedBy: slots["replaced_by"].flatMap { reader.text($0, "`replaced_by`") },
      verified: verified ?? true, checked: checked, articles: articles.map { article($0, verified: verified ?? true) },
      line: entry.place.line)
  }

  private func article(_ entry: Node.Entry, verified: Bool) -> LegalRegister.Article {
    let slots = reader.slots(entry.value, Shape.article, at: entry.place)
    return LegalRegister.Article(
      key: entry.name, demand: slots?["demands"].flatMap { reader.text($0, "`demands`") } ?? "",
      verified: slots?["verified"].flatMap { reader.flag($0, "`verified`") } ?? verified,
      checked: slots?["checked"].flatMap { reader.text($0, "`checked`") })
  }
}
