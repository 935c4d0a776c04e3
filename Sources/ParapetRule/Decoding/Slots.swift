/// A mapping whose keys have been checked against a shape.
struct Slots {
  /// What the mapping is.
  let shape: Shape
  /// The mapping.
  let node: Node
  /// Where to point when something is missing: the key that leads to the mapping, or its first line.
  let place: Place
  private let entries: [Node.Entry]
  /// Keys that were probably meant by those that are not known.
  fileprivate(set) var meant: [String] = []

  fileprivate init(shape: Shape, node: Node, place: Place, entries: [Node.Entry]) {
    self.shape = shape
    self.node = node
    self.place = place
    self.entries = entries
  }

  /// Whether one of `keys` is written, be it misspelled.
  func hasAny(of keys: [String]) -> Bool { keys.contains { self[$0] != nil || meant.contains($0) } }

  /// The value of `key`, or nil when it is not written.
  subscript(key: String) -> Node? { entries.first { $0.name.isSame(as: key) }?.value }

  /// Where `key` stands, or the mapping when it does not.
  func keyPlace(_ key: String) -> Place { entries.first { $0.name.isSame(as: key) }?.place ?? place }
}

/// Reads single values, and says what is wrong with them.
struct Reader {
  let report: Report

  /// The keys of `node`, checked against `shape`; nil when it is not a mapping. `place` is the key that leads to it.
  func slots(_ node: Node, _ shape: Shape, at place: Place? = nil) -> Slots? {
    guard let entries = entries(node, shape.name) else { return nil }
    var slots = Slots(shape: shape, node: node, place: place ?? entries.first?.place ?? node.place, entries: entries)
    for entry in entries where !shape.names.contains(where: { $0.isSame(as: entry.name) }) {
      if let name = Suggestion.nearest(to: entry.name, in: shape.names) { slots.meant.append(name) }
      report.add(
        .unknownKey, at: entry.place, "\(shape.name) has no key `\(entry.name)`", help: Suggestion.help(for: entry.name, in: shape.names))
    }
    // A misspelled key is one mistake, not two: what was probably meant is not missing as well.
    let missing = shape.slots.filter { $0.isRequired && slots[$0.name] == nil && !slots.meant.contains($0.name) }.map { "`\($0.name)`" }
    if !missing.isEmpty {
      let names = missing.joined(separator: ", ")
      report.add(.missingSlot, at: slots.place, "\(shape.name) must have \(names)", help: "write \(names)")
    }
    return slots
  }

  /// The entries of a mapping, or nil, reported.
  func entries(_ node: Node, _ what: String) -> [Node.Entry]? {
    if let entries = node.entries { return entries }
    wrongKind(node, what, wanted: "a mapping")
    return nil
  }

  /// The items of a list, or one value where `orOne` allows that; nil, reported, for anything else and for an empty list.
  func items(_ node: Node, _ what: String, orOne: Bool = true) -> [Node]? {
    switch node.kind {
    case .sequence(let items):
      if items.isEmpty {
        report.add(.emptyValue, at: node.place, "\(what) is an empty list", help: "write at least one item, or delete the key")
      }
      return items.isEmpty ? nil : items
    case .scalar where orOne && !node.isBlank: return [node]
    default:
      wrongKind(node, what, wanted: orOne ? "a value or a list" : "a list")
      return nil
    }
  }

  /// A text that is not empty.
  func text(_ node: Node, _ what: String) -> String? {
    guard case .scalar(let text, _) = node.kind else {
      wrongKind(node, what, wanted: "a single value")
      return nil
    }
    if text.unicodeScalars.allSatisfy(\.properties.isWhitespace) {
      report.add(.emptyValue, at: node.place, "\(what) is empty", help: "write a value, or delete the key")
      return nil
    }
    return text
  }

  /// Several texts, none empty, none twice.
  func texts(_ node: Node, _ what: String) -> [String]? {
    guard let items = items(node, what) else { return nil }
    var seen: Set<[UInt8]> = []
    var result: [String] = []
    for item in items {
      guard let text = text(item, what) else { continue }
      if seen.insert(Array(text.utf8)).inserted {
        result.append(text)
      } else {
        report.add(.repeatedValue, at: item.place, "`\(text)` stands twice in \(what)", help: "delete one of them")
      }
    }
    return result.isEmpty ? nil : result
  }

  /// One of the names of an enumeration.
  func choice<Choice: RawRepresentable & CaseIterable>(_ node: Node, _ what: String, _: Choice.Type) -> Choice?
  where Choice.RawValue == String {
    choice(node, what, from: Choice.allCases.map(\.rawValue)).flatMap { Choice(rawValue: $0) }
  }

  /// One of `names`.
  func choice(_ node: Node, _ what: String, from names: [String], code: DiagnosticCode = .unknownValue) -> String? {
    guard let word = text(node, what) else { return nil }
    if let name = names.first(where: { $0.isSame(as: word) }) { return name }
    report.add(code, at: node.place, "\(what) cannot be `\(word)`", help: Suggestion.help(for: word, in: names))
    return nil
  }

  /// `true` or `false`, and no other spelling.
  func flag(_ node: Node, _ what: String) -> Bool? {
    guard let word = text(node, what) else { return nil }
    if word == "true" || word == "false" { return word == "true" }
    report.add(.notABoolean, at: node.place, "\(what) must be `true` or `false`, not `\(word)`")
    return nil
  }

  /// A whole number in `range`.
  func number(_ node: Node, _ what: String, in range: ClosedRange<Int>) -> Int? {
    guard let word = text(node, what) else { return nil }
    let digits = word.utf8.allSatisfy { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }
    if digits, let number = Int(word), range.contains(number), String(number) == word { return number }
    report.add(
      .notANumber, at: node.place, "\(what) must be a whole number from \(range.lowerBound) to \(range.upperBound), not `\(word)`")
    return nil
  }

  /// A name in small letters, digits and hyphens; with `dotted`, several joined by points.
  func name(_ node: Node, _ what: String, dotted: Bool = false) -> String? {
    guard let word = text(node, what) else { return nil }
    return isName(word, at: node.place, what, dotted: dotted) ? word : nil
  }

  /// Whether `word` has the shape of a name; if not, that is reported.
  func isName(_ word: String, at place: Place, _ what: String, dotted: Bool = false) -> Bool {
    let parts = word.split(separator: ".", omittingEmptySubsequences: false)
    let fits = (dotted || parts.count == 1) && parts.allSatisfy { Reader.isWord($0) }
    if !fits {
      report.add(
        .badName, at: place, "`\(word)` is not a name for \(what)",
        help: "use small letters, digits and hyphens" + (dotted ? ", with points between words" : ""))
    }
    return fits
  }

  private static func isWord(_ word: Substring) -> Bool {
    guard let first = word.utf8.first, first != UInt8(ascii: "-"), first != UInt8(ascii: "_") else { return false }
    return word.utf8.allSatisfy {
      ($0 >= UInt8(ascii: "a") && $0 <= UInt8(ascii: "z")) || ($0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9"))
        || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_")
    }
  }

  /// A text in Chinese and in English.
  func localized(_ node: Node, _ what: String, shape: Shape = .localized, at place: Place? = nil) -> LocalizedText? {
    guard let slots = slots(node, shape.called(what), at: place) else { return nil }
    let zh = slots["zh"].flatMap { text($0, "\(what) in Chinese") }
    let en = slots["en"].flatMap { text($0, "\(what) in English") }
    let zhHant = slots["zh-Hant"].flatMap { text($0, "\(what) in traditional Chinese") }
    guard let zh, let en else { return nil }
    return LocalizedText(zh: zh, en: en, zhHant: zhHant)
  }

  private func wrongKind(_ node: Node, _ what: String, wanted: String) {
    if case .unreadable = node.kind { return }
    if node.isBlank {
      report.add(.emptyValue, at: node.place, "\(what) is empty", help: "write \(wanted), or delete the key")
    } else {
      report.add(.wrongKind, at: node.place, "\(what) takes \(wanted), not \(node.kindName)")
    }
  }
}

extension Shape {
  /// The same keys under another name.
  func called(_ name: String) -> Shape { Shape(renaming: self, name) }

  private init(renaming shape: Shape, _ name: String) {
    self.name = name
    slots = shape.slots
  }
}
